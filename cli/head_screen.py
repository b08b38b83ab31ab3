"""The head of every screen, and the colours of the statuses."""

from __future__ import annotations

from rich.text import Text

from barriers.words import Status
from cli.screen import Screen, words
from viz.reports.header import Header

STYLES = {
    Status.COVERED: "green",
    Status.SHORT: "yellow",
    Status.SEEN: "cyan",
    Status.ASSUMED: "magenta",
    Status.UNKNOWN: "bold",
    Status.NOBODY: "bold red",
}
"""Colour only repeats what mark and word say."""


def draw_head(head: Header, screen: Screen) -> None:
    """Where, when, from what, for whose eyes; then what the options changed."""
    rest = f" · {head.month} · main source about {head.about} · handling: {head.handling.value}"
    screen.say(Text.assemble(words(head.country.upper(), "bold"), words(rest)))
    for notice in head.notices:
        screen.say(notice, "bold")
