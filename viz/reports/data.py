"""What reports share: the parts of answers for other programs, whose names are promised in the design and stay.

Data hold values as they are: `viz/render/json.py` writes words of enumerations, days and messages as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from barriers.facts import Citation
from barriers.model import Model
from barriers.schema import names_of
from viz.wording import cite

Key = TypeVar("Key")
Value = TypeVar("Value")

SCHEMA = 2
"""The version of these names; it changes when one of them changes its meaning or goes."""


def picked(value: object, names: str) -> dict[str, Any]:
    """These attributes of a value, by their names."""
    return {name: getattr(value, name) for name in names.split()}


def cited_data(model: Model, citations: tuple[Citation, ...]) -> dict[str, Any]:
    """Citations for readers and, as `cited`, for machines, with the voice that speaks in each."""
    return {
        "citations": [cite(one, model) for one in citations],
        "cited": [
            {name: getattr(one, name) or None for name in names_of(Citation)} | {"voice": model.voice(one)}
            for one in citations
        ],
    }


def gathered(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, list[Value]]:
    """The values of each key, both in the order in which they came; none for any other key."""
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
