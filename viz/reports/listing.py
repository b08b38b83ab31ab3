"""What there is of a kind, one line each: its id, its name, and how much is on record of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from barriers.actors import Actor
from barriers.facts import Citation, Fact
from barriers.messages import text
from barriers.model import Model
from barriers.schema import records_in
from barriers.script import Script
from barriers.words import ActorKind
from graph import QUESTIONS
from viz.document import Block, Column, Document, Gap, Heading, Next, Paragraph, Records, Table
from viz.reports.data import SCHEMA
from viz.wording import day_words, named

_WIDEST = 20
"""A column beside the name is no wider, or the name would have no room on a narrow terminal."""

Row = tuple[Any, ...]


class _Listed(NamedTuple):
    """How a kind is listed: the columns after id and name, the rows, and whether a number of records is counted."""

    columns: tuple[str, ...]
    rows: Callable[[Model, Sequence[Script]], Iterable[Row]]
    counts: bool = True


def listing_document(kind: str, model: Model, script: str | None = None, again: str = "") -> Document:
    """Everything of a kind that is in a model, in a script where one is named; raises `KeyError` for no kind.

    `again` are the options that look at the same data in a next command.
    """
    listed = _KINDS[kind]
    scripts = [one for one in model.scripts if script in (None, one.id)]
    rows = list(listed.rows(model, scripts))
    names = ("id", "name", *listed.columns)
    header = [text(f"list.column.{name}") for name in names]

    def blocks() -> Iterator[Block]:
        more = (_column(words, [row[place] for row in rows]) for place, words in enumerate(header[2:], start=2))
        columns = (Column(header[0], whole=True), Column(header[1], share=1), *more)
        yield Heading(text(f"list.{kind}.title", n=len(rows)), 1)
        if listed.counts:
            yield Paragraph(text("list.counts"), "quiet")
        if rows:
            yield Gap()
            yield Table(columns, rows, name=kind, gap=2)
            yield Gap()
            yield Next((f"{_next_command(kind, rows[0][0])}{again}",))

    def data() -> dict[str, Any]:
        return {"schema": SCHEMA, "kind": kind, kind: [dict(zip(names, row, strict=True)) for row in rows]}

    return Document(blocks=blocks, data=data, records=lambda: Records(names, rows))


def _column(header: str, cells: Sequence[Any]) -> Column:
    """A number keeps its header as narrow as its longest word; words take the room they need, within bounds."""
    if cells and all(isinstance(cell, int) for cell in cells):
        return Column(header, right=True, width=max(*map(len, header.split()), (len(header) + 3) // 2))
    needed = max(map(len, (*header.split(), *map(str, cells))), default=0)
    return Column(header, width=min(needed, _WIDEST))


def _next_command(kind: str, name: str) -> str:
    return f"barriers {'questions' if kind == 'questions' else 'show'} {name}"


# Of a script


def _scripts(_: Model, scripts: Sequence[Script]) -> Iterator[Row]:
    for one in scripts:
        yield one.id, one.name, len(one.barriers), len(one.steps), len(one.routes)


def _barriers(_: Model, scripts: Sequence[Script]) -> Iterator[Row]:
    for script in scripts:
        steps = Counter(step.barrier for step in script.steps)
        yield from ((one.id, one.name, script.id, steps[one.id]) for one in script.barriers)


def _steps(model: Model, scripts: Sequence[Script]) -> Iterator[Row]:
    actors = Counter(step for _, step in {(cover.actor, cover.step) for cover in model.coverage})
    for script in scripts:
        names = {barrier.id: barrier.name for barrier in script.barriers}
        yield from ((one.id, one.name, names[one.barrier], actors[one.id]) for one in script.steps)


def _routes(_: Model, scripts: Sequence[Script]) -> Iterator[Row]:
    for script in scripts:
        yield from ((one.id, one.name, script.id, len(set(one.steps))) for one in script.routes)


def _groups(_: Model, scripts: Sequence[Script]) -> Iterator[Row]:
    for script in scripts:
        for group in script.groups:
            atoms = script.expand(frozenset([group.id]))
            steps = sum(bool(script.expand(step.groups) & atoms) for step in script.steps)
            yield group.id, group.name, script.id, steps


# Of countries and sources


def _countries(model: Model, _: object) -> Iterator[Row]:
    for one in model.countries:
        facts = sum(fact.country == one.code for fact in model.facts())
        yield one.code, one.name, one.native, day_words(one.as_of), one.main_source, facts


def _stakeholders(model: Model, scripts: Sequence[Script]) -> Iterable[Row]:
    steps = {step.id for script in scripts for step in script.steps}
    at = {(cover.actor, cover.step) for cover in model.coverage if cover.step in steps}
    return _by_number(model, Counter(actor for actor, _ in at))


def _facilitators(model: Model, _: object) -> Iterable[Row]:
    return _by_number(model, Counter(fact.actor for fact in model.facilitations))


def _networks(model: Model, _: object) -> Iterable[Row]:
    members = Counter(network for network, _ in {(one.network, one.actor) for one in model.memberships})
    there = [actor.id for actor in model.actors if actor.kind is ActorKind.NETWORK]
    return _by_number(model, Counter({name: members[name] for name in there}))


def _by_number(model: Model, numbers: Counter[str]) -> Iterable[Row]:
    """Actors with these numbers, the highest first."""
    known = model.actor_by_id
    for name in sorted(numbers, key=lambda one: (-numbers[one], one)):
        actor: Actor | None = known.get(name)
        if actor is not None:
            country = model.country_by_code.get(actor.country)
            yield name, named(actor), country.name if country else actor.country, numbers[name]


def _sources(model: Model, _: object) -> Iterable[Row]:
    citing = Counter(source for fact in model.facts() for source in _cited_by(fact))
    for one in sorted(model.sources, key=lambda source: (-citing[source.id], source.id)):
        yield one.id, one.title, "" if one.date is None else str(one.date.year), citing[one.id]


def _cited_by(fact: Fact) -> set[str]:
    return {part.source for part, _ in records_in(fact) if isinstance(part, Citation)}


def _questions(_: object, __: object) -> Iterator[Row]:
    for one in QUESTIONS:
        yield one.id, str(one.words("asks")), text(f"priority.{one.priority}")


_KINDS = {
    "steps": _Listed(("barrier", "stakeholders-recorded"), _steps),
    "barriers": _Listed(("script", "steps"), _barriers, counts=False),
    "routes": _Listed(("script", "steps"), _routes, counts=False),
    "groups": _Listed(("script", "steps-for-it"), _groups, counts=False),
    "scripts": _Listed(("barriers", "steps", "routes"), _scripts, counts=False),
    "stakeholders": _Listed(("country", "steps-recorded"), _stakeholders),
    "facilitators": _Listed(("country", "facilitations"), _facilitators),
    "networks": _Listed(("country", "members-recorded"), _networks),
    "sources": _Listed(("year", "facts-citing"), _sources),
    "countries": _Listed(("native", "as-of", "main-source", "facts"), _countries),
    "questions": _Listed(("priority",), _questions, counts=False),
}
