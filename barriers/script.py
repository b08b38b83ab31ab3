"""A script: what has to be got through, as barriers, steps and routes. A script is data.

Crime scripts: Cornish, The procedural analysis of offending and its relevance for situational prevention, Crime
Prevention Studies 3 (1994), 151-196. The barriers, and the shells around the core group, are those of the Dutch barrier
model.
"""

from dataclasses import dataclass, field
from typing import Annotated

from barriers.errors import Place
from barriers.facts import Citation
from barriers.schema import BarrierId, Filled, GroupId, Id, Record, StepId, check_filled, refuse
from barriers.words import Form, Level, Power, Verb


@dataclass(frozen=True, slots=True)
class Group(Record):
    """A target group; `includes` names the groups that it stands for, where it is only a word for several."""

    KIND = "group"

    id: Id
    name: Filled
    includes: tuple[GroupId, ...] = ()


@dataclass(frozen=True, slots=True)
class Barrier(Record):
    """One of the ordered parts of a script; in the chain script a link plays the same part."""

    KIND = "barrier"

    id: Id
    name: Filled
    order: int
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step(Record):
    """One thing to get done inside a barrier.

    `powers` are those by which somebody intervenes at the step (or provides it, as the script's verb has it), `levels`
    and `groups` those that matter to it. The step cites
    the source that it was taken from, or says that it is `ours`.
    """

    KIND = "step"

    id: Id
    barrier: BarrierId
    name: Filled
    forms: Annotated[frozenset[Form], check_filled]
    powers: Annotated[frozenset[Power], check_filled]
    groups: Annotated[frozenset[GroupId], check_filled]
    levels: frozenset[Level] = frozenset()
    leads_to: tuple[StepId, ...] = ()
    ours: bool = False
    citations: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    def check(self) -> None:
        """A step is ours or comes from a source."""
        if self.ours == bool(self.citations):
            refuse("step-without-origin.both" if self.ours else "step-without-origin", field="citations")


@dataclass(frozen=True, slots=True)
class Route(Record):
    """A typical way through the steps, from a first to a last one."""

    KIND = "route"

    id: Id
    name: Filled
    forms: frozenset[Form]
    steps: tuple[StepId, ...]
    ours: bool = False
    citations: tuple[Citation, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    def check(self) -> None:
        """A way has two ends."""
        if len(self.steps) < 2:
            refuse("short-route", field="steps", steps=len(self.steps))


@dataclass(frozen=True, slots=True)
class CrosswalkRow(Record):
    """Which steps of the other model answer to one of our barriers."""

    KIND = "crosswalk-row"

    barrier: BarrierId
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crosswalk(Record):
    """How another model cuts the same process: its steps, and which of them answer to each of our barriers.

    The mapping is the analyst's unless `citations` say otherwise. `lacking` names what the other model has
    and we have not.
    """

    KIND = "crosswalk"

    id: Id
    name: Filled
    other_steps: tuple[str, ...]
    rows: tuple[CrosswalkRow, ...]
    citations: tuple[Citation, ...]
    lacking: tuple[str, ...] = ()
    note: str = ""

    def check(self) -> None:
        """Each step of the other model is mapped, or said to be lacking."""
        named = {other for row in self.rows for other in row.others} | set(self.lacking)
        for other in self.other_steps:
            if other not in named:
                refuse("crosswalk-gap", field="other_steps", value=other, step=str(other))


@dataclass(frozen=True, slots=True)
class Script(Record):
    """Barriers in their order, the steps in each, the routes through them.

    `about` says whom and what it is about, where its sources look at less than all; `powers` are those that the
    script knows, `verb` is what those do who cover its steps. `may_circle` tells whether `leads_to` may come back to a
    step.
    """

    KIND = "script"

    id: Id
    name: Filled
    barriers: tuple[Barrier, ...]
    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    powers: frozenset[Power]
    routes: tuple[Route, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    verb: Verb = Verb.INTERVENE
    may_circle: bool = False
    about: str = ""
    citations: tuple[Citation, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        object.__setattr__(self, "barriers", tuple(sorted(self.barriers, key=lambda barrier: barrier.order)))
        rank = {barrier.id: barrier.order for barrier in self.barriers}
        object.__setattr__(
            self, "steps", tuple(sorted(self.steps, key=lambda step: (rank.get(step.barrier, 0), step.id)))
        )
        object.__setattr__(self, "routes", tuple(sorted(self.routes, key=lambda route: route.id)))
        object.__setattr__(self, "groups", tuple(sorted(self.groups, key=lambda group: group.id)))

    def expand(self, groups: frozenset[str]) -> frozenset[str]:
        """The groups that these stand for, with words for several groups replaced by what they include.

        An empty set stays empty (it means everybody). An unknown group stays as it is, and so do groups that
        only include one another.
        """
        included = {group.id: group.includes for group in self.groups}
        reached: set[str] = set()
        waiting = list(groups)
        while waiting:
            group = waiting.pop()
            if group not in reached:
                reached.add(group)
                waiting.extend(included.get(group, ()))
        # A circle leaves nothing over, and nothing would mean everybody.
        return frozenset(group for group in reached if not included.get(group)) or groups
