"""Which models stand on the server, and in which version; how a reader sees one whole version.

`(:BarriersModel {name})-[:NOW]->(:BarriersVersion {key, name, state, ...})` is the version that readers take. Each
version's node tells of it:

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
from time import sleep
from typing import TYPE_CHECKING, Any

from barriers.errors import ModelTrouble, StoreTrouble, UnknownName
from barriers.messages import Message, message, separated
from barriers.model import Model
from graph.store.connection import Store
from graph.store.drawing import Drawing
from graph.store.schema import DECLARED, EVERY, STORED_SCHEMA

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

    `key` is what stands in `version` at each of its nodes. `by` is who pushed it; `begun`, `since` and `until` are when
    they began, when readers took it and when it was replaced, by the server's clock. `facts`, `nodes` and `relations`
    are how many were sent. `common` is the digest of what belongs to no country, empty where it is not known;
    `declared` says what fields there are for whoever pushed.
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
    common: str = ""
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
        common=model.common.digest,
        declared=DECLARED,
    )


# A hand on the server may have made a second NOW: then the newest version counts.
_CURRENT = """
MATCH (:BarriersModel {name: $name})-[:NOW]->(v:BarriersVersion)
RETURN properties(v) AS told ORDER BY v.since DESC, v.key LIMIT 1
"""

_NOW = """
MATCH (m:BarriersModel)
OPTIONAL MATCH (m)-[:NOW]->(v:BarriersVersion)
RETURN m.name AS name, properties(v) AS told ORDER BY name, v.since, v.key DESC
"""

_LOOKS = 4
"""How often a reader looks which version a model has now, before it believes that there is none."""

_BETWEEN_LOOKS = 0.05
"""Seconds from one look to the next."""


def current_version(transaction: ManagedTransaction, name: str) -> Version | None:
    """The version of a model that readers take now; None where there is none."""
    found = transaction.run(_CURRENT, name=name).single()
    return None if found is None else version_of(found["told"])


def current_versions(store: Store) -> dict[str, Version]:
    """The version that readers take of each model, by the names in their order.

    The server commits a switch relation by relation, and whoever reads at that moment may find the old NOW gone and the
    new one not yet there. So a model without any is looked at again; it has none before its first version is whole.
    """
    found = store.rows(_NOW)
    for _ in range(_LOOKS - 1):
        if all(row["told"] is not None for row in found):
            break
        sleep(_BETWEEN_LOOKS)
        found = store.rows(_NOW)
    return {row["name"]: version_of(row["told"]) for row in found if row["told"] is not None}


_COUNTRIES = f"""
MATCH (:BarriersModel)-[:NOW]->(v:BarriersVersion)
MATCH (n:{EVERY} {{version: v.key, label: 'Country'}}) WHERE n.id IS NOT NULL
RETURN DISTINCT n.id AS code, n.name AS name, n.native AS native ORDER BY code, name, native
"""


def country_names(store: Store) -> dict[str, tuple[str, ...]]:
    """What the countries in the versions that readers take are called, in any of them, by their codes."""
    names: dict[str, tuple[str, ...]] = {}
    for code, *called in store.rows(_COUNTRIES):
        names[code] = tuple(dict.fromkeys((*names.get(code, ()), *(name for name in called if isinstance(name, str)))))
    return names


def newest_first(versions: Iterable[Version]) -> list[Version]:
    """Versions in the order in which they count; of those pushed in the same moment the first by name."""
    by_name = sorted(versions, key=lambda version: version.name)
    return sorted(by_name, key=lambda version: version.since.timestamp() if version.since else 0.0, reverse=True)


def not_stored(name: str, known: Iterable[str], where: str) -> UnknownName:
    """That a model is not there, as it is said of a country that no file has; with the nearest names."""
    there = sorted(known)
    key = "store.there-are" if there else "store.there-are.none"
    remedy = message(key, names=separated(there), where=where, push=push_command(name))
    return UnknownName(message("store.draft-of" if "/" in name else "refers.country"), name, there, remedy)


def push_command(*names: str) -> str:
    """What to type to put models there, all of one draft or all of none: `barriers neo4j push NL RO --draft spring`."""
    countries = " ".join(name.partition("/")[0] for name in names)
    draft = names[0].partition("/")[2]
    return f"barriers neo4j push {countries}{f' --draft {draft}' if draft else ''}"


def busy(loading: Version, where: str, rest: Message) -> StoreTrouble:
    """That somebody is pushing a model, who it is and since when; `rest` says what follows from it."""
    begun = f"{loading.begun:%Y-%m-%d %H:%M:%S}" if loading.begun else ""
    by = loading.by or message("store.busy.somebody")
    key = "store.busy.since" if begun else "store.busy"
    return StoreTrouble(message(key, by=by, name=loading.name, where=where, begun=begun, rest=rest))


def schema_trouble(version: Version, where: str) -> ModelTrouble | None:
    """That a version is stored in another shape than this release reads; None where it is not."""
    if version.schema == STORED_SCHEMA:
        return None
    key = "store.older" if version.schema < STORED_SCHEMA else "store.newer"
    shapes = {"stored": version.schema, "here": STORED_SCHEMA}
    return ModelTrouble(message(key, name=version.name, where=where, push=push_command(version.name), **shapes))
