"""A town that everybody knows by heart, and the words to write small models about it.

Two steps, `door` and `ledger`, both held by hindering or sanctioning, for girls and boys (together: children),
in both forms. Three actors: the police, the town hall, the bank; two networks: the round table (the task
force) and the platform. The day is 31 January 2014. A report of 2013 speaks unless another source is named.

Beside the town lies a village: another script, of one step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from barriers import (
    Actor,
    Barrier,
    Ceiling,
    Citation,
    CompleteList,
    Country,
    Coverage,
    Facilitation,
    GeneralTask,
    Group,
    Membership,
    Model,
    PlaceClaim,
    Relation,
    Script,
    Selection,
    Serving,
    ShellClaim,
    Source,
    Statement,
    Step,
    Weakness,
)
from barriers.facts import Fact
from barriers.words import ActorKind, Basis, Bound, Form, Level, Power, SourceKind, State, Voice

DAY = date(2014, 1, 31)
NL, SCRIPT = "NL", "town"
HARVEST, FIELD = "harvest", "harvest.field"
KEY = "who keeps the key of the door"
EVERYTHING = Selection()
DOOR, LEDGER = "entry.door", "finance.ledger"
GIRLS, BOYS, CHILDREN = "girls", "boys", "children"
POLICE, HALL, BANK = "nl.police", "nl.town-hall", "nl.bank"
TABLE, PLATFORM = "nl.round-table", "nl.platform"
STATED, INFERRED = Basis.STATED, Basis.INFERRED
DETECT, HINDER, SANCTION, PROTECT = Power.DETECT, Power.HINDER, Power.SANCTION, Power.PROTECT
ACTIVE, PARTIAL, MANDATE, PLANNED, ABSENT = (
    State.ACTIVE,
    State.PARTIAL,
    State.MANDATE,
    State.PLANNED,
    State.ABSENT,
)
SEXUAL, LABOUR = Form.SEXUAL, Form.LABOUR

REPORT, LAW, UNDATED, LATER = "report", "law", "undated", "later"
TALK, CRITIC, SURVEY = "talk", "critic", "survey"


def _source(name: str, voice: Voice, day: date | None) -> Source:
    return Source(name, name.title(), SourceKind.REPORT, about="the town", date=day, voice=voice)


SOURCES = (
    _source(REPORT, Voice.REPORT, date(2013, 1, 1)),
    _source(LAW, Voice.LAW, date(2010, 1, 1)),
    _source(UNDATED, Voice.OFFICIAL, None),
    _source(LATER, Voice.REPORT, date(2014, 6, 1)),
    _source(TALK, Voice.INTERVIEWEE, date(2012, 1, 1)),
    _source(CRITIC, Voice.CRITIC, date(2012, 6, 1)),
    _source(SURVEY, Voice.SURVEY, date(2013, 6, 1)),
)


def by(*sources: str, at: str = "p. 1", voice: Voice | None = None) -> tuple[Citation, ...]:
    """Citations of these sources; a voice of their own where one is named."""
    return tuple(Citation(source, at, voice=voice, asked="some") for source in sources)


# The script and the actors


def step(
    name: str,
    *,
    forms: Iterable[Form] = (SEXUAL, LABOUR),
    groups: Iterable[str] = (CHILDREN,),
    powers: Iterable[Power] = (HINDER, SANCTION),
) -> Step:
    """A step of the town's script; its barrier is the first part of its id."""
    return Step(
        id=name,
        barrier=name.partition(".")[0],
        name=name.partition(".")[2].title(),
        forms=frozenset(forms),
        powers=frozenset(powers),
        groups=frozenset(groups),
        levels=frozenset([Level.LOCAL]),
        ours=True,
    )


GROUPS = (Group(GIRLS, "Girls"), Group(BOYS, "Boys"), Group(CHILDREN, "Children", (GIRLS, BOYS)))


def script(*steps: Step) -> Script:
    """The town's script with these steps."""
    return Script(
        id=SCRIPT,
        name="The town",
        barriers=(Barrier("entry", "Entry", 1), Barrier("finance", "Finance", 2)),
        steps=steps,
        groups=GROUPS,
        powers=frozenset(Power),
    )


VILLAGE = Script(
    id="village",
    name="The village",
    barriers=(Barrier(HARVEST, "Harvest", 1),),
    steps=(step(FIELD),),
    groups=GROUPS,
    powers=frozenset(Power),
)


def actor(name: str, kind: ActorKind = ActorKind.STATE, **more: Any) -> Actor:
    """An actor whose name is the end of its id."""
    called = name.partition(".")[2].replace("-", " ")
    return Actor(id=name, name=called.capitalize(), kind=kind, country=NL, **more)


def relation(to: str, basis: Basis = STATED) -> Relation:
    """That an actor belongs to another."""
    return Relation(to, basis, by(REPORT))


def serving(group: str, basis: Basis = STATED, source: str = REPORT) -> Serving:
    """That an actor attends to a group."""
    return Serving(group, basis, by(source))


