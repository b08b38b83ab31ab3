"""What is known by its id, and what may be referred to although it is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from barriers.errors import Place, Problem, nearest_names, problem
from barriers.messages import message
from barriers.model import FACTS, SECTIONS, Model
from barriers.schema import LONGEST_ID, has_id
from barriers.script import Script, Step
from loaders.marked import Whereabouts, place_of

_OF_SCRIPT = frozenset(("step", "barrier", "group"))
_ACTORS = frozenset(("actor", "network"))


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

    def forgive(self, to: Collection[str], name: str) -> bool:
        """Whether the id of a record of one of these kinds may well be right.

        An actor may also stand in the folder of a country that was not asked for, under any id that can be one.
        """
        is_of_unread = len(name) <= LONGEST_ID and name.partition(".")[0].upper() in self.unread
        elsewhere = not _ACTORS.isdisjoint(to) and is_of_unread
        of_script = not _OF_SCRIPT.isdisjoint(to) and not self.has_script
        return not self.complete or name in self.broken or elsewhere or of_script


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of a model by kind, and those of each script."""

    model: Model
    where: Whereabouts
    excuses: Excuses
    steps: dict[str, tuple[Script, Step]] = field(init=False)
    _ids: dict[tuple[str, str], set[str]] = field(init=False, default_factory=lambda: defaultdict(set))
    _nearest: dict[tuple[str, str], str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        steps = {step.id: (script, step) for script in self.model.scripts for step in script.steps}
        object.__setattr__(self, "steps", steps)
        for part, _, record in self.model.parts(section for section in SECTIONS if section not in FACTS):
            if has_id(type(part)):
                self._ids["", part.KIND].add(part.id)
                if isinstance(record, Script):
                    self._ids[record.id, part.KIND].add(part.id)

    def ids(self, kind: str, script: Script | None = None) -> Collection[str]:
        """The ids of one kind; of what a script holds only those of this script, where one is given."""
        owner = script.id if script is not None and kind in _OF_SCRIPT else ""
        return self._ids.get((owner, "actor" if kind == "network" else kind), ())

    def refer(
        self, to: tuple[str, ...], name: str, place: Place | None, script: Script | None = None
    ) -> Iterator[Problem]:
        """A problem when the id is none of these kinds; `place` serves where the id has none itself."""
        if any(name in self.ids(kind, script) for kind in to) or self.excuses.forgive(to, name):
            return
        known = {found for kind in to for found in self.ids(kind, script)}
        yield self.unknown("-".join(to), name, known, place)

    def unknown(self, word: str, name: str, known: Collection[str], place: Place | None) -> Problem:
        """That an id is none of those that are known; `word` is what it should be, as the catalogue names it."""
        if len(name) > LONGEST_ID:
            return problem(place_of(name, place), "bad-id.long", length=len(name), most=LONGEST_ID)
        other = next((kind for (owner, kind), names in self._ids.items() if not owner and name in names), None)
        if (word, name) not in self._nearest:
            # Looked for once: it takes long, and one wrong name may stand in a thousand facts.
            self._nearest[word, name] = ", ".join(nearest_names(name, {*known, *self.excuses.broken}))
        return problem(
            place_of(name, place),
            "dangling-id" if other is None else "wrong-kind",
            nearest=self._nearest[word, name],
            kind=message(f"refers.{word}"),
            one=message(f"refers.{word}.one"),
            id=str(name),
            other=other and message(f"refers.{other}.one"),
        )
