"""The layout Lanes: barriers in order, the steps inside, who stands in the way above, who makes it possible below.

A lane is as wide as its steps need, and lanes stand side by side while there is room. Lines run up and down between
rows of low boxes, so none has to pass behind a box that it does not belong to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from barriers.coverage import SHELLS
from barriers.messages import text
from barriers.script import Barrier, Step
from graph import BarrierGraph
from viz.page.boxes import LINE, PADDING, Box, in_a_row, text_width, wrapped
from viz.page.layout import GAP, WIDTH, Band, Layout, band_of_others
from viz.page.picture import Picture, Spot, barrier_box, grouped, shell_words

_STEP = 101
_STEP_GAP = 5
_WIDEST_STEP = 150
_PAD = 6
_FAN = 38
"""Room for the lines between steps and those who stand at them, and more where lines go far to the side."""
_CAPTION = 20
_LOOSE = 0.75
_ROOM_FOR_TWO = 300
"""Beside the name of a barrier there is room for two rows if it is as wide as this."""
_LEAST_BESIDE = 420
_HIGHEST_BESIDE = 240
"""Those who stand in no lane go beside the last lanes where there is so much room and they need so little."""
_NODES_TO_A_WIDTH = 450


class Lane(NamedTuple):
    """A barrier with what belongs to it; one without a barrier is for facilitators who stand at none."""

    barrier: Barrier | None
    steps: list[Step]
    institutions: list[Spot]
    facilitators: list[Spot]

    @property
    def units(self) -> int:
        """How many steps could stand beside one another in it."""
        wide = sum(spot.size[0] + GAP for spot in (*self.institutions, *self.facilitators))
        # Those who stand there may take two or three rows, and the barrier's name takes two steps.
        return max(len(self.steps), min(5, -(-wide // (2 * _STEP))), 2)


@dataclass
class _Drawing:
    """What has been placed so far."""

    picture: Picture
    boxes: dict[str, Box] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bands: list[Band] = field(default_factory=list)


def lanes(graph: BarrierGraph) -> Layout:
    """Fixed places in lanes; the same graph gives the same places, and no two boxes meet."""
    picture = Picture(graph)
    drawing = _Drawing(picture)
    listed = list(_lanes(picture))
    spots = sum(len(lane.steps) + len(lane.institutions) + len(lane.facilitators) for lane in listed)
    # A picture that nobody sees at once anyway grows in both directions.
    times = max(1, round((spots / _NODES_TO_A_WIDTH) ** 0.5))
    width = WIDTH * times
    y = 0.0
    *rows, last = [*_rows(listed, width), []]
    if rows and picture.others:
        last = rows.pop()
    for row in rows:
        y = _place_row(drawing, row, width, y) + GAP
    bottom = _place_last(drawing, last, width, y)
    # What is behind comes first.
    drawing.bands.sort(key=lambda one: one.kind == "shell")
    return Layout(drawing.boxes, drawing.labels, tuple(drawing.bands), size=(width, bottom))


def _place_last(drawing: _Drawing, row: list[Lane], width: float, top: float) -> float:
    """The last lanes and those who stand in none, side by side where there is room for both; where they end."""
    others = drawing.picture.others
    narrow = sum(lane.units for lane in row) * (_WIDEST_STEP + _STEP_GAP) + len(row) * (2 * _PAD + GAP)
    boxes, band, end = band_of_others(others, narrow, top, width - narrow)
    if beside := bool(row) and narrow + _LEAST_BESIDE <= width and end - top <= _HIGHEST_BESIDE:
        bottom = _place_row(drawing, row, narrow - GAP, top)
    else:
        bottom = _place_row(drawing, row, width, top) + GAP if row else top
        boxes, band, end = band_of_others(others, 0, bottom, width)
    drawing.boxes |= boxes
    drawing.bands += band
    end = max(bottom, end)
    if beside:
        drawing.bands = [one._replace(h=end - top) if one.y == top else one for one in drawing.bands]
    return end


def _lanes(picture: Picture) -> Iterator[Lane]:
    at = attrgetter("barrier")
    institutions, facilitators = grouped(picture.institutions, at), grouped(picture.standings, at)
    for barrier in picture.barriers:
        steps = picture.steps_at.get(barrier.id, [])
        yield Lane(barrier, steps, institutions[barrier.id], facilitators[barrier.id])
    if facilitators[""]:
        yield Lane(None, [], [], facilitators[""])


def _rows(listed: list[Lane], width: float) -> Iterator[list[Lane]]:
    """Lanes side by side, as many as there is room for."""
    row: list[Lane] = []
    for lane in listed:
        more = [*row, lane]
        if row and _room(more, width) < sum(one.units for one in more) * (_STEP + _STEP_GAP):
            yield row
            row = []
        row.append(lane)
    if row:
        yield row


def _room(row: list[Lane], width: float) -> float:
    """What the padding of these lanes and the gaps between them leave."""
    return width - len(row) * (2 * _PAD + GAP) + GAP


def _place_row(drawing: _Drawing, row: list[Lane], width: float, top: float) -> float:
    """Place the lanes of a row, all of the same height, and return where it ends."""
    inner = _room(row, width)
    units = [min(lane.units, int(inner // (_STEP + _STEP_GAP))) for lane in row]
    unit = inner / sum(units)
    x, placed = 0.0, []
    for lane, number in zip(row, units, strict=True):
        placed.append((lane, x + _PAD, x + _PAD + number * unit))
        x = placed[-1][-1] + _PAD + GAP
    # What is beside each other is on a level: each part of all lanes begins where the highest one before it ends.
    y = top + _PAD
    for place_part in (_place_institutions, _place_steps, _place_facilitators):
        y = max(place_part(drawing, lane, left, right, y) for lane, left, right in placed)
    bottom = y + _PAD
    for lane, left, right in placed:
        label = "" if lane.barrier else text("page.graph.facilitators", where=drawing.picture.nowhere)
        drawing.bands.append(Band("barrier", label, left - _PAD, top, right - left + 2 * _PAD, bottom - top))
    return bottom


# Who stands in the way


def _place_institutions(drawing: _Drawing, lane: Lane, left: float, right: float, top: float) -> float:
    """The barrier's name, who covers its steps beside and below it, and where the steps may begin."""
    if lane.barrier is None:
        return top + _CAPTION
    w, h = barrier_box(drawing.picture.names[lane.barrier.id])
    w = int(min(w, right - left))
    drawing.boxes[lane.barrier.id] = Box(left + w / 2, top + h / 2, w, h)
    if not lane.institutions:
        return top + h + (_FAN if lane.steps else GAP) / 2
    reach = _reach(drawing, lane, lane.institutions, left, right)
    wanted = _means(reach)
    spots = sorted(lane.institutions, key=lambda spot: (wanted[spot.node], spot.node))
    begin = left + w + 2 * GAP
    y = top
    beside = 2 if right - begin >= _ROOM_FOR_TWO else 1
    for number, same in enumerate(_spread(spots, right - begin, right - left, beside, _LOOSE)):
        if number == beside:
            y = max(y, top + h + GAP)
        if same:
            y = _place_spots(drawing, same, wanted, begin if number < beside else left, right, y) + GAP
    # Flat lines would run behind the boxes beside their own.
    widest = max(max(xs) - min(xs) for xs in reach.values())
    return max(y, top + h + GAP) - GAP + min(_FAN + widest / 14, 2 * _FAN)


