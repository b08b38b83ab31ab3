"""The layout Shells: the core group in the middle, three rings, institutions outside, a sector for each barrier.

It is the picture of the model itself. Everything has its angle from its barrier and its distance from what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, cos, hypot, radians, sin
from typing import NamedTuple

from barriers.facilitation import SHELLS
from graph import BarrierGraph
from viz.page.boxes import LINE, Box, size_of, text_width
from viz.page.layout import GAP, WIDTH, Layout, Ring, Sector
from viz.page.others import band_of_others
from viz.page.picture import Picture, Spot, barrier_box, barrier_name, spot_size

RING_LABELS = {
    1: "shell 1 · deliberate",
    2: "shell 2 · deliberate with\nlimited liability, or unaware",
    3: "shell 3 · unaware",
}
"""What the rings are called; `barriers.facilitation.SHELLS` says it in full."""

FLAT = 0.66
"""The height of an ellipse as a part of its width."""

_RING = 112
_CELL = 128


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

    def is_free(self, box: Box) -> bool:
        return not any(other.meets(box, GAP / 2) for cell in _cells(box) for other in self.cells[cell])

    def put(self, node: str, box: Box) -> None:
        self.boxes[node] = box
        for cell in _cells(box):
            self.cells[cell].append(box)

    def put_nearest(self, node: str, w: float, h: float, way: Iterable[tuple[float, float]]) -> None:
        """At the first point of the way where there is room."""
        for x, y in way:
            box = Box(x, y, w, h)
            if self.is_free(box):
                self.put(node, box)
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
    ground.put("core", Box(0, 0, *_core_size()))
    rings = _place_rings(ground, picture, slices)
    _place_barriers(ground, picture, slices, rings[-1])
    bottom, side = _place_institutions(ground, picture, slices)
    width = max(WIDTH, 2 * ceil(side))
    others, band, last = band_of_others(picture.others, -width / 2, bottom + 2 * GAP, width)
    for spot, box in others:
        ground.put(spot.node, box)
    top = min(box.y - box.h / 2 for box in ground.boxes.values())
    spots = (*picture.institutions, *picture.standings, *picture.others)
    labels = {spot.node: spot.lines for spot in spots if spot.node in ground.boxes}
    return Layout(
        boxes=ground.boxes,
        labels=labels,
        bands=tuple(band),
        rings=rings,
        sectors=tuple(_sectors(slices, rings[-1])),
        origin=(-width / 2, top - GAP),
        size=(width, last - top + 2 * GAP),
    )


def _core_size() -> tuple[int, int]:
    # An ellipse around the words.
    w, h = size_of(("core group",))
    return ceil(w * 1.3), ceil(h * 1.5)


def _point(rx: float, ry: float, degrees: float) -> tuple[float, float]:
    return rx * cos(radians(degrees)), ry * sin(radians(degrees))


# Sectors


def _slices(picture: Picture) -> list[Slice]:
    """A slice for each barrier, clockwise from the top; half of the circle in equal parts, half by who stands there."""
    names = [(barrier.id, "") for barrier in picture.barriers]
    if any(not spot.barrier for spot in picture.standings):
        names.append(("", picture.nowhere))
    crowd = dict.fromkeys((name for name, _ in names), 1.0)
    for spot in picture.institutions:
        crowd[spot.barrier] += 0 if spot.of else 1
    for spot in picture.standings:
        crowd[spot.barrier] += 2
    total = sum(crowd.values())
    slices, begin = [], -90.0
    for name, label in names:
        end = begin + 180 / len(names) + 180 * crowd[name] / total
        slices.append(Slice(name, label, begin, end))
        begin = end
    return slices


def _sectors(slices: list[Slice], ring: Ring) -> Iterator[Sector]:
    for one in slices:
        x, y = _point(ring.rx + 40, ring.ry + 30, one.middle)
        yield Sector(one.label, x, y, one.begin, one.end)


# Rings


def _place_rings(ground: _Ground, picture: Picture, slices: list[Slice]) -> tuple[Ring, ...]:
    """The three rings, and a fourth where a shell is not stated."""
    on: defaultdict[int | None, defaultdict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for spot in picture.standings:
        on[spot.shell][spot.barrier].append(spot)
    numbers: list[int | None] = [*SHELLS, *([None] if on[None] else [])]
    rings: list[Ring] = []
    for number in numbers:
        label = RING_LABELS[number] if number else "shell not stated"
        before = rings[-1].rx if rings else 0
        rings.append(_place_ring(ground, label, before + _RING, [(one, on[number][one.barrier]) for one in slices]))
    return tuple(rings)


def _place_ring(ground: _Ground, label: str, least: float, filled: list[tuple[Slice, list[Spot]]]) -> Ring:
    """The smallest ring on which all these boxes have room, each slice's evenly spread over it."""
    room = [len(spots) * 100 / radians(one.end - one.begin) for one, spots in filled if spots]
    rx = max([least, *room])
    words = label.split("\n")
    label_w, label_h = max(map(text_width, words)) + 2 * GAP, len(words) * LINE
    while True:
        trial = _Ground(cells=defaultdict(list, {cell: list(boxes) for cell, boxes in ground.cells.items()}))
        caption = Box(0, -rx * FLAT + label_h / 2 + 2 * GAP, label_w, label_h)
        if all(_try(trial, node, box) for node, box in [("", caption), *_on_ring(rx, filled)]):
            break
        rx = rx * 1.03 + 1
    del trial.boxes[""]
    ground.boxes |= trial.boxes
    ground.cells = trial.cells
    return Ring(label, rx, rx * FLAT, 0.0, caption.y)


