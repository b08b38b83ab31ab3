"""Where the parts of a record stand, for checks that know the record and blame one of its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from barriers.places import Place
from loaders.marked import Fields, Items, place_of

IN_MEMORY = Place("(made in memory)")
"""The place of what was never read from a file."""


class Whereabouts:
    """The records as they were written, by their place.

    Numbers, dates and words of a closed vocabulary do not know their own place once they are values.
    """

    def __init__(self) -> None:
        self._records: dict[Place, Fields] = {}

    def remember(self, place: Place, record: Fields) -> None:
        """Keep a record under its place."""
        self._records[place] = record

    def of(self, place: Place | None, *path: str) -> Place:
        """Where a value of the record at `place` stands, or the nearest thing above it that is there.

        `path` are the keys that lead to it: `of(place, "shell", "number")`.
        """
        value: Any = self._records.get(place) if place is not None else None
        found = place or IN_MEMORY
        for key in path:
            value = value.get(key) if isinstance(value, Fields) else None
            found = place_of(value, found)
        return found

    def beside(self, place: Place | None, value: object, key: str) -> Place:
        """Where the value under `key` stands in that part of a record which holds this very value."""
        record = self._records.get(place) if place is not None else None
        for part in _parts(record):
            if any(held is value for held in part.values()):
                return place_of(part.get(key), place_of(value, place))
        return place_of(value, place)

    def of_item(self, place: Place | None, key: str, values: Iterable[str]) -> Place:
        """Where the first of these values stands in the list under a key of the record, or else the list."""
        record = self._records.get(place) if place is not None else None
        items = record.get(key) if record is not None else None
        wanted = frozenset(values)
        for item in items if isinstance(items, Items) else ():
            if isinstance(item, str) and item in wanted:
                return place_of(item)
        return self.of(place, key)


def _parts(value: Any) -> Iterator[Fields]:
    """The mappings in a value, itself among them."""
    if isinstance(value, Fields):
        yield value
        for part in value.values():
            yield from _parts(part)
    elif isinstance(value, Items):
        for part in value:
            yield from _parts(part)
