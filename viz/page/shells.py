"""The layout Shells: the core group in the middle, three rings, institutions outside, a sector for each barrier.

It is the picture of the model itself. Everything has its angle from its barrier and its distance from what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from math import asin, ceil, cos, degrees, floor, hypot, inf, radians, sin
from operator import attrgetter
from typing import NamedTuple

from barriers.coverage import SHELLS
from barriers.messages import text
from graph import BarrierGraph
from viz.page.boxes import LINE, Box, size_of, text_width, wrapped
from viz.page.layout import GAP, WIDTH, Layout, Ring, Sector, band_of_others
from viz.page.picture import Picture, Spot, barrier_box, grouped, shell_words

FLAT = 0.66
"""The height of an ellipse as a part of its width."""

_RING = 112
_CELL = 128
_ROWS_WITHIN = 4
_HALF_A_BOX = 60
_LABEL = 110
_NO_NODE = ""


class Slice(NamedTuple):
    """A sector: a barrier, or nothing for those who stand at none; where it begins and ends, in degrees."""

    barrier: str
    label: str
    begin: float
    end: float

    @property
    def middle(self) -> float:
        """The angle in its middle."""
        return (self.begin + self.end) / 2


@dataclass
class _Ground:
    """Boxes that have their place, in cells, so that only neighbours need be asked."""

    boxes: dict[str, Box] = field(default_factory=dict)
    cells: defaultdict[tuple[int, int], list[Box]] = field(default_factory=lambda: defaultdict(list))

    def takes(self, node: str, box: Box) -> bool:
        """Whether there is room for the box, which is put there then."""
        if any(other.meets(box, GAP / 2) for cell in _cells(box) for other in self.cells[cell]):
            return False
        self.put(node, box)
        return True

    def put(self, node: str, box: Box) -> None:
        self.boxes[node] = box
        for cell in _cells(box):
            self.cells[cell].append(box)

    def put_nearest(self, node: str, w: float, h: float, way: Iterable[tuple[float, float]]) -> None:
        """At the first point of the way where there is room."""
        for x, y in way:
            if self.takes(node, Box(x, y, w, h)):
                return


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    half_w, half_h = box.w / 2 + GAP, box.h / 2 + GAP
    for column in range(int((box.x - half_w) // _CELL), int((box.x + half_w) // _CELL) + 1):
        for row in range(int((box.y - half_h) // _CELL), int((box.y + half_h) // _CELL) + 1):
            yield column, row


def shells(graph: BarrierGraph) -> Layout:
    """Fixed places around the core group; the same graph gives the same places, and no two boxes meet.

    The middle is at 0, 0. A ring is as wide as its facilitators need. Those whose shell no source tells stand on a
    ring of their own outside the three. Steps have no place here; the label of their barrier tells how they stand.
    """
    picture = Picture(graph)
    ground = _Ground()
    slices = _slices(picture)
    w, h = size_of((text("page.node.core"),))
    # It is round, so there is room around the words.
    ground.put("core", Box(0, 0, ceil(w * 1.3), ceil(h * 1.5)))
    rings = _place_rings(ground, picture, slices)
    _place_barriers(ground, picture, slices, rings[-1])
    sectors = tuple(_sectors(ground, slices, rings[-1]))
    _place_institutions(ground, picture, slices, rings[-1])
    bottom = max(box.y + box.h / 2 for box in ground.boxes.values())
    left, width = _across(ground.boxes.values())
    ground.boxes.pop(_NO_NODE, None)
    others, band, last = band_of_others(picture.others, left, bottom + 2 * GAP, width)
    boxes = ground.boxes | others
    top = min(box.y - box.h / 2 for box in boxes.values())
    return Layout(
        boxes=boxes,
        bands=tuple(band),
        rings=rings,
        sectors=sectors,
        origin=(left, top - GAP),
        size=(width, last - top + 2 * GAP),
    )


def _across(boxes: Iterable[Box]) -> tuple[float, float]:
    """From where, and how wide: the middle of the rings in the middle, where that is no wider than a window."""
    sides = [(box.x - box.w / 2, box.x + box.w / 2) for box in boxes]
    left, right = floor(min(side for side, _ in sides)), ceil(max(side for _, side in sides))
    if max(-left, right) <= WIDTH / 2:
        return -WIDTH / 2, WIDTH
    more = max(0, WIDTH - (right - left))
    return left - more / 2, right - left + more


def _point(rx: float, ry: float, angle: float) -> tuple[float, float]:
    return rx * cos(radians(angle)), ry * sin(radians(angle))


# Sectors


def _slices(picture: Picture) -> list[Slice]:
    """A slice for each barrier, clockwise, from the top where everybody stands at one.

    A third of the circle goes to them in equal parts, the rest by who stands there. A facilitator counts for three, for
    rings have less room than what is outside them.
    """
    names = [(barrier.id, "") for barrier in picture.barriers]
    if any(not spot.barrier for spot in picture.standings):
        names.append(("", picture.nowhere))
    crowd = dict.fromkeys((name for name, _ in names), 1.0)
    for spot in picture.institutions:
        crowd[spot.barrier] += 0 if spot.of else 1
    for spot in picture.standings:
        crowd[spot.barrier] += 3
    total = sum(crowd.values())
    sizes = [120 / len(names) + 240 * crowd[name] / total for name, _ in names]
    # Those at no barrier are all on the rings. They have the left side, where low boxes on a ring are nearest.
    begin = -180 + sizes[-1] / 2 if names and names[-1][1] else -90.0
    slices = []
    for (name, label), size in zip(names, sizes, strict=True):
        slices.append(Slice(name, label, begin, begin + size))
        begin += size
    return slices


def _sectors(ground: _Ground, slices: list[Slice], ring: Ring) -> Iterator[Sector]:
    """The slices; that of those who stand at no barrier has a label instead of a barrier's node."""
    for one in slices:
        lines, x, y = wrapped(one.label, _LABEL), 0.0, 0.0
        if one.label:
            w, h = ceil(max(map(text_width, lines))), len(lines) * LINE
            ground.put_nearest(_NO_NODE, w, h, _outwards(ring, one.middle, w, h))
            x, y = ground.boxes[_NO_NODE].x, ground.boxes[_NO_NODE].y - (h - LINE) / 2
        yield Sector("\n".join(lines), x, y, one.begin, one.end)


