"""Small models for Hypothesis, built straight from the values of `barriers/`.

They live in the town of `tests/graph/made.py`: one or two steps, three actors, two networks, two groups with a
word for both, two forms. Everything that can go wrong with a statement happens: it has not begun, it has ended,
it is inferred, a voice speaks that settles nothing, another statement is narrower, or equal and contrary.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from barriers import (
    Actor,
    Ceiling,
    Citation,
    Coverage,
    Facilitation,
    Model,
    PlaceClaim,
    Selection,
    Serving,
    ShellClaim,
    Statement,
    Step,
)
from barriers.facts import Fact
from barriers.words import Basis, Bound, Form, Power, State, Voice
from tests.drawing import chosen, often, one_of_each, up_to
from tests.graph import made

# What all facts have

SOURCES = often(
    (made.REPORT,),
    (made.LAW,),
    times=8,
    seldom=[
        (),
        (made.UNDATED,),
        (made.TALK,),
        (made.CRITIC,),
        (made.SURVEY,),
        (made.LATER,),
        (made.LATER, made.LAW),
        (made.TALK, made.REPORT),
    ],
)
VOICES = often(None, times=18, seldom=Voice)
BASES = often(Basis.STATED, times=5, seldom=[Basis.INFERRED])
PERIODS = often(
    (None, None),
    times=12,
    seldom=[
        (date(2012, 1, 1), None),
        (date(2012, 1, 1), made.DAY),
        (date(2013, 7, 1), None),
        (date(2013, 7, 1), date(2014, 6, 30)),
        (made.DAY, None),
        (date(2014, 2, 1), None),
        (None, date(2013, 7, 1)),
        (date(2012, 1, 1), date(2014, 1, 30)),
        (None, made.DAY),
    ],
)
COUNTRIES = often(made.NL, times=30, seldom=["BE"])
GROUPS = often(
    frozenset(),
    seldom=map(frozenset, ([made.GIRLS], [made.BOYS], [made.CHILDREN], [made.GIRLS, made.BOYS], [made.GIRLS])),
)
FORMS = often(frozenset(), seldom=map(frozenset, ([made.SEXUAL], [made.LABOUR], [made.SEXUAL, made.LABOUR])))
ACTORS = often(made.POLICE, made.HALL, made.BANK, seldom=[made.TABLE])
POWERS = often(Power.HINDER, times=2, seldom=[Power.DETECT, Power.SANCTION, Power.PROTECT])
STATES = often(State.ACTIVE, State.PARTIAL, State.ABSENT, times=2, seldom=[State.MANDATE, State.PLANNED])
CLAIMS = [None, Basis.STATED, Basis.INFERRED]


@dataclass(frozen=True)
class Cast:
    """Of whom a model speaks and how; in a calm one every statement is firm and in force, and scopes decide."""

    actors: tuple[str, ...] = (made.POLICE, made.HALL, made.BANK)
    powers: tuple[Power, ...] = tuple(Power)
    calm: bool = False

    def common(self) -> st.SearchStrategy[dict[str, Any]]:
        """Basis, citations, period and country of a fact; the second basis is that of a power."""
        if self.calm:
            return CALM
        return IN_COMMON


def _in_common(drawn: tuple[Any, ...]) -> dict[str, Any]:
    basis, sources, voice, (since, until), country = drawn
    return {
        "basis": basis,
        "citations": tuple(Citation(name, "p. 1", voice=voice, asked="some") for name in sources),
        "since": since,
        "until": until,
        "country": country,
    }


CALM = st.just({"basis": Basis.STATED, "citations": made.by(made.REPORT), "country": made.NL})
IN_COMMON = one_of_each(BASES, SOURCES, VOICES, PERIODS, COUNTRIES).map(_in_common)
ANYBODY = Cast()
DOOR_ONLY = (made.DOOR,)


@st.composite
def casts(draw: st.DrawFn) -> Cast:
    """Few actors and powers at a time, so that statements meet."""
    (calm,) = chosen(draw, [True, False])
    actors = chosen(draw, ACTORS, ACTORS, ACTORS)
    powers = chosen(draw, POWERS, POWERS, POWERS)
    return Cast(actors=actors, powers=powers, calm=calm)


def told_apart(facts: Iterable[Fact]) -> list[Fact]:
    """Facts with ids of their own: each cites a page of its own, and of the same uncited ones one is kept."""
    on_pages = [
        replace(fact, citations=tuple(replace(cited, at=f"p. {page}") for cited in fact.citations))
        for page, fact in enumerate(facts, start=1)
    ]
    return list({fact.id: fact for fact in on_pages}.values())


# Who stops and who helps


@st.composite
def covers(draw: st.DrawFn, steps: tuple[str, ...] = DOOR_ONLY, cast: Cast = ANYBODY) -> Coverage:
    """A cover of one of these steps."""
    bases = [Basis.STATED] if cast.calm else BASES
    actor, power, state, step, basis, groups, forms = chosen(
        draw, cast.actors, cast.powers, STATES, steps, bases, GROUPS, FORMS
    )
    common = draw(cast.common())
    return made.cover(actor, power, state, step=step, power_basis=basis, groups=groups, forms=forms, **common)


@st.composite
def ceilings(draw: st.DrawFn, steps: tuple[str, ...] = DOOR_ONLY, cast: Cast = ANYBODY) -> Ceiling:
    """What a source says of one of these steps as a whole."""
    bound, step, groups, forms = chosen(draw, list(Bound), steps, GROUPS, FORMS)
    return made.ceiling(bound, step=step, groups=groups, forms=forms, **draw(cast.common()))


@st.composite
def facilitations(draw: st.DrawFn, steps: tuple[str, ...] = DOOR_ONLY, cast: Cast = ANYBODY) -> Facilitation:
    """Shell, barrier and step, each claimed by a source, by the analyst, or not at all."""
    where = often("entry", seldom=["elsewhere"])
    actor, step, barrier, *claims = chosen(draw, cast.actors, steps, where, CLAIMS, CLAIMS, CLAIMS)
    shell, at_barrier, at_step = claims if any(claims) else (Basis.STATED, None, None)
    return Facilitation(
        actor=actor,
        by="gives out papers",
        shell=ShellClaim(3, shell) if shell else None,
        barrier=PlaceClaim(barrier, at_barrier) if at_barrier else None,
        step=PlaceClaim(step, at_step) if at_step else None,
        **draw(cast.common()),
    )


TOPICS = often(made.KEY, seldom=["Who keeps the key of the DOOR", "how wide the door is"])
CLAIMS_MADE = ["the police", "The Police", "nobody"]
IN_TOWN = [(made.POLICE,), (made.DOOR,), ("entry",), (made.SCRIPT,), ("nl.nobody",)]
IN_THE_VILLAGE = [(made.FIELD,), (made.HARVEST, made.POLICE), (made.VILLAGE.id,), (made.FIELD, made.DOOR)]
SPOKEN_OF = often((), times=6, seldom=[*IN_TOWN, *IN_THE_VILLAGE])
CONCERNED_TOO = often((), times=4, seldom=[(made.NL,), ("BE",), ("BE", made.NL)])


@st.composite
def statements(draw: st.DrawFn, cast: Cast = ANYBODY) -> Statement:
    """An answer to one of few questions, so that answers differ; about something, or about nothing recorded."""
    topic, claim, about, concerns = chosen(draw, TOPICS, CLAIMS_MADE, SPOKEN_OF, CONCERNED_TOO)
    return made.said(claim, topic, about=about, concerns=concerns, **draw(cast.common()))


INTERVENING = often(
    (Power.HINDER,), (Power.HINDER, Power.SANCTION), seldom=[(Power.PROTECT,), (Power.HINDER, Power.DETECT)]
)
CONCERNED = [(made.CHILDREN,), (made.GIRLS,), (made.GIRLS, made.BOYS)]


@st.composite
def steps(draw: st.DrawFn, name: str) -> Step:
    """A step of its own forms, groups and holding powers."""
    forms, groups, holds = chosen(draw, FORMS, CONCERNED, INTERVENING)
    return made.step(name, forms=forms or frozenset(Form), groups=groups, powers=holds)


# Who belongs to whom

NETWORKS = [made.TABLE, made.TABLE, made.PLATFORM]
KINDS = ("part_of", "kind_of", "successor_of")
ENDS = [made.POLICE, made.HALL, made.BANK, made.TABLE]
RELATIONS = st.lists(one_of_each(ENDS, KINDS, ENDS, BASES), max_size=3)
ATTENTION = st.lists(one_of_each(ACTORS, [made.GIRLS, made.BOYS, made.CHILDREN], BASES, SOURCES), max_size=2)
WITHOUT = often((), times=3, seldom=[(made.GIRLS,), (made.CHILDREN,), (made.BOYS, made.GIRLS)])
HOMES = often(
    made.home(),
    seldom=[
        made.home(task_force=None),
        made.home(national_networks=(made.PLATFORM,)),
        made.home(task_force=None, national_networks=(made.TABLE, made.PLATFORM)),
    ],
)


@st.composite
def memberships(draw: st.DrawFn, cast: Cast = ANYBODY) -> Fact:
    """That somebody sits in a network, or sat there until last summer."""
    actor, network, ended = chosen(draw, ACTORS, NETWORKS, often(False, times=3, seldom=[True]))
    membership = made.membership(actor, network, **draw(cast.common()))
    return made.dated(membership, None, date(2013, 7, 1)) if ended else membership


@st.composite
def lists(draw: st.DrawFn, cast: Cast = ANYBODY) -> Fact:
    """That a network is closed, sometimes without a word for some groups."""
    network, without = chosen(draw, NETWORKS, WITHOUT)
    return made.complete(network, without=without, **draw(cast.common()))


@st.composite
def actors(draw: st.DrawFn) -> list[Actor]:
    """The town's actors, tied to one another, and attending to groups."""
    relations = draw(RELATIONS)
    attention = draw(ATTENTION)
    return [_tied(actor, relations, attention) for actor in made.ACTORS]


