"""A version of a model read back from the server, equal to the one that was pushed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from barriers.errors import ModelTrouble
from barriers.facts import Fact
from barriers.messages import message
from barriers.model import SECTIONS, Model
from barriers.schema import Record
from barriers.script import Script
from graph.store.connection import Store
from graph.store.records import from_properties
from graph.store.schema import NESTED, OF_VERSION, is_node
from graph.store.versions import Version, push_command, read_whole

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

UNREADABLE = (ValueError, TypeError, KeyError)
"""What building a model raises from whatever a hand on the server wrote, took away or misspelt."""


class StoredRow(NamedTuple):
    """A node by its labels, or a relation by its kind with the ids of its ends; and its properties."""

    what: list[str]
    begin: str
    end: str
    properties: dict[str, Any]


READING = (
    f"MATCH {OF_VERSION} AND ($kinds IS NULL OR n.label IN $kinds)"
    " RETURN labels(n) AS what, '' AS begin, n.id AS end, properties(n) AS properties",
    f"MATCH {OF_VERSION} MATCH (n)-[r]->(b) WHERE $kinds IS NULL OR type(r) IN $kinds"
    " RETURN [type(r)] AS what, n.id AS begin, b.id AS end, properties(r) AS properties",
)
"""Two statements for everything: a server that has just started plans each statement before it answers."""


def stored_rows(transaction: ManagedTransaction, key: str, kinds: Collection[str] | None = None) -> Iterator[StoredRow]:
    """The nodes and relations under a version's key: those of these labels and kinds, None for all that is there."""
    for statement in READING:
        for record in transaction.run(statement, key=key, kinds=kinds):
            yield StoredRow(*record)


def read_model(transaction: ManagedTransaction, key: str, leave_out: Collection[str] = ()) -> Model:
    """The model under a version's key, empty where nothing is there; lists that `leave_out` names stay empty.

    Raises what `model_of` raises.
    """
    wanted = [kind for section, kind in SECTIONS.items() if section not in leave_out]
    kinds = [name for kind in (*wanted, *NESTED.values()) for name in _drawn_as(kind)]
    return model_of(stored_rows(transaction, key, kinds))


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


def stored_model(store: Store, name: str, leave_out: Collection[str] = ()) -> Model:
    """The model of this name in the version that readers take, whole; lists that `leave_out` names stay empty.

    Raises `UnknownName` where it is not there, `ModelTrouble` where it can no longer be read as a model.
    """

    def read(transaction: ManagedTransaction, version: Version) -> Model | None:
        try:
            return read_model(transaction, version.key, leave_out)
        except UNREADABLE:
            return None

    model = read_whole(store, name, read)
    if model is None:
        raise ModelTrouble(message("store.unreadable", where=store.settings.where, name=name, push=push_command(name)))
    return model
