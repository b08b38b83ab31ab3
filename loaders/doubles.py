"""The same id, fact or country twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.actors import Actor
from barriers.errors import Problem
from barriers.evidence import Edition, Source
from barriers.model import Model
from barriers.places import Place
from barriers.script import Barrier, Crosswalk, Group, Script, Step, Track
from loaders.marked import place_of

Named = Script | Barrier | Step | Group | Track | Crosswalk | Edition | Source | Actor


def check_doubles(read: Iterable[Model]) -> Iterator[Problem]:
    """Ids are one namespace, so that `barriers show` knows what is meant; a fact may be recorded once."""
    parts = list(read)
    yield from _double_countries(parts)
    yield from _double_ids(parts)
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


def _double_ids(parts: list[Model]) -> Iterator[Problem]:
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
                yield Problem(
                    place,
                    "duplicate-id",
                    found=f"the id {str(value.id)!r} a second time",
                    expected=f"each id once in all files; it stands first at {first[value.id]}",
                    remedy="give one of them another id",
                )


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
