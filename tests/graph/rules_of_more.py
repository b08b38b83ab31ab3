"""Levels, groups, routes, signals, coordinators, ties, duties and memberships: each rule with a model that shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from barriers import Selection
from tests.graph.made import (
    ABSENT,
    ACTIVE,
    BANK,
    BOYS,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    HINDER,
    INFERRED,
    LABOUR,
    LEDGER,
    MANDATE,
    PARTIAL,
    POLICE,
    REPORT,
    SEXUAL,
    STATED,
    SURVEY,
    TABLE,
    TALK,
    actor,
    by,
    complete,
    cover,
    home,
    in_part,
    membership,
    nobody,
    relation,
    step,
    town,
)
from tests.graph.made_more import (
    LOCAL,
    NATIONAL,
    NOT_OBLIGED,
    OBLIGED,
    VOLUNTARY,
    coordinator,
    duty,
    rated,
    route,
    signal,
    with_more,
)
from tests.graph.rules import Shown

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)
TWO = [step(DOOR), step(LEDGER)]
DETECTING_COUNTS = [step(DOOR, powers=[DETECT, HINDER])]


INTERVENED = [
    Shown(
        "a step is held at the levels of those who hold it",
        with_more(town(cover(POLICE)), levels={POLICE: [NATIONAL], DOOR: [LOCAL]}),
    ),
    Shown(
        "an actor works at all of its levels",
        with_more(town(cover(POLICE)), levels={POLICE: [LOCAL, NATIONAL], DOOR: [LOCAL, NATIONAL]}),
    ),
    Shown(
        "only who surely holds a step holds it at a level",
        with_more(town(cover(POLICE, state=MANDATE)), levels={POLICE: [LOCAL]}),
    ),
    Shown("somebody whom no source names is of no known level", town(in_part())),
    Shown("who holds for one group does not hold for another", town(cover(POLICE, groups=[GIRLS]))),
    Shown("nobody for boys is certain although girls are served", town(nobody(groups=[BOYS]))),
    Shown("nobody in one form is not nobody for the group", town(nobody(groups=[BOYS], forms=[SEXUAL]))),
    Shown("held in part by somebody unnamed is served", town(in_part(groups=[BOYS]))),
    Shown(
        "a broader cover does not serve where a ceiling says nobody",
        town(nobody(groups=[BOYS], forms=[SEXUAL]), cover(POLICE, forms=[SEXUAL])),
    ),
    Shown("to see is not to hold for a group", town(cover(POLICE, DETECT))),
    Shown(
        "half of an odd number of steps is rounded up",
        with_more(
            town(cover(POLICE), steps=[*TWO, step("entry.window")]), routes=[route("on", DOOR, LEDGER, "entry.window")]
        ),
    ),
    Shown("half of the steps is enough", with_more(town(cover(POLICE), steps=TWO), routes=[route("on")])),
    Shown(
        "a step that is passed twice counts once",
        with_more(town(cover(POLICE), steps=TWO), routes=[route("on", DOOR, LEDGER, LEDGER)]),
    ),
    Shown(
        "only routes of the form that is asked for are looked at",
        with_more(town(), routes=[route("on", DOOR, DOOR, forms=[LABOUR])]),
        Selection(form=SEXUAL),
    ),
]


SIGNALLED = [
    Shown("a signal followed up in part is not followed up", with_more(town(), signal(PARTIAL))),
    Shown("a signal that is followed up is no finding", with_more(town(), signal(ACTIVE))),
    Shown("that somebody may follow it up settles nothing", with_more(town(), signal(MANDATE))),
    Shown("what one interviewee says of a signal settles nothing", with_more(town(), signal(ABSENT, source=TALK))),
    Shown("an interviewee cannot rule a gap out", with_more(town(), signal(ACTIVE, source=TALK))),
    Shown("a signal that has ended settles nothing", with_more(town(), signal(ABSENT, until=LAST_SUMMER))),
    Shown(
        "a signal at a step of another script is not asked about",
        with_more(town(), signal(ABSENT, at=("elsewhere.step",))),
    ),
    Shown("who firmly leads is in the lead", with_more(town(), coordinator(POLICE))),
    Shown("who perhaps leads is not", with_more(town(), coordinator(POLICE, basis=INFERRED))),
    Shown("who has led leads no more", with_more(town(), coordinator(POLICE, until=LAST_SUMMER))),
    Shown("that nobody is said to lead is never certain", town()),
]

PAIR = town(cover(POLICE), cover(HALL))
TIED = [
    Shown("a survey settles nothing of strangers", with_more(PAIR, rated(POLICE, HALL, none=80, source=SURVEY))),
    Shown(
        "strangers need one step that both cover",
        with_more(town(cover(POLICE), cover(HALL, step=LEDGER), steps=TWO), rated(POLICE, HALL, none=80)),
    ),
    Shown(
        "strangers may only meet where both surely cover",
        with_more(town(cover(POLICE), cover(HALL, state=MANDATE)), rated(POLICE, HALL, none=80)),
    ),
    Shown("no cooperation but useful is no cooperation", with_more(PAIR, rated(POLICE, HALL, none_but_useful=80))),
    Shown("a weak cooperation is one", with_more(PAIR, rated(POLICE, HALL, weak=80))),
    Shown(
        "the other side may firmly deny that they are strangers",
        with_more(PAIR, rated(POLICE, HALL, none=80), rated(HALL, POLICE, good=80)),
    ),
    Shown(
        "mostly is measured by those asked, not by what is printed",
        with_more(PAIR, rated(POLICE, HALL, none=40, good=20)),
    ),
    Shown(
        "a tie is weak whatever it is called below sufficient",
        with_more(town(), rated(POLICE, HALL, none_to_weak=60, good=40)),
    ),
    Shown("no cooperation at all is a weak tie", with_more(town(), rated(POLICE, HALL, none=60, good=40))),
    Shown("half is not most", with_more(town(), rated(POLICE, HALL, weak=50, good=50))),
    Shown("a rating of long ago is none", with_more(town(), replace(rated(POLICE, HALL, weak=90), until=LAST_SUMMER))),
    Shown("a rating that we infer is none", with_more(town(), replace(rated(POLICE, HALL, weak=90), basis=INFERRED))),
]

REPORTING = [
    Shown("who is not obliged need not report", with_more(town(cover(HALL, DETECT)), duty(HALL, NOT_OBLIGED, TABLE))),
    Shown("who may report freely need not", with_more(town(cover(HALL, DETECT)), duty(HALL, VOLUNTARY, TABLE))),
    Shown(
        "an interviewee obliges nobody", with_more(town(cover(HALL, DETECT)), duty(HALL, OBLIGED, TABLE, source=TALK))
    ),
    Shown(
        "who firmly must and firmly need not perhaps need not",
        with_more(town(cover(HALL, DETECT)), duty(HALL, VOLUNTARY, TABLE), duty(HALL, OBLIGED, TABLE, **P2)),
    ),
    Shown(
        "who perhaps sees is not certainly silent",
        with_more(town(cover(HALL, DETECT, MANDATE)), duty(HALL, VOLUNTARY, TABLE)),
    ),
    Shown("who holds without seeing has nothing to report", with_more(town(cover(HALL)), duty(HALL, VOLUNTARY, TABLE))),
    Shown("the registrar need not report to itself", with_more(town(cover(TABLE, DETECT)), duty(HALL, OBLIGED, TABLE))),
    Shown(
        "where to see is to hold nobody sees what nobody holds",
        with_more(
            town(
                nobody(groups=[GIRLS]),
                cover(HALL, DETECT),
                cover(HALL, DETECT, groups=[BOYS], **P2),
                cover(HALL, DETECT, ABSENT, groups=[BOYS], citations=by(REPORT, at="p. 3")),
                steps=DETECTING_COUNTS,
            ),
            duty(HALL, VOLUNTARY, TABLE),
        ),
    ),
]


def part_of(basis: Any) -> Any:
    return actor(BANK, part_of=(relation(POLICE, basis),))


REPRESENTED = [
    Shown(
        "one holder in the task force is enough for a barrier",
        town(cover(BANK), cover(POLICE), membership(POLICE), complete()),
    ),
    Shown(
        "a holder who only may act gives a barrier no membership",
        town(cover(BANK), cover(POLICE, state=MANDATE), membership(POLICE), complete()),
    ),
    Shown("a barrier of which nobody is recorded is not asked about", town()),
    Shown("an open list leaves it open who sits there for a barrier", town(cover(BANK), membership(POLICE))),
    Shown(
        "who is part of a member sits there for a barrier",
        town(cover(BANK), membership(POLICE), complete(), actors=[part_of(STATED)]),
    ),
    Shown(
        "who is perhaps part of a member perhaps sits there for a barrier",
        town(cover(BANK), membership(POLICE), complete(), actors=[part_of(INFERRED)]),
    ),
    Shown(
        "an inferred membership is perhaps one for a barrier",
        town(cover(BANK), membership(BANK, basis=INFERRED), membership(POLICE), complete()),
    ),
    Shown(
        "a former membership may be kept for a barrier",
        town(cover(BANK), membership(BANK, until=LAST_SUMMER), membership(POLICE), complete()),
    ),
    Shown("without a task force no barrier lacks a membership", town(cover(BANK), country=home(task_force=None))),
]

MORE = [*INTERVENED, *SIGNALLED, *TIED, *REPORTING, *REPRESENTED]
