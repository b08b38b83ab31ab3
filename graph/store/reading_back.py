"""A version of a model read back from the server, equal to the one that was pushed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from barriers.facts import Fact
from barriers.model import SECTIONS, Model
from barriers.schema import Record
from barriers.script import Script
from graph.store.records import from_properties
from graph.store.schema import EVERY, NESTED, OURS, is_node

UNREADABLE = (ValueError, TypeError, KeyError)
"""What building a model raises from whatever a hand on the server wrote, took away or misspelt."""


class StoredRow(NamedTuple):
    """A node by its labels, or a relation by its kind with the ids of its ends; and its properties."""

    what: list[str]
    begin: str
    end: str
    properties: dict[str, Any]


READING = f"""
UNWIND $keys AS key MATCH (n:{EVERY} {{version: key}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL
RETURN key, labels(n) AS what, '' AS begin, n.id AS end, properties(n) AS properties
UNION ALL
UNWIND $keys AS key MATCH (n:{EVERY} {{version: key}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL
MATCH (n)-[r:{OURS}]->(b:{EVERY} {{version: key}})
RETURN key, [type(r)] AS what, n.id AS begin, b.id AS end, properties(r) AS properties
"""
"""One statement for everything: a server that has just started plans each statement before it answers.

An index of three properties serves only where all three are spoken of.
"""


def _drawn_as(kind: type[Record]) -> Collection[str]:
    """The label of its nodes, or the relations that carry its facts."""
    return kind.DRAWN.relations if issubclass(kind, Fact) and not is_node(kind) else (kind.__name__,)


def model_of(rows: Iterable[StoredRow]) -> Model:
    """The model that rows tell of, each list sorted as ever; no rows give an empty one.

    Raises one of `UNREADABLE` where somebody changed a row on the server so that it tells of no record any more.
    """
    by_kind: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for kind in row.what:
            by_kind[kind].append(row.properties)
    sections: dict[str, tuple[Any, ...]] = {}
    for section, record in SECTIONS.items():
        # A fact may be drawn as several relations, each of which tells it whole.
        told = {row["id"]: row for kind in _drawn_as(record) for row in by_kind[kind]}
        parts = _parts(by_kind) if record is Script else {}
        sections[section] = tuple(from_properties(record, row, **parts.get(row["id"], {})) for row in told.values())
    return Model(**sections)


def _parts(by_kind: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, tuple[Any, ...]]]:
    """What stands in each script, by its id and by the lists that hold it."""
    parts: defaultdict[str, dict[str, tuple[Any, ...]]] = defaultdict(lambda: dict.fromkeys(NESTED, ()))
    for section, kind in NESTED.items():
        for row in by_kind[kind.__name__]:
            if not row.get("unknown"):
                part = from_properties(kind, {**row, "id": row.get("word", row["id"])})
                parts[row["script"]][section] += (part,)
    return {row["id"]: parts[row["id"]] for row in by_kind["Script"]}
