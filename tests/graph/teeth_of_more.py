"""Levels, groups, tracks, signals, leads, ties, duties and seats: each rule with a way to break it."""

# ruff: noqa: ARG005 - a broken rule takes what the right one takes

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from barriers import Cooperation, Selection
from barriers.words import Certainty, Level
from graph import QUESTIONS, barrier_graph
from graph.barrier_graph import BarrierGraph
from graph.questions import Row, View, group_not_served, open_track, presence
from graph.questions import no_duty_to_report as duty_rule
from graph.questions import ratings as ratings_rule
from graph.questions import signal_not_followed as signal_rule
from graph.questions import strangers as strangers_rule
from graph.questions import weak_tie as weak_rule
from graph.reading import Held, StepReading, Top
from tests.graph import agreement
from tests.graph.made import (
    ABSENT,
    BANK,
    BOYS,
    COMPETENT,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    HINDER,
    INFERRED,
    LABOUR,
    LEDGER,
    PARTIAL,
    POLICE,
    REPORT,
    SEXUAL,
    STATED,
    SURVEY,
    TABLE,
    TALK,
    WORKING,
    actor,
    by,
    closed,
    cover,
    home,
    in_part,
    nobody,
    relation,
    seat,
    step,
    town,
)
from tests.graph.made_more import (
    LOCAL,
    NATIONAL,
    NOT_OBLIGED,
    OBLIGED,
    VOLUNTARY,
    duty,
    lead,
    rated,
    signal,
    track,
    with_more,
)
from tests.graph.teeth import Bite, Break, instead, rows_through

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)
TWO = [step(DOOR), step(LEDGER)]
SEES_IS_HOLDS = [step(DOOR, holds=[DETECT, HINDER])]
NEVER_VALID = instead(BarrierGraph, "is_valid", lambda graph, fact: True)
ALL_FIRM = instead(BarrierGraph, "is_firm", lambda graph, fact: True)


def with_rule(question: str, rule: Any) -> Break:
    """Another rule for one question."""
    return instead(
        agreement,
        "QUESTIONS",
        tuple(replace(asked, rule=rule) if asked.id == question else asked for asked in QUESTIONS),
    )


def levels_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that an actor works at its own levels only."""
    right = BarrierGraph.actor
    everywhere = frozenset(Level)
    monkeypatch.setattr(BarrierGraph, "actor", lambda graph, name: replace(right(graph, name), levels=everywhere))


def one_level_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that the levels of an actor are a set: the first in the alphabet counts."""
    right = BarrierGraph.actor

    def narrowed(graph: BarrierGraph, name: str) -> Any:
        found = right(graph, name)
        return replace(found, levels=frozenset(sorted(found.levels)[:1]))

    monkeypatch.setattr(BarrierGraph, "actor", narrowed)


def by_whoever_may(question: str) -> Break:
    """The rule with merely possible holders for sure ones."""

    def rule(view: View) -> Iterator[Row]:
        everybody = property(lambda reading: dict.fromkeys(reading.possible_holders, Held(True, True)))
        with pytest.MonkeyPatch.context() as monkeypatch:
            monkeypatch.setattr(StepReading, "sure", everybody)
            monkeypatch.setattr(StepReading, "sure_holders", property(lambda reading: reading.possible_holders))
            yield from list(next(asked for asked in QUESTIONS if asked.id == question).rule(view))

    return with_rule(question, rule)


