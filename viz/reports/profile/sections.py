"""What is known of a record beyond its own lines, section after section.

What facts say of it follows from the schema: each kind of fact that can refer to such a record has a section, headed
`show.KIND.of-actor` in the catalogue, or `show.KIND` of whatever it speaks of. What stands here is their order, and
the sections that are made of something else. A heading with a sentence `.none` says so where there is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from barriers.actors import Actor
from barriers.coverage import GeneralTask, Practice
from barriers.facts import Fact
from barriers.messages import text
from barriers.model import FACTS, Country
from barriers.schema import ids_in, referring
from barriers.script import Barrier, Crosswalk, Group, Script, Step
from barriers.statements import Figure, IndicatorList, Statement, SwotItem
from barriers.words import ActorKind, Status, SwotKind
from viz.document import Item
from viz.reports.profile.desk import Desk, Section, section
from viz.reports.profile.places import citing_sections, places_cited
from viz.symbols import with_symbol
from viz.wording import counted, has, named_ids, out_of, word

_ORDER = {
    "actor": "cover facilitation findings weakness duty member complete-list coordinator task signal serves cooperation"
    " practice indicators statement swot",
    "step": "cover ceiling weakness findings signal facilitation practice statement task.of-step routes-through swot",
    "barrier": "steps coordinator weakness facilitation practice task statement swot in-other-models",
    "route": "steps-in-order",
    "group": "serving for-group steps-of-group findings",
    "crosswalk": "rows",
    "script": "barriers routes groups crosswalks swot statement",
    "country": "statuses recorded practice.given practice.received indicators.of-country statement.of-country figures"
    + "".join(f" swot.list-{kind}" for kind in SwotKind),
    "source": "citing places",
    "edition": "sources",
}
"""The sections of each kind of record in their order; what facts say that is not named comes after them."""

_AROUND: dict[tuple[str, str], Callable[[Any, Script], list[str]]] = {
    ("step", "weakness"): lambda step, _: [step.barrier],
    ("step", "practice"): lambda step, _: [step.barrier],
    ("barrier", "facilitation"): lambda barrier, script: _steps_of(script, barrier),
    ("barrier", "practice"): lambda barrier, script: _steps_of(script, barrier),
}
"""Where a section also shows facts of a kind that speak of something around the record."""


def sections(desk: Desk, record: Any, script: Script | None = None) -> Iterator[Section]:
    """The sections of a record; `script` is the one that it is a part of."""
    said = _said_of(desk, record, script) if record.KIND in ("actor", "step", "barrier", "script") else {}
    for key in (*_ORDER[record.KIND].split(), *list(said)):
        if key in _ITEMS:
            yield section(f"show.{key}", _ITEMS[key](desk, record, script))
        elif key in _SECTIONS:
            yield from _SECTIONS[key](desk, record)
        else:
            yield from said.pop(key, ())


def _said_of(desk: Desk, record: Any, script: Any) -> dict[str, list[Section]]:
    """What each kind of fact says of a record; of a network one section as such, and one as an actor."""
    said: dict[str, list[Section]] = {}
    is_network = isinstance(record, Actor) and record.kind is ActorKind.NETWORK
    for kind in FACTS.values():
        around = _AROUND.get((record.KIND, kind.KIND))
        found = desk.speaking_of(kind, record.id, *(around(record, script) if around else ()))
        for of in (record.KIND, *(["network"] if is_network else [])):
            fields = [name for name, refers in referring(kind) if of in refers.to]
            if fields:
                here = (one for one in found if not is_network or _names(one, fields, record.id))
                keys = (f"show.{kind.KIND}.of-{of}", f"show.{kind.KIND}", f"kind.{kind.KIND}")
                made = section(next(filter(has, keys)), desk.items(here, record.id))
                said.setdefault(kind.KIND, []).append(made)
    return said


def _names(fact: Fact, fields: Iterable[str], name: str) -> bool:
    return any(name in ids_in(getattr(fact, field)) for field in fields)


# Items that are no facts, and facts that are chosen otherwise


def _serves(desk: Desk, actor: Actor, _: object) -> Iterator[Item]:
    return (_served(desk, one.group, one) for one in actor.serves)


def _serving(desk: Desk, group: Group, script: Script) -> Iterator[Item]:
    """Who pays special attention to a group, or to one that it shares somebody with."""
    atoms = script.expand(frozenset([group.id]))
    for actor in desk.model.actors:
        those = (one for one in actor.serves if script.expand(frozenset([one.group])) & atoms)
        yield from (_served(desk, actor.id, one) for one in those)


def _served(desk: Desk, name: str, one: Any) -> Item:
    more = tuple(filter(None, [word(one.basis), one.note]))
    return Item(desk.names.get(name, name), more, desk.cited(one.citations), id=name)


def _steps_of(script: Script, barrier: Barrier) -> list[str]:
    return [step.id for step in script.steps if step.barrier == barrier.id]


def _steps_of_group(desk: Desk, group: Group, script: Script) -> Iterator[Item]:
    atoms = script.expand(frozenset([group.id]))
    return (desk.step_item(step.id) for step in script.steps if script.expand(step.groups) & atoms)


def _tasked(desk: Desk, step: Step, _: object) -> Iterator[Item]:
    """Who has a general task at a step's barrier, by name only: beside a step they are background."""
    actors = sorted({task.actor for task in desk.speaking_of(GeneralTask, step.barrier)})
    return (Item(name, id=one) for one, name in zip(actors, named_ids(actors, desk.model), strict=True))


