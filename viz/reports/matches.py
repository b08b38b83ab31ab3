"""The things that share a name, where somebody asked for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from barriers.messages import text
from barriers.model import Model
from barriers.naming import Named
from viz.document import Block, Column, Document, Gap, Heading, Next, Records, Table
from viz.reports.data import SCHEMA

_MOST_COMMANDS = 3


def kind_words(thing: Named) -> str:
    """`stakeholder`, `step`, `source`: what kind of thing it is."""
    return text(f"matches.kind.{thing.kind}")


def matches_document(model: Model, name: str, found: Sequence[Named], again: str) -> Document:
    """The things that answer to a name, at least one, in the order in which they were found."""
    header = tuple(text(f"matches.{one}") for one in ("id", "name", "kind", "country"))
    rows = [(one.id, one.names[0], kind_words(one), _country(model, one)) for one in found]

    def blocks() -> Iterator[Block]:
        columns = (Column(header[0], whole=True), Column(header[1], share=1), *map(Column, header[2:]))
        yield Table(columns, rows, title=Heading(text("matches.title", name=name, n=len(found)), 1), gap=2)
        yield Gap()
        yield Next(tuple(f"barriers show {quote(one.id)}{again}" for one in found[:_MOST_COMMANDS]))

    def data() -> object:
        keys = ("id", "name", "kind", "country")
        told = [(one.id, one.names[0], one.kind, one.country or None) for one in found]
        return {"schema": SCHEMA, "asked": name, "matches": [dict(zip(keys, row, strict=True)) for row in told]}

    return Document(blocks=blocks, data=data, records=lambda: Records(header, rows), title=name)


def _country(model: Model, thing: Named) -> str:
    country = model.country_by_code.get(thing.country)
    return country.name if country else thing.country
