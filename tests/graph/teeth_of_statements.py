"""What fixes a cell, what a ceiling does, and what counts as recorded: each rule with a way to break it."""

# ruff: noqa: ARG005 - a broken rule takes what the right one takes

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from barriers import Ceiling, Coverage, Model, Script, Selection
from barriers import scope as scopes
from barriers.facts import Fact
from barriers.scope import Scope
from barriers.words import Basis, Bound, State, Voice
from graph import reading
from graph.barrier_graph import BarrierGraph
from graph.questions import paper_cover, seen_not_stopped
from graph.reading import Held, StepReading, Top
from tests.graph.made import (
    ABSENT,
    BOYS,
    CHILDREN,
    COMPETENT,
    DAY,
    DETECT,
    DOOR,
    GIRLS,
    HINDER,
    INFERRED,
    LABOUR,
    LATER,
    LAW,
    PARTIAL,
    PLANNED,
    POLICE,
    REPORT,
    SANCTION,
    TALK,
    by,
    cover,
    in_part,
    nobody,
    step,
    town,
)
from tests.graph.teeth import Bite, Break, instead

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)
ABOUT_GIRLS = Selection(group=GIRLS)


# Ways to break a rule


def counts_as(state: State, degree: str) -> Break:
    return lambda monkeypatch: monkeypatch.setitem(reading._SAYS, state, degree)


def within(*parts: str) -> Break:
    """Narrowness judged by these parts of a scope only."""

    def is_within(mine: Scope, other: Scope) -> bool:
        judged = {part: getattr(mine if part in parts else other, part) for part in ("groups", "forms")}
        first, last = (mine.begins, mine.ends) if "time" in parts else (other.begins, other.ends)
        stripped = Scope(begins=first, ends=last, **judged)
        return is_truly_within(stripped, other)

    def is_narrower_than(mine: Scope, other: Scope) -> bool:
        return is_within(mine, other) and not is_within(other, mine)

    is_truly_within = Scope.is_within

    def broken(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Scope, "is_within", is_within)
        monkeypatch.setattr(Scope, "is_narrower_than", is_narrower_than)

    return broken


def disputed(*, bounds: tuple[Bound, ...] = (Bound.ABSENT,), **unasked: bool) -> Break:
    """A ceiling disputed by covers of which something is no longer asked."""

    def is_disputed(found: StepReading, ceiling: Ceiling, atom: reading.Atom) -> bool:
        graph, whole = found.graph, found.graph.scope(ceiling)
        return ceiling.bound in bounds and any(
            (cover.power in found.step.holds or "power" in unasked)
            and (cover.state in (State.WORKING, State.PARTIAL) or "state" in unasked)
            and (graph.is_firm(cover) or "firm" in unasked)
            and (graph.is_valid(cover) or "valid" in unasked)
            and graph.scope(cover).concerns(*atom)
            and (graph.scope(cover).is_within(whole) or "narrow" in unasked)
            for cover in found.recorded
        )

    return instead(StepReading, "_is_disputed", is_disputed)


def everything_wins(found: StepReading, facts: list[Any]) -> list[Any]:
    return facts


def the_first_wins(found: StepReading, facts: list[Any]) -> list[Any]:
    return facts[:1]


def tops(change: Callable[[Top, set[Bound]], Top]) -> Break:
    """What the ceilings leave of an atom, changed, with the kinds of those that count there."""
    right = StepReading._top

    def changed(found: StepReading, here: list[Any]) -> Top:
        return change(right(found, here), {ceiling.bound for ceiling, counts in here if counts})

    return instead(StepReading, "_top", changed)


def firm_whatever_its_basis(graph: BarrierGraph, fact: Fact) -> bool:
    return graph.part.fixes(fact.citations)


def by_the_source_alone(model: Model, citations: tuple[Any, ...]) -> bool:
    return any(model.source_by_id[citation.source].voice.fixes for citation in citations)


def at_the_latest_source(model: Model, fact: Fact) -> date:
    dates = [model.source_by_id[citation.source].date or date.min for citation in fact.citations]
    return fact.since or max(dates)


def unbounded_holders(found: StepReading) -> dict[str, Held]:
    return {
        actor: Held(True, said.fully)
        for (actor, power, _), said in found.cells.items()
        if power in found.step.holds and said.in_part
    }


