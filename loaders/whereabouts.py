"""Where the parts of a record stand, for checks that know the record and blame one of its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from barriers.places import IN_MEMORY, Place
from loaders.marked import Entries, Fields, Mark, Text, place_of


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