# Rings


def _place_rings(ground: _Ground, picture: Picture, slices: list[Slice]) -> tuple[Ring, ...]:
    """The three rings, and a fourth where a shell is not stated."""
    on = grouped(picture.standings, lambda spot: (spot.shell, spot.barrier))
    there = {spot.shell for spot in picture.standings}
    numbers: list[int | None] = [*SHELLS, *([None] if None in there else [])]
    rings: list[Ring] = []
    for number in numbers:
        means = text(f"page.ring.{number}") if number else shell_words(None)
        least = (rings[-1].rx if rings else 0) + _RING
        filled = [(one, on[number, one.barrier]) for one in slices if on[number, one.barrier]]
        # The label in full is worth a ring that is a little wider, not one that is much wider.
        ring = _place_ring(ground, (means, means), least, filled, most=least * 1.25)
        rings.append(ring or _place_ring(ground, (means, shell_words(number)), least, filled, most=inf) or rings[-1])
    for place in range(1, len(rings) - 1):
        # An empty ring goes midway between its neighbours.
        if numbers[place] not in there:
            rings[place] = _widened(rings[place], (rings[place - 1].rx + rings[place + 1].rx) / 2)
    if 1 not in there:
        rings[0] = _widened(rings[0], rings[1].rx / 2)
    return tuple(rings)


def _widened(ring: Ring, rx: float) -> Ring:
    """The ring, not narrower than this."""
    more = max(0.0, rx - ring.rx) * FLAT
    return ring._replace(rx=max(rx, ring.rx), ry=ring.ry + more, y=ring.y - more)


