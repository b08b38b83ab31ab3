"""Models as readers take them: the key of one version each, and then that version, whole.

A version never changes once readers take it, and stands there for a while when another has taken its place. So whoever
has its key finishes on it, however often the model is pushed meanwhile; and what was read of it once, on this machine,
need not be read again. What comes from the server is compared with what the version says of itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from barriers.errors import ModelTrouble, StoreTrouble
from barriers.messages import message
from barriers.model import Model, digest_of, section_texts
from graph.store.connection import Store
from graph.store.copies import keep_model, kept_model
from graph.store.reading_back import READING, STANDING, UNREADABLE, StoredRow, model_of, rows_of
from graph.store.schema import DECLARED
from graph.store.versions import Version, current_versions, newest_first, not_stored, push_command, schema_trouble

_TURNS = 5
"""How often a reader begins again because a version went while it was read."""


class Read(NamedTuple):
    """Models by their names, in the order in which they count; why others are not among them; their versions."""

    models: dict[str, Model]
    troubles: tuple[ModelTrouble, ...]
    versions: dict[str, Version]


def stored_model(store: Store, name: str) -> Model:
    """The model of this name in the version that readers take; raises what `stored_models` raises."""
    return stored_models(store, [name]).models[name]


def stored_models(
    store: Store, names: Sequence[str], draft: str | None = None, leave_out: Collection[str] = ()
) -> Read:
    """Models, each whole in the version that readers take; no names mean all of the draft, None for none.

    Lists that `leave_out` names may stay empty. Raises `UnknownName` where a model is not there, `StoreTrouble` where
    there is none at all, `ModelTrouble` where one that was named, or the only one, is stored in another shape than this
    release reads, or is not what was pushed.
    """
    found: dict[str, Model] = {}
    taken: dict[str, Version] = {}
    doubtful: dict[str, Version] = {}
    for _ in range(_TURNS):
        wanted = _wanted(store, names, draft)
        troubles = {}
        for name, version in wanted.items():
            trouble = schema_trouble(version, store.settings.where)
            if trouble is None and name in doubtful and doubtful[name].key == version.key:
                # It was read to its end, and still stands there: so it is not that somebody cleared it meanwhile.
                trouble = _altered(version, store.settings.where)
            if trouble is not None:
                troubles[name] = trouble
        if troubles and (names or troubles.keys() == wanted.keys()):
            raise next(iter(troubles.values()))
        missing = []
        for name, version in wanted.items():
            if name not in found and name not in troubles:
                kept = kept_model(store, version, leave_out)
                if kept is None:
                    missing.append(version)
                else:
                    found[name] = kept
        doubtful = {name: doubtful[name] for name in troubles if name in doubtful} | _read_into(found, store, missing)
        taken |= {name: wanted[name] for name in found if name not in taken}
        if not doubtful.keys() - troubles.keys():
            return Read({name: found[name] for name in wanted if name in found}, tuple(troubles.values()), taken)
    raise StoreTrouble(message("store.moving", name=min(doubtful), where=store.settings.where))


def _wanted(store: Store, names: Sequence[str], draft: str | None) -> dict[str, Version]:
    """The versions that readers take of these models, or of all of the draft, from one statement; the newest first."""
    there, where = current_versions(store), store.settings.where
    for name in names:
        if name not in there:
            raise not_stored(name, there, where)
    chosen = names or [name for name in there if name.partition("/")[2] == (draft or "")]
    if not chosen:
        raise StoreTrouble(message("store.empty.draft" if draft else "store.empty", draft=draft, where=where))
    return {version.name: version for version in newest_first(there[name] for name in chosen)}


def _read_into(found: dict[str, Model], store: Store, versions: Sequence[Version]) -> dict[str, Version]:
    """Read these versions and keep them; gives back those that are not what was pushed, by their names."""
    rows = stored_rows(store, [version.key for version in versions]) if versions else {}
    doubtful = {}
    for version in versions:
        whole = _whole(version, rows[version.key])
        if whole is None:
            doubtful[version.name] = version
        else:
            found[version.name], texts = whole
            keep_model(store, version, texts)
    return doubtful


def stored_rows(store: Store, keys: Sequence[str], statement: str = READING) -> dict[str, list[StoredRow]]:
    """What makes up these versions, by key, from one statement, which may read more; nothing gives an empty list."""
    rows: dict[str, list[StoredRow]] = {key: [] for key in keys}
    # Whoever clears old versions looks for these words: what is read stays.
    for record in store.rows(statement, does=f"reads {' '.join(keys)}", keys=keys):
        key, *told = record.values()
        rows[key].extend(rows_of(*told))
    return rows


def whole_rows(store: Store, name: str) -> tuple[Version, list[StoredRow]]:
    """What stands under the version of a model that readers take, whatever somebody has done to it.

    Raises `StoreTrouble` where the model is not there.
    """
    for _ in range(_TURNS):
        (version,) = _wanted(store, [name], None).values()
        rows = stored_rows(store, [version.key], STANDING)[version.key]
        if len(rows) == version.nodes + version.relations or _is_current(store, version):
            return version, rows
    raise StoreTrouble(message("store.moving", name=name, where=store.settings.where))


def _is_current(store: Store, version: Version) -> bool:
    now = current_versions(store).get(version.name)
    return now is not None and now.key == version.key


def _whole(version: Version, rows: list[StoredRow]) -> tuple[Model, tuple[str, ...]] | None:
    """The model of these rows with the texts of its lists; None where they are not all that was pushed, or not that."""
    if sum(not row.begin for row in rows) != version.nodes:
        return None
    try:
        model = model_of(rows)
    except UNREADABLE:
        return None
    texts = section_texts(model)
    if version.declared == DECLARED and digest_of(texts) != version.digest:
        return None
    return model, texts


def _altered(version: Version, where: str) -> ModelTrouble:
    push = push_command(version.name)
    return ModelTrouble(message("store.altered", where=where, name=version.name, push=push))
