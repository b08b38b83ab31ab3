"""What differs between two models, kind by kind, by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from barriers.errors import StoreTrouble
from barriers.model import Model
from barriers.script import Script
from graph.store.drawing import NESTED


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: the ids that only the new model has, that only the old one has, that both have and not alike."""

    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


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


def merged(models: dict[str, Model]) -> Model:
    """One model of several, by their names; what is common to them stands in it once. No models give an empty one.

    Raises `StoreTrouble` where a record that is common to two of them is not the same in both.
    """
    parts: dict[str, dict[str, Any]] = {part.name: {} for part in fields(Model)}
    origin: dict[tuple[str, str], str] = {}
    for name, model in models.items():
        unlike = []
        for section, known in parts.items():
            for value in getattr(model, section):
                key = _name(value)
                if known.setdefault(key, value) != value:
                    unlike.append((section, key))
                origin.setdefault((section, key), name)
        if unlike:
            raise _not_the_same(origin[unlike[0]], name, [key for _, key in unlike])
    return Model(**{section: tuple(known.values()) for section, known in parts.items()})


def _not_the_same(one: str, other: str, names: list[str]) -> StoreTrouble:
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return StoreTrouble(
        f"The models {one} and {other} on the server do not agree on what is common to them ({shown}): push both again"
        " from the same files, or take one at a time."
    )


def _name(value: Any) -> str:
    return str(getattr(value, "id", None) or value.code)


def _by_kind(model: Model) -> Iterator[tuple[str, dict[str, Any]]]:
    """The values of a model by kind and id; what stands inside a script is a kind of its own."""
    for part in fields(Model):
        values = getattr(model, part.name)
        if part.name == "scripts":
            yield "scripts", {script.id: _bare(script) for script in values}
            for nested in NESTED:
                yield (
                    nested,
                    {
                        f"{script.id}/{value.id}" if nested == "groups" else value.id: value
                        for script in values
                        for value in getattr(script, nested)
                    },
                )
        else:
            yield part.name, {_name(value): value for value in values}


def _bare(script: Script) -> dict[str, Any]:
    """The fields of a script itself."""
    return {
        part.name: getattr(script, part.name) for part in fields(script) if part.compare and part.name not in NESTED
    }
