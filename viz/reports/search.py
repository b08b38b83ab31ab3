"""What a search found: what is called so, what else tells of it, what sources say; each with where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import Any, NamedTuple

from barriers.errors import nearest_names
from barriers.facts import Fact
from barriers.messages import separated, text
from barriers.model import Model
from barriers.naming import folded, spoken_names
from barriers.searching import NAME_FIELDS, Match, search_model
from viz.document import Block, Document, Gap, Heading, Item, Items, Next, Paragraph, Records
from viz.reports.data import SCHEMA
from viz.reports.facts import headline, label
from viz.reports.matches import kind_words
from viz.reports.profile import Desk, named_things
from viz.reports.profile.desk import named_by
from viz.wording import has

_MOST = 5
"""So many of each group are told at first."""

_AROUND = 60
"""So many letters are told before and after a word that was found."""

_SHORTEST = 3
"""Shorter words are near everything."""

_GROUPS = ("called", "told", "said")


class _Hit(NamedTuple):
    """What was found: what it is, in which group it stands, where the words stand, and what to type to see it."""

    id: str
    group: str
    name: str
    kind: str
    country: str
    field: str
    excerpt: str
    command: str


def search_document(model: Model, words: Sequence[str], again: str = "", *, everything: bool, ids: bool) -> Document:
    """What holds all of these words; `again` are the options that look at the same data in a next command."""
    desk = Desk(model, (), ())
    wanted = folded(" ".join(words)).split()
    hits = [_hit(desk, match, wanted, again) for match in search_model(model, words)]
    asked = " ".join(words)
    columns = _Hit._fields
    return Document(
        blocks=lambda: _blocks(model, asked, hits, again, everything=everything, ids=ids),
        data=lambda: {"schema": SCHEMA, "asked": asked, "count": len(hits), "hits": [one._asdict() for one in hits]},
        records=lambda: Records(columns, hits),
        title=asked,
    )


def _hit(desk: Desk, match: Match, wanted: Sequence[str], again: str) -> _Hit:
    record, thing = match.record, match.thing
    fields = dict(reversed(match.where))
    best = next((name for name in NAME_FIELDS if name in fields), "") or max(
        fields, key=lambda name: _held(fields[name], wanted)
    )
    if thing is not None:
        group = "called" if match.is_name else "told"
        name, kind, id_, country = thing.names[0], kind_words(thing), thing.id, thing.country
    else:
        group, name, kind, country = "said", headline(record, desk.names), text(f"kind.{record.KIND}"), record.country
        id_ = _subject(desk, record)
    command = f"barriers show {quote(id_)}{again}"
    return _Hit(record.id, group, name, kind, country, _field(best), _excerpt(fields[best], wanted), command)


def _field(name: str) -> str:
    return text(f"search.in.{name}") if has(f"search.in.{name}") else label(name)


def _held(words: str, wanted: Sequence[str]) -> int:
    there = f" {folded(words)}"
    return sum(f" {word}" in there for word in wanted)


def _subject(desk: Desk, fact: Fact) -> str:
    """What a fact speaks of and can be shown by its own id; the fact itself where it names nothing."""
    known: Any = desk.names
    return next((name for name in named_by(fact) if name in known and name not in desk.model.country_by_code), fact.id)


def _excerpt(words: str, wanted: Sequence[str]) -> str:
    """What stands around the first of the words that is found."""
    parts = words.split()
    at = next((place for place, part in enumerate(parts) if any(f" {one}" in f" {folded(part)}" for one in wanted)), 0)
    first, last, room = at, at + 1, 2 * _AROUND
    while room > 0 and (first > 0 or last < len(parts)):
        if first > 0:
            first -= 1
            room -= len(parts[first]) + 1
        if last < len(parts):
            room -= len(parts[last]) + 1
            last += 1
    shown = " ".join(parts[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(parts) else ''}"


def _blocks(
    model: Model, asked: str, hits: Sequence[_Hit], again: str, *, everything: bool, ids: bool
) -> Iterator[Block]:
    if not hits:
        yield from _nothing(model, asked, again)
        return
    yield Heading(text("search.title", n=len(hits), asked=asked), 1)
    cut = False
    for group in _GROUPS:
        found = [one for one in hits if one.group == group]
        shown = found if everything else found[:_MOST]
        if not found:
            continue
        yield Gap()
        yield Heading(text("show.section", heading=text(f"search.{group}"), n=len(found)))
        yield Items(tuple(_item(model, one, ids=ids) for one in shown))
        if len(found) > len(shown):
            cut = True
            yield Paragraph(text("show.more", n=len(found) - len(shown)), "quiet", indent=2)
    yield Gap()
    more = [f"barriers search {quote(asked)} --all{again}"] if cut else []
    yield Next((hits[0].command, *more))


def _item(model: Model, hit: _Hit, *, ids: bool) -> Item:
    country = model.country_by_code.get(hit.country)
    beside = separated(filter(None, [hit.kind, country.name if country else hit.country]))
    where = text("search.where", field=hit.field, excerpt=hit.excerpt)
    return Item(
        text("search.found", name=hit.name, beside=beside),
        (*([] if hit.excerpt == hit.name else [where]), hit.command),
        id=hit.id if ids else "",
    )


def _nothing(model: Model, asked: str, again: str) -> Iterator[Block]:
    """A plain sentence, and what is called nearly so."""
    yield Paragraph(text("search.nothing", asked=asked))
    things = list(named_things(model))
    names = set(spoken_names(things))
    # A slip in one word of a long name is near that word, and not near the name.
    near = nearest_names(
        asked, names | {word for name in names for word in name.split() if len(word) > _SHORTEST}, most=3
    )
    if near:
        yield Paragraph(text("search.nearest", names=separated(near)))
        yield Next((f"barriers show {quote(near[0])}{again}",))
