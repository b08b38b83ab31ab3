"""The countries side by side: the status of each step, and what each could take from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from barriers.messages import text
from viz.markup import Html, el, name, together
from viz.page.sections.parts import link, row, status, table, view_section
from viz.page.views import Book
from viz.render.html import markup
from viz.reports.compare import could_take
from viz.reports.comparison import Cell, Comparison, steps_sentence
from viz.symbols import STATUSES
from viz.wording import word


def comparisons(book: Book) -> Html:
    """The section of the comparison; nothing where there is only one country."""
    if not book.comparisons:
        return together()
    several = len(book.comparisons) > 1
    parts = [
        el("div", *_comparison(book, comparison, several=several), cls="comparison", data_script=comparison.script)
        for comparison in book.comparisons
    ]
    return view_section("compare", parts)


def link_to_comparison(book: Book) -> Html:
    """The link to this section among the links to the views; nothing where there is nothing to lead to."""
    if not book.comparisons:
        return together()
    return el("li", link("view-compare", text("page.view.compare"), data_to="compare"))


def _comparison(book: Book, comparison: Comparison, *, several: bool) -> Iterator[Html]:
    level = 4 if several else 3
    if several:
        yield el("h3", comparison.script)
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
            rows.append(row(text("page.compare.all", n=len(barrier.steps)), *map(_in_words, columns), cls="all"))
        yield table(
            f"compared-{comparison.script}-{barrier.id}",
            name(barrier.name),
            (text("page.step"), *names),
            rows,
            cls="compared",
        )
    for receiver in comparison.receivers:
        yield markup(could_take(book.model, comparison, receiver, everything=True), level - 2)


def _in_words(cells: Sequence[Cell]) -> str:
    """`3 short, 1 seen, 5 unknown`: how many steps have which status."""
    counts = Counter(cell.status for cell in cells)
    return ", ".join(f"{counts[found]} {word(found)}" for found in STATUSES if counts[found])
