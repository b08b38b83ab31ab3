"""A layout: fixed places for the nodes of the picture, the boxes of their labels, and what is drawn behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from viz.page.boxes import Box

WIDTH = 1184
"""The width of a drawing that is read at scale 1 in a window of 1 280 pixels, beside its margins and scroll bar."""

GAP = 8
"""Between two boxes, in pixels."""


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

    `labels` are the lines of the label of each node, broken to fit its box; those of steps and barriers get a line
    more, that of their status. `origin` is the upper left corner of the drawing, `size` its width and height.
    """

    boxes: dict[str, Box] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bands: tuple[Band, ...] = ()
    rings: tuple[Ring, ...] = ()
    sectors: tuple[Sector, ...] = ()
    origin: tuple[float, float] = (0, 0)
    size: tuple[float, float] = (WIDTH, 0)

    @property
    def places(self) -> dict[str, tuple[float, float]]:
        """The middle of each node's box."""
        return {node: (box.x, box.y) for node, box in self.boxes.items()}

    def data(self) -> dict[str, Any]:
        """The layout as lists, dicts, text and whole numbers."""
        return {
            "places": {node: [round(box.x), round(box.y)] for node, box in self.boxes.items()},
            "boxes": {node: [round(box.w), round(box.h)] for node, box in self.boxes.items()},
            "bands": [_whole(band) for band in self.bands],
            "rings": [_whole(ring) for ring in self.rings],
            "sectors": [_whole(sector) for sector in self.sectors],
            "origin": [round(part) for part in self.origin],
            "size": [round(part) for part in self.size],
        }


def _whole(shape: Band | Ring | Sector) -> dict[str, Any]:
    values = shape._asdict().items()
    return {name: round(value) if isinstance(value, float) else value for name, value in values}