def _reach(drawing: _Drawing, lane: Lane, spots: list[Spot], left: float, right: float) -> dict[str, list[float]]:
    """For each of these spots the middles of its steps, or that of the barrier's name where it has none."""
    per = _per_row(lane.steps, right - left)
    cell = (right - left) / per
    middle = {step.id: left + (place % per + 0.5) * cell for place, step in enumerate(lane.steps)}
    nowhere = [drawing.boxes[lane.barrier.id].x if lane.barrier else left]
    return {
        spot.node: [middle[step] for step in drawing.picture.steps_of.get(spot.node, ()) if step in middle] or nowhere
        for spot in spots
    }


def _means(reach: dict[str, list[float]]) -> dict[str, float]:
    return {node: sum(xs) / len(xs) for node, xs in reach.items()}


def _spread(spots: list[Spot], first: float, others: float, beside: int = 0, loose: float = 1) -> list[list[Spot]]:
    """The spots in as few rows as hold them, each row from left to right; the first ones, `beside`, have less room.

    One or two rows are filled to the part `loose` only, for lines are steeper where there are more rows.
    """
    wide = [spot.size[0] + GAP for spot in spots]
    number = 1
    while True:
        share = loose if number < 3 else 1
        rooms = [(first if place < beside else others) * share for place in range(number)]
        rows = _dealt(spots, wide, rooms, beside)
        if rows is not None:
            return rows
        number += max(1, number // 8)


def _dealt(spots: list[Spot], wide: list[int], rooms: list[float], beside: int) -> list[list[Spot]] | None:
    """The spots dealt out to rows of this room in turn, so that each row goes from left to right; None if too few."""
    rows: list[list[Spot]] = [[] for _ in rooms]
    left = [room + GAP + 0.5 for room in rooms]
    turn = 0
    for spot, need in zip(spots, wide, strict=True):
        for step in range(len(rooms)):
            row = (turn + step) % len(rooms)
            # Below the name a row of its own holds even what is wider than the lane.
            if left[row] >= need or (not rows[row] and row >= beside):
                break
        else:
            return None
        rows[row].append(spot)
        left[row] -= need
        turn = row + 1
    return rows


def _place_spots(
    drawing: _Drawing, spots: list[Spot], wanted: dict[str, float], left: float, right: float, top: float
) -> float:
    """A row of boxes, each as near to its steps as the others allow, and where it ends."""
    sizes = [spot.size for spot in spots]
    height = max(h for _, h in sizes)
    widths = [float(w) for w, _ in sizes]
    xs = in_a_row([wanted[spot.node] for spot in spots], widths, left, right, GAP)
    for spot, (w, h), x in zip(spots, sizes, xs, strict=True):
        drawing.boxes[spot.node] = Box(x, top + height / 2, w, h)
    return top + height


# Steps


def _per_row(steps: list[Step], room: float) -> int:
    """How many steps stand beside one another, so that their rows are of one length."""
    most = max(1, int((room + 1) // (_STEP + _STEP_GAP)))
    rows = max(1, -(-len(steps) // most))
    return max(1, -(-len(steps) // rows))


def _place_steps(drawing: _Drawing, lane: Lane, left: float, right: float, top: float) -> float:
    """The steps in rows, and where they end."""
    per = _per_row(lane.steps, right - left)
    cell = (right - left) / per
    width = min(cell - _STEP_GAP, _WIDEST_STEP)
    y = top
    for begin in range(0, len(lane.steps), per):
        steps = lane.steps[begin : begin + per]
        labels = [wrapped(step.name, width - 2 * PADDING, most=4) for step in steps]
        height = (max(map(len, labels)) + 1) * LINE + 2 * PADDING
        for place, (step, lines) in enumerate(zip(steps, labels, strict=True)):
            drawing.labels[step.id] = lines
            drawing.boxes[step.id] = Box(left + (place + 0.5) * cell, y + height / 2, width, height)
        y += height + GAP * 3
    return y - GAP * 3 if lane.steps else y


# Who makes it possible


def _place_facilitators(drawing: _Drawing, lane: Lane, left: float, right: float, top: float) -> float:
    """The facilitators in groups by shell, and where they end."""
    if not lane.facilitators:
        return top
    wanted = _means(_reach(drawing, lane, lane.facilitators, left, right))
    y = top + (_FAN - 2 * GAP if lane.steps else GAP)
    by_shell = grouped(lane.facilitators, attrgetter("shell"))
    groups = [_Group(shell, by_shell[shell]) for shell in (*SHELLS, None) if by_shell[shell]]
    while groups:
        row = [groups.pop(0)]
        while groups and sum(one.width + GAP for one in (*row, groups[0])) <= right - left + GAP:
            row.append(groups.pop(0))
        hopes = [sum(wanted[spot.node] for spot in one.spots) / len(one.spots) for one in row]
        widths = [min(one.width, right - left) for one in row]
        xs = in_a_row(hopes, widths, left, right, GAP)
        y = GAP + max(
            one.place(drawing, wanted, x - w / 2, x + w / 2, y) for one, x, w in zip(row, xs, widths, strict=True)
        )
    return y - GAP


class _Group(NamedTuple):
    """The facilitators of one shell in one lane, with the shell's name on their left."""

    shell: int | None
    spots: list[Spot]

    @property
    def caption(self) -> float:
        """Room for the name of the shell."""
        return text_width(shell_words(self.shell)) + 2 * GAP

    @property
    def width(self) -> float:
        """The width of all of them in one row."""
        return self.caption + sum(spot.size[0] + GAP for spot in self.spots)

    def place(self, drawing: _Drawing, wanted: dict[str, float], left: float, right: float, top: float) -> float:
        """Boxes in rows beside the caption, below it where that leaves too little room, and where they end."""
        spots = sorted(self.spots, key=lambda spot: (wanted[spot.node], spot.node))
        y, begin = top + GAP / 2, left + self.caption
        if right - GAP - begin + 0.5 < max(spot.size[0] for spot in spots):
            y, begin = top + _CAPTION, left + GAP
        room = right - GAP - begin
        for same in _spread(spots, room, room):
            if same:
                y = _place_spots(drawing, same, wanted, begin, right - GAP, y) + GAP
        bottom = y - GAP / 2
        drawing.bands.append(Band("shell", shell_words(self.shell), left, top, right - left, bottom - top))
        return bottom
