"""What fixes a cell, what a ceiling does, and what counts as recorded: each rule with a model that shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from barriers import Selection
from barriers.words import Voice
from tests.graph.made import (
    ABSENT,
    BOYS,
    CHILDREN,
    DAY,
    DETECT,
    DOOR,
    GIRLS,
    HINDER,
    INFERRED,
    LABOUR,
    LATER,
    LAW,
    MANDATE,
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
from tests.graph.rules import Shown

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)
ABOUT_GIRLS = Selection(group=GIRLS)


STATEMENTS = [
    Shown("who may act does not act yet", town(cover(POLICE, state=MANDATE))),
    Shown("what is planned is not there", town(cover(POLICE, state=PLANNED))),
    Shown("who does not act at all does not act in part", town(cover(POLICE, state=ABSENT))),
    Shown("in part is less than fully", town(cover(POLICE, state=PARTIAL))),
    Shown("what the analyst infers fixes nothing", town(cover(POLICE, basis=INFERRED))),
    Shown("a power that the analyst infers fixes nothing", town(cover(POLICE, power_basis=INFERRED))),
    Shown("what one interviewee thinks fixes nothing", town(cover(POLICE, source=TALK))),
    Shown("what nobody cites fixes nothing", town(cover(POLICE, citations=()))),
    Shown(
        "the voice of a citation comes before that of its source",
        town(cover(POLICE, citations=by(REPORT, voice=Voice.CRITIC))),
    ),
    Shown("a cover that has ended fixes nothing", town(cover(POLICE, until=LAST_SUMMER))),
    Shown("a cover still holds on its last day", town(cover(POLICE, until=DAY))),
    Shown("what has not begun is not there", town(cover(POLICE, source=LATER))),
    Shown(
        "a statement without a beginning begins at its earliest source", town(cover(POLICE, citations=by(LATER, LAW)))
    ),
    Shown("the narrower statement wins", town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])), ABOUT_GIRLS),
    Shown(
        "of three statements the narrowest wins",
        town(
            cover(POLICE, state=ABSENT),
            cover(POLICE, state=PARTIAL, groups=[CHILDREN]),
            cover(POLICE, groups=[GIRLS]),
        ),
        ABOUT_GIRLS,
    ),
    Shown("fewer groups are narrower", town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])), ABOUT_GIRLS),
    Shown(
        "fewer forms are narrower",
        town(cover(POLICE, state=ABSENT), cover(POLICE, forms=[LABOUR])),
        Selection(form=LABOUR),
    ),
    Shown("a shorter time is narrower", town(cover(POLICE, state=ABSENT), cover(POLICE, since=LAST_SUMMER, **P2))),
    Shown(
        "no groups means everybody, and everybody is the widest",
        town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])),
        ABOUT_GIRLS,
    ),
    Shown(
        "a word for several groups means each of them",
        town(cover(POLICE, groups=[CHILDREN]), steps=[step(DOOR, groups=[GIRLS, BOYS])]),
    ),
    Shown(
        "equal statements that contradict each other fix nothing",
        town(cover(POLICE), cover(POLICE, state=ABSENT, **P2)),
    ),
]

CEILINGS = [
    Shown("a source's nobody is disputed by one who is named", town(nobody(), cover(POLICE))),
    Shown("a source's in part is never disputed", town(in_part(), cover(POLICE))),
    Shown("a broader cover disputes nothing", town(nobody(groups=[GIRLS]), cover(POLICE)), ABOUT_GIRLS),
    Shown("an earlier cover disputes nothing that a source says later", town(nobody(since=LAST_SUMMER), cover(POLICE))),
    Shown("what the analyst infers disputes nothing", town(nobody(), cover(POLICE, basis=INFERRED))),
    Shown("a cover that has ended disputes nothing", town(nobody(), cover(POLICE, until=LAST_SUMMER))),
    Shown("who only may act disputes nothing", town(nobody(), cover(POLICE, state=MANDATE))),
    Shown("who only sees disputes nothing", town(nobody(), cover(POLICE, DETECT))),
    Shown("a ceiling that one interviewee thinks of bounds nothing", town(nobody(source=TALK))),
    Shown("a ceiling that has ended bounds nothing", town(nobody(until=LAST_SUMMER))),
    Shown("the narrower ceiling wins", town(nobody(), in_part(groups=[GIRLS])), ABOUT_GIRLS),
    Shown("where nobody and in part stand side by side, somebody may hold in part", town(nobody(), in_part(**P2))),
    Shown("where nobody and in part stand side by side, nobody is said to hold", town(nobody(), in_part(**P2))),
    Shown("a source's in part says that somebody acts", town(in_part())),
    Shown("that somebody may be one who is named", town(in_part(), cover(POLICE))),
    Shown(
        "that somebody is not one who is said not to act there",
        town(
            in_part(groups=[GIRLS]),
            cover(POLICE, groups=[BOYS]),
            cover(POLICE, HINDER, ABSENT, groups=[GIRLS]),
            cover(POLICE, SANCTION, ABSENT, groups=[GIRLS]),
        ),
    ),
    Shown("a ceiling bounds those who are named as well", town(in_part(), cover(POLICE))),
    Shown("a ceiling does not bound those who only see", town(nobody(), cover(POLICE, DETECT))),
]

PRESENCES = [
    Shown("silence names no holder", town()),
    Shown("silence names nobody who sees", town()),
    Shown("who is said not to see is nobody who sees", town(cover(POLICE, DETECT, ABSENT, source=TALK))),
    Shown("a source's in part is a presence, though another says nobody", town(nobody(), in_part(**P2))),
    Shown(
        "where to see is to hold, nobody sees without stopping",
        town(cover(POLICE, DETECT, MANDATE), steps=[step(DOOR, powers=[DETECT])]),
    ),
]
