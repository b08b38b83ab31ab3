"""The twin of the graph: a table of exactly its facts, and of the actors that they touch."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.evidence import Citation
from barriers.facts import Fact
from barriers.messages import text
from viz.page.markup import Child, Html, el, name
from viz.page.sections.parts import citation, labelled, row, stored_section, table
from viz.page.views import Book
from viz.reports.facts import basis_words, beside, headline, period
from viz.reports.profile.lines import about
from viz.wording import counted, named


def facts(book: Book) -> Html:
    """The section of the facts."""
    return stored_section(
        "facts",
        "Facts",
        table(
            "facts-table",
            f"Everything that the graph shows: {counted(len(book.facts), 'fact')}",
            ("What it says", "kind", "basis", "beside it", "when", "who says so", "handling", "id"),
            [_fact(book, fact) for fact in map(book.facts.__getitem__, book.entries)],
            cls="twin",
        ),
        table(
            "actors-table",
            f"Whom these facts speak of: {counted(len(book.actors), 'actor')}",
            ("Actor", "what is known of it", "handling", "id"),
            [_actor(book, actor) for actor in book.actors],
            cls="twin",
        ),
    )


def _fact(book: Book, fact: Fact) -> Html:
    desk = book.desk
    day = book.day_of(fact)
    remedy = getattr(fact, "remedy", "")
    said = [*beside(fact, desk.model, desk.names), fact.note, f"Remedy: {remedy}" if remedy else ""]
    return row(
        headline(fact, desk.names),
        text(f"kind.{fact.KIND}"),
        basis_words(fact),
        _paragraphs([text for text in said if text]),
        period(fact, desk.model, day),
        _who_says_so(book, fact.citations),
        book.entries[fact.id].handling.value,
        ident=fact.id,
        id=f"fact-{fact.id}",
        data_id=fact.id,
        data_kind=fact.KIND,
        data_basis=fact.basis.value,
        data_keys=" ".join(book.keys_of[fact.id]),
        data_touches=" ".join(book.touched[fact.id]),
    )


# One remark, or one citation, is the cell's text itself: half of what a browser reads of a large page are these cells.


def _paragraphs(said: list[str]) -> Child:
    return said if len(said) == 1 else [el("p", text) for text in said]


def _who_says_so(book: Book, cited: tuple[Citation, ...]) -> Child:
    """Each citation in full, with the words that stand there."""
    if not cited:
        return "Nobody: no source is cited."
    if len(cited) == 1:
        return list(_cited(book, cited[0]))
    return el("ul", *(el("li", *_cited(book, one)) for one in cited), cls="cites")


def _cited(book: Book, cited: Citation) -> Iterator[Html | str]:
    yield citation(cited, book.model)
    if cited.words:
        yield " "
        yield el("q", cited.words)


def _actor(book: Book, actor: str) -> Html:
    found = book.model.actor_by_id[actor]
    at_home = book.countries == (found.country,)
    return row(
        name(named(found)),
        # Of a page of one country the heading says whose these are.
        labelled((label, text) for label, text in about(book.desk, found) if label != "country" or not at_home),
        found.handling.value,
        ident=actor,
        id=f"actor-{actor}",
        data_kind=found.kind.value,
        data_keys=" ".join(view.key for view in book.views if actor in view.actors),
    )