def every_pass_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that a step on a track counts once however often it is passed."""
    monkeypatch.setattr(barrier_graph, "dict", type("Passes", (), {"fromkeys": staticmethod(list)}), raising=False)


HELD = [
    Bite(
        "a step is held at the levels of those who hold it",
        with_more(town(cover(POLICE)), levels={POLICE: [NATIONAL], DOOR: [LOCAL]}),
        levels_of_all,
    ),
    Bite(
        "an actor works at all of its levels",
        with_more(town(cover(POLICE)), levels={POLICE: [LOCAL, NATIONAL], DOOR: [LOCAL, NATIONAL]}),
        one_level_each,
    ),
    Bite(
        "only who surely holds a step holds it at a level",
        with_more(town(cover(POLICE, state=COMPETENT)), levels={POLICE: [LOCAL]}),
        by_whoever_may("missing-level"),
    ),
    Bite(
        "somebody whom no source names is of no known level",
        town(in_part()),
        with_rule("missing-level", lambda view: []),
    ),
    Bite(
        "who holds for one group does not hold for another",
        town(cover(POLICE, groups=[GIRLS])),
        instead(group_not_served, "_is_held_at", lambda reading, atom: reading.surely.in_part),
    ),
    Bite(
        "nobody for boys is certain although girls are served",
        town(nobody(groups=[BOYS])),
        rows_through("group-not-served", lambda row: replace(row, certainty=Certainty.POSSIBLE)),
    ),
    Bite(
        "nobody in one form is not nobody for the group",
        town(nobody(groups=[BOYS], forms=[SEXUAL])),
        rows_through(
            "group-not-served",
            lambda row: replace(row, certainty=Certainty.CERTAIN) if row.subject.endswith(BOYS) else row,
        ),
    ),
    Bite(
        "held in part by somebody unnamed is served",
        town(in_part(groups=[BOYS])),
        instead(StepReading, "_top", lambda reading, here: Top(False, in_part=True, fully=not here)),
    ),
    Bite(
        "a broader cover does not serve where a ceiling says nobody",
        town(nobody(groups=[BOYS], forms=[SEXUAL]), cover(POLICE, forms=[SEXUAL])),
        instead(
            group_not_served,
            "_is_held_at",
            lambda reading, atom: any(where == atom and said.in_part for (_, _, where), said in reading.cells.items()),
        ),
    ),
    Bite(
        "to see is not to hold for a group",
        town(cover(POLICE, DETECT)),
        instead(
            group_not_served,
            "_is_held_at",
            lambda reading, atom: any(where == atom and said.in_part for (_, _, where), said in reading.cells.items()),
        ),
    ),
    Bite(
        "half of an odd number of steps is rounded up",
        with_more(
            town(cover(POLICE), steps=[*TWO, step("entry.window")]),
            tracks=[track("on", DOOR, LEDGER, "entry.window")],
        ),
        with_rule("open-track", lambda view: open_track.open_tracks(view, 1)),
    ),
    Bite(
        "half of the steps is enough",
        with_more(town(cover(POLICE), steps=TWO), tracks=[track("on")]),
        with_rule("open-track", lambda view: open_track.open_tracks(view, 2)),
    ),
    Bite(
        "a step that is passed twice counts once",
        with_more(town(cover(POLICE), steps=TWO), tracks=[track("on", DOOR, LEDGER, LEDGER)]),
        every_pass_counts,
    ),
    Bite(
        "only tracks of the form that is asked for are looked at",
        with_more(town(), tracks=[track("on", DOOR, DOOR, forms=[LABOUR])]),
        with_rule("open-track", lambda view: open_track.open_tracks(View(replace(view.graph, selection=Selection())))),
        Selection(form=SEXUAL),
    ),
]


def said_by_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that only firm records settle what they say."""
    settled = presence.settled
    for module in (strangers_rule, duty_rule):
        monkeypatch.setattr(module, "settled", lambda view, saying, denying: settled(_Firm, saying, denying))


class _Anything:
    """A graph in which everything is firm and in force."""

    is_firm = is_valid = staticmethod(lambda fact: True)


class _Firm:
    graph = _Anything


def first_word_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that equally firm records that differ leave it open."""
    settled = presence.settled
    for module in (strangers_rule, duty_rule):
        monkeypatch.setattr(module, "settled", lambda view, saying, denying: settled(view, saying, []))


def counted_as(*kinds: str) -> Break:
    """Other ratings for no cooperation."""
    return instead(strangers_rule, "NONE", frozenset(kinds))


def follow_up_of(certainty: Certainty | None) -> Break:
    """Every signal judged alike."""
    return instead(signal_rule, "_certainty", lambda signal, view: certainty)


def by_plain_detectors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that what is said of the step bounds who sees, where to see is to hold."""
    monkeypatch.setattr(presence, "_sure_to_detect", lambda reading: frozenset(reading.detectors))


def mostly_of_what_is_printed(tie: Cooperation, kinds: frozenset[str]) -> bool:
    share = sum(rating.per_cent for rating in tie.ratings if rating.rating in kinds)
    return 2 * share > sum(rating.per_cent for rating in tie.ratings)


