"""A layout: fixed places for the nodes of the picture, the boxes of their labels, and what is drawn behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from barriers.messages import text
from viz.page.boxes import Box
from viz.page.picture import Spot

WIDTH = 1184
"""The width of a drawing that is read at scale 1 in a window of 1 280 pixels, beside its margins and scroll bar."""

GAP = 8
"""Between two boxes, in pixels."""

_CAPTION = 22


class Band(NamedTuple):
    """A rectangle behind nodes, by its upper left corner; `kind` is barrier, shell or others."""

    kind: str
    label: str
    x: float
    y: float
    w: float
    h: float


class Ring(NamedTuple):
    """An ellipse around the middle, what it means, its label, shortened where it is crowded, and where that stands."""

    means: str
    label: str
    rx: float
    ry: float
    x: float
    y: float


class Sector(NamedTuple):
    """The part of the circle of a barrier: where its label stands, and from where to where it goes, in degrees."""

    label: str
    x: float
    y: float
    begin: float
    end: float


@dataclass(frozen=True)
class Layout:
    """Where everything stands; x grows to the right, y downwards, and a place is the middle of its box.

    `labels` are the names of steps in lines that fit their boxes, which have room for one more: that of their status.
    `origin` is the upper left corner of the drawing, `size` its width and height.
    """

    boxes: dict[str, Box] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bands: tuple[Band, ...] = ()
    rings: tuple[Ring, ...] = ()
    sectors: tuple[Sector, ...] = ()
    origin: tuple[float, float] = (0, 0)
    size: tuple[float, float] = (WIDTH, 0)

    def data(self) -> dict[str, Any]:
        """The layout as lists, dicts, text and whole numbers."""
        return {
            "places": {node: [round(box.x), round(box.y)] for node, box in self.boxes.items()},
            "boxes": {node: [round(box.w), round(box.h)] for node, box in self.boxes.items()},
            "bands": list(map(_whole, self.bands)),
            "rings": list(map(_whole, self.rings)),
            "sectors": list(map(_whole, self.sectors)),
            "origin": list(map(round, self.origin)),
            "size": list(map(round, self.size)),
        }


def _whole(shape: Band | Ring | Sector) -> dict[str, Any]:
    values = shape._asdict().items()
    return {name: round(value) if isinstance(value, float) else value for name, value in values}


def band_of_others(
    spots: Sequence[Spot], left: float, top: float, width: float
) -> tuple[dict[str, Box], list[Band], float]:
    """Those who neither cover a step nor make one possible: boxes in rows as in a text, their band, where it ends.

    Nobody gives nothing.
    """
    if not spots:
        return {}, [], top
    boxes: dict[str, Box] = {}
    x, y, height = left + GAP, top + _CAPTION, 0
    for spot in spots:
        w, h = spot.size
        if x + w + GAP > left + width and height:
            x, y, height = left + GAP, y + height + GAP, 0
        boxes[spot.node] = Box(x + w / 2, y + h / 2, w, h)
        x, height = x + w + GAP, max(height, h)
    bottom = y + height + GAP
    return boxes, [Band("others", text("page.graph.others"), left, top, width, bottom - top)], bottom
