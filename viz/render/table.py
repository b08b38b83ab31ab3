"""The terminal: a document as wide as the window, in 16 colours or none.

Data may hold [brackets], :names: of emoji and whole lines of markup, so every text goes in as a `Text`, never as a
string that rich would read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import StringIO

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from barriers.messages import text
from barriers.words import Status
from viz.columns import longest, side_by_side
from viz.document import (
    Block,
    Cell,
    Column,
    Document,
    Either,
    Gap,
    Heading,
    Item,
    Items,
    Legend,
    Lines,
    Link,
    Masthead,
    Next,
    Pairs,
    Paragraph,
    Styled,
    Table,
)
from viz.plain import plain
from viz.render import Window
from viz.symbols import with_symbol

WIDE = 120
"""From this width on everything is told in full."""

_SPACES_AT_THE_END = re.compile(r" +(?=(?:\x1b\[[\d;]*m)*$)")
"""Those before the signs that end a colour too."""

_SPARE = 100
"""Columns that can be spared are left out below this width."""

_PROMPT = 1
"""Lines of a window that the prompt takes."""

_NARROW_NAME = 24
"""A column of names narrower than this reads worse than ids on lines of their own."""

_STYLES = {
    "strong": "bold",
    "quiet": "dim",
    "notice": "bold",
    "status-insufficient": "red",
    "status-covered": "green",
    "status-limited": "yellow",
    "status-detected": "cyan",
    "status-inferred": "magenta",
    "status-unknown": "bold",
    "status-uncovered": "bold red",
}
"""Colour only repeats what mark and word say."""


def render(document: Document, window: Window) -> bytes:
    """The document on a terminal, without spaces at the ends of lines."""
    blocks = [block for block in document.blocks() if not getattr(block, "paper", False)]
    if document.fits and window.height is not None:
        blocks = _fitted(blocks, window._replace(height=window.height - _PROMPT))
    return _drawn(blocks, window).encode("utf-8", "replace")


def _drawn(blocks: Iterable[Block], window: Window) -> str:
    screen = _Screen(window)
    for block in blocks:
        screen.draw(block)
    return screen.text()


def _height(blocks: Iterable[Block], window: Window) -> int:
    return _drawn(blocks, window._replace(colour=False)).count("\n")


# A window that is too small: first goes what can be spared, then rows of tables that may be cut


def _fitted(blocks: list[Block], window: Window) -> list[Block]:
    room = window.height or 0
    # A row takes a line at least, so many rows need not be drawn to be too many.
    if sum(len(block.rows) for block in blocks if isinstance(block, Table)) <= room and _height(blocks, window) <= room:
        return blocks
    # Columns keep the width that all rows give them, whichever rows are left.
    screen = _Screen(window)
    blocks = [screen.measured(kept) for block in blocks for kept in _without_what_is_spare(block)]
    shown = [_cut(block) for block in blocks]
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and block.least is not None:
            shown[place] = _as_high_as_fits(block, shown[:place], shown[place + 1 :], window)
    return shown


def _as_high_as_fits(table: Table, above: list[Block], below: list[Block], window: Window) -> Block:
    """The table with the most rows with which all fits, while the tables below have no more than they must."""
    room, least, total = window.height or 0, table.least or 0, len(table.rows)

    def height(number: int) -> int:
        return _height([*above, _cut(table, number), *below], window)

    # With every row its title says nothing of rows that are left out, and may be a line shorter.
    if total <= room and height(total) <= room:
        return table
    numbers = range(least, min(total - 1, room) + 1)
    return _cut(table, max(least, least + bisect_right(numbers, room, key=height) - 1))


def _without_what_is_spare(block: Block) -> Iterator[Block]:
    match block:
        case Gap() | Paragraph(spare=True):
            return
        case Next():
            yield replace(block, whys=())
        case _:
            yield block


def _cut(block: Block, number: int | None = None) -> Block:
    """A table with so many of its rows, without a number with the fewest that it may have; its title says so."""
    if not isinstance(block, Table) or block.least is None or block.title is None:
        return block
    total, number = len(block.rows), block.least if number is None else number
    if number >= total:
        return block
    cut = text("audit.cut", shown=number, total=total) if number else text("audit.cut-all")
    beside = " · ".join(filter(None, [block.title.beside, cut]))
    return replace(block, rows=block.rows[:number], title=replace(block.title, beside=beside))


def words(text: str, role: str = "") -> Text:
    """Text with a role, safe for the terminal and read by nothing."""
    return Text(plain(text), style=_STYLES.get(role, ""))


class _Screen:
    """Collects lines of a known width."""

    def __init__(self, window: Window) -> None:
        self.width = window.width
        self._brief = window.width < WIDE
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=window.width,
            force_terminal=window.colour,
            color_system="standard" if window.colour else None,
            no_color=not window.colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def draw(self, block: Block) -> None:
        """Put a block below what is there."""
        match block:
            case Masthead():
                self._masthead(block)
            case Heading():
                self._say(self._heading(block))
            case Paragraph():
                self._say(self._words(block.text, block.role), block.indent, whole=block.whole)
            case Gap():
                self._console.print()
            case Table():
                self._table(block)
            case Pairs():
                self._pairs(block)
            case Items():
                self._items(block.items)
            case Legend():
                self._legend(block.parts)
            case Next():
                self._next(block)

    def text(self) -> str:
        """Everything that stands here, without spaces at the ends of lines."""
        return "\n".join(_SPACES_AT_THE_END.sub("", line) for line in self._out.getvalue().split("\n"))

    # Words

    def _words(self, cell: Cell, role: str = "", *, brief: bool | None = None) -> Text:
        brief = self._brief if brief is None else brief
        match cell:
            case None:
                return Text()
            case Status():
                return words(with_symbol(cell), f"status-{cell}")
            case Styled() | Link():
                return self._words(cell.text, getattr(cell, "role", role), brief=brief)
            case Either():
                return self._words(cell.brief if brief else cell.full, role, brief=brief)
            case Lines():
                return Text("\n").join(self._words(part, role, brief=brief) for part in cell.parts)
            case Pairs():
                return Text("\n").join(Text(": ").join(filter(None, map(self._words, pair))) for pair in cell.pairs)
            case _:
                return words(str(cell), role)

    def _say(self, text: Text, indent: int = 0, *, whole: bool = False) -> None:
        """A paragraph, broken between words unless it is to stay whole."""
        if indent:
            self._grid([Column(width=indent - 1), Column(share=1)], [[Text(), text]])
        else:
            self._console.print(text, soft_wrap=whole)

    def _masthead(self, block: Masthead) -> None:
        beside = " · ".join(str(self._words(part)) for part in block.beside)
        if block.is_long:
            self._say(Text("\n").join([words(block.name, "strong"), words(beside)]))
        else:
            self._say(Text.assemble(words(block.name.upper(), "strong"), words(f" · {beside}" if beside else "")))

    @staticmethod
    def _heading(heading: Heading) -> Text:
        shown = heading.text if heading.level > 2 else heading.text.upper()
        return Text.assemble(words(shown, "strong"), words(f" · {heading.beside}" if heading.beside else ""))

    def _legend(self, parts: Iterable[str]) -> None:
        lines = [""]
        for part in parts:
            if lines[-1] and len(lines[-1]) + 2 + len(part) > self.width:
                lines.append("")
            lines[-1] += f"  {part}" if lines[-1] else part
        self._say(words("\n".join(lines)))

    def _next(self, block: Next) -> None:
        before = f"{text('next')} "
        if block.whys:
            both = zip(block.whys, block.commands, strict=True)
            commands = [text("next.for", why=why, command=one) for why, one in both]
        else:
            commands = list(block.commands)
        on_one = before + " · ".join(commands)
        is_short = len(on_one) <= self.width and not block.whys
        below = before + f"\n{' ' * len(before)}".join(commands)
        self._say(words(on_one if is_short else below, "strong"), whole=True)

    # Lists

    def _pairs(self, block: Pairs) -> None:
        pairs = [(self._words(label), self._words(said)) for label, said in block.pairs]
        width = max([block.least, *(len(label) for label, _ in pairs)])
        before = Column(width=max(block.indent - 2, 0))
        told = [Text(), *(label for label, _ in pairs)]
        rows = [[Text(), Text() if told[row] == label else label, said] for row, (label, said) in enumerate(pairs)]
        columns = [before, Column(width=width), Column(share=1)]
        first = 0 if block.indent else 1
        self._grid(columns[first:], [row[first:] for row in rows], gap=2)

    def _items(self, items: Sequence[Item]) -> None:
        if items and all(item.is_short for item in items) and self._short_items(items):
            return
        for item in items:
            self._item(item)

    def _item(self, item: Item) -> None:
        """What is said; beside it, who says so, and where it stands, each a little further in."""
        if item.number is not None:
            self._grid([Column(width=3), Column(share=1)], [[words(f"{item.number:>3}"), words(item.text, "strong")]])
        else:
            said = (self._words(one, "strong") for one in (item.status, item.text))
            self._say(Text("  ").join(filter(None, said)), indent=2)
        inside = 6 if item.number is None else 4
        for line in (*item.more, *item.citations):
            self._say(words(line), indent=inside)
        if item.pairs:
            self._pairs(Pairs(item.pairs, inside, least=6))
        if item.id:
            where = f"{'id':<8}{item.id}" if item.pairs else "  ".join(filter(None, [item.id, item.place]))
            self._say(words(" " * inside + where, "" if item.pairs else "quiet"), whole=True)

    def _short_items(self, items: Sequence[Item]) -> bool:
        """Only names with their ids, as a table; False where that would be too narrow."""
        status = max(len(self._words(item.status)) for item in items)
        name = max(len(item.text) for item in items)
        room = self.width - 5 - max(len(item.id) for item in items) - (status + 2 if status else 0)
        if room < _NARROW_NAME or (name > room and not status):
            return False
        columns = [Column(width=1), Column(width=status), Column(width=min(room, name)), Column(whole=True)]
        rows = [[Text(), self._words(item.status), words(item.text), words(item.id, "quiet")] for item in items]
        kept = (0, 1, 2, 3) if status else (0, 2, 3)
        self._grid([columns[place] for place in kept], [[row[place] for place in kept] for row in rows], gap=2)
        return True

    # Tables

    def _table(self, table: Table) -> None:
        kept = [
            place
            for place, one in enumerate(table.columns)
            if not one.paper and (not one.spare or self.width >= _SPARE)
        ]
        columns = [table.columns[place] for place in kept]
        rows = [[row[place] for place in kept] for row in table.rows]
        brief = self._brief if table.squeeze is None else self._is_too_wide(columns, rows, table)
        cells = [[self._words(cell, brief=brief) for cell in row] for row in rows]
        columns = [self._column(one, place, cells, table) for place, one in enumerate(columns)]
        columns = [replace(one, header=self._words(one.header, brief=brief).plain) for one in columns]
        if table.title is not None:
            title, beside = self._heading(table.title), self._words(table.title_beside)
            if beside:
                self._grid([Column(share=1), Column(width=columns[-1].width)], [[title, beside]])
            else:
                self._say(title)
        parts: Iterable[tuple[list[Column], list[list[Text]]]] = [(columns, cells)]
        if table.split is not None:
            parts = side_by_side(columns, cells, table.split, table.gap, self.width)
        for number, (part, of_part) in enumerate(parts):
            if number:
                self._console.print()
            self._grid(part, of_part, gap=table.gap)
        if table.squeeze is not None and brief:
            told = [column.header for column in table.columns if isinstance(column.header, Either)]
            self._legend(table.legend or [self._words(header, brief=False).plain for header in told])

    def measured(self, block: Block) -> Block:
        """A table whose columns have the widths that its rows give them; any other block as it is."""
        if not isinstance(block, Table):
            return block
        cells = [[self._words(cell) for cell in row] for row in block.rows]
        columns = (self._column(one, place, cells, block) for place, one in enumerate(block.columns))
        return replace(block, columns=tuple(columns))

    def _is_too_wide(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], table: Table) -> bool:
        """Whether the full words leave the first column less than it needs, or than it is to keep."""
        widths = [
            max(len(self._words(cell, brief=False).plain) for cell in (column.header, *(row[place] for row in rows)))
            for place, column in enumerate(columns)
        ]
        first = min(widths[0], table.squeeze) if table.squeeze else widths[0]
        return first + sum(width + table.gap for width in widths[1:]) > self.width

    def _column(self, column: Column, place: int, cells: Sequence[Sequence[Text]], table: Table) -> Column:
        """The column as wide as its bound, its header and its cells make it."""
        if column.most is None:
            return column
        last = self._words(table.title_beside) if place == len(table.columns) - 1 else Text()
        needed = longest([last, self._words(column.header), *(row[place] for row in cells)])
        return replace(column, most=None, width=min(column.most[0 if self._brief else 1], needed))

    def _grid(self, columns: Sequence[Column], rows: Iterable[Sequence[Text]], gap: int = 1) -> None:
        """A table; its header is left out where no column has one."""
        grid = Grid(
            box=None,
            pad_edge=False,
            padding=(0, gap, 0, 0),
            show_header=any(column.header for column in columns),
            header_style="bold",
            expand=any(column.share for column in columns),
        )
        for column in columns:
            grid.add_column(
                words(str(column.header)),
                justify="right" if column.right else "left",
                ratio=column.share,
                width=column.width,
                no_wrap=column.whole,
                overflow="ellipsis" if column.whole else "fold",
            )
        for row in rows:
            grid.add_row(*row)
        self._console.print(grid)