SIGNALLED = [
    Bite("a signal followed up in part is not followed up", with_more(town(), signal(PARTIAL)), follow_up_of(None)),
    Bite(
        "a signal that is followed up is no finding",
        with_more(town(), signal(WORKING)),
        follow_up_of(Certainty.CERTAIN),
    ),
    Bite(
        "that somebody may follow it up settles nothing",
        with_more(town(), signal(COMPETENT)),
        follow_up_of(None),
    ),
    Bite(
        "what one interviewee says of a signal settles nothing",
        with_more(town(), signal(ABSENT, source=TALK)),
        ALL_FIRM,
    ),
    Bite("an interviewee cannot rule a gap out", with_more(town(), signal(WORKING, source=TALK)), ALL_FIRM),
    Bite("a signal that has ended settles nothing", with_more(town(), signal(ABSENT, until=LAST_SUMMER)), NEVER_VALID),
    Bite(
        "a signal at a step of another script is not asked about",
        with_more(town(), signal(ABSENT, at=("elsewhere.step",))),
        with_rule(
            "signal-not-followed",
            lambda view: [Row(found.id, Certainty.CERTAIN, 0, 0) for found in view.graph.part.signals],
        ),
    ),
    Bite(
        "who firmly leads is in the lead",
        with_more(town(), lead(POLICE)),
        instead(BarrierGraph, "is_firm", lambda *_: False),
    ),
    Bite("who perhaps leads is not", with_more(town(), lead(POLICE, basis=INFERRED)), ALL_FIRM),
    Bite("who has led leads no more", with_more(town(), lead(POLICE, until=LAST_SUMMER)), NEVER_VALID),
    Bite(
        "that nobody is said to lead is never certain",
        town(),
        rows_through("no-lead", lambda row: replace(row, certainty=Certainty.CERTAIN)),
    ),
]

PAIR = town(cover(POLICE), cover(HALL))
TIED = [
    Bite(
        "a survey settles nothing of strangers",
        with_more(PAIR, rated(POLICE, HALL, none=80, source=SURVEY)),
        said_by_anybody,
    ),
    Bite(
        "strangers need one step that both cover",
        with_more(town(cover(POLICE), cover(HALL, step=LEDGER), steps=TWO), rated(POLICE, HALL, none=80)),
        instead(strangers_rule, "covered_steps", lambda view, surely: {POLICE: {DOOR}, HALL: {DOOR}}),
    ),
    Bite(
        "strangers may only meet where both surely cover",
        with_more(town(cover(POLICE), cover(HALL, state=COMPETENT)), rated(POLICE, HALL, none=80)),
        rows_through("strangers", lambda row: replace(row, certainty=Certainty.CERTAIN)),
    ),
    Bite(
        "no cooperation but useful is no cooperation",
        with_more(PAIR, rated(POLICE, HALL, none_but_useful=80)),
        counted_as("none"),
    ),
    Bite(
        "a weak cooperation is one",
        with_more(PAIR, rated(POLICE, HALL, weak=80)),
        counted_as("none", "none-but-useful", "weak"),
    ),
    Bite(
        "the other side may firmly deny that they are strangers",
        with_more(PAIR, rated(POLICE, HALL, none=80), rated(HALL, POLICE, good=80)),
        first_word_wins,
    ),
    Bite(
        "mostly is measured by those asked, not by what is printed",
        with_more(PAIR, rated(POLICE, HALL, none=40, good=20)),
        instead(strangers_rule, "is_mostly", mostly_of_what_is_printed),
    ),
    Bite(
        "a tie is weak whatever it is called below sufficient",
        with_more(town(), rated(POLICE, HALL, none_to_weak=60, good=40)),
        instead(weak_rule, "WEAK", ratings_rule.NONE | {"weak"}),
    ),
    Bite(
        "no cooperation at all is a weak tie",
        with_more(town(), rated(POLICE, HALL, none=60, good=40)),
        instead(weak_rule, "WEAK", frozenset({"none-to-weak", "weak"})),
    ),
    Bite(
        "half is not most",
        with_more(town(), rated(POLICE, HALL, weak=50, good=50)),
        instead(weak_rule, "is_mostly", lambda tie, kinds: sum(each.per_cent for each in tie.ratings) > 0),
    ),
    Bite(
        "a rating of long ago is none",
        with_more(town(), replace(rated(POLICE, HALL, weak=90), until=LAST_SUMMER)),
        NEVER_VALID,
    ),
    Bite(
        "a rating that we infer is none",
        with_more(town(), replace(rated(POLICE, HALL, weak=90), basis=INFERRED)),
        instead(weak_rule, "_in_force", lambda view: {(POLICE, HALL): list(view.graph.part.cooperation)}),
    ),
]

