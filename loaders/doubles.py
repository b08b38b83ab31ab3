"""The same id, fact or country twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from barriers.actors import Actor
from barriers.errors import Problem
from barriers.evidence import Edition, Source
from barriers.model import Model
from barriers.places import Place
from barriers.script import Barrier, Crosswalk, Group, Script, Step, Track
from loaders.marked import place_of

Named = Script | Barrier | Step | Group | Track | Crosswalk | Edition | Source | Actor


def check_doubles(read: Iterable[Model], repeated: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Ids are one namespace, so that `barriers show` knows what is meant; a fact may be recorded once.

    `repeated` are the ids that `repeated_ids` found in what was read.
    """
    parts = list(read)
    yield from _double_countries(parts)
    for name, first in repeated:
        yield Problem(
            place_of(name),
            "duplicate-id",
            found=f"the id {str(name)!r} a second time",
            expected=f"each id once in all files; it stands first at {first}",
            remedy="give one of them another id",
        )
    yield from _double_facts(parts)


def _double_countries(parts: list[Model]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for country in (country for part in parts for country in part.countries):
        place = place_of(country.code)
        if first.setdefault(country.code, place) is not place:
            yield Problem(
                place,
                "duplicate-country",
                found=f"a second section for the country {country.code}",
                expected=f"one in all files; it stands first at {first[country.code]}",
                remedy="merge the two",
            )


def repeated_ids(parts: Iterable[Model]) -> Iterator[tuple[str, Place]]:
    """Each id that stands a second time, with the place where it stands first."""
    first: dict[str, Place] = {}
    shared: dict[str, tuple[Group, Script]] = {}
    for part in parts:
        for value in _named(part):
            if isinstance(value, Group):
                group, script = shared.setdefault(value.id, (value, part.scripts[0]))
                if group == value and script is not part.scripts[0]:
                    # Scripts that load beside one another speak of the same people.
                    continue
            place = place_of(value.id)
            if first.setdefault(value.id, place) is not place:
                yield value.id, first[value.id]


def without(model: Model, ids: Collection[str]) -> Model:
    """The model without the records of these ids, and scripts without theirs; the same where there are none."""

    def kept(value: Any, *names: str) -> Any:
        parts = {name: tuple(part for part in getattr(value, name) if part.id not in ids) for name in names}
        return replace(value, **parts)

    if not ids:
        return model
    rest: Model = kept(model, "scripts", "editions", "sources", "actors")
    parts = ("barriers", "steps", "groups", "tracks", "crosswalks")
    return replace(rest, scripts=tuple(kept(script, *parts) for script in rest.scripts))


def _named(part: Model) -> Iterator[Named]:
    for script in part.scripts:
        yield script
        yield from script.barriers
        yield from script.steps
        yield from script.groups
        yield from script.tracks
        yield from script.crosswalks
    yield from part.editions
    yield from part.sources
    yield from part.actors


def _double_facts(parts: list[Model]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for fact in (fact for part in parts for fact in part.facts()):
        place = place_of(fact, fact.place)
        if first.setdefault(fact.id, place) is not place:
            yield Problem(
                place,
                "duplicate-fact",
                found=f"the same {fact.KIND} from the same place in the source a second time",
                expected=f"each fact once; it stands first at {first[fact.id]}",
                remedy="merge the two, or cite another place",
            )
