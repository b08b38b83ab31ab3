"""The same id, fact or country twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.errors import Problem, problem
from barriers.model import FACTS, SECTIONS
from barriers.places import Place
from barriers.schema import has_id, parts_of
from barriers.script import Group, Script
from loaders.files import DataFile
from loaders.marked import place_of


def check_duplicates(read: Iterable[DataFile]) -> Iterator[Problem]:
    """Ids are one namespace, so that `barriers show` knows what is meant; a fact may be recorded once."""
    parts = list(read)
    yield from _countries(parts)
    yield from _ids(parts)
    yield from _facts(parts)


def _countries(parts: list[DataFile]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for country in (part.country for part in parts):
        if country is not None:
            place = place_of(country.code)
            if first.setdefault(country.code, place) is not place:
                code = str(country.code)
                yield problem(place, "duplicate-country", country=code, first=first[country.code])


def _ids(parts: list[DataFile]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    shared: dict[str, tuple[Group, Script]] = {}
    for part in parts:
        sections = (getattr(part, section, ()) for section in SECTIONS if section not in FACTS)
        records = [*filter(None, (part.script,)), *(record for section in sections for record in section)]
        for value in (value for record in records for value, _ in parts_of(record) if has_id(type(value))):
            if isinstance(value, Group) and part.script is not None:
                group, script = shared.setdefault(value.id, (value, part.script))
                if group == value and script is not part.script:
                    # Scripts that load beside one another speak of the same people.
                    continue
            place = place_of(value.id)
            if first.setdefault(value.id, place) is not place:
                yield problem(place, "duplicate-id", id=str(value.id), first=first[value.id])


def _facts(parts: list[DataFile]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for fact in (fact for part in parts for section in FACTS for fact in getattr(part, section)):
        place = place_of(fact, fact.place)
        if first.setdefault(fact.id, place) is not place:
            yield problem(place, "duplicate-fact", kind=fact.KIND, first=first[fact.id])
