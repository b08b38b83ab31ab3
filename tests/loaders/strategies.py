"""Models for round trips: every kind of value, text that is hard to write down, nothing that the loader refuses.

The models of tests/strategies.py are made for the questions; these are made for the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from barriers import (
    Actor,
    Barrier,
    Ceiling,
    Citation,
    ClosedList,
    Cooperation,
    Country,
    Coverage,
    Crosswalk,
    CrosswalkRow,
    Edition,
    Facilitation,
    GeneralTask,
    Group,
    Membership,
    Model,
    PlaceClaim,
    Rating,
    Relation,
    Script,
    Serving,
    ShellClaim,
    Source,
    Step,
    Track,
    Weakness,
)
from barriers.facts import Fact
from barriers.ties import RATINGS
from barriers.words import (
    ActorKind,
    Awareness,
    Basis,
    Bound,
    Form,
    Handling,
    Level,
    Power,
    SourceKind,
    State,
    Voice,
    WeaknessKind,
)

SomeFact = TypeVar("SomeFact", bound=Fact)

COUNTRIES = ("NL", "NO")
STEPS = ("entry.offer", "entry.quay", "work.wharf")
BARRIERS = ("entry", "work")
GROUPS = ("everybody", "old", "young")
ACTORS = ("int.union", "nl.police", "no.inn")
NETWORK = "nl.table"
EDITION_LINES = 500

# What other readers of YAML take for something else, and what is hard to write down.
TEXT = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["NO", "yes", "~", "1.10", "2014-01-31", "a: b", "- a", "# a", "'", '"', "\\", " a ", "a\n\nb\n", "\t"]
    ),
)
NAMES = TEXT.filter(str.strip)
NOTES = st.one_of(st.just(""), TEXT)
DAYS = st.dates()
BASES = st.sampled_from(Basis)


def some(values: Iterable[Any], least: int = 0) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(sorted(values)), min_size=least)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """A citation, with lines only of the source that has an edition."""
    source = draw(st.sampled_from(["booklet", "letter"]))
    with_lines = source == "booklet" and draw(st.booleans())
    first = draw(st.integers(1, EDITION_LINES))
    return Citation(
        source,
        draw(NAMES),
        lines=(first, draw(st.integers(first, EDITION_LINES))) if with_lines else None,
        words=f"two {draw(NAMES)}" if with_lines else draw(NOTES),
        voice=draw(st.none() | st.sampled_from([voice for voice in Voice if voice is not Voice.SURVEY])),
        respondents=draw(st.none() | st.integers(1, 10**6)),
        asked=draw(NOTES),
    )


CITED = st.lists(citations(), max_size=2).map(tuple)


@st.composite
def common(draw: st.DrawFn) -> dict[str, Any]:
    """What all facts have."""
    since, until = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if since and until:
        since, until = sorted((since, until))
    return {
        "basis": draw(BASES),
        "citations": draw(CITED),
        "since": since,
        "until": until,
        "note": draw(NOTES),
        "handling": draw(st.sampled_from(Handling)),
        "country": draw(st.sampled_from([*COUNTRIES, "INT"])),
    }


def covers() -> st.SearchStrategy[Coverage]:
    return st.builds(
        lambda rest, **own: Coverage(**own, **rest),
        common(),
        actor=st.sampled_from(ACTORS),
        step=st.sampled_from(STEPS),
        power=st.sampled_from(Power),
        state=st.sampled_from(State),
        power_basis=BASES,
        groups=some(GROUPS),
        forms=some(Form),
        measured=st.booleans(),
    )


def ceilings() -> st.SearchStrategy[Ceiling]:
    return st.builds(
        lambda rest, **own: Ceiling(**own, **rest),
        common(),
        step=st.sampled_from(STEPS),
        bound=st.sampled_from(Bound),
        says=NOTES,
        groups=some(GROUPS),
        forms=some(Form),
    )


def tasks() -> st.SearchStrategy[GeneralTask]:
    return st.builds(
        lambda rest, barriers, **own: GeneralTask(barriers=tuple(sorted(barriers)), **own, **rest),
        common(),
        some(BARRIERS, least=1),
        actor=st.sampled_from(ACTORS),
        does=NOTES,
    )


def facilitations() -> st.SearchStrategy[Facilitation]:
    return st.builds(
        lambda rest, shell, **own: Facilitation(shell=shell, **own, **rest),
        common(),
        st.builds(ShellClaim, st.integers(1, 3), BASES),
        actor=st.sampled_from(ACTORS),
        by=NOTES,
        barrier=st.none() | st.builds(PlaceClaim, st.sampled_from(BARRIERS), BASES),
        step=st.none() | st.builds(PlaceClaim, st.sampled_from(STEPS), BASES),
        awareness=st.sampled_from(Awareness),
    )


def memberships() -> st.SearchStrategy[Membership]:
    return st.builds(
        lambda rest, actor: Membership(actor=actor, network=NETWORK, **rest), common(), st.sampled_from(ACTORS)
    )


def closed_lists() -> st.SearchStrategy[ClosedList]:
    def make(rest: dict[str, Any], without: frozenset[str]) -> ClosedList:
        return ClosedList(network=NETWORK, without=tuple(sorted(without)), **rest | {"until": date.max})

    return st.builds(make, common(), some(GROUPS))


def cooperation() -> st.SearchStrategy[Cooperation]:
    rating = st.builds(Rating, st.sampled_from(RATINGS), st.floats(0, 100))
    return st.builds(
        lambda rest, **own: Cooperation(**own, **rest),
        common(),
        actor=st.sampled_from(ACTORS),
        partner=st.sampled_from(ACTORS),
        ratings=st.lists(rating, max_size=3).map(tuple),
        suspicion=NOTES,
    )


def weaknesses() -> st.SearchStrategy[Weakness]:
    return st.builds(
        lambda rest, **own: Weakness(**own, **rest),
        common(),
        says=NOTES,
        touches=st.lists(st.sampled_from([*STEPS, *BARRIERS, *ACTORS]), max_size=3).map(tuple),
        kind=st.sampled_from(WeaknessKind),
        remedy=NOTES,
    )


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Three steps in a row behind two barriers."""
    steps = []
    for name, following in zip(STEPS, [*STEPS[1:], None], strict=True):
        cited = draw(CITED)
        steps.append(
            Step(
                name,
                name.partition(".")[0],
                draw(NAMES),
                forms=draw(some(Form, least=1)) | frozenset(Form),
                holds=draw(some(Power, least=1)),
                groups=frozenset(["everybody"]),
                levels=draw(some(Level)),
                leads_to=(following,) if following else (),
                ours=not cited,
                citations=cited,
                note=draw(NOTES),
            )
        )
    other = draw(st.lists(TEXT, min_size=1, max_size=3, unique=True).map(tuple))
    return Script(
        "two-doors",
        draw(NAMES),
        barriers=tuple(Barrier(name, draw(NAMES), order, draw(CITED)) for order, name in enumerate(BARRIERS)),
        steps=tuple(steps),
        groups=(Group("everybody", draw(NAMES), ("old", "young")), Group("old", "Old"), Group("young", "Young")),
        powers=frozenset(Power),
        tracks=(Track("along", draw(NAMES), draw(some(Form)), STEPS, ours=draw(st.booleans()), citations=draw(CITED)),),
        crosswalks=(Crosswalk("moments", draw(NAMES), other, (CrosswalkRow("entry", other[:1]),), (), other[1:]),),
        may_circle=draw(st.booleans()),
        citations=draw(CITED),
        note=draw(NOTES),
    )


