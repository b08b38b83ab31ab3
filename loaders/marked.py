"""Text, lists and mappings as they stand in a file, each knowing its place."""

from __future__ import annotations

from typing import Any

from barriers.places import IN_MEMORY, Place

Mark = tuple[str, int, int]
"""File, line and column, the last two counted from 1; cheaper than a `Place` for each scalar of a file."""


class Text(str):
    """A scalar. `plain` tells that it stood without quotes."""

    __slots__ = ("mark", "plain")
    mark: Mark
    plain: bool


class Entries(list[Any]):
    """A list."""

    __slots__ = ("mark",)
    mark: Mark


class Fields(dict[str, Any]):
    """A mapping; `key_marks` are the places of its keys."""

    __slots__ = ("key_marks", "mark")
    mark: Mark
    key_marks: dict[str, Mark]


def place_of(value: object, otherwise: Place | None = None) -> Place:
    """Where a value stands; a value that was not read from a file stands where `otherwise` says."""
    mark = getattr(value, "mark", None)
    if mark is not None:
        return Place(*mark)
    return otherwise or IN_MEMORY