def one_more_always(found: StepReading) -> bool:
    return len(found.sure_holders) + any(top.somebody for top in found.tops.values()) >= 2


def even_the_absent(found: StepReading) -> list[tuple[Any, bool]]:
    return [(cover, True) for cover in found.recorded]


SOMEBODY = instead(StepReading, "is_possible_with", lambda found, powers: True)


# The rules

STATEMENTS = [
    Bite(
        "who may act does not act yet",
        town(cover(POLICE, state=COMPETENT)),
        counts_as(COMPETENT, "fully"),
    ),
    Bite("what is planned is not there", town(cover(POLICE, state=PLANNED)), counts_as(PLANNED, "in_part")),
    Bite(
        "who does not act at all does not act in part",
        town(cover(POLICE, state=ABSENT)),
        counts_as(ABSENT, "in_part"),
    ),
    Bite(
        "in part is less than fully",
        town(cover(POLICE, state=PARTIAL)),
        counts_as(PARTIAL, "fully"),
    ),
    Bite(
        "what the analyst infers fixes nothing",
        town(cover(POLICE, basis=INFERRED)),
        instead(BarrierGraph, "is_firm", firm_whatever_its_basis),
    ),
    Bite(
        "a power that the analyst infers fixes nothing",
        town(cover(POLICE, power_basis=INFERRED)),
        instead(Coverage, "is_stated", property(lambda cover: cover.basis is Basis.STATED)),
    ),
    Bite(
        "what one interviewee thinks fixes nothing",
        town(cover(POLICE, source=TALK)),
        instead(Model, "fixes", lambda model, citations: bool(citations)),
    ),
    Bite(
        "what nobody cites fixes nothing",
        town(cover(POLICE, citations=())),
        instead(Model, "fixes", lambda model, citations: True),
    ),
    Bite(
        "the voice of a citation comes before that of its source",
        town(cover(POLICE, citations=by(REPORT, voice=Voice.CRITIC))),
        instead(Model, "fixes", by_the_source_alone),
    ),
    Bite(
        "a cover that has ended fixes nothing",
        town(cover(POLICE, until=LAST_SUMMER)),
        instead(BarrierGraph, "is_valid", lambda graph, fact: True),
    ),
    Bite(
        "a cover still holds on its last day",
        town(cover(POLICE, until=DAY)),
        instead(BarrierGraph, "is_valid", lambda graph, fact: fact.until is None or graph.as_of < fact.until),
    ),
    Bite(
        "what has not begun is not there",
        town(cover(POLICE, source=LATER)),
        instead(Model, "begins", lambda model, fact: fact.since or date.min),
    ),
    Bite(
        "a statement without a beginning begins at its earliest source",
        town(cover(POLICE, citations=by(LATER, LAW))),
        instead(Model, "begins", at_the_latest_source),
    ),
    Bite(
        "the narrower statement wins",
        town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])),
        instead(StepReading, "_narrowest", everything_wins),
        ABOUT_GIRLS,
    ),
    Bite(
        "fewer groups are narrower",
        town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])),
        within("forms", "time"),
        ABOUT_GIRLS,
    ),
    Bite(
        "fewer forms are narrower",
        town(cover(POLICE, state=ABSENT), cover(POLICE, forms=[LABOUR])),
        within("groups", "time"),
        Selection(form=LABOUR),
    ),
    Bite(
        "a shorter time is narrower",
        town(cover(POLICE, state=ABSENT), cover(POLICE, since=LAST_SUMMER, **P2)),
        within("groups", "forms"),
    ),
    Bite(
        "no groups means everybody, and everybody is the widest",
        town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])),
        instead(scopes, "_narrows", lambda mine, theirs: mine <= theirs),
        ABOUT_GIRLS,
    ),
    Bite(
        "a word for several groups means each of them",
        town(cover(POLICE, groups=[CHILDREN]), steps=[step(DOOR, groups=[GIRLS, BOYS])]),
        instead(Script, "expand", lambda script, groups: groups),
    ),
    Bite(
        "equal statements that contradict each other fix nothing",
        town(cover(POLICE), cover(POLICE, state=ABSENT, **P2)),
        instead(StepReading, "_narrowest", the_first_wins),
    ),
]

