"""The declaration of the kinds as JSON Schema, for editors that complete and check data files."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from barriers.model import ALL_KINDS, ONCE, SECTIONS
from barriers.schema import ID_PATTERN, Field, Record, check_filled, check_id, fields_of, meaning
from loaders.files import SCHEMA

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}


def json_schema(kind: str | None = None) -> dict[str, Any]:
    """The schema of a data file, or that of one record of a kind, such as `cover`.

    What it cannot say (whether an id leads anywhere, what a kind checks of itself) `barriers check` does. Raises
    `KeyError` for a kind that is none.
    """
    definitions = {name: _record(found) for name, found in ALL_KINDS.items()}
    if kind is not None:
        return {"$schema": _DIALECT, "$ref": _to(ALL_KINDS[kind]), "$defs": definitions}
    sections = {
        ONCE.get(name, name): {"$ref": _to(found)} if name in ONCE else {"type": "array", "items": {"$ref": _to(found)}}
        for name, found in SECTIONS.items()
    }
    head = {"schema": {"const": SCHEMA}, "of": {"type": "string"}}
    return {"$schema": _DIALECT, **_object({**head, **sections}, ["schema"]), "$defs": definitions}


def _record(kind: type[Record]) -> dict[str, Any]:
    written = [part for part in fields_of(kind) if part.written]
    values = {part.name: {"description": str(meaning(kind, part.name)), **_value(part)} for part in written}
    return _object(values, [part.name for part in written if part.required])


def _object(values: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": values, "required": required, "additionalProperties": False}


def _value(part: Field) -> dict[str, Any]:
    one = _one(part)
    if part.many is None:
        return one
    least = {"minItems": 2, "maxItems": 2} if part.is_pair else {"minItems": 1} if check_filled in part.checks else {}
    return {"type": "array", "items": one, **least}


def _one(part: Field) -> dict[str, Any]:
    """The schema of one value."""
    if part.is_noun:
        return {"$ref": _to(part.inner)}
    if issubclass(part.inner, Enum):
        return {"enum": [word.value for word in part.inner]}
    if part.inner is date:
        return {"type": "string", "format": "date"}
    if check_id in part.checks:
        return {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"}
    filled = {"pattern": r"\S"} if check_filled in part.checks and part.many is None else {}
    return {"type": _PLAIN[part.inner], **filled}


def _to(kind: type[Record]) -> str:
    return f"#/$defs/{kind.KIND}"
