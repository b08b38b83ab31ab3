"""Who sits at the national table, and for whom: each rule with a model that shows it."""

from __future__ import annotations

from datetime import date

from tests.graph.made import (
    BANK,
    CHILDREN,
    GIRLS,
    HALL,
    INFERRED,
    MANDATE,
    PLATFORM,
    POLICE,
    TABLE,
    TALK,
    actor,
    complete,
    cover,
    home,
    membership,
    relation,
    serving,
    town,
)
from tests.graph.rules import Shown

LAST_SUMMER = date(2013, 7, 1)


OUTSIDE = [
    Shown(
        "whoever is part of a member sits there",
        town(cover(BANK), membership(HALL), actors=[actor(BANK, part_of=(relation(HALL),))]),
    ),
    Shown(
        "whoever is a kind of a member sits there",
        town(cover(BANK), membership(HALL), actors=[actor(BANK, kind_of=(relation(HALL),))]),
    ),
    Shown(
        "whoever took a member's place sits there",
        town(cover(BANK), membership(HALL), actors=[actor(BANK, successor_of=(relation(HALL),))]),
    ),
    Shown(
        "a member's forerunner sits there",
        town(cover(BANK), membership(HALL), actors=[actor(HALL, successor_of=(relation(BANK),))]),
    ),
    Shown(
        "parts of parts of a member sit there",
        town(
            cover(BANK),
            membership(HALL),
            actors=[actor(BANK, part_of=(relation(POLICE),)), actor(POLICE, part_of=(relation(HALL),))],
        ),
    ),
    Shown(
        "to be part of a member by inference is not sure",
        town(cover(BANK), membership(HALL), actors=[actor(BANK, part_of=(relation(HALL, INFERRED),))]),
    ),
    Shown(
        "to be part of a member by inference is not excluded",
        town(cover(BANK), complete(), membership(HALL), actors=[actor(BANK, part_of=(relation(HALL, INFERRED),))]),
    ),
    Shown(
        "the networks themselves are left out, and so is what is part of them",
        town(cover(TABLE), cover(BANK), actors=[actor(BANK, part_of=(relation(TABLE),))]),
    ),
    Shown("where no network is named nobody is outside", town(cover(BANK), country=home(task_force=None))),
    Shown("outside a complete list is outside", town(cover(BANK), complete(), membership(HALL))),
    Shown("a list that has ended closes nothing", town(cover(BANK), complete(until=LAST_SUMMER), membership(HALL))),
    Shown(
        "a list by a voice that cannot settle it closes nothing",
        town(cover(BANK), complete(source=TALK), membership(HALL)),
    ),
    Shown("a list on which nobody is recorded closes nothing", town(cover(BANK), complete())),
    Shown(
        "every national network must be closed",
        town(cover(BANK), complete(), membership(HALL), country=home(national_networks=(PLATFORM,))),
    ),
    Shown(
        "a membership in any national network is a membership",
        town(cover(BANK), membership(BANK, PLATFORM), country=home(national_networks=(PLATFORM,))),
    ),
    Shown(
        "a membership that has ended is neither sure nor excluded",
        town(cover(BANK), complete(), membership(HALL), membership(BANK, until=LAST_SUMMER)),
    ),
    Shown("a membership of which one interviewee speaks is not sure", town(cover(BANK), membership(BANK, source=TALK))),
    Shown("who perhaps covers is outside perhaps", town(cover(BANK, state=MANDATE), complete(), membership(HALL))),
]

UNREPRESENTED = [
    Shown(
        "a source may say that nobody on its list attends to a group",
        town(complete(without=(CHILDREN,)), membership(HALL)),
    ),
    Shown("what it says ends with its list", town(complete(without=(CHILDREN,), until=LAST_SUMMER), membership(HALL))),
    Shown(
        "what it says yields to a member that a source says attends to them",
        town(complete(without=(CHILDREN,)), membership(HALL), actors=[actor(HALL, serves=(serving(GIRLS),))]),
    ),
    Shown("that nobody attends to girls leaves the boys open", town(complete(without=(GIRLS,)), membership(HALL))),
    Shown(
        "attention by inference is not sure",
        town(membership(HALL), actors=[actor(HALL, serves=(serving(CHILDREN, INFERRED),))]),
    ),
    Shown(
        "attention of which one interviewee speaks is not sure",
        town(membership(HALL), actors=[actor(HALL, serves=(serving(CHILDREN, source=TALK),))]),
    ),
    Shown(
        "attention of a member that is not sure is not sure",
        town(membership(HALL, basis=INFERRED), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    ),
    Shown(
        "a membership that has ended attends to nobody for sure",
        town(membership(HALL, until=LAST_SUMMER), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    ),
    Shown("the groups of a word are asked about under the word", town(membership(HALL))),
]
