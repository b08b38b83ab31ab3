"""What is known by its id, and what may be referred to although it is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from barriers.errors import Problem, nearest_names
from barriers.evidence import Edition
from barriers.model import Model
from barriers.places import Place
from barriers.script import Script, Step
from loaders.marked import place_of
from loaders.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Excuses:
    """Why an id that is defined nowhere may be no mistake of the one who refers to it.

    `unread` are the countries that were left out, `broken` the ids of records that do not fit. `complete` is
    false when a whole file could not be read: then any id may have been in it. `has_script` is false when no
    file has a script: that is told once, and not of each step.
    """

    unread: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    complete: bool = True
    has_script: bool = True

    def forgive(self, kind: str, name: str) -> bool:
        """Whether the id may well be right."""
        of_script = kind in ("step", "barrier", "group")
        return not self.complete or name in self.broken or (of_script and not self.has_script)

    def stands_elsewhere(self, name: str) -> bool:
        """Whether it may stand in the folder of a country that was not asked for."""
        return name.partition(".")[0].upper() in self.unread


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of a model by kind."""

    model: Model
    where: Whereabouts
    excuses: Excuses
    steps: dict[str, tuple[Script, Step]] = field(init=False)
    barriers: frozenset[str] = field(init=False)
    groups: frozenset[str] = field(init=False)
    groups_of: dict[str, frozenset[str]] = field(init=False)
    editions: dict[str, Edition] = field(init=False)
    kinds: dict[str, str] = field(init=False)
    _nearest: dict[tuple[str, str], str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        scripts = self.model.scripts
        put = object.__setattr__
        put(self, "steps", {step.id: (script, step) for script in scripts for step in script.steps})
        put(self, "barriers", frozenset(barrier.id for script in scripts for barrier in script.barriers))
        groups_of = {script.id: frozenset(group.id for group in script.groups) for script in scripts}
        put(self, "groups_of", groups_of)
        put(self, "groups", frozenset().union(*groups_of.values()))
        put(self, "editions", {edition.id: edition for edition in self.model.editions})
        kinds: dict[str, str] = {}
        for kind, names in (
            ("track", (track.id for script in scripts for track in script.tracks)),
            ("edition", self.editions),
            ("source", self.model.source_by_id),
            ("group", self.groups),
            ("actor", self.model.actor_by_id),
            ("barrier", self.barriers),
            ("step", self.steps),
        ):
            kinds.update(dict.fromkeys(names, kind))
        put(self, "kinds", kinds)

    def refer(self, kind: str, name: str | None, known: Collection[str], place: Place | None) -> Iterator[Problem]:
        """A problem when the id is not among those of its kind; `place` serves where the id has none itself."""
        if name is None or name in known:
            return
        if self.excuses.forgive(kind, name):
            return
        other = self.kinds.get(name)
        yield Problem(
            place_of(name, place),
            "dangling-id" if other is None else "wrong-kind",
            found=f"the {kind} {str(name)!r}, which is {'defined nowhere' if other is None else _a(other)}",
            expected=f"the id of {_a(kind)}",
            nearest=self._nearest_of(kind, name, known),
            remedy=f"correct the id, or define the {kind}",
        )

    def _nearest_of(self, kind: str, name: str, known: Collection[str]) -> str:
        """The nearest name, looked for once: it takes long, and one wrong name may stand in a thousand facts."""
        if (kind, name) not in self._nearest:
            self._nearest[kind, name] = ", ".join(nearest_names(name, {*known, *self.excuses.broken}))
        return self._nearest[kind, name]

    def refer_to_actor(self, name: str | None, place: Place | None, kind: str = "actor") -> Iterator[Problem]:
        """As `refer`; an actor may also stand in a country that was left unread."""
        if name is not None and not self.excuses.stands_elsewhere(name):
            yield from self.refer(kind, name, self.model.actor_by_id, place)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
