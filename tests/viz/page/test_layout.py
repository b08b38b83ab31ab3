"""Both layouts: every label has a place of its own, inside the drawing, and the same one each time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from barriers import Model
from graph import BarrierGraph
from tests.drawing import tries
from tests.viz.page.pictures import BUNDLED, bundled, crowds, drawn, large, meeting, outside
from viz.page.lanes import lanes
from viz.page.layout import Layout
from viz.page.shells import shells

LayOut = Callable[[BarrierGraph], Layout]

in_both = pytest.mark.parametrize("lay_out", [lanes, shells])
everywhere = pytest.mark.parametrize(("country", "script"), BUNDLED)


def check_labels(layout: Layout) -> None:
    """No label meets another, and none sticks out of the drawing."""
    assert meeting(layout.boxes) == []
    assert outside(layout) == []


@in_both
@everywhere
def test_no_two_labels_meet(lay_out: LayOut, country: str, script: str) -> None:
    """In every bundled country and script."""
    check_labels(lay_out(bundled(country, script)))


@in_both
@pytest.mark.parametrize("facts", [100, 1_000, 3_000])
def test_no_two_labels_meet_in_a_large_model(lay_out: LayOut, facts: int) -> None:
    """Lanes grow in both directions, rings with those who stand on them."""
    check_labels(lay_out(large(facts)))


@in_both
@tries(40)
@given(crowds())
def test_no_two_labels_meet_whatever_the_names(lay_out: LayOut, model: Model) -> None:
    """Names of 10 000 characters, emoji, marks of direction."""
    check_labels(lay_out(drawn(model)))


@in_both
@everywhere
def test_the_same_graph_gives_the_same_places(lay_out: LayOut, country: str, script: str) -> None:
    """Nothing is left to chance, nor to what was drawn before."""
    graph = bundled(country, script)

    assert lay_out(graph).data() == lay_out(graph).data()
