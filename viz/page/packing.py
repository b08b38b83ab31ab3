"""The data of the page written shorter: of many records of a kind, the names of the fields once, and each text once.

Most of the data are names that every record repeats: those of the fields, and the ids of what the records speak of.
`static/js/base/packing.js` takes them apart again in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_FEWEST = 3
_LEFT_OUT: dict[str, Any] = {}
"""Stands in a row for a field that this record does not have; no field is ever an empty record itself."""


def packed(value: Any) -> Any:
    """A value as `{"words": [...], "value": ...}`: texts, most frequent first, and the value that names them.

    In it each list of records is `{"fields": [...], "coded": [...], "rows": [[...], ...]}`; `coded` are the places of
    the fields whose texts, alone or in a list, are named by their place among the words. What a record lacks at the end
    of its row is not there. Records are dicts with names as keys; a list of one or two of them stays as it is.
    """
    tables = _with_tables(value)
    columns = [column for table in _tables_in(tables) for column in _columns(table)]
    times = Counter(word for _, words in columns for word in words)
    coded = [(column, words) for column, words in columns if _often_more_than_once(words, times)]
    words = [word for word, _ in Counter(word for _, words in coded for word in words).most_common()]
    code = {word: place for place, word in enumerate(words)}
    for column, _ in coded:
        column.encode(code)
    for table in _tables_in(tables):
        _shorten(table)
    return {"words": words, "value": tables}


def _with_tables(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_tables(part) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    parts = [_with_tables(part) for part in value]
    if len(parts) < _FEWEST or not all(isinstance(part, dict) for part in parts):
        return parts
    fields = list(dict.fromkeys(name for part in parts for name in part))
    return {"fields": fields, "coded": [], "rows": [[part.get(name, _LEFT_OUT) for name in fields] for part in parts]}


def _is_table(value: Mapping[str, Any]) -> bool:
    return value.keys() == {"fields", "coded", "rows"}


def _tables_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if _is_table(value):
            yield value
        parts = list(value.values())
    else:
        parts = value if isinstance(value, list) else []
    for part in parts:
        yield from _tables_in(part)


@dataclass(frozen=True, slots=True)
class _Column:
    """The values of one field of a table, one for each record."""

    table: dict[str, Any]
    place: int

    def words(self) -> list[str]:
        """The texts, alone or in a list; none where anything else stands among them."""
        found: list[str] = []
        for row in self.table["rows"]:
            part = row[self.place]
            if isinstance(part, str):
                found.append(part)
            elif isinstance(part, list) and all(isinstance(one, str) for one in part):
                found.extend(part)
            elif part is not None and part != _LEFT_OUT:
                return []
        return found

    def encode(self, code: Mapping[str, int]) -> None:
        """Name each text by its place among the words."""
        self.table["coded"].append(self.place)
        for row in self.table["rows"]:
            part = row[self.place]
            if isinstance(part, str):
                row[self.place] = code[part]
            elif isinstance(part, list):
                row[self.place] = [code[word] for word in part]


def _columns(table: dict[str, Any]) -> Iterator[tuple[_Column, list[str]]]:
    for place in range(len(table["fields"])):
        column = _Column(table, place)
        yield column, column.words()


def _often_more_than_once(words: list[str], times: Mapping[str, int]) -> bool:
    return 2 * sum(times[word] > 1 for word in words) > len(words)


def _shorten(table: dict[str, Any]) -> None:
    for row in table["rows"]:
        while row and row[-1] == _LEFT_OUT:
            row.pop()
