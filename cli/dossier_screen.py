"""A dossier on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from cli.screen import Column, Screen, Words, words
from viz.dossier import Dossier, Entry

_NARROW_NAME = 24
"""A column of names narrower than this reads worse than ids on lines of their own."""


def draw_dossier(made: Dossier, screen: Screen) -> None:
    """Name and kind, labelled lines, then section after section."""
    screen.say(made.name, "bold")
    screen.say(f"{made.kind} · {made.id} · handling: {made.handling.value}")
    screen.labelled([*made.about, *([("in", made.place)] if made.place else [])], least=8)
    for section in made.sections:
        screen.empty_line()
        count = f" ({len(section.entries)})" if section.entries else ""
        screen.say(f"{section.heading.upper()}{count}", "bold")
        if section.entries and all(entry.is_short for entry in section.entries):
            _draw_short(section.entries, screen)
        else:
            for entry in section.entries:
                _draw_entry(entry, screen)
        if not section.entries:
            screen.say(section.none, indent=2)


def _draw_entry(entry: Entry, screen: Screen) -> None:
    """What is said; beside it, who says so, and where it stands, each a little further in."""
    screen.say(words("  ".join(filter(None, [entry.status, entry.text])), "bold"), indent=2)
    for line in (*entry.more, *entry.citations):
        screen.say(line, indent=6)
    if entry.id:
        screen.unbroken("      " + "  ".join(filter(None, [entry.id, entry.place])), "dim")


def _draw_short(entries: Sequence[Entry], screen: Screen) -> None:
    """Entries that are only names, as a table with their ids; on a narrow screen each id under its name."""
    status = max(len(entry.status) for entry in entries)
    longest_id = max(len(entry.id) for entry in entries)
    gap = 2
    room = screen.width - 1 - gap - longest_id - gap - (status + gap if status else 0)
    longest = max(len(entry.text) for entry in entries)
    if room < _NARROW_NAME or (longest > room and not status):
        for entry in entries:
            _draw_entry(entry, screen)
        return
    name = min(room, longest)
    columns = [Column(width=1), *([Column(width=status)] if status else []), Column(width=name), Column(whole=True)]
    rows: list[list[Words]] = [
        ["", *([entry.status] if status else []), entry.text, words(entry.id, "dim")] for entry in entries
    ]
    screen.grid(columns, rows, gap=gap)
