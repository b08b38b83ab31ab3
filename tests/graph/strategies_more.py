"""Small models with levels, routes, signals, coordinators, duties and ratings, on top of `tests/strategies.py`."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from barriers import Cooperation, Coordinator, Duty, Model, Rating, Route, Signal
from barriers.words import Form, Level, Obligation, State
from tests.drawing import chosen, often, one_of_each, up_to
from tests.graph import made, made_more
from tests.strategies import ANYBODY, Cast, casts, ceilings, covers, lists, memberships, steps, told_apart
from tests.strategies import actors as tied_actors

BOTH = (made.DOOR, made.LEDGER)
LEVELS = [
    frozenset[Level](),
    frozenset({Level.LOCAL}),
    frozenset({Level.NATIONAL}),
    frozenset({Level.LOCAL, Level.NATIONAL}),
]
WAYS = [
    (made.DOOR, made.LEDGER),
    (made.DOOR, made.DOOR),
    (made.LEDGER, made.DOOR, made.LEDGER),
    ("entry.away", made.LEDGER),
]
ON_TRACKS = st.lists(one_of_each(WAYS, [tuple(Form), (made.SEXUAL,)]), max_size=2)
WHO = [made.POLICE, made.HALL, made.BANK]
PRINTED: list[tuple[Rating, ...]] = [
    (Rating("none", 71.43), Rating("sufficient", 28.57)),
    (Rating("none-but-useful", 40.0), Rating("none", 20.0), Rating("good", 35.0)),
    (Rating("none", 50.0), Rating("weak", 50.0)),
    (Rating("none-to-weak", 42.86), Rating("very-good", 42.86)),
    (Rating("weak", 57.14), Rating("sufficient", 28.57)),
    (Rating("none", 30.1), Rating("none-but-useful", 20.2), Rating("weak", 50.3)),
    (Rating("good", 100.0),),
    (Rating("none", 0.0),),
    (),
]


@st.composite
def signals(draw: st.DrawFn, cast: Cast = ANYBODY) -> Signal:
    """Something that shows at one or both steps, or at one of another script."""
    where = [(made.DOOR,), (made.LEDGER,), (made.DOOR, made.LEDGER, made.DOOR), ("elsewhere.step",)]
    at, follow_up, who = chosen(draw, where, [None, *State], [(), (made.POLICE,), (made.HALL, made.BANK)])
    return made_more.signal(follow_up, at=at, noticed_by=who, **draw(cast.common()))


@st.composite
def coordinators(draw: st.DrawFn, cast: Cast = ANYBODY) -> Coordinator:
    """That somebody directs at a barrier, or at several."""
    who, where = chosen(draw, WHO, [("entry",), ("finance",), ("entry", "finance"), ("elsewhere",)])
    return made_more.coordinator(who, *where, **draw(cast.common()))


@st.composite
def duties(draw: st.DrawFn, cast: Cast = ANYBODY) -> Duty:
    """Whether somebody must report to somebody."""
    who, to, obligation = chosen(draw, WHO, often(made.TABLE, times=5, seldom=WHO), list(Obligation))
    return made_more.duty(who, obligation, to, **draw(cast.common()))


@st.composite
def ratings(draw: st.DrawFn, cast: Cast = ANYBODY) -> Cooperation:
    """How somebody rates somebody."""
    who, whom, printed = chosen(draw, WHO, WHO, PRINTED)
    return Cooperation(actor=who, partner=whom, ratings=printed, **draw(cast.common()))


@st.composite
def routes(draw: st.DrawFn) -> list[Route]:
    """Up to two routes, through steps that are there or not."""
    drawn = draw(ON_TRACKS)
    return [made_more.route(str(number), *way, forms=forms) for number, (way, forms) in enumerate(drawn)]


@st.composite
def places(draw: st.DrawFn) -> dict[str, Any]:
    """At which levels each step is expected and each actor works."""
    names = [*BOTH, *WHO]
    return dict(zip(names, chosen(draw, *([LEVELS] * len(names))), strict=True))


@st.composite
def intervening_models(draw: st.DrawFn) -> Model:
    """Models that are about who holds what: levels, groups, routes."""
    cast = draw(casts())
    facts = [
        *draw(up_to(4, covers, BOTH, cast)),
        *draw(up_to(3, ceilings, BOTH, cast)),
    ]
    town = made.town(*told_apart(facts), steps=[draw(steps(name)) for name in BOTH])
    return made_more.with_more(town, routes=draw(routes()), levels=draw(places()))


@st.composite
def tied_models(draw: st.DrawFn) -> Model:
    """Models that are about signals, coordinators, duties and ratings."""
    cast = draw(casts())
    facts = [*draw(up_to(4, covers, BOTH, cast)), *draw(up_to(1, ceilings, BOTH, cast))]
    more = [
        *draw(up_to(2, signals, cast)),
        *draw(up_to(2, leads, cast)),
        *draw(up_to(3, duties, cast)),
        *draw(up_to(3, ratings, cast)),
    ]
    town = made.town(*told_apart(facts), steps=[draw(steps(name)) for name in BOTH])
    return made_more.with_more(town, *told_apart(more))


@st.composite
def membership_models(draw: st.DrawFn) -> Model:
    """Models that are about who holds a barrier and sits in the task force."""
    cast = draw(casts())
    (is_known,) = chosen(draw, [False, True])
    facts = [
        *([made.membership(made.HALL), made.complete()] if is_known else []),
        *draw(up_to(4, covers, BOTH, cast, least=1)),
        *draw(up_to(3, memberships, cast)),
        *draw(up_to(1, lists, cast)),
        *draw(up_to(1, ceilings, BOTH, cast)),
    ]
    known = [draw(steps(name)) for name in ("entry.door", "entry.window" if draw(st.booleans()) else made.LEDGER)]
    return made.town(*told_apart(facts), steps=known, actors=draw(tied_actors()))
