"""For a browser: a document as HTML, always in full, which loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from barriers.messages import text
from barriers.words import Status
from viz.document import (
    Block,
    Cell,
    Document,
    Either,
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
from viz.markup import Html, between, el, safe, together
from viz.render import Window
from viz.symbols import SYMBOLS
from viz.wording import word

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
    "table{border-collapse:collapse}th,td{padding:.3rem .6rem;border-bottom:1px solid;text-align:start;"
    "vertical-align:top}td.right{text-align:end}caption{font-weight:600;text-align:start}"
    "dt{float:left;clear:left;margin-inline-end:1ch;font-weight:600}dt:not(:empty)::after{content:':'}dd{margin:0}"
    ".notice,.strong{font-weight:600}.scroll{overflow:auto;margin-block:1rem}"
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
    body = el("body", el("main", _Drawing(0, _anchors(blocks)).blocks(blocks)))
    return f"<!doctype html>\n{el('html', head, body, lang=text('page.language')).text}\n".encode()


def markup(blocks: Iterable[Block], level: int = 0) -> Html:
    """Blocks as markup, to stand in another document: headings are `level` deeper, and all links lead somewhere."""
    return _Drawing(level, None).blocks(blocks)


def _anchors(blocks: Iterable[Block]) -> frozenset[str]:
    """What links of a document can lead to."""
    items = {item.anchor for block in blocks if isinstance(block, Items) for item in block.items}
    return frozenset(items | {anchor for block in blocks if isinstance(block, Table) for anchor in block.anchors})


class _Drawing:
    """Blocks become markup; a link to what is not among the `anchors` is just its text."""

    def __init__(self, level: int, anchors: frozenset[str] | None) -> None:
        self._level = level
        self._anchors = anchors

    def blocks(self, blocks: Iterable[Block]) -> Html:
        return together(map(self._block, blocks))

    def _block(self, block: Block) -> Html:
        match block:
            case Masthead():
                beside = el("p", between(map(self._words, block.beside), " · ")) if block.beside else None
                return together(el("h1", block.name), beside)
            case Heading():
                beside = el("span", f" · {block.beside}") if block.beside else None
                return el(f"h{min(block.level + self._level, 6)}", block.text, beside)
            case Paragraph():
                said = self._words(block.text)
                return el("p", said, cls=block.role or None) if said.text else said
            case Table():
                return self._table(block)
            case Pairs():
                return self._pairs(block.pairs, block.role, block.folded)
            case Items() if block.items:
                numbered = any(item.number is not None for item in block.items)
                return el("ol" if numbered else "ul", map(self._item, block.items), cls=block.role or None)
            case _:
                return together()

    def _table(self, table: Table) -> Html:
        rights = [column.right for column in table.columns]
        anchors = table.anchors or [""] * len(table.rows)
        beside = together(" ", self._words(table.title_beside)) if table.title_beside else None
        called = f"{table.name}-caption" if table.name and table.title else None
        title = None if table.title is None else el("caption", table.title.text, beside, id=called)
        headers = [self._words(column.header) for column in table.columns]
        heads = el("thead", el("tr", (el("th", header, scope="col") for header in headers)))
        body = el("tbody", (self._row(row, rights, at) for row, at in zip(table.rows, anchors, strict=True)))
        head = heads if any(header.text for header in headers) else None
        shown = el("table", title, head, body, id=table.name or None, cls=table.role or None)
        # It scrolls by mouse and by keyboard where it is too wide.
        return el("div", shown, cls="scroll", tabindex=0, role="group" if called else None, aria_labelledby=called)

    def _row(self, cells: Sequence[Cell], rights: Sequence[bool], anchor: str) -> Html:
        shown = (
            el("td", self._words(cell), cls="right" if right else None)
            for cell, right in zip(cells[1:], rights[1:], strict=True)
        )
        return el("tr", el("th", self._words(cells[0]), scope="row"), shown, id=anchor or None)

    def _pairs(self, pairs: Iterable[tuple[Words, Cell]], role: str = "", folded: str = "") -> Html:
        lines = ((el("dt", self._words(label)), el("dd", self._words(said))) for label, said in pairs)
        shown = el("dl", *lines, cls=role or None)
        return el("details", el("summary", folded), shown) if folded else shown

    def _item(self, item: Item) -> Html:
        said = together(self._words(item.status), " " if item.status else None, item.text)
        return el(
            "li",
            said if item.is_short else el("strong", said),
            (el("p", line) for line in (*item.more, *item.citations)),
            self._pairs(item.pairs) if item.pairs else None,
            together(" ", el("code", " ".join(filter(None, [item.id, item.place])))) if item.id else None,
            id=item.anchor or None,
            cls=item.role or None,
            value=item.number,
        )

    def _words(self, cell: Cell) -> Html:
        match cell:
            case None:
                return together()
            case Status():
                mark = el("b", SYMBOLS[cell], cls="mark", aria_hidden="true")
                return el("span", mark, " ", word(cell), cls="status", data_status=cell.value)
            case Styled():
                return el("span", self._words(cell.text), cls=cell.role)
            case Link() if self._anchors is None or cell.to in self._anchors:
                return el("a", self._words(cell.text), href=f"#{cell.to}")
            case Link():
                return self._words(cell.text)
            case Either():
                return self._words(cell.full if cell.paper is None else cell.paper)
            case Lines():
                return between(map(self._words, cell.parts), "; ")
            case Pairs():
                return self._pairs(cell.pairs, cell.role, cell.folded)
            case _:
                return safe(str(cell))
