"""The header: what was audited, from what, as of when, for whose eyes; what the marks and the two headings mean."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import text
from barriers.words import Certainty
from viz.document import Block, Item, Items, Masthead, Pairs, Paragraph, Styled
from viz.markup import Html, marked, together
from viz.page.sections.parts import part, view_name
from viz.page.views import Book, PageView
from viz.render.html import markup
from viz.reports.header import meanings
from viz.symbols import STATUSES
from viz.wording import audience_words, counted, joined, out_of


def title(book: Book) -> str:
    """`Netherlands, January 2014`, names marked; the countries alone where they are looked at on different days."""
    names = joined(dict.fromkeys(marked(view.shown.header.country) for view in book.views))
    months = {view.shown.header.month for view in book.views}
    return f"{names}, {months.pop()}" if len(months) == 1 else names


def header(book: Book) -> Html:
    """What stands in the head of the page."""
    handling = Styled(audience_words(book.handling), "strong")
    top = Masthead(title(book), (handling,))
    audited = (part("", _audited(book, view), cls="audited", data_key=view.key) for view in book.views)
    headings = [(Styled(text(f"audit.title-{one}"), "strong"), text(f"audit.means-{one}")) for one in Certainty]
    return together(markup([top]), *audited, markup([meanings(), Pairs(headings, role="legend")]))


def _audited(book: Book, view: PageView) -> Iterator[Block]:
    head, total = view.shown.header, len(view.graph.script.steps)
    steps = counted(total, "step") if head.steps == total else out_of(head.steps, total, "step")
    told = [text("page.header.script", script=head.script, steps=steps)]
    if len(book.views) > 1:
        told = [f"{marked(head.country)}, {head.month}.", *told, f"{audience_words(head.handling)}."]
    yield Paragraph(" ".join([*told, text("page.header.source", source=marked(head.main_source), about=head.about)]))
    if len(book.views) > 1:
        # Without scripts nothing is chosen, and all of it is printed.
        yield Paragraph(text("page.header.paper", view=view_name(book, view)), "only-print needs-script")
    yield from (Paragraph(notice, "notice") for notice in head.notices)
    steps_of = [(found, out_of(view.audit.count(found), len(view.audit.steps), "step")) for found in STATUSES]
    yield Items(tuple(Item(said, status=found) for found, said in steps_of), role="counts")
