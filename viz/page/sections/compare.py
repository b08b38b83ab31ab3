"""The countries side by side: the status of each step, and what each could take from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from barriers.model import Model
from viz.markup import Html, el, name, together
from viz.page.sections.parts import citations, heading, link, row, status, table, view_section
from viz.page.views import Book
from viz.reports.comparison import Cell, Comparison, Receiver, ahead_sentence, offers_sentence, steps_sentence
from viz.reports.offers import Offer, Place
from viz.symbols import STATUSES, with_symbol
from viz.wording import counted


def compare(book: Book) -> Html:
    """The section of the comparison; nothing where there is only one country."""
    if not book.comparisons:
        return together()
    several = len(book.comparisons) > 1
    parts = [
        el("div", *_comparison(book, comparison, several=several), cls="comparison", data_script=comparison.script)
        for comparison in book.comparisons
    ]
    return view_section("compare", "Compare", parts)


def link_to_comparison(book: Book) -> Html:
    """The link to this section among the links to the views; nothing where there is nothing to lead to."""
    if not book.comparisons:
        return together()
    return el("li", link("view-compare", "Compare", data_to="compare"))


def _comparison(book: Book, comparison: Comparison, *, several: bool) -> Iterator[Html]:
    level = 4 if several else 3
    if several:
        yield heading(3, comparison.script)
    yield el("p", steps_sentence(comparison), cls="lead")
    names = [name(header.country) for header in comparison.headers]
    keys = {view.graph.country: view.key for view in book.views if view.graph.script.id == comparison.script}
    for barrier in comparison.shown:
        rows = [
            row(
                name(step.name),
                *(link(f"step-{keys[cell.country]}-{step.id}", status(cell.status)) for cell in step.cells),
                data_id=step.id,
                data_differs="yes" if step.differs else "no",
            )
            for step in barrier.steps
        ]
        if len(barrier.steps) > 1:
            columns = zip(*(step.cells for step in barrier.steps), strict=True)
            rows.append(row(f"all {counted(len(barrier.steps), 'step')}", *map(_in_words, columns), cls="all"))
        yield table(
            f"compared-{comparison.script}-{barrier.id}", name(barrier.name), ("Step", *names), rows, cls="compared"
        )
    for receiver in comparison.receivers:
        yield from _receiver(book.model, comparison, receiver, level)


def _in_words(cells: Sequence[Cell]) -> str:
    """`3 short, 1 seen, 5 unknown`: how many steps have which status."""
    counts = Counter(cell.status for cell in cells)
    return ", ".join(f"{counts[found]} {found.value}" for found in STATUSES if counts[found])


def _standing(place: Place, comparison: Comparison) -> str:
    """How the countries stand at what a practice answers: `NL seen; RO unknown`, `NL 1 short, 2 unknown; RO ...`."""
    steps = [step for step in comparison.steps if step.id in place.steps]
    told = _in_words if len(steps) > 1 else (lambda cells: cells[0].status.value)
    return "; ".join(f"{code} {told([step.cell(code) for step in steps])}" for code in comparison.codes)


def _receiver(model: Model, comparison: Comparison, receiver: Receiver, level: int) -> Iterator[Html]:
    yield heading(level, "What ", name(receiver.name), " could take")
    ident = f"{comparison.script}-{receiver.code.lower()}"
    yield el("p", offers_sentence(receiver))
    if receiver.offers:
        header = (
            "Practice",
            "who gives it",
            "what it answers, and how the countries stand there",
            "legal basis",
            "source",
        )
        rows = [_offer(model, comparison, offer) for offer in receiver.offers]
        caption = together("Practices and recommendations for ", name(receiver.name))
        yield table(f"offers-{ident}", caption, header, rows, cls="offers")
    yield el("p", ahead_sentence(receiver, comparison))
    if receiver.ahead:
        rows = [
            row(
                name(ahead.step.name),
                status(ahead.here.status),
                el(
                    "ul",
                    *(
                        el(
                            "li",
                            f"{cell.country} {with_symbol(cell.status)}: ",
                            ", ".join(deed.words for deed in cell.deeds),
                        )
                        for cell in ahead.others
                    ),
                ),
            )
            for ahead in receiver.ahead
        ]
        caption = together("More told of another country than of ", name(receiver.name))
        yield table(f"ahead-{ident}", caption, ("Step", name(receiver.name), "elsewhere"), rows, cls="ahead")


def _offer(model: Model, comparison: Comparison, offer: Offer) -> Html:
    return row(
        offer.practice.says,
        offer.who,
        el("ul", *(el("li", name(place.name), f": {_standing(place, comparison)}") for place in offer.places)),
        offer.practice.legal_basis,
        citations(offer.practice.citations, model),
    )
