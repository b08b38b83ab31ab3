"""The symbols, borders and short words that stand for statuses, powers and states, the same on every output.

All symbols are plain ASCII with shapes that differ, so that they read in grey, in any font and on paper.
"""

from __future__ import annotations

from typing import NamedTuple

from barriers.messages import text
from barriers.words import Power, State, Status

STATUSES = (Status.COVERED, Status.LIMITED, Status.DETECTED, Status.INFERRED, Status.UNKNOWN, Status.UNCOVERED)
"""The statuses in the order of columns and legends: from what is best held to what nobody holds."""

SYMBOLS = {
    Status.COVERED: "#",
    Status.LIMITED: "/",
    Status.DETECTED: "o",
    Status.INFERRED: "~",
    Status.UNKNOWN: "?",
    Status.UNCOVERED: "!",
}
"""A whole fence, half a fence, an eye, about, a question, a warning."""


class Border(NamedTuple):
    """The line around a status, in pixels: its width, and the lengths of a dash and of the gap after it."""

    width: float
    dashes: tuple[float, float] | None = None

    @property
    def style(self) -> str:
        """The word for it in a style sheet; a dash that is no longer than wide is a dot."""
        if self.dashes is None:
            return "solid"
        return "dotted" if self.dashes[0] <= self.width else "dashed"


BORDERS = {
    Status.COVERED: Border(2.5),
    Status.LIMITED: Border(2, (9, 3)),
    Status.DETECTED: Border(2, (2, 3)),
    Status.INFERRED: Border(1.5, (5, 4)),
    Status.UNKNOWN: Border(1),
    Status.UNCOVERED: Border(3),
}
"""From a whole fence to none, each a border of its own, so that colour is never needed to tell them apart."""

POWERS = {Power.DETECT: "D", Power.HINDER: "H", Power.SANCTION: "S", Power.PROTECT: "P"}
"""The letter of each power in a cell of the matrix."""


def status_meaning(status: Status) -> str:
    """What a status means, in one line."""
    return text(f"status.{status}.means")


def state_in_short(state: State) -> str:
    """The short word of a state in a cell of the matrix."""
    return text(f"state.{state}.short")


def with_symbol(status: Status) -> str:
    """A status as symbol and word: `? unknown`."""
    return f"{SYMBOLS[status]} {text(f'status.{status}')}"
