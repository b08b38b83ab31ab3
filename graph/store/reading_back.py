"""A version of a model read back from the server, equal to the one that was pushed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from barriers.model import SECTIONS, Model
from barriers.script import Script
from graph.store.records import from_properties, give_citation
from graph.store.schema import EVERY, NESTED, OURS

UNREADABLE = (ValueError, TypeError, KeyError, IndexError)
"""What building a model raises from whatever a hand on the server wrote, took away or misspelt."""


class StoredRow(NamedTuple):
    """A node by its label and its id, which stands in `end`; or a relation by its kind with its ends; and properties.

    The ends of a relation have a label too: `Actor nl.police`.
    """

    what: str
    begin: str
    end: str
    properties: dict[str, Any]


def _read(relations: str) -> str:
    """The statement for all nodes of versions, each with these of its relations: kind, label and id of the end.

    What was published of a version is no part of its model.
    """
    return f"""
UNWIND $keys AS key MATCH (n:{EVERY} {{version: key}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL
  AND n.derived IS NULL
RETURN key, n.label AS label, n.id AS id, properties(n) AS told,
       [(n)-[r:{relations}]->(end:{EVERY} {{version: key}}) | [type(r), end.label, end.id, properties(r)]] AS relations
"""


READING, STANDING = _read("CITES"), _read(OURS)
"""What makes up a model; and all of ours that stands there. One statement, and each node is looked up once.

An index of three properties serves only where all three are spoken of.
"""


def rows_of(label: str, name: str, told: dict[str, Any], relations: Iterable[list[Any]]) -> Iterator[StoredRow]:
    """The rows that one of these statements tells of a node: itself, and its relations."""
    yield StoredRow(label, "", name, told)
    for kind, end_label, end, properties in relations:
        yield StoredRow(kind, f"{label} {name}", f"{end_label} {end}", properties)


def model_of(rows: Iterable[StoredRow]) -> Model:
    """The model that rows tell of, each list sorted as ever; no rows give an empty one.

    Raises one of `UNREADABLE` where somebody changed a row on the server so that it tells of no record any more.
    """
    nodes: defaultdict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    cites = []
    for row in rows:
        if not row.begin:
            nodes[row.what][row.end] = {**row.properties}
        elif row.what == "CITES":
            cites.append(row)
    for cite in sorted(cites, key=lambda cite: cite.properties["order"]):
        label, _, name = cite.begin.partition(" ")
        told = {**cite.properties, "source": cite.end.partition(" ")[2]}
        give_citation(nodes[label][name], cite.properties.get("part"), told)
    sections: dict[str, tuple[Any, ...]] = {}
    for section, record in SECTIONS.items():
        parts = _parts(nodes) if record is Script else {}
        told_of = nodes[record.__name__]
        sections[section] = tuple(from_properties(record, row, **parts.get(name, {})) for name, row in told_of.items())
    return Model(**sections)


def _parts(nodes: dict[str, dict[str, dict[str, Any]]]) -> dict[str, dict[str, tuple[Any, ...]]]:
    """What stands in each script, by its id and by the lists that hold it."""
    parts: defaultdict[str, dict[str, tuple[Any, ...]]] = defaultdict(lambda: dict.fromkeys(NESTED, ()))
    for section, kind in NESTED.items():
        for row in nodes[kind.__name__].values():
            if not row.get("unknown"):
                part = from_properties(kind, {**row, "id": row.get("word", row["id"])})
                parts[row["script"]][section] += (part,)
    return {name: parts[name] for name in nodes["Script"]}
