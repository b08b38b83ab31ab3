"""The findings in full: what each says, how much weight it has, what it rests on, whom to ask, where it lies."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.findings import Finding
from barriers.messages import text
from barriers.words import Certainty
from viz.page.markup import Child, Html, between, el, name
from viz.page.sections.parts import citation, first_of, heading, link, per_view, stored_section
from viz.page.sections.summary import finding_ids
from viz.page.views import Book, View
from viz.reports.findings import finding_item

_MOST_PLACES = 6


def findings(book: Book) -> Html:
    """The section of the findings."""
    return stored_section("findings", "Findings", per_view(book, lambda view, level: _groups(book, view, level)))


def _groups(book: Book, view: View, level: int) -> Iterator[Html]:
    places = finding_ids(view)
    for certainty in Certainty:
        found, means = view.audit.of_certainty(certainty), text(f"audit.means-{certainty}")
        yield el(
            "div",
            heading(level, text(f"audit.heading-{certainty}", n=len(found))),
            el("p", f"{means[0].upper()}{means[1:]}." if found else text(f"audit.nothing-{certainty}"), cls="note"),
            *(_finding(book, view, one, places[one.id], level + 1) for one in found),
            cls="findings",
            data_certainty=certainty.value,
        )


def _finding(book: Book, view: View, finding: Finding, place: str, level: int) -> Html:
    shown = finding_item(book.model, finding)
    return el(
        "article",
        heading(level, shown.text, id=f"{place}-title"),
        *(el("p", line) for line in shown.more),
        el("dl", *_lines(book, view, finding, shown.pairs)),
        el("p", finding.id, cls="id"),
        id=place,
        cls="finding",
        aria_labelledby=f"{place}-title",
        data_id=finding.id,
        data_certainty=finding.certainty.value,
        data_severity=finding.severity.value,
    )


def _lines(book: Book, view: View, finding: Finding, lines: tuple[tuple[str, str], ...]) -> Iterator[Html]:
    """The labelled lines of the command line, with links where they name a source, a fact or a place."""
    for label, said in lines:
        if label not in (text("finding.source"), text("finding.facts")):
            yield from _line(label, said)
    cited = [citation(one, book.model) for one in finding.citations]
    if cited:
        yield from _line("source", between(cited, "; "))
    places = list(_places(book, view, finding))
    if places:
        yield from _line("at", first_of(places, _MOST_PLACES))
    if finding.facts:
        yield from _line("facts", between([link(f"fact-{one}", one) for one in finding.facts], ", "))


def _line(label: str, content: Child) -> tuple[Html, Html]:
    return el("dt", label), el("dd", content)


def _places(book: Book, view: View, finding: Finding) -> Iterator[Html]:
    """Where it lies: the steps that it is about, and the actor whom it is about, as links to what is told of them.

    The others whom it speaks of stand in its facts.
    """
    for one in finding.about:
        if one in view.steps:
            yield link(f"step-{view.key}-{one}", name(book.names[one]))
        elif one == finding.subject and one in book.actors:
            yield link(f"actor-{one}", name(book.names[one]))
