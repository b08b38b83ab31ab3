"""Facts and actors as a document, for whoever switches scripts off; with them, `static/js/facts/` makes the tables."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Citation
from barriers.messages import text
from barriers.words import Handling
from viz.document import Cell, Column, Heading, Lines, Table, Words
from viz.markup import Html
from viz.page.sections.parts import unscripted_section
from viz.page.told import ToldFact, told_actors, told_facts
from viz.page.views import Book
from viz.render.html import markup
from viz.reports.findings import citation_words

_FACTS = ("says", "kind", "basis", "beside", "when", "cited", "id")
_ACTORS = ("actor", "about", "id")


def facts(book: Book) -> Html:
    """The section of the facts."""
    return unscripted_section("facts", markup(_tables(book)))


def _tables(book: Book) -> Iterator[Table]:
    facts, actors = list(told_facts(book)), list(told_actors(book))
    yield Table(
        tuple(Column(text(f"page.facts.{name}")) for name in _FACTS),
        [_fact(book, one) for one in facts],
        name="facts-table",
        anchors=[f"fact-{one.fact.id}" for one in facts],
        title=Heading(text("page.facts.caption", n=len(facts))),
    )
    yield Table(
        tuple(Column(text(f"page.facts.{name}")) for name in _ACTORS),
        [(one.name, Lines(tuple(f"{label}: {said}" for label, said in one.about)), one.id) for one in actors],
        name="actors-table",
        anchors=[f"actor-{one.id}" for one in actors],
        title=Heading(text("page.actors.caption", n=len(actors))),
    )


def _fact(book: Book, told: ToldFact) -> tuple[Cell, ...]:
    handling = book.entries[told.fact.id].handling
    closed = () if handling is Handling.PUBLIC else (text("page.handling", handling=text(f"handling.{handling}")),)
    cited = tuple(part for one in told.fact.citations for part in _cited(book, one))
    beside = Lines((*told.beside, *closed))
    who = Lines(cited or (text("page.facts.nobody"),))
    return told.says, told.kind, told.stands, beside, told.when, who, told.fact.id


def _cited(book: Book, citation: Citation) -> Iterator[Words]:
    yield citation_words(citation, book.model)
    if citation.words:
        yield f"“{citation.words}”"
