"""The header: what was audited, from what, as of when, for whose eyes; what the marks and the two headings mean."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import text
from barriers.words import Certainty
from viz.markup import Html, between, el, marked, together
from viz.page.sections.parts import labelled, status, view_name
from viz.page.views import Book, PageView
from viz.symbols import STATUSES, status_meaning
from viz.wording import counted, joined, out_of, word

_SHOWN_OF_DIGEST = 12


def title(book: Book) -> str:
    """`Netherlands, January 2014`, names marked; the countries alone where they are looked at on different days."""
    names = joined(dict.fromkeys(marked(view.shown.header.country) for view in book.views))
    months = {view.shown.header.month for view in book.views}
    return f"{names}, {months.pop()}" if len(months) == 1 else names


def header(book: Book) -> Html:
    """What stands in the head of the page."""
    digest = book.digest
    audited = [el("div", *_audited(book, view), cls="audited", data_key=view.key) for view in book.views]
    return together(
        el("h1", title(book)),
        el(
            "p",
            text("page.header.handling"),
            " ",
            el("strong", word(book.handling), data_handling=book.handling.value),
            f". {text('page.header.model')} ",
            el("code", digest[:_SHOWN_OF_DIGEST], cls="id", title=digest),
            ".",
            cls="handling",
        ),
        *audited,
        *_legend(),
    )


def _audited(book: Book, view: PageView) -> Iterator[Html]:
    head = view.shown.header
    several = len(book.views) > 1
    total = len(view.graph.script.steps)
    steps = counted(total, "step") if head.steps == total else out_of(head.steps, total, "step")
    yield el(
        "p",
        f"{marked(head.country)}, {head.month}. " if several else None,
        text("page.header.script", script=head.script, steps=steps),
        f" {text('page.header.handling')} {word(head.handling)}." if several else None,
        " ",
        text("page.header.source", source=marked(head.main_source), about=head.about),
    )
    if several:
        # Without scripts nothing is chosen, and all of it is printed.
        on_paper = text("page.header.paper", view=view_name(book, view))
        yield el("p", on_paper, cls="only-print needs-script")
    for notice in head.notices:
        yield el("p", notice, cls="notice")
    counts = (
        el("li", status(found), " ", out_of(view.audit.count(found), len(view.audit.steps), "step"), data_status=found)
        for found in STATUSES
    )
    yield el("ul", *counts, cls="counts")


def _legend() -> Iterator[Html]:
    yield labelled(((status(found), status_meaning(found)) for found in STATUSES), cls="legend")
    headings = [(text(f"audit.title-{one}"), text(f"audit.means-{one}")) for one in Certainty]
    yield el("p", between([together(el("strong", said), f": {means}.") for said, means in headings], " "), cls="means")