def _place_ring(
    ground: _Ground, words: tuple[str, str], least: float, filled: list[tuple[Slice, list[Spot]]], most: float
) -> Ring | None:
    """The smallest ring on which all these boxes and the label have room; None where that is wider than `most`."""
    lines = words[1].split("\n")
    label_w, label_h = max(map(text_width, lines)) + 2 * GAP, len(lines) * LINE
    crowded = [len(spots) * 90 / radians(one.end - one.begin) for one, spots in filled]
    rx = max([least, *crowded])
    while rx <= most:
        trial = _Ground(cells=defaultdict(list, {cell: list(boxes) for cell, boxes in ground.cells.items()}))
        caption = Box(0, -rx * FLAT + label_h / 2 + 2 * GAP, label_w, label_h)
        if all(trial.takes(node, box) for node, box in [(_NO_NODE, caption), *_on_ring(rx, label_w, filled)]):
            del trial.boxes[_NO_NODE]
            ground.boxes |= trial.boxes
            ground.cells = trial.cells
            return Ring(*words, rx, rx * FLAT, 0.0, caption.y)
        rx = rx * 1.03 + 1
    return None


def _on_ring(rx: float, label_w: float, filled: list[tuple[Slice, list[Spot]]]) -> Iterator[tuple[str, Box]]:
    """The boxes of each slice spread evenly over it, away from the label at the top."""
    for one, spots in filled:
        half = max(spot.size[0] for spot in spots) / 2
        aside = degrees(asin(min(1.0, (label_w / 2 + half + GAP) / rx)))
        begin, end = _beside(one, aside)
        # Where the label leaves no room: the middle, which is never free.
        far = rx if begin < end else 0
        for place, spot in enumerate(spots):
            angle = begin + (place + 0.5) / len(spots) * (end - begin)
            yield spot.node, Box(*_point(far, far * FLAT, angle), *spot.size)


def _beside(one: Slice, aside: float) -> tuple[float, float]:
    """The part of a slice that the label at the top leaves, the longer one where it stands within."""
    left = one.begin, min(one.end, -90 - aside)
    right = max(one.begin, -90 + aside), min(one.end, 270 - aside)
    return max(left, right, key=lambda part: part[1] - part[0])


# Outside the rings


def _place_barriers(ground: _Ground, picture: Picture, slices: list[Slice], ring: Ring) -> None:
    """The label of each barrier in the middle of its slice, as near to the last ring as there is room."""
    for one in slices:
        if one.barrier:
            w, h = barrier_box(picture.names[one.barrier])
            ground.put_nearest(one.barrier, w, h, _outwards(ring, one.middle, w, h))


def _outwards(ring: Ring, angle: float, w: float, h: float) -> Iterator[tuple[float, float]]:
    """Points outside a ring at an angle, the nearest first."""
    for further in count(20, 4):
        x, y = _point(ring.rx + further, ring.ry + further, angle)
        nearest_x, nearest_y = max(abs(x) - w / 2, 0), max(abs(y) - h / 2, 0)
        if hypot(nearest_x / (ring.rx + GAP), nearest_y / (ring.ry + GAP)) > 1:
            yield x, y


def _place_institutions(ground: _Ground, picture: Picture, slices: list[Slice], ring: Ring) -> None:
    """Each institution in the slice where it covers most, the busiest in its middle."""
    at = grouped((spot for spot in picture.institutions if not spot.of), attrgetter("barrier"))
    side = max(WIDTH / 2, *(abs(box.x) + box.w / 2 for box in ground.boxes.values()))
    for one in slices:
        spots = sorted(at[one.barrier], key=lambda spot: (-sum(picture.covered[spot.actor].values()), spot.actor))
        way = _places_outside(one, ring, side)
        for spot in spots:
            ground.put_nearest(spot.node, *spot.size, way)


def _places_outside(one: Slice, ring: Ring, side: float) -> Iterator[tuple[float, float]]:
    """Points of a slice, arc after arc outwards, on each arc from the middle to both ends.

    The first arcs do not go beyond the sides of the drawing; where they are full it becomes wider.
    """
    half = (one.end - one.begin) / 2
    row = 0
    while True:
        rx = max(ring.rx + 190, side - _HALF_A_BOX) + 60 * max(0, row - _ROWS_WITHIN + 1)
        ry = ring.ry + 110 + 44 * row
        steps = max(1, int(radians(half) * (rx + ry) / 2 / 12))
        for step in range(steps):
            for sign in (1, -1) if step else (1,):
                x, y = _point(rx, ry, one.middle + sign * half * 0.94 * step / steps)
                if row >= _ROWS_WITHIN or abs(x) + _HALF_A_BOX <= side:
                    yield x, y
        row += 1
