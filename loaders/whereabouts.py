"""Where the parts of a record stand, for checks that know the record and blame one of its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from barriers.places import Place
from loaders.marked import Fields, Items, Mark, Text, place_of

IN_MEMORY = Place("(made in memory)")
"""The place of what was never read from a file."""


@dataclass(frozen=True)
class Whereabouts:
    """The files as they were written; a record is found in them by its place.

    Numbers, dates and words of a closed vocabulary do not know their own place once they are values.
    """

    files: tuple[Fields, ...]

    @cached_property
    def _records(self) -> dict[Mark, Fields]:
        """Gone through when a place is first asked for: most data have nothing to blame."""
        return {part.mark: part for content in self.files for part in parts_of(content) if isinstance(part, Fields)}

    def _record(self, place: Place | None) -> Fields | None:
        return None if place is None else self._records.get((place.file, place.line, place.column))

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
        for part in parts_of(self._record(place)):
            if isinstance(part, Fields) and any(held is value for held in part.values()):
                return place_of(part.get(key), place_of(value, place))
        return place_of(value, place)

    def of_item(self, place: Place | None, key: str, values: Iterable[str]) -> Place:
        """Where the first of these values stands in the list under a key of the record, or else the list."""
        record = self._record(place)
        items = None if record is None else record.get(key)
        wanted = frozenset(values)
        found = (
            (item for item in items if isinstance(item, Text) and item in wanted) if isinstance(items, Items) else ()
        )
        return next(map(place_of, found), self.of(place, key))


def parts_of(value: Any) -> Iterator[Any]:
    """A value as it was read, and everything in it; nothing for None."""
    if value is not None:
        yield value
    for part in value.values() if isinstance(value, Fields) else value if isinstance(value, Items) else ():
        yield from parts_of(part)
