"""Values to properties and back: what stands in a field stands in a property of the same name.

Words, numbers, days and lists of them are properties as they are, so that a query reads them. What has fields of its
own, such as a citation, is JSON text in the property, for Neo4j has no records inside records. What is not there is
None, which Neo4j does not store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import Annotated, Any, TypeVar, get_args, get_origin

from barriers.schema import as_data, fields_of, names_of

Noun = TypeVar("Noun")

Properties = dict[str, Any]


def to_properties(value: Any, leave_out: Iterable[str] = ()) -> Properties:
    """The fields of a value as properties, without those in `leave_out`, and its id where it has one."""
    kind: Any = type(value)
    parts = [(name, getattr(value, name)) for name in names_of(kind) if name not in leave_out]
    # Most are text, and a call for each of them is most of the work.
    found = {name: part if type(part) is str else _property(part) for name, part in parts}
    if hasattr(value, "id"):
        found["id"] = value.id
    return found


def from_properties(kind: type[Noun], properties: Mapping[str, Any], **more: Any) -> Noun:
    """The value that these properties tell; `more` are fields that stand elsewhere.

    Properties that are no field are passed over: the key, and the sources cited. Raises `ValueError`, `TypeError` or
    `KeyError` for what tells of no such value.
    """
    noun: Any = kind
    found: Noun = _noun(noun, {**properties, **more})
    return found


def _property(value: Any) -> Any:
    kind: Any = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """How values of a kind are written; found once, for there are few kinds and very many values."""
    if is_dataclass(kind):
        return _as_json
    if issubclass(kind, frozenset):
        return lambda value: sorted(map(_property, value))
    if issubclass(kind, tuple):
        return lambda value: list(map(_property, value))
    if issubclass(kind, Enum):
        return lambda value: value.value
    return lambda value: value


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def _as_json(value: Any) -> str:
    return _ENCODER.encode(as_data(value))


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a value of a type is read: JSON text where it has fields of its own, and numbers as they are."""
    if get_origin(hint) is Annotated:
        return _reader(hint.__origin__)
    parts = [part for part in get_args(hint) if part not in (type(None), Ellipsis)]
    if get_origin(hint) in (tuple, frozenset):
        make, each = get_origin(hint), _reader(parts[0])
        return lambda value: make(map(each, value))
    if parts:
        read = _reader(parts[0])
        return lambda value: None if value is None else read(value)
    if is_dataclass(hint):
        return partial(_noun, hint)
    scalars: dict[Any, Callable[[Any], Any]] = {date: _day, float: lambda value: value}
    found: Callable[[Any], Any] = scalars.get(hint, hint)
    return found


def _noun(kind: Any, told: Any) -> Any:
    told = json.loads(told) if isinstance(told, str) else told
    return kind(**{part.name: _reader(part.hint)(told[part.name]) for part in fields_of(kind) if part.name in told})


def _day(value: Any) -> date:
    """A day as JSON tells it, or as the driver does, in a kind of its own."""
    value = value.to_native() if hasattr(value, "to_native") else value
    return value if isinstance(value, date) else date.fromisoformat(value)
