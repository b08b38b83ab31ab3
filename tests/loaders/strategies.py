"""Models for round trips: every kind of value, text that is hard to write down, nothing that the loader refuses.

The models of tests/strategies.py are made for the questions; these are made for the files.
"""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from barriers import (
    Actor,
    Barrier,
    Country,
    Crosswalk,
    CrosswalkRow,
    Edition,
    Group,
    Model,
    Relation,
    Route,
    Script,
    Serving,
    Source,
    Step,
)
from barriers.facts import Fact
from barriers.words import (
    ActorKind,
    Form,
    Handling,
    Level,
    Power,
    SourceKind,
    Voice,
)
from tests.loaders.fact_strategies import (
    ACTORS,
    BARRIERS,
    BASES,
    CITED,
    COUNTRIES,
    DAYS,
    EDITION_LINES,
    GROUPS,
    NAMES,
    NETWORK,
    NOTES,
    SCRIPT,
    STEPS,
    TEXT,
    ceilings,
    complete_lists,
    cooperation,
    coordinators,
    covers,
    duties,
    facilitations,
    figures,
    indicators,
    memberships,
    practices,
    signals,
    some,
    statements,
    swot_items,
    tasks,
    weaknesses,
)

SomeFact = TypeVar("SomeFact", bound=Fact)


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
                powers=draw(some(Power, least=1)),
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
        SCRIPT,
        draw(NAMES),
        barriers=tuple(Barrier(name, draw(NAMES), order, draw(CITED)) for order, name in enumerate(BARRIERS)),
        steps=tuple(steps),
        groups=(Group("everybody", draw(NAMES), ("old", "young")), Group("old", "Old"), Group("young", "Young")),
        powers=frozenset(Power),
        routes=(Route("along", draw(NAMES), draw(some(Form)), STEPS, ours=draw(st.booleans()), citations=draw(CITED)),),
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
        complete_lists=different(complete_lists()),
        cooperation=different(cooperation()),
        weaknesses=different(weaknesses()),
        duties=different(duties()),
        coordinators=different(coordinators()),
        signals=different(signals()),
        practices=different(practices()),
        figures=different(figures()),
        statements=different(statements()),
        swot=different(swot_items()),
        indicators=different(indicators()),
    )
