"""Who sits at the national table, and for whom: each rule with a model that shows it."""

from __future__ import annotations

from datetime import date

from tests.graph.made import (
    BANK,
    CHILDREN,
    COMPETENT,
    GIRLS,
    HALL,
    INFERRED,
    PLATFORM,
    POLICE,
    TABLE,
    TALK,
    actor,
    closed,
    cover,
    home,
    relation,
    seat,
    serving,
    town,
)
from tests.graph.rules import Shown

LAST_SUMMER = date(2013, 7, 1)


OUTSIDE = [
    Shown(
        "whoever is part of a member sits there",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, part_of=(relation(HALL),))]),
    ),
    Shown(
        "whoever is a kind of a member sits there",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, kind_of=(relation(HALL),))]),
    ),
    Shown(
        "whoever took a member's place sits there",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, successor_of=(relation(HALL),))]),
    ),
    Shown(
        "a member's forerunner sits there",
        town(cover(BANK), seat(HALL), actors=[actor(HALL, successor_of=(relation(BANK),))]),
    ),
    Shown(
        "parts of parts of a member sit there",
        town(
            cover(BANK),
            seat(HALL),
            actors=[actor(BANK, part_of=(relation(POLICE),)), actor(POLICE, part_of=(relation(HALL),))],
        ),
    ),
    Shown(
        "to be part of a member by inference is not sure",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, part_of=(relation(HALL, INFERRED),))]),
    ),
    Shown(
        "to be part of a member by inference is not excluded",
        town(cover(BANK), closed(), seat(HALL), actors=[actor(BANK, part_of=(relation(HALL, INFERRED),))]),
    ),
    Shown(
        "the networks themselves are left out, and so is what is part of them",
        town(cover(TABLE), cover(BANK), actors=[actor(BANK, part_of=(relation(TABLE),))]),
    ),
    Shown("where no network is named nobody is outside", town(cover(BANK), country=home(task_force=None))),
    Shown("outside a closed list is outside", town(cover(BANK), closed(), seat(HALL))),
    Shown("a list that has ended closes nothing", town(cover(BANK), closed(until=LAST_SUMMER), seat(HALL))),
    Shown("a list by a voice that cannot settle it closes nothing", town(cover(BANK), closed(source=TALK), seat(HALL))),
    Shown("a list on which nobody is recorded closes nothing", town(cover(BANK), closed())),
    Shown(
        "every national network must be closed",
        town(cover(BANK), closed(), seat(HALL), country=home(national_networks=(PLATFORM,))),
    ),
    Shown(
        "a seat in any national network is a seat",
        town(cover(BANK), seat(BANK, PLATFORM), country=home(national_networks=(PLATFORM,))),
    ),
    Shown(
        "a seat that has ended is neither sure nor excluded",
        town(cover(BANK), closed(), seat(HALL), seat(BANK, until=LAST_SUMMER)),
    ),
    Shown("a seat of which one interviewee speaks is not sure", town(cover(BANK), seat(BANK, source=TALK))),
    Shown("who perhaps covers is outside perhaps", town(cover(BANK, state=COMPETENT), closed(), seat(HALL))),
]

UNSEATED = [
    Shown("a source may say that nobody on its list attends to a group", town(closed(without=(CHILDREN,)), seat(HALL))),
    Shown("what it says ends with its list", town(closed(without=(CHILDREN,), until=LAST_SUMMER), seat(HALL))),
    Shown(
        "what it says yields to a member that a source says attends to them",
        town(closed(without=(CHILDREN,)), seat(HALL), actors=[actor(HALL, serves=(serving(GIRLS),))]),
    ),
    Shown("that nobody attends to girls leaves the boys open", town(closed(without=(GIRLS,)), seat(HALL))),
    Shown(
        "attention by inference is not sure",
        town(seat(HALL), actors=[actor(HALL, serves=(serving(CHILDREN, INFERRED),))]),
    ),
    Shown(
        "attention of which one interviewee speaks is not sure",
        town(seat(HALL), actors=[actor(HALL, serves=(serving(CHILDREN, source=TALK),))]),
    ),
    Shown(
        "attention of a member that is not sure is not sure",
        town(seat(HALL, basis=INFERRED), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    ),
    Shown(
        "a seat that has ended attends to nobody for sure",
        town(seat(HALL, until=LAST_SUMMER), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    ),
    Shown("the groups of a word are asked about under the word", town(seat(HALL))),
]
