"""What the page puts around the blocks of its sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from barriers.messages import text
from viz.document import Block
from viz.markup import Attribute, Child, Html, el, marked
from viz.page.views import Book, PageView
from viz.render.html import markup


def view_section(view: str, *children: Child) -> Html:
    """One of the views of the page, with its heading."""
    head = el("h2", text(f"page.view.{view}"), id=f"heading-{view}", tabindex=-1)
    return el("section", head, *children, id=f"view-{view}", data_view=view, aria_labelledby=f"heading-{view}")


def unscripted_section(view: str, *children: Child) -> Html:
    """A view that scripts make out of the data; without them the same can be read here, as a plain document."""
    return view_section(view, el("noscript", *children))


def per_view(book: Book, blocks: Callable[[Book, PageView], Iterable[Block]]) -> list[Html]:
    """The blocks of each country and script, headed by their names where there are several."""
    several = len(book.views) > 1
    return [
        part(view_name(book, view) if several else "", blocks(book, view), cls="of-view", data_key=view.key)
        for view in book.views
    ]


def part(heading: str, blocks: Iterable[Block], **attributes: Attribute) -> Html:
    """Blocks under a heading, or without one, in an element of their own that scripts hide and show."""
    head = el("h3", heading) if heading else None
    return el("div", head, markup(blocks, 2 if heading else 1), **attributes)


def view_name(book: Book, view: PageView) -> str:
    """`Netherlands, January 2014 · five-barriers`, the country marked; the script where there are several."""
    head = view.shown.header
    script = f" · {head.script}" if len(book.scripts) > 1 else ""
    return f"{marked(head.country)}, {head.month}{script}"
