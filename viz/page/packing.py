"""The data of the page written shorter: of many records of a kind, the names of the fields once.

A third of the data are names that every record repeats. `static/js/packing.js` takes them apart again in the same way.
"""

from __future__ import annotations

from typing import Any

_FEWEST = 3
_LEFT_OUT: dict[str, Any] = {}
"""Stands in a row for a field that this record does not have; no field is ever an empty record itself."""


def packed(value: Any) -> Any:
    """A value in which each list of records is `{"fields": [...], "rows": [[...], ...]}`.

    Records are dicts with names as keys; a list of one or two of them stays as it is.
    """
    if isinstance(value, dict):
        return {name: packed(part) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    parts = [packed(part) for part in value]
    if len(parts) < _FEWEST or not all(isinstance(part, dict) for part in parts):
        return parts
    fields = list(dict.fromkeys(name for part in parts for name in part))
    return {"fields": fields, "rows": [[part.get(name, _LEFT_OUT) for name in fields] for part in parts]}


def unpacked(value: Any) -> Any:
    """The value that was packed."""
    if isinstance(value, list):
        return [unpacked(part) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"fields", "rows"}:
        return [
            {name: unpacked(part) for name, part in zip(value["fields"], row, strict=True) if part != _LEFT_OUT}
            for row in value["rows"]
        ]
    return {name: unpacked(part) for name, part in value.items()}
