"""What stands on the server beside what the files say: which models differ, and in which records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from barriers.model import SECTIONS, Model
from barriers.schema import names_of
from barriers.script import Script
from graph.store.contents import StoredModel
from graph.store.schema import NESTED


class Verdict(StrEnum):
    """How a stored model stands to the files."""

    EQUAL = "equal"
    DIFFERS = "differs"
    NO_FILES = "no files here"
    UNREADABLE = "unreadable"


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
