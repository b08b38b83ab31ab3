"""For a browser: a document as HTML, always in full, which loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from barriers.messages import text
from viz.document import (
    Block,
    Cell,
    Copied,
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
    Pairs,
    Paragraph,
    Styled,
    Table,
)
from viz.markup import Html, between, el, safe, together
from viz.render import Window

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
    "table{border-collapse:collapse}th,td{padding:.3rem .6rem;border-bottom:1px solid;text-align:start;"
    "vertical-align:top}td.right{text-align:end}caption{font-weight:600;text-align:start}"
    "dt{float:left;clear:left;margin-inline-end:1ch;font-weight:600}dt::after{content:':'}dd{margin:0}"
    ".notice,.strong{font-weight:600}.scroll{overflow:auto}"
)


def render(document: Document, _: Window) -> bytes:
    """The document as a whole file."""
    blocks = list(document.blocks())
    named = next((block.name for block in blocks if isinstance(block, Masthead)), "")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", document.title or named or text("page.title")),
        el("style", Html(_STYLE)),
    )
    whole = el("html", head, el("body", el("main", markup(blocks))), lang=text("page.language"))
    return f"<!doctype html>\n{whole.text}\n".encode()


def markup(blocks: Iterable[Block], level: int = 0) -> Html:
    """Blocks as markup, to stand in a document of its own or in another one, whose headings are `level` deeper."""
    return together(_block(block, level) for block in blocks if not isinstance(block, Gap))


def _block(block: Block, level: int) -> Html:
    match block:
        case Masthead():
            beside = el("p", between(map(_words, block.beside), " · ")) if block.beside else None
            return together(el("h1", block.name), beside)
        case Heading():
            beside = el("span", f": {block.beside}") if block.beside else None
            return el(f"h{min(block.level + level, 6)}", block.text, beside)
        case Paragraph():
            return el("p", _words(block.text), cls=block.role or None)
        case Table():
            return _table(block)
        case Pairs():
            return _pairs(block.pairs)
        case Items():
            numbered = any(item.number is not None for item in block.items)
            return el("ol" if numbered else "ul", map(_item, block.items))
        case Legend():
            return el("p", " · ".join(block.parts), cls="quiet")
        case Copied():
            return el("pre", el("code", "\n".join(block.before + line for line in block.lines)))
        case _:
            return together()


def _table(table: Table) -> Html:
    rights = [column.right for column in table.columns]
    anchors: Sequence[str | None] = table.anchors or [None] * len(table.rows)
    beside = together(" ", _words(table.title_beside)) if table.title_beside else None
    title = None if table.title is None else el("caption", table.title.text, beside)
    headers = [_words(column.header) for column in table.columns]
    head = el("thead", el("tr", (el("th", header, scope="col") for header in headers)))
    body = el("tbody", (_row(row, rights, anchor) for row, anchor in zip(table.rows, anchors, strict=True)))
    legend = el("p", " · ".join(table.legend), cls="quiet") if table.legend else None
    shown = el("table", title, head if any(header.text for header in headers) else None, body, id=table.name or None)
    return together(el("div", shown, cls="scroll", tabindex=0), legend)


def _row(cells: Sequence[Cell], rights: Sequence[bool], anchor: str | None) -> Html:
    shown = (
        el("td", _words(cell), cls="right" if right else None)
        for cell, right in zip(cells[1:], rights[1:], strict=True)
    )
    return el("tr", el("th", _words(cells[0]), scope="row"), shown, id=anchor)


def _pairs(pairs: Iterable[tuple[str, Cell]]) -> Html:
    return el("dl", (part for label, said in pairs for part in (el("dt", label), el("dd", _words(said)))))


def _item(item: Item) -> Html:
    said = " ".join(filter(None, [item.status, item.text]))
    return el(
        "li",
        said if item.is_short else el("strong", said),
        (el("p", line) for line in (*item.more, *item.citations)),
        _pairs(item.pairs) if item.pairs else None,
        together(" ", el("code", " ".join(filter(None, [item.id, item.place])))) if item.id else None,
        id=item.anchor or None,
        value=item.number,
    )


def _words(cell: Cell) -> Html:
    match cell:
        case None:
            return together()
        case Styled():
            return el("span", _words(cell.text), cls=cell.role)
        case Link():
            return el("a", cell.text, href=f"#{cell.to}")
        case Either():
            return _words(cell.full if cell.paper is None else cell.paper)
        case Lines():
            return between(map(_words, cell.parts), "; ")
        case _:
            return safe(str(cell))