CEILINGS = [
    Bite(
        "a source's nobody is disputed by one who is named",
        town(nobody(), cover(POLICE)),
        instead(StepReading, "_is_disputed", lambda found, ceiling, atom: False),
    ),
    Bite(
        "a source's in part is never disputed",
        town(in_part(), cover(POLICE)),
        disputed(bounds=(Bound.ABSENT, Bound.PARTIAL)),
    ),
    Bite(
        "a broader cover disputes nothing",
        town(nobody(groups=[GIRLS]), cover(POLICE)),
        disputed(narrow=True),
        ABOUT_GIRLS,
    ),
    Bite(
        "an earlier cover disputes nothing that a source says later",
        town(nobody(since=LAST_SUMMER), cover(POLICE)),
        within("groups", "forms"),
    ),
    Bite(
        "what the analyst infers disputes nothing",
        town(nobody(), cover(POLICE, basis=INFERRED)),
        disputed(firm=True),
    ),
    Bite(
        "a cover that has ended disputes nothing",
        town(nobody(), cover(POLICE, until=LAST_SUMMER)),
        disputed(valid=True, narrow=True),
    ),
    Bite("who only may act disputes nothing", town(nobody(), cover(POLICE, state=COMPETENT)), disputed(state=True)),
    Bite("who only sees disputes nothing", town(nobody(), cover(POLICE, DETECT)), disputed(power=True)),
    Bite(
        "a ceiling that one interviewee thinks of bounds nothing",
        town(nobody(source=TALK)),
        instead(Model, "fixes", lambda model, citations: bool(citations)),
    ),
    Bite(
        "a ceiling that has ended bounds nothing",
        town(nobody(until=LAST_SUMMER)),
        instead(BarrierGraph, "is_valid", lambda graph, fact: True),
    ),
    Bite(
        "the narrower ceiling wins",
        town(nobody(), in_part(groups=[GIRLS])),
        instead(StepReading, "_narrowest", everything_wins),
        ABOUT_GIRLS,
    ),
    Bite(
        "where nobody and in part stand side by side, somebody may hold in part",
        town(nobody(), in_part(**P2)),
        tops(lambda top, kinds: Top(top.somebody, Bound.ABSENT not in kinds, top.fully)),
    ),
    Bite(
        "where nobody and in part stand side by side, nobody is said to hold",
        town(nobody(), in_part(**P2)),
        tops(lambda top, kinds: Top(Bound.PARTIAL in kinds, top.in_part, top.fully)),
    ),
    Bite(
        "a source's in part says that somebody acts",
        town(in_part()),
        tops(lambda top, kinds: Top(False, top.in_part, top.fully)),
    ),
    Bite(
        "that somebody may be one who is named",
        town(in_part(), cover(POLICE)),
        instead(StepReading, "has_two_holders", property(one_more_always)),
    ),
    Bite(
        "that somebody is not one who is said not to act there",
        town(
            in_part(groups=[GIRLS]),
            cover(POLICE, groups=[BOYS]),
            cover(POLICE, HINDER, ABSENT, groups=[GIRLS]),
            cover(POLICE, SANCTION, ABSENT, groups=[GIRLS]),
        ),
        instead(StepReading, "_may_be", lambda found, actor, atom: True),
    ),
    Bite(
        "a ceiling bounds those who are named as well",
        town(in_part(), cover(POLICE)),
        instead(StepReading, "sure", property(unbounded_holders)),
    ),
    Bite(
        "a ceiling does not bound those who only see",
        town(nobody(), cover(POLICE, DETECT)),
        instead(StepReading, "is_detected", False),
    ),
]

PRESENCES = [
    Bite("silence names nobody", town(), SOMEBODY),
    Bite(
        "who is said not to see is nobody who sees",
        town(cover(POLICE, DETECT, ABSENT, source=TALK)),
        instead(StepReading, "_possible", property(even_the_absent)),
    ),
    Bite(
        "a source's in part is a presence, though another says nobody",
        town(nobody(), in_part(**P2)),
        instead(paper_cover, "_is_recorded", lambda found: found.is_possible_with(found.step.holds)),
    ),
    Bite(
        "where to see is to hold, nobody sees without stopping",
        town(cover(POLICE, DETECT, COMPETENT), steps=[step(DOOR, holds=[DETECT])]),
        instead(seen_not_stopped, "_holds_who_sees", lambda step: False),
    ),
]
