"""Who sits at the national table, and for whom: each rule with a way to break it."""

# ruff: noqa: ARG005 - a broken rule takes what the right one takes

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from barriers.words import Certainty
from graph import View
from graph.barrier_graph import BarrierGraph
from graph.questions import group_without_seat, outside_the_table
from tests.graph.made import (
    BANK,
    CHILDREN,
    COMPETENT,
    DOOR,
    GIRLS,
    HALL,
    INFERRED,
    PLATFORM,
    POLICE,
    STATED,
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
from tests.graph.teeth import Bite, Break, always, instead

LAST_SUMMER = date(2013, 7, 1)


# Ways to break a rule


def only_its_successors(graph: BarrierGraph, name: str) -> Iterator[tuple[str, Any]]:
    """What an actor belongs to, without those that took its seat over."""
    for _, other, data in graph.shape.out_edges(name, data=True):
        if data["kind"] in ("PART_OF", "KIND_OF", "SUCCESSOR_OF"):
            yield other, data["value"]


def without_kind(kind: str) -> Break:
    upward = BarrierGraph._upward
    return instead(
        BarrierGraph,
        "_upward",
        lambda graph, name: (
            (to, how) for to, how in upward(graph, name) if how not in getattr(graph.actor(name), kind)
        ),
    )


def one_step_up(graph: BarrierGraph, name: str, *, firmly: bool) -> frozenset[str]:
    return frozenset([name, *(other for other, how in graph._upward(name) if how.basis == STATED or not firmly)])


def all_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    wholes_of = BarrierGraph.wholes_of
    monkeypatch.setattr(BarrierGraph, "wholes_of", lambda graph, name, firmly: wholes_of(graph, name, firmly=False))


def only_firm_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    wholes_of = BarrierGraph.wholes_of
    monkeypatch.setattr(BarrierGraph, "wholes_of", lambda graph, name, firmly: wholes_of(graph, name, firmly=True))


def outside_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    wholes_of = BarrierGraph.wholes_of
    monkeypatch.setattr(
        BarrierGraph,
        "wholes_of",
        lambda graph, name, firmly: wholes_of(graph, name, firmly=firmly) - set(graph.networks),
    )


def inferred_servings_too(view: View, name: str, groups: frozenset[str]) -> bool:
    servings = view.graph.actor(name).serves
    return any(view.graph.script.expand(frozenset([serving.group])) & groups for serving in servings)


def every_list(graph: BarrierGraph, network: str) -> tuple[Any, ...]:
    return tuple(graph._values_in(network, "CLOSES"))


# The rules

OUTSIDE = [
    Bite(
        "whoever is part of a member sits there",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, part_of=(relation(HALL),))]),
        without_kind("part_of"),
    ),
    Bite(
        "whoever is a kind of a member sits there",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, kind_of=(relation(HALL),))]),
        without_kind("kind_of"),
    ),
    Bite(
        "whoever took a member's place sits there",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, successor_of=(relation(HALL),))]),
        without_kind("successor_of"),
    ),
    Bite(
        "a member's forerunner sits there",
        town(cover(BANK), seat(HALL), actors=[actor(HALL, successor_of=(relation(BANK),))]),
        instead(BarrierGraph, "_upward", only_its_successors),
    ),
    Bite(
        "parts of parts of a member sit there",
        town(
            cover(BANK),
            seat(HALL),
            actors=[actor(BANK, part_of=(relation(POLICE),)), actor(POLICE, part_of=(relation(HALL),))],
        ),
        instead(BarrierGraph, "wholes_of", one_step_up),
    ),
    Bite(
        "to be part of a member by inference is not sure",
        town(cover(BANK), seat(HALL), actors=[actor(BANK, part_of=(relation(HALL, INFERRED),))]),
        all_relations,
    ),
    Bite(
        "to be part of a member by inference is not excluded",
        town(cover(BANK), closed(), seat(HALL), actors=[actor(BANK, part_of=(relation(HALL, INFERRED),))]),
        only_firm_relations,
    ),
    Bite(
        "the networks themselves are left out, and so is what is part of them",
        town(cover(TABLE), cover(BANK), actors=[actor(BANK, part_of=(relation(TABLE),))]),
        outside_networks,
    ),
    Bite(
        "where no network is named nobody is outside",
        town(cover(BANK), country=home(task_force=None)),
        instead(BarrierGraph, "networks", (PLATFORM,)),
    ),
    Bite(
        "outside a closed list is outside",
        town(cover(BANK), closed(), seat(HALL)),
        instead(BarrierGraph, "is_closed", lambda graph, network: False),
    ),
    Bite(
        "a list that has ended closes nothing",
        town(cover(BANK), closed(until=LAST_SUMMER), seat(HALL)),
        instead(BarrierGraph, "closed_lists_of", every_list),
    ),
    Bite(
        "a list by a voice that cannot settle it closes nothing",
        town(cover(BANK), closed(source=TALK), seat(HALL)),
        instead(BarrierGraph, "closed_lists_of", every_list),
    ),
    Bite(
        "a list on which nobody is recorded closes nothing",
        town(cover(BANK), closed()),
        instead(BarrierGraph, "is_closed", lambda graph, network: bool(graph.closed_lists_of(network))),
    ),
    Bite(
        "every national network must be closed",
        town(cover(BANK), closed(), seat(HALL), country=home(national_networks=(PLATFORM,))),
        instead(BarrierGraph, "networks", (TABLE,)),
    ),
    Bite(
        "a seat in any national network is a seat",
        town(cover(BANK), seat(BANK, PLATFORM), country=home(national_networks=(PLATFORM,))),
        instead(BarrierGraph, "networks", (TABLE,)),
    ),
    Bite(
        "a seat that has ended is neither sure nor excluded",
        town(cover(BANK), closed(), seat(HALL), seat(BANK, until=LAST_SUMMER)),
        instead(
            BarrierGraph,
            "seats_in",
            lambda graph, network: tuple(
                found for found in graph._values_in(network, "MEMBER_OF") if graph.is_valid(found)
            ),
        ),
    ),
    Bite(
        "a seat of which one interviewee speaks is not sure",
        town(cover(BANK), seat(BANK, source=TALK)),
        instead(BarrierGraph, "is_firm", lambda graph, fact: True),
    ),
    Bite(
        "who perhaps covers is outside perhaps",
        town(cover(BANK, state=COMPETENT), closed(), seat(HALL)),
        instead(outside_the_table, "covered_steps", lambda view, surely: {BANK: frozenset([DOOR])}),
    ),
]

