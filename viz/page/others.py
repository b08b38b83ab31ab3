"""The band of those who neither cover a step nor make one possible and are still tied to somebody."""

from __future__ import annotations

from collections.abc import Sequence

from barriers.messages import text
from viz.page.boxes import Box
from viz.page.layout import GAP, Band
from viz.page.picture import Spot, spot_size

_CAPTION = 22


def band_of_others(
    spots: Sequence[Spot], left: float, top: float, width: float
) -> tuple[list[tuple[Spot, Box]], list[Band], float]:
    """A box for each, in rows as in a text; the band behind them; where it ends. Nobody gives nothing."""
    if not spots:
        return [], [], top
    boxes: list[tuple[Spot, Box]] = []
    x, y, height = left + GAP, top + _CAPTION, 0
    for spot in spots:
        w, h = spot_size(spot)
        if x + w + GAP > left + width and height:
            x, y, height = left + GAP, y + height + GAP, 0
        boxes.append((spot, Box(x + w / 2, y + h / 2, w, h)))
        x, height = x + w + GAP, max(height, h)
    bottom = y + height + GAP
    return boxes, [Band("others", text("page.graph.others"), left, top, width, bottom - top)], bottom
