"""The data of the page written shorter: of many records of a kind, the names of the fields once, and each text once.

Most of the data are names that every record repeats: those of the fields, and the ids of what the records speak of.
`static/js/base/packing.js` takes them apart again in the same way.
"""

from __future__ import annotations

from collections import Counter
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
    tables: list[dict[str, Any]] = []
    shown = _with_tables(value, tables)
    columns = [(table, place, _texts(table, place)) for table in tables for place in range(len(table["fields"]))]
    times = Counter(text for *_, texts in columns for text in texts)
    # A column is worth it where most of its texts stand more than once.
    coded = [column for column in columns if 2 * sum(times[text] > 1 for text in column[2]) > len(column[2])]
    words = [text for text, _ in Counter(text for *_, texts in coded for text in texts).most_common()]
    code = {word: place for place, word in enumerate(words)}
    for table, place, _ in coded:
        table["coded"].append(place)
        for row in table["rows"]:
            part = row[place]
            if isinstance(part, str):
                row[place] = code[part]
            elif isinstance(part, list):
                row[place] = [code[text] for text in part]
    for row in (row for table in tables for row in table["rows"]):
        while row and row[-1] == _LEFT_OUT:
            row.pop()
    return {"words": words, "value": shown}


def _with_tables(value: Any, tables: list[dict[str, Any]]) -> Any:
    """The value with a table for each list of records; the tables are added to those that there are."""
    if isinstance(value, dict):
        return {name: _with_tables(part, tables) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    if len(value) < _FEWEST or not all(isinstance(part, dict) for part in value):
        return [_with_tables(part, tables) for part in value]
    fields = list(dict.fromkeys(name for part in value for name in part))
    table: dict[str, Any] = {"fields": fields, "coded": []}
    tables.append(table)
    table["rows"] = [[_with_tables(part.get(name, _LEFT_OUT), tables) for name in fields] for part in value]
    return table


def _texts(table: dict[str, Any], place: int) -> list[str]:
    """The texts of a column, alone or in a list; none where anything else stands among them."""
    found: list[str] = []
    for row in table["rows"]:
        part = row[place]
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, list) and all(isinstance(one, str) for one in part):
            found.extend(part)
        elif part is not None and part != _LEFT_OUT:
            return []
    return found
