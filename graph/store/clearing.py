"""What nobody reads or writes any more goes, and nothing else: only nodes that carry our label and a version's key.

A server is shared. Relations that others have drawn to our nodes are theirs: a version to which one leads is left.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.store.connection import Store
from graph.store.schema import EVERY, HIDE, OF_VERSION, OURS
from graph.store.versions import Version, VersionState, version_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

LONGEST_READING = timedelta(minutes=10)
"""No reader holds a version longer than this after another took its place."""

_PATIENCE = 2.0
"""Seconds after which a lock counts as held; the server looks every two seconds at what has run out of time."""

_TURNS = 10
"""How often a deletion begins again where others delete the same."""

_OF_NAME = """
MATCH (v:BarriersVersion {name: $name})
WHERE v.state IN ['loading', 'dead'] OR (v.state = 'replaced' AND v.until < datetime() - $longest)
   OR (v.state = 'whole' AND NOT EXISTS { (:BarriersModel)-[:NOW]->(v) })
RETURN properties(v) AS told ORDER BY v.key
"""

ATTACHED = f"""
MATCH {OF_VERSION} MATCH (n)-[r]-(other)
WHERE NOT (r:{OURS} AND other:{EVERY} AND other.version = $key) AND NOT (r:HOLDS AND other:BarriersVersion)
RETURN count(DISTINCT r) AS attached
"""
"""The relations of others to the nodes of a version."""

# Relations first, for a node may have more of them than go into one transaction; then what nobody else holds on to.
CLEARING = (
    f"MATCH {OF_VERSION} MATCH (n)-[r:{OURS}]->(:{EVERY} {{version: $key}})"
    " CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    f"MATCH (:BarriersVersion {{key: $key}})-[r:HOLDS]->(:{EVERY})"
    " CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    f"MATCH {OF_VERSION} AND NOT EXISTS {{ (n)--() }} CALL (n) {{ DELETE n }} IN TRANSACTIONS OF 5000 ROWS",
)


def tidy(store: Store, name: str) -> Version | None:
    """Clear what is left of a model's old and killed versions; gives back the one that somebody is loading now."""
    loading = None
    for version in [version_of(found["told"]) for found in store.rows(_OF_NAME, name=name, longest=LONGEST_READING)]:
        if version.state is VersionState.LOADING and bury(store, version.key) is VersionState.LOADING:
            loading = version
        else:
            clear_version(store, version.key)
    store.rows(_DROP_EMPTY, writing=True, name=name)
    return loading


_BURY = """
MATCH (v:BarriersVersion {key: $key}) SET v.held = true REMOVE v.held
WITH v
SET v.state = CASE v.state WHEN 'loading' THEN 'dead' ELSE v.state END
RETURN v.state AS state
"""


def bury(store: Store, key: str, *, keep: bool = True) -> VersionState:
    """Mark a version dead that nobody is loading any more, and say what it is now: loading where somebody holds it.

    Without `keep` it says the same and changes nothing.
    """
    from neo4j.exceptions import Neo4jError  # noqa: PLC0415 - loaded with the store that is open

    try:
        with store.session() as session, session.begin_transaction(timeout=_PATIENCE) as transaction:
            found = transaction.run(_BURY, key=key).single()
            if not keep:
                transaction.rollback()
    except Neo4jError as error:
        # The server ends a transaction that waited for a lock for too long.
        code = str(error.code)
        if not any(word in code for word in ("LockClientStopped", "TransactionTimedOut", "LockAcquisitionTimeout")):
            raise
        return VersionState.LOADING
    return VersionState.DEAD if found is None else VersionState(found["state"])


def clear_version(store: Store, key: str) -> None:
    """Delete a version with its nodes, in batches, unless readers take it, somebody loads it, or others hold to it."""
    # First it is given up: what is half deleted must not be taken for anything else, should this be killed too.
    (found,) = store.rows(_GIVE_UP, writing=True, key=key)
    if found["given_up"] and not store.rows(ATTACHED, key=key)[0]["attached"]:
        for statement in CLEARING:
            _repeat(store, statement, key)
        store.rows(_FORGET, writing=True, key=key)


def _repeat(store: Store, statement: str, key: str) -> None:
    """Run a deletion; where two clear at once, one of them stumbles over what the other has just taken away."""
    from neo4j.exceptions import Neo4jError  # noqa: PLC0415 - loaded with the store that is open

    for turn in range(_TURNS):
        try:
            with store.session() as session:
                session.run(statement, key=key).consume()
        except Neo4jError as error:
            if turn + 1 == _TURNS or not (error.is_retryable() or "EntityNotFound" in str(error.code)):
                raise
        else:
            return


_GIVE_UP = """
OPTIONAL MATCH (v:BarriersVersion {key: $key}) SET v.held = true REMOVE v.held
WITH v WHERE coalesce(v.state, 'dead') <> 'loading' AND NOT EXISTS { (:BarriersModel)-[:NOW]->(v) }
SET v.state = 'dead'
RETURN count(*) AS given_up
"""

_FORGET = f"""
MATCH (v:BarriersVersion {{key: $key}}) WHERE NOT EXISTS {{ (v)--() }} AND NOT EXISTS {{ MATCH {OF_VERSION} }}
DELETE v
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
    nothing.
    """
    loading = tidy(store, name)
    if loading is not None:
        return loading
    for key in store.write(_taken_away, name):
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
