"""For reports: a document as Markdown, always in full, so that no mark needs a legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from barriers.words import Status
from viz.document import (
    Block,
    Cell,
    Document,
    Either,
    Gap,
    Heading,
    Item,
    Items,
    Lines,
    Link,
    Masthead,
    Pairs,
    Paragraph,
    Styled,
    Table,
    Words,
)
from viz.plain import plain
from viz.render import Window
from viz.symbols import with_symbol


def render(document: Document, _: Window) -> bytes:
    """Headings, paragraphs, tables and lists, with an empty line between them."""
    parts = ("\n".join(_block(block)) for block in document.blocks() if not isinstance(block, Gap))
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _block(block: Block) -> Iterator[str]:
    match block:
        case Masthead():
            yield f"# {_escaped(block.name)}"
            if block.beside:
                beside = " · ".join(map(_words, block.beside))
                yield from ("", f"{beside[:1].upper()}{beside[1:]}")
        case Heading():
            yield _heading(block)
        case Paragraph():
            text = _begun(_words(block.text))
            yield f"- {text}" if block.indent and text else text
        case Table():
            yield from _table(block)
        case Pairs():
            yield from (f"- {_begun(_labelled(*pair))}" for pair in block.pairs)
        case Items():
            for item in block.items:
                yield from _item(item)


def _heading(heading: Heading) -> str:
    beside = f" · {_escaped(heading.beside)}" if heading.beside else ""
    return f"{'#' * heading.level} {_escaped(heading.text)}{beside}"


_MOST = 6
"""A page holds so many columns."""


def _table(table: Table) -> Iterator[str]:
    """A table, of no more columns than a page holds: in parts where some are repeated, else a list of its rows."""
    if table.title is not None:
        yield from (_heading(table.title), "")
    wide = len(table.columns) > _MOST
    if wide and table.split is None:
        yield from (_row_in_words(table, row) for row in table.rows)
        return
    fixed, more = table.split or 0, range(table.split or 0, len(table.columns))
    step = _MOST - fixed if wide else max(len(more), 1)
    for begin in range(0, max(len(more), 1), step):
        places = [*range(fixed), *more[begin : begin + step]]
        if begin:
            yield ""
        yield _line([table.columns[place].header for place in places])
        yield "|" + " --- |" * len(places)
        for row in table.rows:
            # Every row stands in the first part; further parts have only those with something in them.
            if not begin or any(_words(row[place]) for place in places[fixed:]):
                yield _line([row[place] for place in places])


def _row_in_words(table: Table, row: Sequence[Cell]) -> str:
    """`- Entry: steps 9; unknown 5`: the cells with something in them, each after its header."""
    first, *others = map(_words, row)
    headers = [_words(column.header) for column in table.columns[1:]]
    told = "; ".join(f"{header} {cell}" for header, cell in zip(headers, others, strict=True) if cell not in ("", "-"))
    return f"- **{first}**: {told}"


def _line(cells: Iterable[Cell]) -> str:
    return "| " + " | ".join(map(_words, cells)) + " |"


def _item(item: Item) -> Iterator[str]:
    text = " ".join(filter(None, [_words(item.status), _escaped(item.text)]))
    mark = "-" if item.number is None else f"{item.number}."
    indent = " " * (len(mark) + 1)
    yield f"{mark} **{text}**" if not item.is_short else f"{mark} {_begun(text)}"
    yield from (f"{indent}- {_escaped(line)}" for line in (*item.more, *item.citations))
    yield from (f"{indent}- {_labelled(*pair)}" for pair in item.pairs)
    if item.id:
        yield f"{indent}- {' '.join(f'`{part}`' for part in (item.id, item.place) if part)}"


def _labelled(label: Words, said: Cell) -> str:
    return f"{_words(label)}: {_words(said)}" if label else _words(said)


def _begun(text: str) -> str:
    """Text at the beginning of a line, where it is not to become a heading or a list."""
    return f"\\{text}" if text.startswith(("#", "-", "+")) else text


def _words(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Status():
            return _escaped(with_symbol(cell))
        case Styled() | Link():
            return _words(cell.text)
        case Either():
            return _words(cell.full if cell.paper is None else cell.paper)
        case Lines():
            return "; ".join(map(_words, cell.parts))
        case Pairs():
            return "; ".join(_labelled(*pair) for pair in cell.pairs)
        case _:
            return _escaped(str(cell))


_MARKUP = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|~"})


def _escaped(text: str) -> str:
    """Text of which nothing is taken for markup, on one line."""
    return " ".join(plain(text).translate(_MARKUP).split())