REPORTING = [
    Bite(
        "who is not obliged need not report",
        with_more(town(cover(HALL, DETECT)), duty(HALL, NOT_OBLIGED, TABLE)),
        instead(duty_rule, "_FREE", (VOLUNTARY,)),
    ),
    Bite(
        "who may report freely need not",
        with_more(town(cover(HALL, DETECT)), duty(HALL, VOLUNTARY, TABLE)),
        instead(duty_rule, "_FREE", (NOT_OBLIGED,)),
    ),
    Bite(
        "an interviewee obliges nobody",
        with_more(town(cover(HALL, DETECT)), duty(HALL, OBLIGED, TABLE, source=TALK)),
        said_by_anybody,
    ),
    Bite(
        "who firmly must and firmly need not perhaps need not",
        with_more(town(cover(HALL, DETECT)), duty(HALL, VOLUNTARY, TABLE), duty(HALL, OBLIGED, TABLE, **P2)),
        first_word_wins,
    ),
    Bite(
        "who perhaps sees is not certainly silent",
        with_more(town(cover(HALL, DETECT, COMPETENT)), duty(HALL, VOLUNTARY, TABLE)),
        rows_through("no-duty-to-report", lambda row: replace(row, certainty=Certainty.CERTAIN)),
    ),
    Bite(
        "who holds without seeing has nothing to report",
        with_more(town(cover(HALL)), duty(HALL, VOLUNTARY, TABLE)),
        instead(duty_rule, "detected_steps", lambda view, surely: {HALL: frozenset([DOOR])}),
    ),
    Bite(
        "the registrar need not report to itself",
        with_more(town(cover(TABLE, DETECT)), duty(HALL, OBLIGED, TABLE)),
        with_rule(
            "no-duty-to-report",
            lambda view: [Row(name, Certainty.POSSIBLE, 0, 0) for name in presence.detected_steps(view, surely=False)],
        ),
    ),
    Bite(
        "where to see is to hold nobody sees what nobody holds",
        with_more(
            town(
                nobody(groups=[GIRLS]),
                cover(HALL, DETECT),
                cover(HALL, DETECT, groups=[BOYS], **P2),
                cover(HALL, DETECT, ABSENT, groups=[BOYS], citations=by(REPORT, at="p. 3")),
                steps=SEES_IS_HOLDS,
            ),
            duty(HALL, VOLUNTARY, TABLE),
        ),
        by_plain_detectors,
    ),
]


def seats_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that a seat that has ended may still be held, for certainty."""
    right = BarrierGraph.seats_in

    def valid_ones(graph: BarrierGraph, network: str) -> tuple[Any, ...]:
        return tuple(seat for seat in right(graph, network) if graph.is_valid(seat))

    monkeypatch.setattr(BarrierGraph, "seats_in", valid_ones)


def part_of(basis: Any) -> Any:
    return actor(BANK, part_of=(relation(POLICE, basis),))


SEATED = [
    Bite(
        "one holder in the task force is enough for a barrier",
        town(cover(BANK), cover(POLICE), seat(POLICE), closed()),
        instead(BarrierGraph, "is_firm", lambda graph, fact: not hasattr(fact, "network")),
    ),
    Bite(
        "a holder who only may act gives a barrier no seat",
        town(cover(BANK), cover(POLICE, state=COMPETENT), seat(POLICE), closed()),
        by_whoever_may("barrier-without-seat"),
    ),
    Bite(
        "a barrier of which nobody is recorded is not asked about",
        town(),
        with_rule("barrier-without-seat", lambda view: [Row("entry", Certainty.POSSIBLE, 0, 0)]),
    ),
    Bite(
        "an open list leaves it open who sits there for a barrier",
        town(cover(BANK), seat(POLICE)),
        instead(BarrierGraph, "is_closed", lambda graph, network: True),
    ),
    Bite(
        "who is part of a member sits there for a barrier",
        town(cover(BANK), seat(POLICE), closed(), actors=[part_of(STATED)]),
        instead(BarrierGraph, "wholes_of", lambda graph, name, firmly: frozenset([name])),
    ),
    Bite(
        "who is perhaps part of a member perhaps sits there for a barrier",
        town(cover(BANK), seat(POLICE), closed(), actors=[part_of(INFERRED)]),
        instead(BarrierGraph, "wholes_of", lambda graph, name, firmly: frozenset([name])),
    ),
    Bite(
        "an inferred seat is perhaps one for a barrier",
        town(cover(BANK), seat(BANK, basis=INFERRED), seat(POLICE), closed()),
        ALL_FIRM,
    ),
    Bite(
        "a former seat may be kept for a barrier",
        town(cover(BANK), seat(BANK, until=LAST_SUMMER), seat(POLICE), closed()),
        seats_now,
    ),
    Bite(
        "without a task force no barrier lacks a seat",
        town(cover(BANK), country=home(task_force=None)),
        with_rule("barrier-without-seat", lambda view: [Row("entry", Certainty.POSSIBLE, 0, 0)]),
    ),
]

MORE = [*HELD, *SIGNALLED, *TIED, *REPORTING, *SEATED]
