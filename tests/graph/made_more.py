"""More words for small models about the town: signals, coordinators, duties, ratings, routes and levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from barriers import Citation, Cooperation, Coordinator, Duty, Model, Rating, Route, Signal
from barriers.facts import Fact
from barriers.words import Form, Level, Obligation, State
from tests.graph.made import DOOR, LEDGER, NL, REPORT, by

LOCAL, REGIONAL, NATIONAL = Level.LOCAL, Level.REGIONAL, Level.NATIONAL
OBLIGED, VOLUNTARY, NOT_OBLIGED = Obligation.OBLIGED, Obligation.VOLUNTARY, Obligation.NOT_OBLIGED


def _given(source: str, more: dict[str, Any]) -> dict[str, Any]:
    return {"citations": by(source), "country": NL, **more}


def signal(follow_up: State | None = None, *, at: Iterable[str] = (DOOR,), source: str = REPORT, **more: Any) -> Signal:
    """Rent paid in cash, and how far it is followed up."""
    return Signal(says="rent paid in cash", steps=tuple(at), follow_up=follow_up, **_given(source, more))


def coordinator(actor: str, *barriers: str, source: str = REPORT, **more: Any) -> Coordinator:
    """That an actor directs at these barriers."""
    return Coordinator(actor=actor, barriers=barriers or ("entry",), **_given(source, more))


def duty(actor: str, obligation: Obligation, to: str, *, source: str = REPORT, **more: Any) -> Duty:
    """Whether an actor must report to another."""
    return Duty(actor=actor, to=to, duty=obligation, **_given(source, more))


def rated(actor: str, partner: str, *, source: str = REPORT, citations: Any = None, **ratings: float) -> Cooperation:
    """How one rates another; the words of the ratings with underscores."""
    parts = tuple(Rating(name.replace("_", "-"), per_cent) for name, per_cent in ratings.items())
    return Cooperation(actor=actor, partner=partner, ratings=parts, citations=citations or by(source), country=NL)


def survey_of(number: int | None, asked: str = "") -> tuple[Citation, ...]:
    """A citation of a survey."""
    return (Citation(REPORT, "p. 1", respondents=number, asked=asked),)


def route(name: str, *steps: str, forms: Iterable[Form] = tuple(Form)) -> Route:
    """A route through these steps, door and ledger unless told."""
    return Route(f"route.{name}", f"Through the door {name}", frozenset(forms), steps or (DOOR, LEDGER), ours=True)


_KINDS: dict[type[Fact], str] = {
    Signal: "signals",
    Coordinator: "coordinators",
    Duty: "duties",
    Cooperation: "cooperation",
}


def with_more(
    model: Model, *facts: Fact, routes: Iterable[Route] = (), levels: dict[str, Iterable[Level]] | None = None
) -> Model:
    """The model with these facts and routes as well, and each named step or actor at these levels."""
    assert len({fact.id for fact in facts}) == len(facts), "two of the facts have one id; cite another page"
    at = {name: frozenset(found) for name, found in (levels or {}).items()}
    town, *others = model.scripts
    steps = tuple(replace(step, levels=at.get(step.id, step.levels)) for step in town.steps)
    known: dict[str, Any] = {
        name: (*getattr(model, name), *(fact for fact in facts if isinstance(fact, kind)))
        for kind, name in _KINDS.items()
    }
    return replace(
        model,
        scripts=(replace(town, steps=steps, routes=tuple(routes)), *others),
        actors=tuple(replace(actor, levels=at.get(actor.id, actor.levels)) for actor in model.actors),
        **known,
    )
