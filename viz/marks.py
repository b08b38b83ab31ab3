"""The marks and short words that stand for statuses, powers and states, the same on every output.

All of them are plain ASCII with shapes that differ, so that they read in grey, in any font and on paper.
"""

from __future__ import annotations

from barriers.words import Power, State, Status

STATUSES = (Status.COVERED, Status.SHORT, Status.SEEN, Status.ASSUMED, Status.UNKNOWN, Status.NOBODY)
"""The statuses in the order of columns and legends: from what is best held to what nobody holds."""

MARKS = {
    Status.COVERED: "#",
    Status.SHORT: "/",
    Status.SEEN: "o",
    Status.ASSUMED: "~",
    Status.UNKNOWN: "?",
    Status.NOBODY: "!",
}
"""A whole fence, half a fence, an eye, about, a question, a warning."""

MEANINGS = {
    Status.COVERED: "a source states working cover for everybody concerned",
    Status.SHORT: "sources say that cover is in part, planned, ended, for some only, or that they merely may",
    Status.SEEN: "somebody notices it; that anybody stops it is not said",
    Status.ASSUMED: "no source says so; we infer it",
    Status.UNKNOWN: "no source read names anybody who acts",
    Status.NOBODY: "a source says that nobody acts",
}
"""What each status means, in one line."""

POWERS = {Power.DETECT: "D", Power.HINDER: "H", Power.SANCTION: "S", Power.PROTECT: "P"}
"""The letter of each power in a cell of the matrix."""

STATES = {
    State.WORKING: "work",
    State.PARTIAL: "part",
    State.COMPETENT: "may",
    State.PLANNED: "plan",
    State.ABSENT: "not",
}
"""The short word of each state in a cell of the matrix."""


def marked(status: Status) -> str:
    """A status as mark and word: `? unknown`."""
    return f"{MARKS[status]} {status.value}"