def _tied(actor: Actor, relations: Iterable[tuple[Any, ...]], attention: Iterable[tuple[Any, ...]]) -> Actor:
    ties: dict[str, Any] = {
        kind: tuple(
            made.relation(to, basis)
            for part, tie, to, basis in relations
            if (part, tie) == (actor.id, kind) and to != actor.id
        )
        for kind in KINDS
    }
    serves = tuple(
        Serving(group, basis, made.by(*sources)) for name, group, basis, sources in attention if name == actor.id
    )
    return replace(actor, serves=serves, **ties)


# Whole models


@st.composite
def step_models(draw: st.DrawFn) -> Model:
    """Models that are about steps: covers, ceilings, facilitations."""
    (names,) = chosen(draw, often(DOOR_ONLY, times=3, seldom=[(made.DOOR, made.LEDGER)]))
    cast = draw(casts())
    facts = [
        *draw(up_to(5, covers, names, cast)),
        *draw(up_to(3, ceilings, names, cast)),
        *draw(up_to(2, facilitations, names, cast)),
    ]
    return made.town(*told_apart(facts), steps=[draw(steps(name)) for name in names])


@st.composite
def table_models(draw: st.DrawFn) -> Model:
    """Models that are about who sits where: memberships, complete lists, relations, attention to groups."""
    names = (made.DOOR, made.LEDGER)
    cast = draw(casts())
    home, is_known = chosen(draw, HOMES, [False, True])
    known = [made.membership(made.HALL), *(made.complete(name) for name in (made.TABLE, *home.national_networks))]
    facts = [
        *(known if is_known else []),
        *draw(up_to(3, covers, names, cast, least=1)),
        *draw(up_to(4, memberships, cast)),
        *draw(up_to(2, lists, cast)),
        *draw(up_to(2, facilitations, names, cast)),
    ]
    door = made.step(made.DOOR, forms=[made.SEXUAL])
    ledger = made.step(made.LEDGER, forms=[made.LABOUR], groups=[made.GIRLS])
    return made.town(*told_apart(facts), steps=[door, ledger], actors=draw(actors()), country=home)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Models with something of everything."""
    names = (made.DOOR, made.LEDGER)
    (home,) = chosen(draw, HOMES)
    facts = [
        *draw(up_to(4, covers, names)),
        *draw(up_to(2, ceilings, names)),
        *draw(up_to(2, facilitations, names)),
        *draw(up_to(2, memberships)),
        *draw(up_to(1, lists)),
        *draw(up_to(3, statements)),
    ]
    known = [draw(steps(name)) for name in names]
    return made.town(*told_apart(facts), steps=known, actors=draw(actors()), country=home)


@st.composite
def said_models(draw: st.DrawFn) -> Model:
    """Models that are about what is said outside the steps."""
    return made.town(*told_apart(draw(up_to(5, statements, draw(casts()), least=1))))


DAYS = often(
    None, times=12, seldom=[date(2010, 6, 1), date(2012, 7, 1), date(2014, 2, 1), date(2014, 7, 1), date(2015, 1, 1)]
)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """What is looked at; mostly everything, on the country's own day."""
    as_of, form, group, basis = chosen(
        draw,
        DAYS,
        often(None, times=5, seldom=Form),
        often(None, times=6, seldom=[made.GIRLS, made.BOYS, made.CHILDREN]),
        often(None, times=12, seldom=Basis),
    )
    return Selection(as_of=as_of, form=form, group=group, basis=basis)


# What is asked of what


class Asked:
    """A model and what of it is looked at; shows only what differs from one example to the next."""

    def __init__(self, model: Model, selection: Selection) -> None:
        self.model, self.selection = model, selection

    def __repr__(self) -> str:
        model = self.model
        tied = [actor for actor in model.actors if actor not in made.ACTORS]
        parts = [self.selection, *model.countries, *model.scripts[0].steps, *tied, *model.facts()]
        return "\n".join(["", *(_shortly(part) for part in parts)])


def _shortly(value: object) -> str:
    """A value with only the fields that are not empty."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_shortly, value))})"
    if isinstance(value, frozenset):
        return f"{{{', '.join(sorted(map(_shortly, value)))}}}"
    if not is_dataclass(value):
        return str(value)
    shown = {part.name: getattr(value, part.name) for part in fields(value)}
    filled = [f"{name}={_shortly(part)}" for name, part in shown.items() if part or part == 0]
    return f"{type(value).__name__}({', '.join(filled)})"


@st.composite
def asked(draw: st.DrawFn, models: st.SearchStrategy[Model]) -> Asked:
    """One of these models and what of it is looked at."""
    return Asked(draw(models), draw(selections()))