ACTORS = (
    actor(POLICE, ActorKind.POLICE),
    actor(HALL, ActorKind.MUNICIPALITY),
    actor(BANK, ActorKind.PRIVATE),
    actor(TABLE, ActorKind.NETWORK),
    actor(PLATFORM, ActorKind.NETWORK),
)


def home(task_force: str | None = TABLE, national_networks: tuple[str, ...] = ()) -> Country:
    """The country; its task force is the round table."""
    return Country(
        code=NL,
        name="Netherlands",
        as_of=DAY,
        main_source=REPORT,
        about="the town",
        task_force=task_force,
        national_networks=national_networks,
        ask=(HALL,),
    )


# Facts


def cover(
    actor: str, power: Power = HINDER, state: State = ACTIVE, *, step: str = DOOR, source: str = REPORT, **more: Any
) -> Coverage:
    """That an actor covers a step; hinders it, active, for everybody, unless told otherwise."""
    given: dict[str, Any] = {"citations": by(source), "country": NL, **more}
    return Coverage(actor=actor, step=step, power=power, state=state, **_sets(given))


def ceiling(bound: Bound, *, step: str = DOOR, source: str = REPORT, says: str = "so it is", **more: Any) -> Ceiling:
    """What a source says of the step as a whole."""
    given: dict[str, Any] = {"citations": by(source), "country": NL, **more}
    return Ceiling(step=step, bound=bound, says=says, **_sets(given))


def nobody(**more: Any) -> Ceiling:
    """A source says that nobody holds the step."""
    return ceiling(Bound.ABSENT, **more)


def in_part(**more: Any) -> Ceiling:
    """A source says that the step is held only in part."""
    return ceiling(Bound.PARTIAL, **more)


def _sets(given: dict[str, Any]) -> dict[str, Any]:
    return {key: frozenset(value) if key in ("groups", "forms") else value for key, value in given.items()}


def helps(
    actor: str,
    *,
    shell: Basis | None = None,
    barrier: Basis | None = None,
    step: Basis | None = None,
    at: str = DOOR,
    source: str = REPORT,
    **more: Any,
) -> Facilitation:
    """That an actor makes the step `at` possible: the basis of each claim that is made."""
    given: dict[str, Any] = {"citations": by(source), "country": NL, **more}
    return Facilitation(
        actor=actor,
        by="gives out papers",
        shell=ShellClaim(3, shell) if shell else None,
        barrier=PlaceClaim(at.partition(".")[0], barrier) if barrier else None,
        step=PlaceClaim(at, step) if step else None,
        **given,
    )


def membership(actor: str, network: str = TABLE, *, source: str = REPORT, **more: Any) -> Membership:
    """That an actor sits in a network."""
    given: dict[str, Any] = {"citations": by(source), "country": NL, **more}
    return Membership(actor=actor, network=network, **given)


def complete(network: str = TABLE, *, without: tuple[str, ...] = (), source: str = REPORT, **more: Any) -> CompleteList:
    """That the members of a network are all named."""
    given: dict[str, Any] = {"citations": by(source), "country": NL, **more}
    return CompleteList(network=network, without=without, **given)


def task(actor: str, *barriers: str) -> GeneralTask:
    """A general task at these barriers."""
    return GeneralTask(actor=actor, barriers=barriers, does="investigates", citations=by(REPORT), country=NL)


def weakness(*touches: str, remedy: str = "") -> Weakness:
    """A gap that a source states."""
    return Weakness(says="too few", touches=touches, remedy=remedy, citations=by(REPORT), country=NL)


def said(claim: str, topic: str = KEY, *, source: str = REPORT, **more: Any) -> Statement:
    """What a source answers to something that is no step: who keeps the key, unless told otherwise."""
    given: dict[str, Any] = {"citations": by(source), "country": NL, **more}
    return Statement(says=f"It is said: {claim}.", topic=topic, claim=claim, **given)


# The model

_KINDS: dict[type[Fact], str] = {
    Coverage: "coverage",
    Ceiling: "ceilings",
    GeneralTask: "tasks",
    Facilitation: "facilitations",
    Membership: "memberships",
    CompleteList: "complete_lists",
    Weakness: "weaknesses",
    Statement: "statements",
}

SomeFact = TypeVar("SomeFact", bound=Fact)


def town(
    *facts: Fact,
    steps: Iterable[Step] = (step(DOOR),),
    actors: Iterable[Actor] = (),
    country: Country | None = None,
) -> Model:
    """A model of these facts; an actor that is given replaces the town's own of that id."""
    assert len({fact.id for fact in facts}) == len(facts), "two of the facts have one id; cite another page"
    known = {found.id: found for found in (*ACTORS, *actors)}
    by_kind: dict[str, Any] = {
        name: tuple(fact for fact in facts if isinstance(fact, kind)) for kind, name in _KINDS.items()
    }
    return Model(
        countries=(country or home(),),
        scripts=(script(*steps), VILLAGE),
        sources=SOURCES,
        actors=tuple(known.values()),
        **by_kind,
    )


def dated(fact: SomeFact, since: date | None, until: date | None = None) -> SomeFact:
    """The same fact with another period."""
    return replace(fact, since=since, until=until)
