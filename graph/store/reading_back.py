"""A version of a model read back from the server, equal to the one that was pushed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from barriers.model import Model
from barriers.script import Script
from graph.store.drawing import NESTED
from graph.store.records import from_properties
from graph.store.schema import FACTS, NODES

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

# The key's index answers for a part of the key only where the rest is asked for in some way.
_NODES = "MATCH (n:%s {model: $model}) WHERE n.id IS NOT NULL RETURN properties(n) AS told"
_FACTS = "MATCH (:Stored {model: $model})-[r:%s]->() RETURN properties(r) AS told"


def read_model(transaction: ManagedTransaction, version: str, leave_out: Collection[str] = ()) -> Model:
    """All values of a version, each list sorted as ever; kinds named in `leave_out` stay empty."""
    sections: dict[str, tuple[Any, ...]] = {}
    for kind in NODES:
        if kind.section and kind.noun is not None and kind.section not in leave_out:
            rows = _rows(transaction, _NODES % kind.label, version)
            if kind.noun is Script:
                sections[kind.section] = tuple(_scripts(transaction, version, rows))
            else:
                sections[kind.section] = tuple(from_properties(kind.noun, row) for row in rows)
    for fact in FACTS:
        if fact.section not in leave_out:
            # A fact may be drawn as several relations, each of which tells it whole.
            told = {row["id"]: row for row in _rows(transaction, _FACTS % "|".join(fact.relations), version)}
            sections[fact.section] = tuple(from_properties(fact.noun, row) for row in told.values())
    return Model(**sections)


def _rows(transaction: ManagedTransaction, statement: str, version: str) -> list[dict[str, Any]]:
    return [record["told"] for record in transaction.run(statement, model=version)]


def _scripts(transaction: ManagedTransaction, version: str, rows: list[dict[str, Any]]) -> list[Script]:
    parts: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for label, section in zip(("Barrier", "Step", "Group", "Track"), NESTED, strict=True):
        for row in _rows(transaction, _NODES % label, version):
            if not row.get("unknown"):
                parts[row["script"], section].append({**row, "id": row.get("word", row["id"])})
    return [from_properties(Script, row, **{name: parts[row["id"], name] for name in NESTED}) for row in rows]