def _routes_through(_: Desk, step: Step, script: Script) -> Iterator[Item]:
    for route in script.routes:
        if step.id in route.steps:
            order, steps = route.steps.index(step.id) + 1, counted(len(route.steps), "step")
            yield Item(text("show.way", route=route.name, order=order, steps=steps), id=route.id)


def _in_other_models(_: Desk, barrier: Barrier, script: Script) -> Iterator[Item]:
    for crosswalk in script.crosswalks:
        for row in crosswalk.rows:
            if row.barrier == barrier.id and row.others:
                yield Item(text("show.row", name=crosswalk.name, others=", ".join(row.others)), id=crosswalk.id)


def _rows(desk: Desk, crosswalk: Crosswalk, _: object) -> Iterator[Item]:
    for row in crosswalk.rows:
        others = ", ".join(row.others) or text("show.nothing-there")
        yield Item(text("show.row", name=desk.names[row.barrier], others=others), id=row.barrier)


def _barriers(_: Desk, script: Script, __: object) -> Iterator[Item]:
    for barrier in script.barriers:
        steps = counted(len(_steps_of(script, barrier)), "step")
        yield Item(text("show.barrier", order=barrier.order, name=barrier.name, steps=steps), id=barrier.id)


def _statuses(desk: Desk, country: Country, _: object) -> Iterator[Item]:
    for audit in desk.audits:
        for status in Status:
            number = audit.count(status)
            if audit.country == country.code and number:
                told = out_of(number, len(audit.steps), "step")
                yield Item(told, id=audit.script, status=with_symbol(status))


def _recorded(desk: Desk, country: Country, _: object) -> Iterator[Item]:
    for name, kind in FACTS.items():
        number = sum(fact.country == country.code for fact in getattr(desk.model, name))
        if number:
            yield Item(text("show.number", number=number, what=text(f"kind.{kind.KIND}")))


def _those(kind: type[Fact], is_meant: Callable[[Any, str], bool]) -> Callable[[Desk, Country, Any], Iterable[Item]]:
    """Facts of a kind that have to do with a country in this way."""
    return lambda desk, country, _: desk.items(fact for fact in desk.of_kind(kind) if is_meant(fact, country.code))


def _in_list(kind: SwotKind) -> Callable[[Desk, Country, Any], Iterable[Item]]:
    return _those(SwotItem, lambda fact, code: (fact.country, fact.kind) == (code, kind))


def _named(part: str) -> Callable[[Desk, Script, Any], Iterable[Item]]:
    return lambda _, script, __: (Item(one.name, id=one.id) for one in getattr(script, part))


_ITEMS: dict[str, Callable[[Desk, Any, Any], Iterable[Item]]] = {
    "serves": _serves,
    "task.of-step": _tasked,
    "routes-through": _routes_through,
    "steps": lambda desk, barrier, script: map(desk.step_item, _steps_of(script, barrier)),
    "in-other-models": _in_other_models,
    "steps-in-order": lambda desk, route, _: map(desk.step_item, route.steps),
    "serving": _serving,
    "for-group": lambda desk, group, _: desk.items(desk.speaking_of(Fact, group.id)),
    "steps-of-group": _steps_of_group,
    "rows": _rows,
    "barriers": _barriers,
    **{part: _named(part) for part in ("routes", "groups", "crosswalks")},
    "statuses": _statuses,
    "recorded": _recorded,
    "practice.given": _those(Practice, lambda fact, code: fact.giver == code),
    "practice.received": _those(Practice, lambda fact, code: code in fact.receivers),
    "indicators.of-country": _those(IndicatorList, lambda fact, code: fact.country == code),
    "statement.of-country": _those(Statement, lambda fact, code: code in fact.countries),
    **{f"swot.list-{kind}": _in_list(kind) for kind in SwotKind},
    "places": lambda desk, source, _: places_cited(desk, source),
    "sources": lambda desk, edition, _: (
        Item(one.title, id=one.id, handling=one.handling) for one in desk.model.sources if one.edition == edition.id
    ),
}
"""What stands in a section that follows from nothing else."""


def _figures(desk: Desk, country: Country) -> Iterator[Section]:
    """The figures topic by topic; those of the same thing and time beside one another, in conflict or not."""
    mine = [fact for fact in desk.of_kind(Figure) if fact.country == country.code]
    mine.sort(key=lambda figure: (figure.counts.casefold(), figure.year, figure.number, figure.id))
    for topic in sorted({figure.topic for figure in mine}, key=str.casefold):
        made = section("show.figures", (desk.item(one) for one in mine if one.topic == topic), topic=topic)
        yield replace(made, family=text("show.figures.family"))


_SECTIONS: dict[str, Callable[[Desk, Any], Iterable[Section]]] = {
    "findings": lambda desk, record: [desk.finding_section(desk.findings_about[record.id])],
    "figures": _figures,
    "citing": lambda desk, source: citing_sections(desk, lambda one: one.source == source.id, at_place=False),
}
"""What makes sections of its own."""
