"""The sources: what each is, who speaks in it, whom it is about, and where it is cited."""

from __future__ import annotations

from barriers.facts import Source
from barriers.messages import text
from viz.markup import Html, name
from viz.page.sections.parts import labelled, row, table, view_section
from viz.page.views import Book
from viz.reports.profile.lines import about
from viz.wording import counted


def sources(book: Book) -> Html:
    """The section of the sources that anything in the page cites."""
    cited = book.cited
    rows = [_source(book, source, cited[source.id]) for source in book.model.sources if source.id in cited]
    header = [text(f"page.sources.{one}") for one in ("source", "about", "id")]
    return view_section(
        "sources",
        table("sources-table", counted(len(rows), "source"), header, rows, cls="sources"),
    )


def _source(book: Book, source: Source, facts: int) -> Html:
    return row(
        name(source.title),
        labelled([*about(book.desk, source), (text("page.sources.cited-by"), counted(facts, "fact"))]),
        ident=source.id,
        id=f"source-{source.id}",
    )
