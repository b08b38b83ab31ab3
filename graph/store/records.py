"""Values to properties and back: what stands in a field stands in a property of the same name.

Words, numbers, days and lists of them are properties as they are, so that a query reads them. What has fields of its
own, such as a citation, is JSON text in the property, for Neo4j has no records inside records. What is not there is
None, which Neo4j does not store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter

Noun = TypeVar("Noun")

Properties = dict[str, Any]


def to_properties(value: Any, leave_out: Iterable[str] = ()) -> Properties:
    """The fields of a value as properties, without those in `leave_out`, and its id where it has one."""
    kind: Any = type(value)
    parts = [(name, getattr(value, name)) for name in _written(kind) if name not in leave_out]
    # Most are text, and a call for each of them is most of the work.
    found = {name: part if type(part) is str else _property(part) for name, part in parts}
    if hasattr(value, "id"):
        found["id"] = value.id
    return found


def from_properties(kind: type[Noun], properties: Mapping[str, Any], **more: Any) -> Noun:
    """The value that these properties tell; `more` are fields that stand elsewhere.

    Properties that are no field are passed over: the key, and the sources cited.
    """
    noun: Any = kind
    told = {name: _plain(properties[name]) for name in _written(noun) if name in properties}
    return _converter().structure({**told, **more}, kind)


@cache
def _written(kind: Any) -> tuple[str, ...]:
    """The fields that somebody wrote; where they stand in a file is nobody else's business."""
    return tuple(part.name for part in fields(kind) if part.init and part.name != "place")


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
    return _ENCODER.encode(_converter().unstructure(value))


def _plain(value: Any) -> Any:
    """A property as the driver returns it, without the driver's own kind of day."""
    return value.to_native() if hasattr(value, "to_native") else value


@cache
def _converter() -> Converter:
    """Knows days, keeps numbers as they are, and reads JSON text where a value has fields of its own."""
    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: value if isinstance(value, date) else _day(value))
    converter.register_structure_hook(float, lambda value, _: value)
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _reading_json(converter, kind))
    return converter


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _reading_json(converter: Converter, kind: Any) -> Any:
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415 - belongs to cattrs, which loads it anyway

    structure = make_dict_structure_fn(kind, converter)
    return lambda value, hint: structure(json.loads(value) if isinstance(value, str) else value, hint)
