"""For each question a model that it certainly finds something in, one where it perhaps does, and one where not."""

from __future__ import annotations

from tests.graph.made import (
    ABSENT,
    BANK,
    BOYS,
    CHILDREN,
    COMPETENT,
    DETECT,
    GIRLS,
    HALL,
    POLICE,
    REPORT,
    STATED,
    actor,
    by,
    closed,
    cover,
    helps,
    in_part,
    nobody,
    seat,
    serving,
    town,
)

CERTAIN_OF = {
    "uncovered-step": town(nobody()),
    "single-actor-step": town(nobody()),
    "paper-cover": town(in_part()),
    "seen-not-stopped": town(nobody(), cover(POLICE, DETECT)),
    "unwatched-facilitator": town(nobody(), helps(BANK, step=STATED)),
    "dual-role": town(cover(BANK, DETECT), helps(BANK, shell=STATED)),
    "outside-the-table": town(cover(BANK), closed(), seat(POLICE)),
    "group-without-seat": town(closed(without=(CHILDREN,)), seat(POLICE)),
    "contradiction": town(cover(POLICE), cover(POLICE, state=ABSENT, citations=by(REPORT, at="p. 2"))),
}
POSSIBLE_OF = {
    "uncovered-step": town(),
    "single-actor-step": town(cover(POLICE)),
    "paper-cover": town(cover(POLICE, state=COMPETENT)),
    "seen-not-stopped": town(cover(POLICE, DETECT)),
    "unwatched-facilitator": town(helps(BANK, step=STATED)),
    "dual-role": town(cover(BANK, DETECT, COMPETENT), helps(BANK, shell=STATED)),
    "outside-the-table": town(cover(BANK)),
    "group-without-seat": town(),
}
"""`contradiction` judges records and is never merely possible."""

QUIET = {
    "uncovered-step": town(cover(POLICE)),
    "single-actor-step": town(cover(POLICE), cover(HALL)),
    "paper-cover": town(cover(POLICE)),
    "seen-not-stopped": town(cover(POLICE, DETECT), cover(HALL)),
    "unwatched-facilitator": town(cover(POLICE), helps(BANK, step=STATED)),
    "dual-role": town(cover(POLICE), helps(BANK, step=STATED)),
    "outside-the-table": town(cover(POLICE), seat(POLICE)),
    "group-without-seat": town(seat(HALL), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    "contradiction": town(cover(POLICE, groups=[GIRLS]), cover(POLICE, state=ABSENT, groups=[BOYS])),
}
