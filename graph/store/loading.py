"""Writes the rows of a drawing into one version of a model, in batches; values travel as parameters only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from graph.store.drawing import Drawing
from graph.store.schema import EVERY, LABELS, RELATIONS

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

BATCH = 5_000
"""Rows in one transaction: enough that the way to the server does not count, few enough for a small server."""

Told = Callable[[int], None]
"""Called with the number of rows after each batch."""


def load(session: Session, version: str, drawing: Drawing, told: Told = lambda _: None) -> None:
    """Write every row of a drawing under this version, which nobody reads yet.

    Each batch is a transaction of its own that the driver repeats where the server asks for it.
    """
    for statement, rows in statements(drawing):
        for batch in _batches(rows):
            session.execute_write(_write, statement, version, batch)
            told(len(batch))


def statements(drawing: Drawing) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The Cypher that writes a drawing, each with its rows; it takes `$model` and `$rows`."""
    for label, nodes in drawing.nodes.items():
        yield create_nodes(label), list(nodes.values())
    for (kind, begin, end), rows in drawing.relations.items():
        yield create_relations(kind, begin, end), rows


def create_nodes(label: str) -> str:
    """The statement for nodes of one label; only labels that are declared can stand in it."""
    return f"UNWIND $rows AS row CREATE (n:{EVERY}:{LABELS[LABELS.index(label)]} {{model: $model}}) SET n += row"


def create_relations(kind: str, begin: str, end: str) -> str:
    """The statement for relations of one kind between nodes of these labels; all three have to be declared."""
    kind, begin, end = RELATIONS[RELATIONS.index(kind)], LABELS[LABELS.index(begin)], LABELS[LABELS.index(end)]
    return (
        f"UNWIND $rows AS row MATCH (a:{begin} {{model: $model, id: row.begin}}) "
        f"MATCH (b:{end} {{model: $model, id: row.end}}) CREATE (a)-[r:{kind}]->(b) SET r = row.properties"
    )


def _write(transaction: ManagedTransaction, statement: str, version: str, rows: list[dict[str, Any]]) -> None:
    transaction.run(statement, model=version, rows=rows).consume()


def _batches(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    yield from (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
