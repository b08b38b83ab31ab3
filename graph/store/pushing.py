"""A model put on the server: loaded beside the version that readers take, then switched in one transaction.

Whoever loads holds a lock on the node of their own version, by a transaction that stays open until the switch. A killed
client or server lets go of it, so a version that is `loading` and can be locked is nobody's any more. Nobody waits for
a lock for long: the node of a model is locked for short steps only, always after that of a version, and whoever does
wait is told for whom (waiting.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from barriers.errors import StoreTrouble
from barriers.messages import message
from barriers.model import Model
from graph.store.attached import gone_from, move, no_place
from graph.store.clearing import KEPT, bury, clear_version, tidy
from graph.store.connection import FOR_GOOD, Store
from graph.store.drawing import Drawing, draw, load_drawing
from graph.store.schema import (
    DERIVED,
    EVERY,
    FACT,
    HIDE,
    KEYS,
    LABELS,
    OF_VERSION,
    OURS,
    SHOW,
    STORED_SCHEMA,
    constraints,
    drops,
)
from graph.store.versions import (
    Version,
    VersionState,
    busy,
    planned_version,
    schema_trouble,
    version_of,
)
from graph.store.waiting import pushes

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Transaction

Progress = Callable[[int, int], None]
"""Called after each batch with the number of its rows and of all rows."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push has done: the version that readers take now, and the one that it replaced.

    `changed` is false where the server had the model already; then nothing was written.
    """

    version: Version
    before: Version | None
    changed: bool


def push(
    store: Store, model: Model, name: str, by: str, told: Progress = lambda _, __: None, *, force: bool = False
) -> Pushed:
    """Put a model on the server under this name; readers see the old version or the new one, whole.

    Nothing is written where the server has the same model already, unless `force`. Remains of pushes that were killed
    are cleared in any case.

    Raises `StoreTrouble` while somebody else pushes this model, where a newer release wrote it, where others have
    attached something to what is no longer in it, and for whatever goes wrong with the server; then the old version
    stays and nothing of the new one, if the server can still be reached.
    """
    prepare(store)
    # The one that readers take now will be the newest that is kept.
    _refuse_if_busy(store, tidy(store, name, KEPT - 1))
    drawing = draw(model)
    version = planned_version(model, drawing, f"{name}@{token_hex(8)}", name, VersionState.LOADING, by)
    before, loading = store.write(f"begins {version.key}", _claim, version, drawing, force, store.settings.where)
    if before is not None and not force:
        if before.is_same(version):
            return Pushed(before, before, changed=False)
        trouble = schema_trouble(before, store.settings.where)
        if trouble is not None and before.schema > STORED_SCHEMA:
            raise trouble
    _refuse_if_busy(store, loading)
    try:
        about = store.about(pushes(version.key), by)
        with _held(store, version, about) as hold:
            _load(store, version, drawing, hold, told)
            with store.watched(about):
                since = _switch(hold, version, before, store.settings.where)
    except BaseException:
        _take_back(store, version)
        raise
    return Pushed(since, before, changed=True)


def prepare(store: Store) -> None:
    """Set the keys up where they are missing, and wait until they serve. Those of an earlier release go.

    Where a key was missing, somebody may have copied a node of ours by hand. Two of one key are no store: the one that
    hangs together with most counts, and the others become nodes of whoever made them.
    """
    known = {record["name"] for record in store.rows("SHOW INDEXES YIELD name")}
    for statement in drops(known):
        store.rows(statement, writing=True)
    missing = [statement for statement in constraints() if statement.split()[2] not in known]
    if missing:
        for label, key in KEYS.items():
            store.rows(give_copies_away(label, key), writing=True, ours=[EVERY, *LABELS, *DERIVED, FACT, label])
        for statement in missing:
            store.rows(statement, writing=True)
        store.rows("CALL db.awaitIndexes(300)")


def give_copies_away(label: str, key: Sequence[str]) -> str:
    """The statement by which copies of a node no longer carry labels of ours."""
    values = ", ".join(f"n.{name}" for name in key)
    known = " AND ".join(f"n.{name} IS NOT NULL" for name in key)
    return f"""
