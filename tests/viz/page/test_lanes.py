"""Lanes: barriers in order, steps inside, who stands in the way above, who makes it possible below."""

from __future__ import annotations

import pytest
from hypothesis import given

from barriers import Model
from tests.drawing import tries
from tests.strategies import models
from tests.viz.page.pictures import (
    BUNDLED,
    acting,
    bundled,
    drawn,
    placed_actors,
)
from viz.page.lanes import lanes
from viz.page.layout import WIDTH


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_a_drawing_fits_into_a_window_of_1280_pixels(country: str, script: str) -> None:
    """At scale 1, for every bundled country and script."""
    assert lanes(bundled(country, script)).size[0] == WIDTH <= 1280 - 2 * 40 - 15


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_whoever_acts_and_every_step_is_in_the_picture(country: str, script: str) -> None:
    """And nobody else."""
    graph = bundled(country, script)
    layout = lanes(graph)

    assert placed_actors(layout, graph) == acting(graph)
    steps = {step.id for step in graph.script.steps}
    assert layout.boxes.keys() & steps == {step.id for step in graph.steps}


@tries(60)
@given(models())
def test_whoever_acts_in_a_made_model_is_in_the_picture(model: Model) -> None:
    """Whatever is ended, inferred or of another country."""
    graph = drawn(model)

    assert placed_actors(lanes(graph), graph) == acting(graph)


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_lanes_follow_one_another_in_the_order_of_the_script(country: str, script: str) -> None:
    """Row after row, from left to right; so do the steps in a lane."""
    graph = bundled(country, script)
    boxes = lanes(graph).boxes
    tops = [(boxes[barrier.id].y - boxes[barrier.id].h / 2, boxes[barrier.id].x) for barrier in graph.script.barriers]

    assert tops == sorted(tops)
    for barrier in graph.script.barriers:
        # Boxes of a row are of one height, so their middles are on a level.
        places = [(boxes[step.id].y, boxes[step.id].x) for step in graph.steps if step.barrier == barrier.id]
        assert places == sorted(places)


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_everybody_stands_inside_the_band_of_the_barrier(country: str, script: str) -> None:
    """Institutions above the steps, facilitators below."""
    graph = bundled(country, script)
    layout = lanes(graph)
    bands = [band for band in layout.bands if band.kind == "barrier" and not band.label]
    for barrier, band in zip(graph.script.barriers, bands, strict=True):
        steps = [layout.boxes[step.id] for step in graph.steps if step.barrier == barrier.id]
        beside = [box for node, box in layout.boxes.items() if node.endswith(f"@{barrier.id}")]
        for box in (layout.boxes[barrier.id], *steps, *beside):
            assert band.x <= box.x - box.w / 2
            assert box.x + box.w / 2 <= band.x + band.w
            assert band.y <= box.y - box.h / 2
            assert box.y + box.h / 2 <= band.y + band.h


def test_institutions_stand_above_the_steps_and_facilitators_below() -> None:
    """So lines run up and down, and a cover comes from the other side than a facilitation."""
    graph = bundled("NL", "five-barriers")
    boxes = lanes(graph).boxes

    assert boxes["nl.police"].y < boxes["employment.escort"].y < boxes["nl.taxi-drivers@shell.2@employment"].y


def test_a_graph_without_anything_is_an_empty_drawing() -> None:
    """A country of which nothing is recorded, under a script whose steps a filter leaves out."""
    from tests.graph import made

    layout = lanes(drawn(made.town(steps=())))

    assert layout.boxes == {}
    assert layout.data()["size"] == [WIDTH, 0]
