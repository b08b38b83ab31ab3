"""Shells: the core group in the middle, facilitators on their ring at the angle of their barrier."""

from __future__ import annotations

from collections import Counter
from math import atan2, degrees, hypot

import pytest
from hypothesis import given

from barriers import Model
from barriers.coverage import Coverage, Facilitation
from graph import BarrierGraph
from tests.drawing import tries
from tests.graph import made
from tests.strategies import models
from tests.viz.page.pictures import (
    BUNDLED,
    acting,
    bundled,
    crowds,
    drawn,
    placed_actors,
)
from viz.page.boxes import Box
from viz.page.layout import WIDTH, Layout, Ring, Sector
from viz.page.shells import shells


def is_within(box: Box, ring: Ring, sector: Sector, aside: float = 0.01) -> bool:
    """Whether a place lies in a sector, or no more than so many degrees aside of it."""
    angle = degrees(atan2(box.y / ring.ry, box.x / ring.rx))
    return (angle - sector.begin + aside) % 360 <= sector.end - sector.begin + 2 * aside


def distance(box: Box, ring: Ring) -> float:
    """1 on the ring, less inside it, more outside."""
    return hypot(box.x / ring.rx, box.y / ring.ry)


def sector_of(layout: Layout, graph: BarrierGraph, barrier: str) -> Sector:
    """The sector of a barrier; that of none is the last."""
    there = [one.id for one in graph.script.barriers if one.id in layout.boxes]
    return layout.sectors[there.index(barrier) if barrier else -1]


def check_standings(graph: BarrierGraph) -> None:
    """Every facilitation is there once for its shell and barrier, on its ring and in its sector."""
    layout = shells(graph)
    barriers = {step.id: step.barrier for step in graph.script.steps}
    known = {barrier.id for barrier in graph.script.barriers}
    for actor in graph.part.actors:
        for fact in graph.facts_by(actor.id, Facilitation):
            claimed = fact.barrier.id if fact.barrier else barriers.get(fact.step.id, "") if fact.step else ""
            barrier = claimed if claimed in known else ""
            shell = f"shell.{fact.shell.number}" if fact.shell else "shell-not-stated"
            box = layout.boxes[f"{actor.id}@{shell}" + (f"@{barrier}" if barrier else "")]
            ring = layout.rings[fact.shell.number - 1 if fact.shell else 3]
            assert distance(box, ring) == pytest.approx(1)
            assert is_within(box, ring, sector_of(layout, graph, barrier))


@pytest.mark.parametrize(("country", "script"), [case for case in BUNDLED if case[0] != "NL"])
def test_a_drawing_fits_into_a_window_of_1280_pixels(country: str, script: str) -> None:
    """Only those of the Netherlands are a little wider: too many facilitators stand there."""
    assert shells(bundled(country, script)).size[0] == WIDTH <= 1280 - 2 * 40 - 15


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_whoever_acts_is_in_the_picture(country: str, script: str) -> None:
    """And every barrier, but no step: the label of the barrier tells how they stand."""
    graph = bundled(country, script)
    layout = shells(graph)

    assert placed_actors(layout, graph) == acting(graph)
    assert {barrier.id for barrier in graph.script.barriers} <= layout.boxes.keys()
    assert layout.boxes.keys() & {step.id for step in graph.steps} == set()


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_each_facilitator_stands_on_its_ring_and_in_its_sector(country: str, script: str) -> None:
    """Those who stand at no barrier of the script have a sector of their own."""
    check_standings(bundled(country, script))


@tries(60)
@given(models())
def test_each_facilitator_of_a_made_model_stands_on_its_ring(model: Model) -> None:
    """Claimed by a source, by the analyst, or not at all."""
    check_standings(drawn(model))


@tries(40)
@given(crowds())
def test_each_facilitator_of_a_crowd_stands_on_its_ring(model: Model) -> None:
    """In any shell and in none, at any barrier and at none."""
    check_standings(drawn(model))


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_institutions_stand_outside_at_the_angle_of_the_barrier_where_they_cover_most(
    country: str, script: str
) -> None:
    """Each once, under its own id."""
    graph = bundled(country, script)
    layout = shells(graph)
    steps = {step.id: step.barrier for step in graph.steps}
    for actor in graph.part.actors:
        counts = Counter(steps[cover.step] for cover in graph.facts_by(actor.id, Coverage) if cover.step in steps)
        if counts:
            box = layout.boxes[actor.id]
            most = {barrier for barrier, number in counts.items() if number == max(counts.values())}
            sectors = [sector_of(layout, graph, barrier) for barrier in most]
            assert distance(box, layout.rings[-1]) > 1
            assert any(is_within(box, layout.rings[-1], sector, aside=10) for sector in sectors)


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_the_sectors_go_once_around(country: str, script: str) -> None:
    """Each begins where the one before it ends, the first at the top."""
    sectors = shells(bundled(country, script)).sectors

    assert [one.begin for one in sectors[1:]] == pytest.approx([one.end for one in sectors[:-1]])
    assert sectors[-1].end == pytest.approx(sectors[0].begin + 360)
    assert sectors[0].begin == -90 or sectors[-1].label


def test_those_at_no_barrier_have_the_left_side() -> None:
    """The middle of their sector, and their label beside the rings, in lines that keep the drawing narrow."""
    layout = shells(bundled("NL", "chain"))
    sector = layout.sectors[-1]

    assert (sector.begin + sector.end) / 2 % 360 == pytest.approx(180)
    assert sector.label == "at a barrier of\nanother script"
    assert sector.x < -layout.rings[-1].rx


def test_a_shell_that_no_source_states_has_a_ring_of_its_own() -> None:
    """Outside the three, for it says less and not more."""
    helps = made.helps(made.BANK, barrier=made.STATED)
    layout = shells(drawn(made.town(helps)))

    assert [ring.label for ring in layout.rings][-1] == "shell not stated"
    assert distance(layout.boxes[f"{made.BANK}@shell-not-stated@entry"], layout.rings[3]) == pytest.approx(1)


def test_an_actor_has_a_place_for_each_of_its_shells_and_barriers() -> None:
    """Standing in a shell is a property of the relation, never of the actor."""
    at_entry = made.helps(made.BANK, shell=made.STATED, barrier=made.STATED)
    at_finance = made.helps(made.BANK, shell=made.STATED, step=made.STATED, at=made.LEDGER)
    graph = drawn(made.town(at_entry, at_finance, steps=[made.step(made.DOOR), made.step(made.LEDGER)]))

    found = [node for node in shells(graph).boxes if node.startswith(made.BANK)]

    assert sorted(found) == [f"{made.BANK}@shell.3@entry", f"{made.BANK}@shell.3@finance"]


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_the_labels_of_the_rings_are_in_nobodys_way(country: str, script: str) -> None:
    """They stand under the top of their ring."""
    layout = shells(bundled(country, script))
    for ring in layout.rings:
        caption = Box(ring.x, ring.y, 7 * max(map(len, ring.label.split("\n"))), 16 * len(ring.label.split("\n")))
        assert [node for node, box in layout.boxes.items() if box.meets(caption)] == []
        assert -ring.ry < ring.y < 0
