"""Copies of models on this machine, by the key of the version: as text that tells all of their fields.

    {"key": "NL@5f3a9c1b04d7e2a1", "digest": "…"}
    "actors": [...]
    "ceilings": [...]

Each list stands in a line of its own, so that whoever needs only some reads only those. The lines together are the text
that the digest of a model is made from: a copy of which one sign is another is none.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from barriers.model import SECTIONS, Model, digest_of
from graph.store.connection import Store
from graph.store.reading_back import UNREADABLE
from graph.store.records import from_properties
from graph.store.schema import DECLARED
from graph.store.versions import Version


def keep_model(store: Store, version: Version, texts: Collection[str]) -> None:
    """Keep the texts of a model that was read from the server, in place of those of an older version."""
    head = json.dumps({"key": version.key, "digest": digest_of(texts)})
    store.cache.write("\n".join((head, *texts)).encode(), *_names(store, version))


def kept_model(store: Store, version: Version, leave_out: Collection[str] = ()) -> Model | None:
    """The copy of this version, without the lists that `leave_out` names; None where there is none that is whole."""
    content = store.cache.read(*_names(store, version))
    if content is None:
        return None
    try:
        head, *texts = content.decode().split("\n")
        told = json.loads(head)
        digest = digest_of(texts)
        if (told["key"], told["digest"]) != (version.key, digest):
            return None
        model = Model(**{section: _read(section, text) for section, text in _parted(texts) if section not in leave_out})
    except UNREADABLE:
        return None
    if not leave_out:
        # It has just been worked out, and costs as much as an audit.
        vars(model)["digest"] = digest
    return model


def _parted(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The name before each text, and the text."""
    for line in texts:
        name, _, text = line.partition(": ")
        yield name.strip('"'), text


def _read(section: str, text: str) -> tuple[Any, ...]:
    kind = SECTIONS[section]
    return tuple(from_properties(kind, told) for told in json.loads(text))


def _names(store: Store, version: Version) -> tuple[str, ...]:
    """Under which a copy is kept: whose, of which server, by which release."""
    settings = store.settings
    return ("model", settings.where, settings.user, settings.database or "", version.name, DECLARED)
