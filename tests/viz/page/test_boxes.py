"""Labels in boxes: lines that fit, boxes that do not meet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.page.boxes import PADDING, Box, filled, in_a_row, size_of, text_width, wrapped


def test_a_name_is_broken_between_words() -> None:
    """And two words stay together where they fit."""
    assert wrapped("Ministry of Foreign Affairs", 102) == ("Ministry of", "Foreign Affairs")


def test_a_name_too_long_ends_in_dots() -> None:
    """The whole name stands in the panel and in the table of facts."""
    lines = wrapped("word " * 2_000, 60)

    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_word_too_wide_is_torn() -> None:
    """It would stick out of its box otherwise."""
    assert wrapped("Rindfleischetikettierung", 60) == ("Rindfleis", "chetikett", "ierung")


@given(st.text(), st.integers(40, 200))
def test_no_line_is_wider_than_its_box(text: str, width: int) -> None:
    """Whatever the signs; combining marks take no room, wide ones more."""
    lines = wrapped(text, width)

    assert 1 <= len(lines) <= 3
    assert all(text_width(line) <= width + PADDING for line in lines)
    assert size_of(lines)[0] <= width + 3 * PADDING + 1


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "Z"]), max_size=60))
def test_what_is_not_cut_is_kept(text: str) -> None:
    """In its order, with one space for many."""
    lines = wrapped(text, 400)

    assert lines[-1].endswith("…") or " ".join(lines) == " ".join(text.split())


def test_words_fill_lines() -> None:
    """What belongs together is given as one word."""
    assert filled(["9 steps:", "3 short,", "5 unknown"], 120) == ("9 steps: 3 short,", "5 unknown")
    assert filled([], 100) == ("",)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(10, 60)), max_size=8))
def test_boxes_in_a_row_stand_side_by_side(wanted: list[tuple[float, float]]) -> None:
    """Within their room, in their order, a gap apart."""
    hopes, widths = [want for want, _ in wanted], [width for _, width in wanted]
    xs = in_a_row(hopes, widths, 0, 600, 8)
    edges = [(x - w / 2, x + w / 2) for x, w in zip(xs, widths, strict=True)]

    assert all(right + 8 <= left + 1e-6 for (_, right), (left, _) in pairwise(edges))
    assert all(left >= -1e-6 and right <= 600 + 1e-6 for left, right in edges)


def test_boxes_in_a_row_stand_where_they_are_wanted_if_they_can() -> None:
    """Two that want the same place share the way to it."""
    assert in_a_row([100.0, 300.0], [20.0, 20.0], 0, 600, 8) == [100.0, 300.0]
    assert in_a_row([100.0, 100.0], [20.0, 20.0], 0, 600, 8) == [86.0, 114.0]


@pytest.mark.parametrize(("x", "meets"), [(19, True), (20, False), (-20, False), (0, True)])
def test_boxes_meet_when_they_overlap(x: float, meets: bool) -> None:
    """Touching is not meeting."""
    assert Box(0, 0, 20, 10).meets(Box(x, 0, 20, 10)) is meets