MATCH (n:{label}) WHERE {known}
WITH [{values}] AS key, n ORDER BY COUNT {{ (n)--() }} DESC, elementId(n)
WITH key, collect(n) AS alike WHERE size(alike) > 1
UNWIND alike[1..] AS copy
WITH copy, [label IN labels(copy) WHERE label IN $ours] AS labels
REMOVE copy:$(labels)
"""


def _refuse_if_busy(store: Store, loading: Version | None) -> None:
    if loading is not None:
        raise busy(loading, store.settings.where, message("store.busy.push"))


LOCK_MODEL = "MERGE (m:BarriersModel {name: $name}) SET m.held = true REMOVE m.held"
LOCK_VERSION = "MATCH (v:BarriersVersion {key: $key}) SET v.held = true REMOVE v.held"
"""Only a write takes a lock, and only what is read after it is certain: so these write, and read nothing before."""

_IS_LOADING = "MATCH (v:BarriersVersion {key: $key, state: 'loading'}) RETURN v.key"

# A hand on the server may have made a second NOW: then the newest version counts. A subquery begins with the row that
# comes to it, and that one comes with the lock.
_STANDING = f"""
{LOCK_MODEL} WITH m
CALL (m) {{
  OPTIONAL MATCH (m)-[:NOW]->(v:BarriersVersion)
  RETURN properties(v) AS before ORDER BY v.since DESC, v.key LIMIT 1
}}
CALL (m) {{
  OPTIONAL MATCH (v:BarriersVersion {{name: m.name, state: 'loading'}}) WHERE v.key <> $key
  RETURN properties(v) AS other LIMIT 1
}}
RETURN before, other
"""

_BEGIN = "MERGE (v:BarriersVersion {key: $key}) SET v += $told, v.begun = datetime()"


def _claim(
    transaction: ManagedTransaction, version: Version, drawing: Drawing, force: bool, where: str
) -> tuple[Version | None, Version | None]:
    """What readers take, and whoever is loading; where neither stands in the way, our own version begins.

    Raises `StoreTrouble` where something is attached to a node that the drawing does not have.
    """
    found = transaction.run(_STANDING, name=version.name, key=version.key).single(strict=True)
    before = None if found["before"] is None else version_of(found["before"])
    if found["other"] is not None:
        return before, version_of(found["other"])
    if force or before is None or (before.schema <= STORED_SCHEMA and not before.is_same(version)):
        gone = gone_from(transaction, before.key, drawing) if before is not None else []
        if gone:
            raise no_place(gone, version.name, where)
        transaction.run(_BEGIN, key=version.key, told=version.properties).consume()
    return before, None


@contextmanager
def _held(store: Store, version: Version, about: dict[str, str]) -> Iterator[Transaction]:
    """A transaction that holds the version's node; what was written by it counts only if it is committed."""
    # It lives as long as the push, whatever limit the server has for others.
    with store.session() as session, session.begin_transaction(metadata=about, timeout=FOR_GOOD) as hold:
        with store.watched(about):
            hold.run(LOCK_VERSION, key=version.key).consume()
        if hold.run(_IS_LOADING, key=version.key).single() is None:
            raise _changed_meanwhile(version, store.settings.where)
        yield hold


_ARRIVED = f"""
MATCH {OF_VERSION}
RETURN count(n) AS nodes, sum(COUNT {{ (n)-[:{OURS}]->() }}) AS relations
"""


def _load(store: Store, version: Version, drawing: Drawing, hold: Transaction, told: Progress) -> None:
    rows = version.nodes + version.relations

    def after_a_batch(number: int) -> None:
        # Without the lock all that follows would be for nothing.
        hold.run("RETURN 1").consume()
        told(number, rows)

    load_drawing(store, version.name, version.key, drawing, after_a_batch)
    (arrived,) = store.rows(_ARRIVED, key=version.key)
    if (arrived["nodes"], arrived["relations"]) != (version.nodes, version.relations):
        # A batch whose answer was lost is sent again by the driver, and then its relations are there twice.
        sent = {"all_nodes": version.nodes, "all_relations": version.relations}
        raise StoreTrouble(message("store.arrived", where=store.settings.where, **arrived, **sent))


# A hand on the server may have made a second NOW: all of them give way.
_SWITCH = """
MATCH (m:BarriersModel {name: $name})
MATCH (v:BarriersVersion {key: $key, state: 'loading'})
OPTIONAL MATCH (m)-[now:NOW]->(old:BarriersVersion)
WITH m, v, collect(now) AS nows, collect(old) AS olds
WHERE $before IN [old IN olds | old.key] OR ($before = '' AND olds = [])
FOREACH (old IN olds | SET old.state = 'replaced', old.until = datetime())
FOREACH (now IN nows | DELETE now)
CREATE (m)-[:NOW]->(v)
SET v.state = 'whole', v.since = datetime()
RETURN properties(v) AS told
"""


def _switch(hold: Transaction, version: Version, before: Version | None, where: str) -> Version:
    """From here on readers take this version, and what others have attached to the one before is attached to it.

    Raises `StoreTrouble` where the model is no longer what it was, and where that has no place in it.
    """
    hold.run(LOCK_MODEL, name=version.name).consume()
    found = hold.run(_SWITCH, name=version.name, key=version.key, before=before.key if before else "").single()
    if found is None:
        raise _changed_meanwhile(version, where)
    gone = move(hold, before.key) if before is not None else []
    if gone:
        raise no_place(gone, version.name, where)
    if before is not None:
        hold.run(HIDE, key=before.key).consume()
    hold.run(SHOW, key=version.key).consume()
    hold.commit()
    return version_of(found["told"])


def _changed_meanwhile(version: Version, where: str) -> StoreTrouble:
    return StoreTrouble(message("store.changed", name=version.name, where=where))


def _take_back(store: Store, version: Version) -> None:
    """Leave nothing behind where the server can be reached; where not, the next push will find it."""
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415 - loaded with the store that is open

    with suppress(DriverError, Neo4jError, StoreTrouble):
        # The switch may have been made and only its answer lost: then it is no longer loading, and stays.
        bury(store, version.key)
        clear_version(store, version.key)
