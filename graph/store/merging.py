"""One model of several that stand on a server: each has its own country, and all have what is common.

Whoever changes what is common and pushes one country leaves the others with what was there before. What was pushed last
counts then, and what differs is told: a mixture that nobody knows of would be no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from barriers.model import FACTS, SECTIONS, Model
from barriers.script import Script
from graph.store.contents import differences


class Unlike(NamedTuple):
    """Ids of one kind that are not the same in a model as in those that count before it.

    `left_out` tells that nothing of the model is taken.
    """

    name: str
    kind: str
    ids: tuple[str, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """One model of several; `names` are those that are in it, the one that counts first, and `unlike` what differed."""

    model: Model
    names: tuple[str, ...]
    unlike: tuple[Unlike, ...] = ()


def merged(models: Mapping[str, Model]) -> Merged:
    """One model of these, which stand in the order in which they count. No models give an empty one.

    Of a record that is common to several the first one counts, and so does the whole list of common facts, so that what
    was taken out of it stays out. A model whose crime script is not the same does not fit the others: it is left out.
    """
    parts: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    lists: dict[str, frozenset[str]] = {}
    names: list[str] = []
    unlike: list[Unlike] = []
    for name, model in models.items():
        known = parts["scripts"]
        scripts = [(known.get(script.id, script), script) for script in model.scripts]
        if any(ours != theirs for ours, theirs in scripts):
            unlike += _other_scripts(name, scripts)
            continue
        names.append(name)
        common = model.common
        for section in SECTIONS:
            shared = frozenset(str(value.id) for value in getattr(common, section)) if section in FACTS else frozenset()
            listed = lists.setdefault(section, shared) if shared else shared
            own = {str(value.id): value for value in getattr(model, section) if str(value.id) not in shared - listed}
            other = [key for key, value in own.items() if parts[section].setdefault(key, value) != value]
            if ids := sorted({*other, *(shared ^ listed)}):
                unlike.append(Unlike(name, section, tuple(ids)))
    whole = Model(**{section: tuple(values.values()) for section, values in parts.items()})
    return Merged(whole, tuple(names), tuple(unlike))


def _other_scripts(name: str, scripts: Iterable[tuple[Script, Script]]) -> Iterator[Unlike]:
    """Which parts of a model's scripts are not those that count."""
    ours, theirs = zip(*scripts, strict=True)
    for one in differences(Model(scripts=ours), Model(scripts=theirs)):
        yield Unlike(name, one.kind, tuple(sorted((*one.changed, *one.added, *one.removed))), left_out=True)
