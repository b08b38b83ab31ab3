"""Which models stand on the server, and in which version; how a reader sees one whole version.

`(:Model {name, version})` names the version that readers take. `(:Version {key, name, state, ...})` tells of each one:

    loading    somebody is writing it, and holds a lock on its node while doing so
    whole      it is, or was, what readers take
    replaced   another one took its place; kept until no reader can hold it
    dead       nobody will finish it, or read it: it goes at the next clearing
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from barriers.errors import StoreTrouble, nearest_names
from barriers.messages import Message, message
from barriers.model import Model
from graph.store.connection import Store
from graph.store.drawing import Drawing
from graph.store.schema import DECLARED, STORED_SCHEMA

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


class VersionState(StrEnum):
    """What has become of a version."""

    LOADING = "loading"
    WHOLE = "whole"
    REPLACED = "replaced"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a model, as the server tells of it.

    `key` is what stands in `model` at each of its nodes. `by` is who pushed it; `begun`, `since` and `until` are when
    they began, when readers took it and when it was replaced, by the server's clock. `facts`, `nodes` and `relations`
    are how many were sent. `declared` says what fields there are for whoever pushed.
    """

    key: str
    name: str
    digest: str = ""
    schema: int = 0
    state: VersionState = VersionState.WHOLE
    by: str = ""
    begun: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    facts: int = 0
    nodes: int = 0
    relations: int = 0
    declared: str = ""

    @property
    def properties(self) -> dict[str, Any]:
        """What is known of it, for its node; its key stands there already."""
        return {name: value for name, value in asdict(self).items() if value is not None and name != "key"}

    def is_same(self, other: Version) -> bool:
        """Whether both hold the same model, stored in the same shape."""
        return (self.digest, self.schema) == (other.digest, other.schema)


def version_of(properties: dict[str, Any]) -> Version:
    """The version that a node's properties tell of; what is missing there keeps its default."""
    known = {name: properties[name] for name in Version.__dataclass_fields__ if properties.get(name) is not None}
    for name in ("begun", "since", "until"):
        if name in known:
            known[name] = known[name].to_native().astimezone(UTC)
    return Version(**{**known, "state": VersionState(known.get("state", VersionState.WHOLE))})


def planned_version(model: Model, drawing: Drawing, key: str, name: str, state: VersionState, by: str) -> Version:
    """The version that a drawing of the model will be on the server."""
    return Version(
        key=key,
        name=name,
        digest=model.digest,
        schema=STORED_SCHEMA,
        state=state,
        by=by,
        facts=sum(1 for _ in model.facts()),
        nodes=sum(map(len, drawing.nodes.values())),
        relations=sum(map(len, drawing.relations.values())),
        declared=DECLARED,
    )


_CURRENT = """
MATCH (m:Model {name: $name})
OPTIONAL MATCH (v:Version {key: m.version})
RETURN m.version AS key, properties(v) AS told
"""

_NOW = """
MATCH (m:Model) MATCH (v:Version {key: m.version}) RETURN m.name AS name, properties(v) AS told ORDER BY name
"""


def current_version(transaction: ManagedTransaction, name: str) -> Version | None:
    """The version of a model that readers take now; None where there is none."""
    found = transaction.run(_CURRENT, name=name).single()
    if found is None or found["key"] is None:
        return None
    return version_of(found["told"] or {"key": found["key"], "name": name})


def current_versions(store: Store) -> dict[str, Version]:
    """The version that readers take of each model, by the names in their order."""
    return {found["name"]: version_of(found["told"]) for found in store.rows(_NOW)}


def not_stored(name: str, known: Iterable[str], where: str) -> StoreTrouble:
    """That a model is not there, with the nearest names."""
    there = sorted(known)
    near = ", ".join(nearest_names(name, there, most=3))
    push = push_command(name)
    key = "store.no-model.nearest" if near else "store.no-model" if there else "store.no-model.none"
    return StoreTrouble(message(key, name=name, where=where, near=near, there=", ".join(there), push=push))


def push_command(name: str) -> str:
    """What to type to put a model there: `barriers neo4j push NL --draft spring`."""
    country, _, draft = name.partition("/")
    return f"barriers neo4j push {country}{f' --draft {draft}' if draft else ''}"


def busy(loading: Version, where: str, rest: Message) -> StoreTrouble:
    """That somebody is pushing a model, who it is and since when; `rest` says what follows from it."""
    begun = f"{loading.begun:%Y-%m-%d %H:%M:%S}" if loading.begun else ""
    by = loading.by or message("store.busy.somebody")
    key = "store.busy.since" if begun else "store.busy"
    return StoreTrouble(message(key, by=by, name=loading.name, where=where, begun=begun, rest=rest))


def check_schema(version: Version, where: str) -> None:
    """Raises `StoreTrouble` for a version that is stored in another shape than this release reads."""
    if version.schema != STORED_SCHEMA:
        key = "store.older" if version.schema < STORED_SCHEMA else "store.newer"
        raise StoreTrouble(message(key, name=version.name, where=where, stored=version.schema, here=STORED_SCHEMA))
