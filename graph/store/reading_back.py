"""A version of a model read back from the server, equal to the one that was pushed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from barriers.errors import StoreTrouble
from barriers.model import Model
from barriers.script import Script
from graph.store.connection import Store
from graph.store.drawing import NESTED
from graph.store.records import from_properties
from graph.store.schema import EVERY, FACT_KINDS, NODE_KINDS
from graph.store.versions import Version, read_whole

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


UNREADABLE = (ExceptionGroup, ValueError, TypeError, KeyError)
"""What building a model raises from whatever a hand on the server wrote, took away or misspelt."""


class StoredRow(NamedTuple):
    """A node by its labels, or a relation by its kind with the ids of its ends; and its properties."""

    what: list[str]
    begin: str
    end: str
    properties: dict[str, Any]


# Two statements for everything: a server that has just started plans each statement before it answers.
_ROWS = (
    f"MATCH (n:{EVERY} {{model: $key}}) WHERE $kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds)"
    " RETURN labels(n) AS what, '' AS begin, n.id AS end, properties(n) AS properties",
    f"MATCH (a:{EVERY} {{model: $key}})-[r]->(b) WHERE $kinds IS NULL OR type(r) IN $kinds"
    " RETURN [type(r)] AS what, a.id AS begin, b.id AS end, properties(r) AS properties",
)


def stored_rows(transaction: ManagedTransaction, key: str, kinds: Collection[str] | None = None) -> Iterator[StoredRow]:
    """The nodes and relations under a version's key: those of these labels and kinds, None for all that is there."""
    for statement in _ROWS:
        for record in transaction.run(statement, key=key, kinds=kinds):
            yield StoredRow(*record)


def read_model(transaction: ManagedTransaction, key: str, leave_out: Collection[str] = ()) -> Model:
    """The model under a version's key, empty where nothing is there; lists that `leave_out` names stay empty.

    Raises what `model_of` raises.
    """
    facts = [name for fact in FACT_KINDS if fact.section not in leave_out for name in fact.relations]
    nodes = [kind.label for kind in NODE_KINDS if kind.noun and kind.section not in leave_out]
    return model_of(stored_rows(transaction, key, facts + nodes))


def model_of(rows: Iterable[StoredRow]) -> Model:
    """The model that rows tell of, each list sorted as ever; no rows give an empty one.

    Raises one of `UNREADABLE` where somebody changed a row on the server so that it tells of no record any more.
    """
    by_kind: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for kind in row.what:
            by_kind[kind].append(row.properties)
    sections: dict[str, tuple[Any, ...]] = {}
    for node in NODE_KINDS:
        if node.noun is Script:
            sections[node.section] = tuple(_scripts(by_kind))
        elif node.noun and node.section:
            sections[node.section] = tuple(from_properties(node.noun, row) for row in by_kind[node.label])
    for fact in FACT_KINDS:
        # A fact may be drawn as several relations, each of which tells it whole.
        told = {row["id"]: row for kind in fact.relations for row in by_kind[kind]}
        sections[fact.section] = tuple(from_properties(fact.noun, row) for row in told.values())
    return Model(**sections)


def _scripts(by_kind: dict[str, list[dict[str, Any]]]) -> Iterator[Script]:
    parts: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for label, section in zip(("Barrier", "Step", "Group", "Track"), NESTED, strict=True):
        for row in by_kind[label]:
            if not row.get("unknown"):
                parts[row["script"], section].append({**row, "id": row.get("word", row["id"])})
    for row in by_kind["Script"]:
        yield from_properties(Script, row, **{name: parts[row["id"], name] for name in NESTED})


def stored_model(store: Store, name: str, leave_out: Collection[str] = ()) -> Model:
    """The model of this name in the version that readers take, whole; lists that `leave_out` names stay empty.

    Raises `StoreTrouble` where it is not there, and where it can no longer be read as a model.
    """

    def read(transaction: ManagedTransaction, version: Version) -> Model | None:
        try:
            return read_model(transaction, version.key, leave_out)
        except UNREADABLE:
            return None

    model = read_whole(store, name, read)
    if model is None:
        country, _, draft = name.partition("/")
        again = f"{country} --draft {draft}" if draft else country
        raise StoreTrouble(
            f"What stands at {store.settings.where} as the model {name} can no longer be read, for somebody changed it"
            f" on the server: put it back with `barriers neo4j push {again} --force`."
        )
    return model


def merged(models: dict[str, Model]) -> Model:
    """One model of several, by their names; what is common to them stands in it once. No models give an empty one.

    Raises `StoreTrouble` where a record that is common to two of them is not the same in both.
    """
    parts: dict[str, dict[str, Any]] = {part.name: {} for part in fields(Model)}
    origin: dict[tuple[str, str], str] = {}
    for name, model in models.items():
        unlike = []
        for section, known in parts.items():
            for value in getattr(model, section):
                key = record_name(value)
                if known.setdefault(key, value) != value:
                    unlike.append((section, key))
                origin.setdefault((section, key), name)
        if unlike:
            raise _not_the_same(origin[unlike[0]], name, [key for _, key in unlike])
    return Model(**{section: tuple(known.values()) for section, known in parts.items()})


def _not_the_same(one: str, other: str, names: list[str]) -> StoreTrouble:
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return StoreTrouble(
        f"The models {one} and {other} on the server do not agree on what is common to them ({shown}): push both again"
        " from the same files, or take one at a time."
    )


def record_name(value: Any) -> str:
    """The id of a record of a model; a country has its code."""
    return str(getattr(value, "id", None) or value.code)
