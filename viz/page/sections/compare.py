"""The countries side by side: the status of each step, and what each could take from the others."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import text
from viz.document import Block, Paragraph
from viz.markup import Html, el, together
from viz.page.sections.parts import part, view_section
from viz.page.views import Book
from viz.reports.compare import could_take, countries_side_by_side
from viz.reports.comparison import Comparison, steps_sentence


def comparisons(book: Book) -> Html:
    """The section of the comparison; nothing where there is only one country."""
    if not book.comparisons:
        return together()
    several = len(book.comparisons) > 1
    parts = (
        part(one.script if several else "", _blocks(book, one), cls="comparison", data_script=one.script)
        for one in book.comparisons
    )
    return view_section("compare", *parts)


def link_to_comparison(book: Book) -> Html:
    """The link to this section among the links to the views; nothing where there is nothing to lead to."""
    if not book.comparisons:
        return together()
    return el("li", el("a", text("page.view.compare"), href="#view-compare", data_to="compare"))


def _blocks(book: Book, comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(steps_sentence(comparison), "lead")
    if comparison.shown:
        yield countries_side_by_side(comparison, everything=True)
    for receiver in comparison.receivers:
        yield from could_take(book.model, comparison, receiver, everything=True)