@st.composite
def actors(draw: st.DrawFn) -> tuple[Actor, ...]:
    """The actors, each part of the one before it."""
    made = []
    for before, name in zip([None, *ACTORS], [*ACTORS, NETWORK], strict=True):
        relation = st.builds(Relation, st.just(before or ""), BASES, CITED, NOTES)
        made.append(
            Actor(
                name,
                draw(NAMES),
                ActorKind.NETWORK if name == NETWORK else draw(st.sampled_from(ActorKind)),
                levels=draw(some(Level)),
                native=draw(NOTES),
                abbreviation=draw(NOTES),
                roles=draw(st.lists(TEXT, max_size=2).map(tuple)),
                mandate=draw(NOTES),
                part_of=(draw(relation),) if before else (),
                serves=tuple(draw(st.lists(st.builds(Serving, st.sampled_from(GROUPS), BASES, CITED), max_size=1))),
                citations=draw(CITED),
                handling=draw(st.sampled_from(Handling)),
                country=name.partition(".")[0].upper(),
            )
        )
    return tuple(made)


def sources() -> st.SearchStrategy[tuple[Source, ...]]:
    def source(name: str, edition: str | None) -> st.SearchStrategy[Source]:
        return st.builds(
            Source,
            st.just(name),
            NAMES,
            st.sampled_from([kind for kind in SourceKind if kind is not SourceKind.MACHINE]),
            NAMES,
            date=DAYS,
            date_note=NOTES,
            address=NOTES,
            voice=st.sampled_from([voice for voice in Voice if voice is not Voice.SURVEY]),
            edition=st.just(edition),
            handling=st.sampled_from(Handling),
        )

    return st.tuples(source("booklet", "booklet-text"), source("letter", None))


def different(facts: st.SearchStrategy[SomeFact]) -> st.SearchStrategy[tuple[SomeFact, ...]]:
    """Up to three facts, each with an id of its own."""
    return st.lists(facts, max_size=3, unique_by=lambda fact: fact.id).map(tuple)


def countries() -> st.SearchStrategy[tuple[Country, ...]]:
    return st.tuples(
        *(
            st.builds(
                Country,
                st.just(code),
                NAMES,
                DAYS,
                st.just("booklet"),
                NOTES,
                task_force=st.sampled_from([None, NETWORK]),
                national_networks=st.sampled_from([(), (NETWORK,)]),
                ask=st.lists(st.sampled_from(ACTORS), max_size=2).map(tuple),
                note=NOTES,
            )
            for code in COUNTRIES
        )
    )


def models() -> st.SearchStrategy[Model]:
    """Whole models, with up to three facts of each kind."""
    return st.builds(
        Model,
        countries=countries(),
        scripts=scripts().map(lambda script: (script,)),
        editions=st.builds(
            Edition, st.just("booklet-text"), NAMES, st.just("0" * 64), st.integers(EDITION_LINES, 10**9)
        ).map(lambda edition: (edition,)),
        sources=sources(),
        actors=actors(),
        coverage=different(covers()),
        ceilings=different(ceilings()),
        tasks=different(tasks()),
        facilitations=different(facilitations()),
        memberships=different(memberships()),
        closed_lists=different(closed_lists()),
        cooperation=different(cooperation()),
        weaknesses=different(weaknesses()),
    )
