"""Text, lists and mappings as they stand in a file, each knowing its place, and where the parts of a record stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from barriers.errors import IN_MEMORY, Place

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


@dataclass(frozen=True)
class Whereabouts:
    """The files as they were written; a record is found in them by its place.

    Numbers, dates and words of a closed vocabulary do not know their own place once they are values.
    """

    files: tuple[Fields, ...]

    @cached_property
    def _records(self) -> Callable[[str], dict[Mark, Fields]]:
        """The records of a file of this name by their marks; gone through when one is first asked for."""
        files = {content.mark[0]: content for content in self.files}
        return cache(lambda name: {record.mark: record for record in records_of(files.get(name))})

    def _record(self, place: Place | None) -> Fields | None:
        return None if place is None else self._records(place.file).get((place.file, place.line, place.column))

    def of(self, place: Place | None, *path: str) -> Place:
        """Where a value of the record at `place` stands, or the nearest thing above it that is there.

        `path` are the keys that lead to it: `of(place, "shell", "number")`. What was never read is in memory.
        """
        value: Any = self._record(place)
        found = place or IN_MEMORY
        for key in path:
            value = value.get(key) if isinstance(value, Fields) else None
            found = place_of(value, found)
        return found

    def beside(self, place: Place | None, value: object, key: str) -> Place:
        """Where the value under `key` stands in that part of a record which holds this very value."""
        for part in records_of(self._record(place)):
            if any(held is value for held in part.values()):
                return place_of(part.get(key), place_of(value, place))
        return place_of(value, place)

    def of_item(self, place: Place | None, key: str, values: Iterable[str]) -> Place:
        """Where the first of these values stands in the list under a key of the record, or else the list."""
        record = self._record(place)
        items = None if record is None else record.get(key)
        wanted = frozenset(values)
        found = (
            (item for item in items if isinstance(item, Text) and item in wanted) if isinstance(items, Entries) else ()
        )
        return next(map(place_of, found), self.of(place, key))


def records_of(value: Text | Entries | Fields | None) -> Iterator[Fields]:
    """The records in a value as it was read, itself among them; none in None."""
    waiting: list[Any] = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Fields):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, Entries):
            waiting.extend(part)