UNSEATED = [
    Bite(
        "a source may say that nobody on its list attends to a group",
        town(closed(without=(CHILDREN,)), seat(HALL)),
        instead(BarrierGraph, "closed_lists_of", lambda graph, network: ()),
    ),
    Bite(
        "what it says ends with its list",
        town(closed(without=(CHILDREN,), until=LAST_SUMMER), seat(HALL)),
        instead(BarrierGraph, "closed_lists_of", every_list),
    ),
    Bite(
        "what it says yields to a member that a source says attends to them",
        town(closed(without=(CHILDREN,)), seat(HALL), actors=[actor(HALL, serves=(serving(GIRLS),))]),
        instead(group_without_seat, "_serves", lambda view, name, groups: False),
    ),
    Bite(
        "that nobody attends to girls leaves the boys open",
        town(closed(without=(GIRLS,)), seat(HALL)),
        always("group-without-seat", Certainty.CERTAIN),
    ),
    Bite(
        "attention by inference is not sure",
        town(seat(HALL), actors=[actor(HALL, serves=(serving(CHILDREN, INFERRED),))]),
        instead(group_without_seat, "_serves", inferred_servings_too),
    ),
    Bite(
        "attention of which one interviewee speaks is not sure",
        town(seat(HALL), actors=[actor(HALL, serves=(serving(CHILDREN, source=TALK),))]),
        instead(group_without_seat, "_serves", inferred_servings_too),
    ),
    Bite(
        "attention of a member that is not sure is not sure",
        town(seat(HALL, basis=INFERRED), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
        instead(BarrierGraph, "is_firm", lambda graph, fact: True),
    ),
    Bite(
        "a seat that has ended attends to nobody for sure",
        town(seat(HALL, until=LAST_SUMMER), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
        instead(BarrierGraph, "members_of", BarrierGraph.seats_in),
    ),
    Bite(
        "the groups of a word are asked about under the word",
        town(seat(HALL)),
        instead(group_without_seat, "_asked", lambda view: view.graph.script.groups),
    ),
]
