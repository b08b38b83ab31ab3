"""What several sections are put together from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from barriers.messages import text
from barriers.words import Status
from viz.markup import Attribute, Child, Html, el, marked
from viz.page.views import Book, PageView
from viz.symbols import SYMBOLS
from viz.wording import word


def view_section(view: str, *children: Child) -> Html:
    """One of the views of the page, with its heading."""
    head = el("h2", text(f"page.view.{view}"), id=f"heading-{view}", tabindex=-1)
    return el("section", head, *children, id=f"view-{view}", data_view=view, aria_labelledby=f"heading-{view}")


def unscripted_section(view: str, *children: Child) -> Html:
    """A view that scripts make out of the data; without them the same can be read here, as a plain document."""
    return view_section(view, el("noscript", *children))


def per_view(book: Book, part: Callable[[PageView, int], Iterable[Html]]) -> list[Html]:
    """A wrapper for each country and script, headed by their names where there are several.

    `part` gets the view and the level of its own headings.
    """
    several = len(book.views) > 1
    return [
        el(
            "div",
            el("h3", view_name(book, view)) if several else None,
            *part(view, 4 if several else 3),
            cls="of-view",
            data_key=view.key,
        )
        for view in book.views
    ]


def view_name(book: Book, view: PageView) -> str:
    """`Netherlands, January 2014 · five-barriers`, the country marked; the script where there are several."""
    head = view.shown.header
    script = f" · {head.script}" if len(book.scripts) > 1 else ""
    return f"{marked(head.country)}, {head.month}{script}"


def status(found: Status) -> Html:
    """A status as mark and word, for the style sheet to colour."""
    mark = el("b", SYMBOLS[found], cls="mark", aria_hidden="true")
    return el("span", mark, " ", word(found), cls="status", data_status=found.value)


def link(id_: str, *children: Child, **attributes: Attribute) -> Html:
    """A link to an element of the page."""
    return el("a", *children, href=f"#{id_}", **attributes)


def table(ident: str, caption: Child, header: Sequence[Child], rows: Iterable[Html], **attributes: Attribute) -> Html:
    """A table of this id with its caption, in a box that scrolls by mouse and by keyboard where it is too wide."""
    heads = (el("th", cell, scope="col") for cell in header)
    whole = el(
        "table",
        el("caption", caption, id=f"{ident}-caption"),
        el("thead", el("tr", *heads)),
        el("tbody", *rows),
        id=ident,
        **attributes,
    )
    return el("div", whole, cls="scroll", tabindex=0, role="group", aria_labelledby=f"{ident}-caption")


def row(first: Child, *cells: Child, ident: str = "", **attributes: Attribute) -> Html:
    """A row of a table, whose first cell heads it; `ident` is shown in the last one."""
    last = el("td", ident, cls="id") if ident else None
    return el("tr", el("th", first, scope="row"), *(el("td", cell) for cell in cells), last, **attributes)


def labelled(lines: Iterable[tuple[Child, Child]], **attributes: Attribute) -> Html:
    """Labels with what they stand for."""
    return el("dl", *((el("dt", label), el("dd", text)) for label, text in lines), **attributes)
