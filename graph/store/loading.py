"""Writes the rows of a drawing into one version of a model, in batches; values travel as parameters only.

A row is a list of values, and the statement names their properties: the driver packs each text of each row anew, and
as maps half of the texts would be the names of properties. What is None in a row is no property. A fact names its actor
and its step, where its relation begins and ends: these are sent once too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.store.drawing import Drawing
from graph.store.schema import EVERY, LABELS, RELATIONS

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

BATCH = 5_000
"""Rows in one transaction: enough that the way to the server does not count, few enough for a small server."""

Values = list[Any]
AfterBatch = Callable[[int], None]
"""Called with the number of rows after each batch."""


def load_drawing(session: Session, version: str, drawing: Drawing, told: AfterBatch = lambda _: None) -> None:
    """Write every row of a drawing under this version, which nobody reads yet.

    Each batch is a transaction of its own that the driver repeats where the server asks for it.
    """
    for statement, rows in statements(drawing):
        for batch in batches(rows, BATCH):
            session.execute_write(_write, statement, version, batch)
            told(len(batch))


def statements(drawing: Drawing) -> Iterator[tuple[str, Iterator[Values]]]:
    """The Cypher that writes a drawing, each with its rows; it takes `$model` and `$rows`."""
    for label, nodes in drawing.nodes.items():
        names = _names(nodes.values())
        places = {name: place for place, name in enumerate(names)}
        yield create_nodes(label, places), ([*map(node.get, names)] for node in nodes.values())
    for (kind, begin, end), rows in drawing.relations.items():
        ends = _ends(rows)
        names = tuple(name for name in _names(row["properties"] for row in rows) if name not in ends)
        places = ends | {name: place for place, name in enumerate(names, 2)}
        yield (
            create_relations(kind, begin, end, places),
            ([row["begin"], row["end"], *map(row["properties"].get, names)] for row in rows),
        )


def _ends(rows: list[dict[str, Any]]) -> dict[str, int]:
    """The properties that say in every row where its relation begins (0) or where it ends (1)."""
    return {
        name: place
        for place, end in enumerate(("begin", "end"))
        for name in rows[0]["properties"]
        if all(row["properties"].get(name) == row[end] for row in rows)
    }


def batches(rows: Iterable[Values], size: int) -> Iterator[list[Values]]:
    """The rows in lists of at most this size; no list where there is no row."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def _names(rows: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """The properties of rows, each once, in the order in which they come."""
    return tuple(dict.fromkeys(name for row in rows for name in row))


def create_nodes(label: str, places: Mapping[str, int]) -> str:
    """The statement for nodes of one label, with the place of each property in a row.

    Only labels that are declared can stand in it.
    """
    node = f"n:{EVERY}:{LABELS[LABELS.index(label)]}"
    return f"UNWIND $rows AS row CREATE ({node} {{{', '.join(['model: $model', *_properties(places)])}}})"


def create_relations(kind: str, begin: str, end: str, places: Mapping[str, int]) -> str:
    """The statement for relations of one kind between nodes of these labels; all three have to be declared.

    A row begins with the ids of the two nodes.
    """
    kind, begin, end = RELATIONS[RELATIONS.index(kind)], LABELS[LABELS.index(begin)], LABELS[LABELS.index(end)]
    return (
        f"UNWIND $rows AS row MATCH (a:{begin} {{model: $model, id: row[0]}}) "
        f"MATCH (b:{end} {{model: $model, id: row[1]}}) "
        f"CREATE (a)-[:{kind} {{{', '.join(_properties(places))}}}]->(b)"
    )


def _properties(places: Mapping[str, int]) -> list[str]:
    """`name: row[place]` for each; names are those of fields, and nothing else can stand in a statement."""
    strange = [name for name in places if not (name.isascii() and name.isidentifier())]
    if strange:
        raise ValueError(f"No field has such a name: {strange}.")
    return [f"{name}: row[{place}]" for name, place in places.items()]


def _write(transaction: ManagedTransaction, statement: str, version: str, rows: list[Values]) -> None:
    transaction.run(statement, model=version, rows=rows).consume()
