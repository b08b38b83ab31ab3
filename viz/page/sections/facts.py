"""What stands in the files: facts, actors and sources.

Facts and actors are a plain document, for whoever switches scripts off; with them, `static/js/facts/` makes the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from barriers.facts import Citation, Source
from barriers.messages import text
from barriers.words import Handling
from viz.document import Cell, Column, Heading, Item, Items, Lines, Table, Words
from viz.markup import Html, marked
from viz.page.sections.parts import unscripted_section, view_section
from viz.page.told import Citations, told_actors, told_facts
from viz.page.views import Book
from viz.render.html import markup
from viz.reports.findings import citation_words
from viz.reports.profile.lines import about
from viz.wording import counted

_FACTS = ("says", "kind", "basis", "beside", "when", "cited", "id")
_ACTORS = ("actor", "about", "id")


def facts(book: Book) -> Html:
    """The section of the facts."""
    return unscripted_section("facts", markup(_tables(book)))


def _tables(book: Book) -> Iterator[Table]:
    facts, actors = list(told_facts(book, Citations(book.model))), list(told_actors(book))
    yield Table(
        tuple(Column(text(f"page.facts.{one}")) for one in _FACTS),
        [_fact(book, one) for one in facts],
        name="facts-table",
        anchors=[f"fact-{one['id']}" for one in facts],
        title=Heading(text("page.facts.caption", n=len(facts))),
    )
    yield Table(
        tuple(Column(text(f"page.facts.{one}")) for one in _ACTORS),
        [(one["says"], _pairs(one["pairs"]), one["id"]) for one in actors],
        name="actors-table",
        anchors=[f"actor-{one['id']}" for one in actors],
        title=Heading(text("page.actors.caption", n=len(actors))),
    )


def _fact(book: Book, told: dict[str, Any]) -> tuple[Cell, ...]:
    handling = told["handling"]
    closed = () if handling is Handling.PUBLIC else (text("page.handling", handling=text(f"handling.{handling}")),)
    cited = tuple(part for one in book.facts[told["id"]].citations for part in _cited(book, one))
    stands = Lines((*told.get("beside", ()), *closed))
    who = Lines(cited or (text("page.facts.nobody"),))
    return told["says"], told["called"], told.get("stands"), stands, told.get("when"), who, told["id"]


def _pairs(flat: list[str]) -> Lines:
    return Lines(tuple(f"{label}: {said}" for label, said in zip(flat[::2], flat[1::2], strict=True)))


def _cited(book: Book, citation: Citation) -> Iterator[Words]:
    yield citation_words(citation, book.model)
    if citation.words:
        yield f"“{citation.words}”"


def sources(book: Book) -> Html:
    """The section of the sources that anything in the page cites: what each is, who speaks in it, whom it is about."""
    cited = book.cited
    items = tuple(_source(book, one, cited[one.id]) for one in book.model.sources if one.id in cited)
    return view_section("sources", markup([Heading(counted(len(items), "source")), Items(items, "sources")], 1))


def _source(book: Book, source: Source, facts: int) -> Item:
    pairs = (*about(book.desk, source), (text("page.sources.cited-by"), counted(facts, "fact")))
    return Item(marked(source.title), pairs=pairs, id=source.id, anchor=f"source-{source.id}")
