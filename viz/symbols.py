"""The symbols and short words that stand for statuses, powers and states, the same on every output.

All symbols are plain ASCII with shapes that differ, so that they read in grey, in any font and on paper.
"""

from __future__ import annotations

from barriers.messages import text
from barriers.words import Power, State, Status

STATUSES = tuple(Status)
"""The statuses in the order of columns and legends: gaps that sources state, what is on record, what is open."""

SYMBOLS = {
    Status.UNCOVERED: "!",
    Status.INSUFFICIENT: "<",
    Status.COVERED: "#",
    Status.LIMITED: "/",
    Status.DETECTED: "o",
    Status.INFERRED: "~",
    Status.UNKNOWN: "?",
}
"""A warning, less than is needed, a whole fence, half a fence, an eye, about, a question."""

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
