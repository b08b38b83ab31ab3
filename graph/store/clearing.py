"""What nobody reads or writes any more goes, and nothing else: only nodes that carry our label and a version's key.

A server is shared. What others have attached to a version by hand moves to the one that readers take, and where it has
no place there, its version stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from time import monotonic, sleep
from typing import TYPE_CHECKING

from graph.store.attached import MOVE, refuse_to_wipe
from graph.store.connection import WRITING, Store
from graph.store.schema import EVERY, HIDE, OF_VERSION, OURS
from graph.store.versions import Version, VersionState, version_of
from graph.store.waiting import Running, end, loads, pushes, reads, running

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Record, Transaction

LONGEST_READING = timedelta(minutes=10)
"""No reader holds a version longer than this after another took its place."""

KEPT = 2
"""How many replaced versions of a model are kept for their readers, beside those that somebody is reading just now."""

_MOMENT = 2.0
"""Seconds in which a server notices that a client is gone."""

_CLEARING = 3600.0
"""Seconds that a deletion may take, of which each batch is a transaction of its own."""

_TURNS = 10
"""How often a deletion begins again where others delete the same."""

_OF_NAME = """
MATCH (v:BarriersVersion {name: $name})
RETURN properties(v) AS told, EXISTS { (:BarriersModel)-[:NOW]->(v) } AS current,
       coalesce(v.until < datetime() - $longest, false) AS old
