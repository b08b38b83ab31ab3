"""Several stored models as one: a country each, with what is common to all in every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from barriers.errors import StoreTrouble
from barriers.model import Model


def join(models: Mapping[str, Model]) -> Model:
    """The model of all these models, by name. None of them gives an empty model.

    Raises `StoreTrouble` where two of them tell the same record in different ways, for then they were pushed from
    different files.
    """
    joined: dict[str, dict[str, Any]] = {kind.name: {} for kind in fields(Model)}
    origins: dict[tuple[str, str], str] = {}
    for name, model in models.items():
        for section, values in joined.items():
            for value in getattr(model, section):
                key = value.code if section == "countries" else value.id
                if values.setdefault(key, value) != value:
                    raise _differs(origins[section, key], name, key)
                origins.setdefault((section, key), name)
    return Model(**{section: tuple(values.values()) for section, values in joined.items()})


def _differs(one: str, other: str, record: str) -> StoreTrouble:
    return StoreTrouble(
        f"The models {one} and {other} were pushed from files that differ: {record!r} is not the same in both. Push"
        f" both again from the same files, or ask for one at a time."
    )
