"""What stands on the server: each model, whether it is what was pushed and what the files say, and what is left."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from barriers.model import SECTIONS, Model
from barriers.schema import names_of
from barriers.script import Script
from graph.store.attached import Attached, attached
from graph.store.clearing import bury, clear_version, tidy
from graph.store.connection import Store
from graph.store.drawing import Drawing, draw
from graph.store.reading import whole_rows
from graph.store.reading_back import UNREADABLE, StoredRow, model_of
from graph.store.schema import EVERY, NESTED, STORED_SCHEMA
from graph.store.versions import Version, VersionState, version_of


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A model that readers take: its version, and what can be read of it.

    `altered` is the number of nodes and relations that are not as they were pushed. `model` is None where what
    stands there is no model any more, or none of this release. `attached` is what others have drawn to its nodes.
    """

    version: Version
    model: Model | None
    altered: int
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Remains:
    """A version that readers no longer take, or not yet, with the number of its nodes.

    One without a name is nobody's: there are nodes under its key, and nothing else tells of it. `attached` is what
    others have drawn to its nodes.
    """

    version: Version
    nodes: int
    attached: tuple[Attached, ...] = ()

    @property
    def is_rubbish(self) -> bool:
        """Whether a repair takes it away now; a replaced one goes by itself when no reader can hold it."""
        return self.version.state is VersionState.DEAD


def examine(store: Store, name: str) -> StoredModel:
    """A model as the server holds it, compared with what was pushed; raises `UnknownName` where it is not there.

    One that another release stored in another shape is not read.
    """
    version, rows = whole_rows(store, name)
    by_hand = attached(store, [version.key])
    if version.schema != STORED_SCHEMA:
        return StoredModel(version, None, 0, by_hand)
    try:
        model = model_of(rows)
    except UNREADABLE:
        model = None
    if model is not None and model.digest == version.digest:
        there, pushed = Counter(map(_as_text, rows)), Counter(map(_as_text, drawn_rows(draw(model))))
        return StoredModel(version, model, max((there - pushed).total(), (pushed - there).total()), by_hand)
    # What was pushed is known by its digest only, so that something is altered is known, and not how much.
    return StoredModel(version, model, 1, by_hand)


def drawn_rows(drawing: Drawing) -> Iterator[StoredRow]:
    """The nodes and relations of a drawing, as they come back from a server."""
    for label, nodes in drawing.nodes.items():
        for name, told in nodes.items():
            yield StoredRow(label, "", name, told)
    for (kind, begin, end), rows in drawing.relations.items():
        for row in rows:
            yield StoredRow(kind, f"{begin} {row['begin']}", f"{end} {row['end']}", row["properties"])


def _as_text(row: StoredRow) -> str:
    """A node or a relation as text; days become text by themselves, here and as the driver returns them."""
    kept = {
        name: value
        for name, value in row.properties.items()
        if name not in ("model", "version", "label") and value is not None
    }
    return json.dumps([row.what, row.begin, row.end, kept], sort_keys=True, default=str)


# Beside the files


class Verdict(StrEnum):
    """How a stored model stands to the files."""

    EQUAL = "equal"
    DIFFERS = "differs"
    NO_FILES = "no files here"
    UNREADABLE = "unreadable"
    OLDER = "older release"
    NEWER = "newer release"


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: the ids that only the new model has, that only the old one has, that both have and not alike."""

    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A stored model, how it stands to the files, and what they would change in it."""

    standing: StoredModel
    verdict: Verdict
    differences: tuple[Difference, ...] = ()

    @property
    def is_fine(self) -> bool:
        """Whether nobody needs to do anything: a model without files here is somebody else's."""
        return self.verdict in (Verdict.EQUAL, Verdict.NO_FILES) and not self.standing.altered


def compare_with(standing: StoredModel, local: Model | None) -> Compared:
    """A stored model beside the one of the files; None where there are no files of it."""
    if standing.version.schema != STORED_SCHEMA:
        return Compared(standing, Verdict.OLDER if standing.version.schema < STORED_SCHEMA else Verdict.NEWER)
    if standing.model is None:
        return Compared(standing, Verdict.UNREADABLE)
    if local is None:
        return Compared(standing, Verdict.NO_FILES)
    if standing.model.digest == local.digest:
        return Compared(standing, Verdict.EQUAL)
    return Compared(standing, Verdict.DIFFERS, differences(standing.model, local))


def differences(old: Model, new: Model) -> tuple[Difference, ...]:
    """The kinds in which two models differ, in the order of the model; none where they are equal."""
    before, after = dict(_by_kind(old)), dict(_by_kind(new))
    found = []
    for kind, was in before.items():
        now = after[kind]
        difference = Difference(
            kind,
            added=tuple(sorted(now.keys() - was.keys())),
            removed=tuple(sorted(was.keys() - now.keys())),
            changed=tuple(sorted(name for name in was.keys() & now.keys() if was[name] != now[name])),
        )
        if difference.added or difference.removed or difference.changed:
            found.append(difference)
    return tuple(found)


def _by_kind(model: Model) -> Iterator[tuple[str, dict[str, Any]]]:
    """The values of a model by kind and id; what stands inside a script is a kind of its own."""
    for section in SECTIONS:
        values = getattr(model, section)
        if section == "scripts":
            bare = [name for name in names_of(Script) if name not in NESTED]
            yield section, {script.id: [getattr(script, name) for name in bare] for script in values}
            for nested in NESTED:
                parts = [(script, part) for script in values for part in getattr(script, nested)]
                yield (
                    nested,
                    {f"{script.id}/{part.id}" if nested == "groups" else part.id: part for script, part in parts},
                )
        else:
            yield section, {str(value.id): value for value in values}


# What readers do not take

_OTHERS = f"""
MATCH (n:{EVERY}) WITH n.version AS key, count(*) AS nodes
WHERE NOT EXISTS {{ (:BarriersModel)-[:NOW]->(:BarriersVersion {{key: key}}) }}
OPTIONAL MATCH (v:BarriersVersion {{key: key}})
RETURN key, nodes, properties(v) AS told
UNION
MATCH (v:BarriersVersion)
WHERE NOT EXISTS {{ (:BarriersModel)-[:NOW]->(v) }}
AND NOT EXISTS {{ MATCH (n:{EVERY} {{version: v.key}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL }}
RETURN v.key AS key, 0 AS nodes, properties(v) AS told
"""


def remains(store: Store) -> tuple[Remains, ...]:
    """All that is ours and that readers do not take, in the order of the keys; it changes nothing."""
    found = []
    others = store.rows(_OTHERS)
    by_hand = attached(store, [str(record["key"]) for record in others])
    for record in others:
        version = version_of(record["told"] or {"key": str(record["key"]), "name": "", "state": "dead"})
        if version.state is VersionState.LOADING:
            # It is dead where nobody holds it.
            version = replace(version, state=bury(store, version.key, keep=False))
        elif version.state is VersionState.WHOLE:
            # It becomes whole in the moment in which readers take it: this one was copied, or cut off, by hand.
            version = replace(version, state=VersionState.DEAD)
        found.append(Remains(version, record["nodes"], tuple(one for one in by_hand if one.version == version.key)))
    return tuple(sorted(found, key=lambda one: one.version.key))


def repair(store: Store) -> tuple[Remains, ...]:
    """Take away what nobody reads or writes any more, and say what is left."""
    for found in remains(store):
        if found.version.name:
            tidy(store, found.version.name)
        else:
            clear_version(store, found.version.key)
    return remains(store)