ORDER BY v.until DESC, v.key
"""

# Relations first, for a node may have more of them than go into one transaction; then what nobody else holds on to.
CLEARING = (
    f"MATCH {OF_VERSION} MATCH (n)-[r:{OURS}]->(:{EVERY} {{version: $key}})"
    " CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    f"MATCH (:BarriersVersion {{key: $key}})-[r:HOLDS]->(:{EVERY})"
    " CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    f"MATCH {OF_VERSION} AND NOT EXISTS {{ (n)--() }} CALL (n) {{ DELETE n }} IN TRANSACTIONS OF 5000 ROWS",
)


def tidy(store: Store, name: str, keep: int = KEPT) -> Version | None:
    """Clear what is left of a model's old and killed versions; gives back the one that somebody is loading now.

    Of the replaced ones that readers may still hold so many are kept, the newest, and those that are being read.
    """
    loading, cleared = None, []
    found = store.rows(_OF_NAME, name=name, longest=LONGEST_READING)
    kept = [row["told"]["key"] for row in found if row["told"].get("state") == "replaced" and not row["old"]][:keep]
    rest = [version_of(row["told"]) for row in found if not row["current"] and row["told"]["key"] not in kept]
    at_work = running(store) if rest else []
    for version in rest:
        if version.state is VersionState.LOADING and bury(store, version.key) is VersionState.LOADING:
            loading = version
        elif not is_read(version.key, at_work) and clear_version(store, version.key):
            cleared.append(version.key)
    if len(cleared) == len(found):
        store.rows(_DROP_EMPTY, writing=True, name=name)
    return loading


def is_read(key: str, at_work: Iterable[Running]) -> bool:
    """Whether one of these transactions reads this version."""
    return any(key in reads(one.does) for one in at_work)


_BURY = """
MATCH (v:BarriersVersion {key: $key}) SET v.held = true REMOVE v.held
WITH v
SET v.state = CASE v.state WHEN 'loading' THEN 'dead' ELSE v.state END
RETURN v.state AS state
"""


def bury(store: Store, key: str, *, keep: bool = True) -> VersionState:
    """Mark a version dead that nobody is loading any more, and say what it is now: loading where somebody holds it.

    Where no transaction says that it pushes this version, it is dead as soon as its node can be locked, however long
    that takes; raises `StoreTrouble` where somebody else holds the node. Without `keep` it says the same and changes
    nothing.
    """
    patience = monotonic() + _MOMENT
    at_work = running(store)
    while any(one.does == pushes(key) for one in at_work):
        if monotonic() > patience:
            return VersionState.LOADING
        sleep(0.25)
        at_work = running(store)
    about = store.about(f"looks after {key}")
    with (
        store.watched(about),
        store.session() as session,
        session.begin_transaction(metadata=about, timeout=WRITING) as transaction,
    ):
        state = _buried(transaction, key)
        if not keep:
            transaction.rollback()
    if keep:
        # A client that was stopped may have left a batch half sent; what it wrote is to go with the rest.
        end(store, [one.number for one in at_work if one.does == loads(key)])
    return state


def _buried(transaction: Transaction, key: str) -> VersionState:
    found = transaction.run(_BURY, key=key).single()
    return VersionState.DEAD if found is None else VersionState(found["state"])


def clear_version(store: Store, key: str) -> bool:
    """Delete a version with its nodes, in batches, unless readers take it or somebody is loading it.

    What others have attached to it moves first. Gives back whether all of it is gone: where something of theirs has no
    other place, the version stays.
    """
    # First it is given up: what is half deleted must not be taken for anything else, should this be killed too.
    does = f"clears {key}"
    (found,) = store.rows(_GIVE_UP, writing=True, does=does, key=key)
    if not found["given_up"] or _repeat(store, MOVE, key):
        return False
    for statement in CLEARING:
        _repeat(store, statement, key)
    (left,) = store.rows(_FORGET, writing=True, does=does, key=key)
    return not left["left"]


def _repeat(store: Store, statement: str, key: str) -> list[Record]:
    """What a statement that clears gives back; where two clear at once, one stumbles over what the other took away.

    So it does over a node to which somebody has just attached something.
    """
    from neo4j.exceptions import Neo4jError  # noqa: PLC0415 - loaded with the store that is open

    turn = 0
    while True:
        turn += 1
        try:
            return store.rows(statement, writing=True, does=f"clears {key}", limit=_CLEARING, key=key)
        except Neo4jError as error:
            stumbled = any(word in str(error.code) for word in ("EntityNotFound", "ConstraintValidationFailed"))
            if turn == _TURNS or not (error.is_retryable() or stumbled):
                raise


_GIVE_UP = """
OPTIONAL MATCH (v:BarriersVersion {key: $key}) SET v.held = true REMOVE v.held
WITH v WHERE coalesce(v.state, 'dead') <> 'loading' AND NOT EXISTS { (:BarriersModel)-[:NOW]->(v) }
SET v.state = 'dead'
RETURN count(*) AS given_up
"""

_FORGET = f"""
OPTIONAL MATCH (v:BarriersVersion {{key: $key}})
WHERE NOT EXISTS {{ (v)--() }} AND NOT EXISTS {{ MATCH {OF_VERSION} }}
DELETE v
RETURN EXISTS {{ MATCH {OF_VERSION} }} OR EXISTS {{ (:BarriersVersion {{key: $key}})--() }} AS left
"""

_DROP_EMPTY = """
MATCH (m:BarriersModel {name: $name}) SET m.held = true REMOVE m.held
WITH m WHERE NOT EXISTS { (:BarriersVersion {name: m.name}) } AND NOT EXISTS { (m)--() }
DELETE m
"""
"""A model that has no version, or never had a whole one, is none."""

# One model as a whole

_WIPE = """
MATCH (m:BarriersModel {name: $name}) SET m.held = true REMOVE m.held
WITH m
OPTIONAL MATCH (loading:BarriersVersion {name: $name, state: 'loading'})
WITH m, collect(properties(loading)) AS loading
WHERE loading = []
OPTIONAL MATCH (m)-[now:NOW]->(:BarriersVersion)
DELETE now
WITH DISTINCT m
OPTIONAL MATCH (v:BarriersVersion {name: $name})
SET v.state = 'dead'
RETURN collect(v.key) AS keys
"""

_BEING_LOADED = "MATCH (v:BarriersVersion {name: $name, state: 'loading'}) RETURN properties(v) AS told"


def wipe(store: Store, name: str) -> Version | None:
    """Take a model away with all its versions: readers find none from one moment to the next, then its nodes go.

    Gives back the version that somebody is loading; then nothing was taken away. A model that is not there changes
    nothing. Raises `StoreTrouble`, before anything is taken away, where others have attached something to it.
    """
    loading = tidy(store, name)
    if loading is not None:
        return loading
    refuse_to_wipe(store, name)
    for key in store.write(f"wipes {name}", _taken_away, name):
        clear_version(store, key)
    store.rows(_DROP_EMPTY, writing=True, name=name)
    for found in store.rows(_BEING_LOADED, name=name):
        return version_of(found["told"])
    return None


def _taken_away(transaction: ManagedTransaction, name: str) -> list[str]:
    """The versions of a model that nobody reads from here on; none where somebody is loading one."""
    found = transaction.run(_WIPE, name=name).single()
    keys = [] if found is None else list(found["keys"])
    for key in keys:
        transaction.run(HIDE, key=key).consume()
    return keys
