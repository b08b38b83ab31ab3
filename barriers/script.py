"""A script: what has to be got through, as barriers, steps and tracks. A script is data."""

from __future__ import annotations

from dataclasses import dataclass, field

from barriers.checks import check_id, check_text, refuse
from barriers.evidence import Citation
from barriers.places import Place
from barriers.words import Form, Level, Power


@dataclass(frozen=True, slots=True)
class Group:
    """A target group; `includes` names the groups that it stands for, where it is only a word for several."""

    id: str
    name: str
    includes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)


@dataclass(frozen=True, slots=True)
class Barrier:
    """One of the ordered parts of a script; in the chain script a link plays the same part."""

    id: str
    name: str
    order: int
    citations: tuple[Citation, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to get done inside a barrier.

    `holds` are the powers that hold the step, `levels` and `groups` those that matter to it. The step cites
    the source that it was taken from, or says that it is `ours`.
    """

    id: str
    barrier: str
    name: str
    forms: frozenset[Form]
    holds: frozenset[Power]
    groups: frozenset[str]
    levels: frozenset[Level] = frozenset()
    leads_to: tuple[str, ...] = ()
    ours: bool = False
    citations: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)
        for name, values in (("forms", self.forms), ("holds", self.holds), ("groups", self.groups)):
            if not values:
                refuse(
                    "empty-list",
                    field=name,
                    found=f"a step without {name}",
                    expected="at least one",
                    remedy=f"name the {name} of the step {self.id}",
                )
        if self.ours == bool(self.citations):
            refuse(
                "step-without-origin",
                field="citations",
                found="a step both ours and cited" if self.ours else "a step without its origin",
                expected="either citations of the source that it was taken from, or ours: true",
                remedy="add the citation, or say ours: true",
            )


@dataclass(frozen=True, slots=True)
class Track:
    """A typical way through the steps, from a first to a last one."""

    id: str
    name: str
    forms: frozenset[Form]
    steps: tuple[str, ...]
    ours: bool = False
    citations: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)
        if len(self.steps) < 2:
            refuse(
                "short-track",
                field="steps",
                found=f"a track of {len(self.steps)} step",
                expected="at least a first and a last step",
                remedy="name the steps in their order",
            )


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """Which steps of the other model answer to one of our barriers."""

    barrier: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """How another model cuts the same process: its steps, and which of them answer to each of our barriers.

    The mapping is the analyst's unless `citations` say otherwise. `lacking` names what the other model has
    and we have not.
    """

    id: str
    name: str
    other_steps: tuple[str, ...]
    rows: tuple[CrosswalkRow, ...]
    citations: tuple[Citation, ...]
    lacking: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)
        named = {other for row in self.rows for other in row.others} | set(self.lacking)
        for other in self.other_steps:
            if other not in named:
                refuse(
                    "crosswalk-gap",
                    field="other_steps",
                    found=f"the step {other!r} is mapped nowhere",
                    expected="each step under a barrier or under lacking",
                    remedy="put it under the barrier that it answers to, or under lacking",
                    value=other,
                )


@dataclass(frozen=True, slots=True)
class Script:
    """Barriers in their order, the steps in each, the tracks through them.

    `about` says whom and what it is about, where its sources look at less than all; `powers` are those that the
    script knows. `may_circle` tells whether `leads_to` may come back to a step.
    """

    id: str
    name: str
    barriers: tuple[Barrier, ...]
    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    powers: frozenset[Power]
    tracks: tuple[Track, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    may_circle: bool = False
    about: str = ""
    citations: tuple[Citation, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)
        object.__setattr__(self, "barriers", tuple(sorted(self.barriers, key=lambda barrier: barrier.order)))
        rank = {barrier.id: barrier.order for barrier in self.barriers}
        object.__setattr__(
            self, "steps", tuple(sorted(self.steps, key=lambda step: (rank.get(step.barrier, 0), step.id)))
        )
        object.__setattr__(self, "tracks", tuple(sorted(self.tracks, key=lambda track: track.id)))
        object.__setattr__(self, "groups", tuple(sorted(self.groups, key=lambda group: group.id)))

    def expand(self, groups: frozenset[str]) -> frozenset[str]:
        """The groups that these stand for, with words for several groups replaced by what they include.

        An empty set stays empty (it means everybody). An unknown group stays as it is, and so do groups that
        only include one another.
        """
        included = {group.id: group.includes for group in self.groups}
        expanded: set[str] = set()
        seen: set[str] = set()
        waiting = list(groups)
        while waiting:
            group = waiting.pop()
            if group in seen:
                continue
            seen.add(group)
            if included.get(group):
                waiting.extend(included[group])
            else:
                expanded.add(group)
        # A circle leaves nothing over, and nothing would mean everybody.
        return frozenset(expanded) or groups
