"""What people attach to our nodes by hand: relations of theirs, and by them their own nodes.

All of that is theirs. It is never taken away; when another version takes the place of one, it moves to the node of the
same kind and id there, with its type, its direction and its properties.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from barriers.errors import StoreTrouble
from barriers.messages import Phrase, message, separated
from graph.store.schema import EVERY, OURS

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Transaction

    from graph.store.connection import Store
    from graph.store.drawing import Drawing

_SHOWN = 5
"""How many nodes are named in one sentence."""

_BY_HAND = f"""
MATCH (n)-[r]-(other) WHERE NOT (
  (r:{OURS} AND n:{EVERY} AND other:{EVERY} AND other.version = key)
  OR (r:HOLDS AND (n:{EVERY} AND other:BarriersVersion OR n:BarriersVersion AND other:{EVERY}))
  OR (r:NOW AND n:BarriersVersion AND other:BarriersModel)
)
"""
"""Of the relations at a node of ours those that are not ours. A hand that draws one of ours between two nodes of the
same version changes the model, which is told as such."""

_AT_VERSION = f"""
UNWIND $keys AS key
CALL (key) {{
  MATCH (n:{EVERY} {{version: key}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL RETURN n
  UNION ALL MATCH (n:BarriersVersion {{key: key}}) RETURN n
}}
{_BY_HAND}
"""

_ATTACHED = f"""
{_AT_VERSION}
RETURN key, coalesce(n.label, '') AS kind, coalesce(n.id, n.name, key) AS id, type(r) AS relation, count(r) AS times
ORDER BY key, kind, id, relation
"""

_KEYS = "MATCH (v:BarriersVersion {name: $name}) RETURN v.key AS key"


@dataclass(frozen=True, slots=True, order=True)
class Attached:
    """Relations of one type that somebody has drawn to or from one of our nodes; no kind means a version as such."""

    version: str
    kind: str
    id: str
    relation: str
    times: int


def attached(store: Store, keys: Sequence[str]) -> tuple[Attached, ...]:
    """What is attached to these versions, in the order of the nodes; one between two of our nodes is told at both."""
    return tuple(Attached(*found.values()) for found in store.rows(_ATTACHED, keys=list(keys))) if keys else ()


def gone_from(transaction: ManagedTransaction, key: str, drawing: Drawing) -> list[str]:
    """The nodes of this version to which something is attached, and which the drawing does not have."""
    there = [Attached(*found.values()) for found in transaction.run(_ATTACHED, keys=[key])]
    return _names(one for one in there if one.kind and one.id not in drawing.nodes.get(one.kind, {}))


def refuse_to_wipe(store: Store, name: str) -> None:
    """Raises `StoreTrouble` where something is attached to any version of a model."""
    there = attached(store, [found["key"] for found in store.rows(_KEYS, name=name)])
    if there:
        names = _shown(_names(there))
        raise StoreTrouble(message("store.attached.wipe", name=name, where=store.settings.where, names=names))


def no_place(names: Collection[str], name: str, where: str) -> StoreTrouble:
    """That the nodes to which something is attached are not in the new version of a model."""
    return StoreTrouble(message("store.attached.gone", name=name, where=where, names=_shown(names)))


def _names(there: Iterable[Attached]) -> list[str]:
    return list(dict.fromkeys(f"{one.kind} {one.id}".strip() for one in there))


def _shown(names: Collection[str]) -> Phrase:
    first, more = separated(list(names)[:_SHOWN]), len(names) - _SHOWN
    return message("store.attached.more", names=first, more=more) if more > 0 else first


def _place(end: str, place: str) -> str:
    """One end of a relation in the version that readers take; what is not of the old version is itself."""
    return f"""
CALL ({end}) {{
  OPTIONAL MATCH (m:BarriersModel {{name: CASE WHEN {end}:BarriersVersion THEN {end}.name ELSE {end}.model END}})
    -[:NOW]->(now:BarriersVersion) WHERE now.key <> $key
  OPTIONAL MATCH (x:{EVERY} {{version: now.key, label: {end}.label, id: {end}.id}})
  RETURN CASE WHEN {end}:{EVERY} AND {end}.version = $key THEN x
    WHEN {end}:BarriersVersion AND {end}.key = $key THEN now ELSE {end} END AS {place} LIMIT 1
}}"""


MOVE = f"""
{_AT_VERSION.replace("$keys", "[$key]")}
WITH DISTINCT r, type(r) AS word WHERE word IS NOT NULL
WITH r, word, startNode(r) AS a, endNode(r) AS b
{_place("a", "source")}
{_place("b", "target")}
CALL (r, word, source, target) {{
  WITH r, word, source, target WHERE source IS NOT NULL AND target IS NOT NULL
  CREATE (source)-[moved:$(word)]->(target) SET moved = properties(r) DELETE r
}}
WITH CASE WHEN source IS NULL THEN [a] ELSE [] END + CASE WHEN target IS NULL THEN [b] ELSE [] END AS without
UNWIND without AS n
RETURN DISTINCT trim(coalesce(n.label, '') + ' ' + coalesce(n.id, n.name, '')) AS name ORDER BY name
"""
"""Moves all that is attached to one version to the one that readers take; gives back the nodes that are not there.

A relation that somebody else has just taken away has no type any more, and is passed over."""


def move(transaction: Transaction, key: str) -> list[str]:
    """Move what is attached to this version to the one that readers take; the nodes of ours that are not there."""
    return [found["name"] for found in transaction.run(MOVE, key=key)]