def _on_ring(rx: float, filled: list[tuple[Slice, list[Spot]]]) -> Iterator[tuple[str, Box]]:
    for one, spots in filled:
        for place, spot in enumerate(spots):
            angle = one.begin + (place + 0.5) / len(spots) * (one.end - one.begin)
            yield spot.node, Box(*_point(rx, rx * FLAT, angle), *spot_size(spot))


def _try(ground: _Ground, node: str, box: Box) -> bool:
    if not ground.is_free(box):
        return False
    ground.put(node, box)
    return True


# Outside the rings


def _place_barriers(ground: _Ground, picture: Picture, slices: list[Slice], ring: Ring) -> None:
    """The label of each barrier in the middle of its slice, as near to the last ring as there is room."""
    number = {barrier.id: place for place, barrier in enumerate(picture.graph.script.barriers, start=1)}
    middle = {one.barrier: one.middle for one in slices}
    for barrier in picture.barriers:
        w, h = barrier_box(barrier_name(barrier, number[barrier.id]))
        way = (_point(ring.rx + s, ring.ry + s, middle[barrier.id]) for s in range(20, 100_000, 4))
        ground.put_nearest(barrier.id, w, h, way)


def _place_institutions(ground: _Ground, picture: Picture, slices: list[Slice]) -> tuple[float, float]:
    """Each institution in the slice where it covers most, the busiest in its middle; how far down and aside they go."""
    bottom = max(box.y + box.h / 2 for box in ground.boxes.values())
    side = max(box.x + box.w / 2 for box in ground.boxes.values())
    at: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot in picture.institutions:
        if not spot.of:
            at[spot.barrier].append(spot)
    inner = max((hypot(box.x, box.y / FLAT) for box in ground.boxes.values()), default=0)
    for one in slices:
        spots = sorted(at[one.barrier], key=lambda spot: (-sum(picture.covered[spot.actor].values()), spot.actor))
        way = _places_outside(one, inner)
        for spot in spots:
            w, h = spot_size(spot)
            ground.put_nearest(spot.node, w, h, way)
            box = ground.boxes[spot.node]
            bottom, side = max(bottom, box.y + box.h / 2), max(side, abs(box.x) + box.w / 2)
    return bottom, side


def _places_outside(one: Slice, inner: float) -> Iterator[tuple[float, float]]:
    """Points of a slice, arc after arc outwards, on each arc from the middle to both ends."""
    half = (one.end - one.begin) / 2
    row = 0
    while True:
        rx = min(inner + 40, (WIDTH - 110) / 2) if row < 5 else inner + 60 * row
        ry = inner * FLAT + 20 + 46 * row
        steps = max(1, int(radians(half) * (rx + ry) / 2 / 10))
        for step in range(steps):
            for sign in (1, -1) if step else (1,):
                yield _point(rx, ry, one.middle + sign * half * 0.94 * step / steps)
        row += 1
