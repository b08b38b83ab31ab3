"""The same id, fact or country twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from barriers.errors import Place, Problem, problem
from barriers.model import FACTS, SECTIONS, Model
from barriers.schema import fields_of, has_id
from barriers.script import Group, Script
from loaders.marked import place_of

_NAMED = [section for section in SECTIONS if section not in FACTS]


def check_duplicates(read: Iterable[Model], repeated: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Ids are one namespace, so that `barriers show` knows what is meant; a fact may be recorded once.

    `repeated` are the ids that `repeated_ids` found in what was read.
    """
    for name, first in repeated:
        yield problem(place_of(name), "duplicate-id", id=str(name), first=first)
    countries: dict[str, Place] = {}
    facts: dict[str, Place] = {}
    for part in read:
        for country in part.countries:
            place = place_of(country.code)
            if countries.setdefault(country.code, place) is not place:
                yield problem(place, "duplicate-country", country=str(country.code), first=countries[country.code])
        for fact in part.facts():
            place = place_of(fact, fact.place)
            if facts.setdefault(fact.id, place) is not place:
                yield problem(place, "duplicate-fact", kind=fact.KIND, first=facts[fact.id])


def repeated_ids(read: Iterable[Model]) -> Iterator[tuple[str, Place]]:
    """Each id that stands a second time, with the place where it stands first."""
    first: dict[str, Place] = {}
    shared: dict[str, tuple[Group, Script]] = {}
    for value, _, record in (part for model in read for part in model.parts(_NAMED) if has_id(type(part[0]))):
        if isinstance(value, Group):
            group, script = shared.setdefault(value.id, (value, record))
            if group == value and script is not record:
                # Scripts that load beside one another speak of the same people.
                continue
        place = place_of(value.id)
        if first.setdefault(value.id, place) is not place:
            yield value.id, first[value.id]


def without(model: Model, ids: Collection[str]) -> Model:
    """The model without the records of these ids, and its scripts without theirs; the same where there are none."""

    def kept(value: Any) -> Any:
        lists = [part.name for part in fields_of(type(value)) if part.many and part.is_noun and has_id(part.inner)]
        parts = {name: [kept(record) for record in getattr(value, name) if record.id not in ids] for name in lists}
        return replace(value, **{name: tuple(records) for name, records in parts.items()})

    rest: Model = kept(model) if ids else model
    return rest
