"""What stands on the server: each model, whether it is what was pushed, and what is left of other versions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from barriers.model import Model
from graph.store.clearing import clear_version, is_being_loaded, tidy
from graph.store.connection import Store
from graph.store.drawing import Drawing, draw
from graph.store.reading_back import UNREADABLE, StoredRow, model_of, stored_rows
from graph.store.schema import EVERY
from graph.store.versions import Version, VersionState, read_whole, version_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A model that readers take: its version, and what can be read of it.

    `altered` is the number of nodes and relations that are not as they were pushed. `model` is None where what
    stands there is no model any more.
    """

    version: Version
    model: Model | None
    altered: int


@dataclass(frozen=True, slots=True)
class Remains:
    """A version that readers no longer take, or not yet, with the number of its nodes.

    One without a name is nobody's: there are nodes under its key, and nothing else tells of it.
    """

    version: Version
    nodes: int

    @property
    def is_rubbish(self) -> bool:
        """Whether a repair takes it away now; a replaced one goes by itself when no reader can hold it."""
        return self.version.state is VersionState.DEAD


def examine(store: Store, name: str) -> StoredModel:
    """A model as the server holds it, compared with what was pushed; raises `StoreTrouble` where it is not there."""
    return read_whole(store, name, _examined)


def _examined(transaction: ManagedTransaction, version: Version) -> StoredModel:
    rows = list(stored_rows(transaction, version.key))
    try:
        model = model_of(rows)
    except UNREADABLE:
        model = None
    if model is not None and model.digest == version.digest:
        there, pushed = Counter(map(_as_text, rows)), Counter(map(_as_text, drawn_rows(draw(model))))
        return StoredModel(version, model, max((there - pushed).total(), (pushed - there).total()))
    # What was pushed is known by its digest only, so that something is altered is known, and not how much.
    return StoredModel(version, model, altered=1)


def drawn_rows(drawing: Drawing) -> Iterator[StoredRow]:
    """The nodes and relations of a drawing, as they come back from a server."""
    for label, nodes in drawing.nodes.items():
        for name, told in nodes.items():
            yield StoredRow([label, EVERY], "", name, told)
    for (kind, _, _), rows in drawing.relations.items():
        for row in rows:
            yield StoredRow([kind], row["begin"], row["end"], row["properties"])


def _as_text(row: StoredRow) -> str:
    """A node or a relation as text; days become text by themselves, here and as the driver returns them."""
    kept = {name: value for name, value in row.properties.items() if name != "model" and value is not None}
    return json.dumps([sorted(row.what), row.begin, row.end, kept], sort_keys=True, default=str)


# What readers do not take

_OTHERS = f"""
MATCH (n:{EVERY}) WITH n.model AS key, count(*) AS nodes
WHERE NOT EXISTS {{ MATCH (:Model {{version: key}}) }}
OPTIONAL MATCH (v:Version {{key: key}})
RETURN key, nodes, properties(v) AS told
UNION
MATCH (v:Version)
WHERE NOT EXISTS {{ MATCH (:Model {{version: v.key}}) }} AND NOT EXISTS {{ MATCH (:{EVERY} {{model: v.key}}) }}
RETURN v.key AS key, 0 AS nodes, properties(v) AS told
"""


def remains(store: Store) -> tuple[Remains, ...]:
    """All that is ours and that readers do not take, in the order of the keys; it changes nothing."""
    return tuple(
        Remains(_judged(store, version), nodes)
        for version, nodes in sorted(store.read(_others), key=lambda found: found[0].key)
    )


def _others(transaction: ManagedTransaction) -> list[tuple[Version, int]]:
    return [
        (version_of(record["told"] or {"key": str(record["key"]), "name": "", "state": "dead"}), record["nodes"])
        for record in transaction.run(_OTHERS)
    ]


def _judged(store: Store, version: Version) -> Version:
    """A version as it is: one that calls itself loading is dead where nobody holds it."""
    if version.state is VersionState.LOADING and not is_being_loaded(store, version.key):
        return replace(version, state=VersionState.DEAD)
    return version


def repair(store: Store) -> tuple[Remains, ...]:
    """Take away what nobody reads or writes any more, and say what is left."""
    for found in remains(store):
        if found.version.name:
            tidy(store, found.version.name)
        else:
            clear_version(store, found.version.key)
    return remains(store)
