"""Values to properties and back: what stands in a field stands in a property of the same name.

Words, numbers, days and lists of them are properties as they are, so that a query reads them. What has fields of its
own, such as a rating, is JSON text in the property, for Neo4j has no records inside records; but citations are
relations to their sources. What is not there is None, which Neo4j does not store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from barriers.schema import Field, as_written, fields_of, names_of, worked_out_once
from graph.store.schema import NESTED

Noun = TypeVar("Noun")

Properties = dict[str, Any]


CITATIONS = "citations"
"""The field that holds them, in whatever has any."""


def to_properties(value: Any, leave_out: Collection[str] = ()) -> Properties:
    """The fields of a value as properties, without citations and those in `leave_out`, and its id where it has one."""
    leave_out = (CITATIONS, *leave_out)
    parts = [(name, getattr(value, name)) for name in names_of(type(value)) if name not in leave_out]
    # Most are text, and a call for each of them is most of the work.
    found = {name: part if type(part) is str else _property(part) for name, part in parts}
    if hasattr(value, "id"):
        found["id"] = value.id
    return found


def cited_in(value: Any) -> Iterator[Properties]:
    """What each citation of a record says, its own and those of its parts, with the id of its source.

    `order` is its place among them. `part` names the field, and the place there, of the part that cites, such as
    `part_of 0`; it is None for the record itself.
    """
    parts = (
        (f"{name} {place}", held) for name in _citing(type(value)) for place, held in enumerate(getattr(value, name))
    )
    for part, citing in ((None, value), *parts):
        for order, citation in enumerate(getattr(citing, CITATIONS, ())):
            told = {name: held or None for name, held in to_properties(citation).items()}
            yield {"order": order, "part": part, **told}


@worked_out_once
def _citing(kind: Any) -> tuple[str, ...]:
    """The lists of a kind whose parts cite and are no nodes of their own."""
    return tuple(
        part.name
        for part in fields_of(kind)
        if part.is_noun and part.name not in NESTED and CITATIONS in names_of(part.inner)
    )


def give_citation(told: Properties, part: str | None, citation: Properties) -> None:
    """Put a citation back into the properties of the record, or of its part, that cites it.

    Raises `KeyError`, `ValueError` or `IndexError` where there is no such part.
    """
    if part is not None:
        name, _, place = part.partition(" ")
        # The parts are read as JSON text or as what it held.
        told[name] = [json.loads(held) if isinstance(held, str) else held for held in told[name]]
        told = told[name][int(place)]
    told[CITATIONS] = [*told.get(CITATIONS, ()), citation]


def from_properties(kind: type[Noun], properties: Mapping[str, Any], **more: Any) -> Noun:
    """The value that these properties tell; `more` are fields that stand elsewhere.

    Properties that are no field are passed over: the key, and the sources cited. Raises `TypeError` or `ValueError`
    where they tell of no such value.
    """
    told = ((name, read, properties.get(name)) for name, read in _readers(kind) if name not in more)
    return kind(**{name: read(value) for name, read, value in told if value is not None}, **more)


def _property(value: Any) -> Any:
    kind: Any = type(value)
    return _writer(kind)(value)


@worked_out_once
def _writer(kind: Any) -> Callable[[Any], Any]:
    """How values of a kind are written; found once, for there are few kinds and very many values."""
    if is_dataclass(kind):
        return lambda value: _ENCODER.encode(
            {name: [] if name == CITATIONS else held for name, held in as_written(value).items()}
        )
    if issubclass(kind, frozenset):
        return lambda value: sorted(map(_property, value))
    if issubclass(kind, tuple):
        return lambda value: list(map(_property, value))
    if issubclass(kind, Enum):
        return lambda value: value.value
    return lambda value: value


_ENCODER = json.JSONEncoder(ensure_ascii=False)


@worked_out_once
def _readers(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """How each field of a kind is read."""
    return tuple((part.name, _reader(part)) for part in fields_of(kind))


def _reader(part: Field) -> Callable[[Any], Any]:
    kind, many = part.inner, part.many
    read: Callable[[Any], Any]
    if part.is_noun:
        read = _json_reader(kind)
    elif issubclass(kind, Enum):
        read = kind
    else:
        read = _day if kind is date else _checked((int, float) if kind is float else kind)
    if many is None:
        return read
    listed = _checked(list)
    return lambda value: many(map(read, listed(value)))


def _json_reader(kind: Any) -> Callable[[Any], Any]:
    """A value with fields of its own, of JSON text, or of what such a text held."""
    mapping = _checked(dict)
    return lambda value: from_properties(kind, mapping(json.loads(value) if isinstance(value, str) else value))


def _checked(kinds: type | tuple[type, ...]) -> Callable[[Any], Any]:
    """What is one of these kinds as it is; anything else is no such value."""

    def checked(value: Any) -> Any:
        if not isinstance(value, kinds):
            raise TypeError(f"{value!r} where {kinds} is expected")
        return value

    return checked


def _day(value: Any) -> date:
    """A day as the driver returns it, or as text."""
    day = value.to_native() if hasattr(value, "to_native") else value
    return day if isinstance(day, date) else date.fromisoformat(day)
