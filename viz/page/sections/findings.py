"""The findings as a document, for whoever switches scripts off; with them, `static/js/findings/` makes the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from barriers.findings import Finding
from barriers.messages import text
from viz.document import Block, Item, Items, Lines, Link, Paragraph, Words
from viz.markup import Html
from viz.page.sections.parts import per_view, unscripted_section
from viz.page.sections.summary import finding_ids
from viz.page.told import places
from viz.page.views import Book, PageView
from viz.reports.findings import citation_words, finding_item

_MOST_PLACES = 6


def findings(book: Book) -> Html:
    """The section of the findings."""
    return unscripted_section("findings", per_view(book, _groups))


def _groups(book: Book, view: PageView) -> Iterator[Block]:
    anchors = finding_ids(view)
    shown = view.shown
    means = text("audit.means-possible")
    parts = (
        (shown.headings.gaps, shown.gaps, "", text("audit.nothing-certain")),
        (shown.headings.disagreements, shown.disagreements, "", ""),
        (shown.headings.open, shown.open, f"{means[0].upper()}{means[1:]}.", text("audit.nothing-possible")),
    )
    for heading, lines, some, none in parts:
        ids = {one.id for line in lines for one in line.findings}
        found = tuple(one for one in view.audit.findings if one.id in ids)
        if not found and not none:
            continue
        yield heading
        if note := some if found else none:
            yield Paragraph(note)
        yield Items(tuple(_item(book, view, one, anchors[one.id]) for one in found))


def _item(book: Book, view: PageView, finding: Finding, anchor: str) -> Item:
    shown = finding_item(book.model, finding)
    linked: dict[str, list[Words]] = {
        text("finding.source"): [citation_words(one, book.model) for one in finding.citations],
        text("page.finding.at"): _first(places(book, view, finding), book.desk.names),
        text("finding.facts"): [Link(one, f"fact-{one}") for one in finding.facts],
    }
    pairs = [pair for pair in shown.pairs if pair[0] not in linked]
    pairs += [(label, Lines(tuple(links))) for label, links in linked.items() if links]
    return replace(shown, pairs=tuple(pairs), anchor=anchor)


def _first(found: Iterable[tuple[str, str]], names: Mapping[str, str]) -> list[Words]:
    """Links to the first places, and how many more there are."""
    links: list[Words] = [Link(names[one], to) for one, to in found]
    more = len(links) - _MOST_PLACES
    return [*links[:_MOST_PLACES], text("page.and-more", n=more)] if more > 0 else links
