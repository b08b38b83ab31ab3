"""Values to properties and back: what stands in a field stands in a property of the same name.

Words, numbers, days and lists of them are properties as they are, so that a query reads them. What has fields of its
own, such as a citation, is JSON text in the property, for Neo4j has no records inside records. What is not there is
None, which Neo4j does not store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from barriers.schema import Field, as_written, fields_of, names_of, worked_out_once

Noun = TypeVar("Noun")

Properties = dict[str, Any]


def to_properties(value: Any, leave_out: Collection[str] = ()) -> Properties:
    """The fields of a value as properties, without those in `leave_out`, and its id where it has one."""
    parts = [(name, getattr(value, name)) for name in names_of(type(value)) if name not in leave_out]
    # Most are text, and a call for each of them is most of the work.
    found = {name: part if type(part) is str else _property(part) for name, part in parts}
    if hasattr(value, "id"):
        found["id"] = value.id
    return found


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
        return lambda value: _ENCODER.encode(as_written(value))
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
