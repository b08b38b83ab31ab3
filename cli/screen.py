"""The terminal: text, headings and tables as wide as it is, in 16 colours or none.

Data may hold [brackets], :names: of emoji and whole lines of markup, so every text goes in as a `Text`, never
as a string that rich would read.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from viz.plain import plain

_NARROWEST = 40
_WIDEST = 160
"""Longer lines cannot be read; a wider terminal keeps its margin."""

Words = str | Text


def words(text: Words, style: str = "") -> Text:
    """Text with a style, safe for the terminal and read by nothing."""
    return text if isinstance(text, Text) else Text(plain(text), style=style)


class Column(NamedTuple):
    """A column: its header, and how its cells behave.

    `share` lets it take the room that is left over; `width` fixes it; `whole` keeps its cells on one line.
    """

    header: str = ""
    right: bool = False
    share: int | None = None
    width: int | None = None
    whole: bool = False


class Screen:
    """Collects lines of a known width. `height` is None where there is no window to fit into."""

    def __init__(self, width: int, height: int | None, colour: bool) -> None:
        self.width = width
        self.height = height
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    @property
    def lines(self) -> int:
        """How many lines stand on it."""
        return self._out.getvalue().count("\n")

    def text(self) -> str:
        """Everything that stands on it, without spaces at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().split("\n"))

    def empty_line(self) -> None:
        """One empty line."""
        self._console.print()

    def say(self, text: Words, style: str = "", indent: int = 0) -> None:
        """A paragraph, broken between words."""
        if indent:
            self.grid((Column(width=indent - 1), Column(share=1)), [("", words(text, style))])
        else:
            self._console.print(words(text, style))

    def legend(self, parts: Iterable[str]) -> None:
        """Marks with their meanings, side by side, never broken between the two."""
        line = ""
        for part in parts:
            if line and len(line) + 2 + len(part) > self.width:
                self.say(line)
                line = ""
            line = f"{line}  {part}" if line else part
        self.say(line)

    def unbroken(self, text: str, style: str = "") -> None:
        """One line, however long: what is to be copied must not be cut in pieces."""
        self._console.print(words(text, style), soft_wrap=True)

    def labelled(self, lines: Iterable[tuple[str, str]], *, indent: int = 0, least: int = 0) -> None:
        """Lines with a label before each; a label that was just said is not said again."""
        lines = list(lines)
        width = max([least, *(len(label) for label, _ in lines)])
        rows: list[list[Words]] = []
        before = ""
        for label, text in lines:
            rows.append(["" if label == before else label, text])
            before = label
        columns: list[Column] = [Column(width=width), Column(share=1)]
        if indent:
            columns.insert(0, Column(width=indent - 2))
            rows = [["", *row] for row in rows]
        self.grid(columns, rows, gap=2)

    def grid(self, columns: Sequence[Column], rows: Iterable[Sequence[Words]], gap: int = 1) -> None:
        """A table; its header is left out where no column has one."""
        columns = tuple(columns)
        table = Table(
            box=None,
            pad_edge=False,
            padding=(0, gap, 0, 0),
            show_header=any(column.header for column in columns),
            header_style="bold",
            expand=any(column.share for column in columns),
        )
        for column in columns:
            table.add_column(
                words(column.header),
                justify="right" if column.right else "left",
                ratio=column.share,
                width=column.width,
                no_wrap=column.whole,
                overflow="ellipsis" if column.whole else "fold",
            )
        for row in rows:
            table.add_row(*(words(cell) for cell in row))
        self._console.print(table)


def open_screen(*, to_file: bool) -> Screen:
    """A screen as the environment has it: COLUMNS and LINES, NO_COLOR, FORCE_COLOR, TERM=dumb."""
    size = shutil.get_terminal_size((80, 24))
    in_terminal = sys.stdout.isatty() and not to_file
    colour = bool(os.environ.get("FORCE_COLOR")) or (in_terminal and os.environ.get("TERM") != "dumb")
    colour = colour and not os.environ.get("NO_COLOR") and not to_file
    has_height = in_terminal or (os.environ.get("LINES", "").isdigit() and not to_file)
    width = max(_NARROWEST, min(size.columns, _WIDEST))
    return Screen(width, size.lines if has_height else None, colour)
