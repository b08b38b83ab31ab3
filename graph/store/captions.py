"""What each node is called in a picture: never nothing, and in the words of the data only."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from itertools import chain
from typing import Any

from barriers.facts import Fact
from barriers.model import Model
from barriers.schema import ids_in

LONGEST = 80
"""Signs; a picture has no room for more."""

_WORDS = ("name", "title", "says", "claim", "does", "by", "counts")
"""The fields that tell in words what a record is; the first that is filled counts."""


def names_in(model: Model) -> dict[str, str]:
    """What the actors, scripts, barriers and steps of a model are called, by their ids."""
    scripts = [(script, *script.barriers, *script.steps) for script in model.scripts]
    named: chain[Any] = chain(model.actors, *scripts)
    return {part.id: part.name for part in named}


def caption(value: Any, names: Mapping[str, str]) -> str:
    """What a record is called: its own words, and before them the actor whose relation it draws.

    A fact without words is called by what identifies it: `Police: Forged passport, detect`. What `names` does not hold
    is called by its id.
    """
    said = next(filter(None, (str(getattr(value, name, "")).strip() for name in _WORDS)), "")
    begin = ""
    if isinstance(value, Fact):
        begin = value.DRAWN.begin
        identity = [name for name in value.IDENTITY or ("touches",) if name != begin and hasattr(value, name)]
        said = said or ", ".join(word for name in identity for word in _called(getattr(value, name), names))
    if begin:
        said = ": ".join(filter(None, (*_called(getattr(value, begin), names), said)))
    return said or value.id


def shortened(said: str) -> str:
    """As much of it as a picture has room for."""
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _called(value: Any, names: Mapping[str, str]) -> list[str]:
    if isinstance(value, Enum | int | float):
        return [str(value)]
    return [names.get(name, name) for name in sorted(ids_in(value))]
