"""Packed data back to what they were, as the page does it."""

from __future__ import annotations

from typing import Any


def unpacked(value: Any) -> Any:
    """The value that was packed."""
    return _plain(value["value"], value["words"])


def _plain(value: Any, words: list[str]) -> Any:
    if isinstance(value, list):
        return [_plain(part, words) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() != {"fields", "coded", "rows"}:
        return {name: _plain(part, words) for name, part in value.items()}
    return [_record(value["fields"], value["coded"], row, words) for row in value["rows"]]


def _record(fields: list[str], coded: list[int], row: list[Any], words: list[str]) -> dict[str, Any]:
    record = {}
    for place, (name, part) in enumerate(zip(fields, row, strict=False)):
        if part == {}:
            continue
        if place not in coded:
            record[name] = _plain(part, words)
        else:
            record[name] = words[part] if isinstance(part, int) else part and [words[one] for one in part]
    return record
