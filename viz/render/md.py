"""For reports: a document as Markdown, always in full, so that no mark needs a legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
                yield from ("", " · ".join(map(_words, block.beside)))
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
    beside = f": {_escaped(heading.beside)}" if heading.beside else ""
    return f"{'#' * heading.level} {_escaped(heading.text)}{beside}"


def _table(table: Table) -> Iterator[str]:
    if table.title is not None:
        yield from (_heading(table.title), "")
    yield _line([column.header for column in table.columns])
    yield "|" + " --- |" * len(table.columns)
    yield from map(_line, table.rows)


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
