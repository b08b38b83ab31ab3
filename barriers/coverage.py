"""What is known at steps: who could stop one and how far, what can be noticed there, what is missing, what would help.

And who makes the crime possible: facilitations and the shells around the core group.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from barriers.facts import Fact
from barriers.schema import (
    ActorId,
    BarrierId,
    CountryCode,
    Filled,
    GroupOfStep,
    Record,
    Refers,
    StepId,
    TouchedId,
    check_filled,
    edge,
    node,
    refuse,
)
from barriers.words import Awareness, Basis, Bound, Form, Power, PracticeKind, State, WeaknessKind

ALWAYS = date.max
"""The end of a statement that names none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The groups, forms and days of a statement.

    An empty set of groups or forms means all of them. `begins` and `ends` are the first and the last day.
    """

    groups: frozenset[str]
    forms: frozenset[Form]
    begins: date
    ends: date = ALWAYS

    def is_valid(self, as_of: date) -> bool:
        """Whether it holds on that day."""
        return self.begins <= as_of <= self.ends

    def concerns(self, group: str, form: Form) -> bool:
        """Whether it speaks of this group in this form of exploitation."""
        return (not self.groups or group in self.groups) and (not self.forms or form in self.forms)

    def is_within(self, other: "Scope") -> bool:
        """Whether it is at least as narrow as `other` in groups, forms and time."""
        return (
            _narrows(self.groups, other.groups)
            and _narrows(self.forms, other.forms)
            and other.begins <= self.begins
            and self.ends <= other.ends
        )

    def is_narrower_than(self, other: "Scope") -> bool:
        """Whether it is strictly narrower: the narrower statement wins."""
        return self != other and self.is_within(other)


def _narrows(mine: frozenset[str] | frozenset[Form], theirs: frozenset[str] | frozenset[Form]) -> bool:
    """Set inclusion where an empty set stands for everything."""
    return not theirs or (bool(mine) and mine <= theirs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Fact):
    """An actor covers a step with a power, as far as `state` says.

    `basis` is that of the link from actor to step, `power_basis` that of the power: beyond the verbs in
    docs/powers.md the power is inferred. Empty `groups` or `forms` mean everybody and every form of the
    step. `measured` tells whether an effect was ever measured.
    """

    KIND = "cover"
    IDENTITY = ("actor", "step", "power", "groups", "forms")
    DRAWN = edge("actor", COVERS="step")

    actor: ActorId
    step: StepId
    power: Power
    state: State
    power_basis: Basis = Basis.STATED
    groups: frozenset[GroupOfStep] = frozenset()
    forms: frozenset[Form] = frozenset()
    measured: bool = False

    @property
    def is_stated(self) -> bool:
        """Whether a source states both the link and the power."""
        return self.basis is Basis.STATED and self.power_basis is Basis.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling(Fact):
    """What a source says about a step as a whole, whoever covers it, for everybody or for some.

    `absent`: nobody intervenes. `partial`: somebody does, but only in part. `says` is our paraphrase.
    """

    KIND = "ceiling"
    IDENTITY = ("step", "groups", "forms")
    DRAWN = node(BOUNDS="step")

    step: StepId
    bound: Bound
    says: str
    groups: frozenset[GroupOfStep] = frozenset()
    forms: frozenset[Form] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralTask(Fact):
    """A general task (investigates trafficking, prosecutes): it covers no step and is shown at the barrier."""

    KIND = "task"
    IDENTITY = ("actor", "barriers")
    DRAWN = edge("actor", HAS_TASK_AT="barriers")

    actor: ActorId
    barriers: Annotated[tuple[BarrierId, ...], check_filled]
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Fact):
    """Something that can be noticed at steps.

    `noticed_by` are the actors who notice it or could. `should_follow` is what a source says should be done.
    `follow_up` is how far somebody follows it up, as a source says; None where no source speaks of it.
    """

    KIND = "signal"
    IDENTITY = ("steps", "noticed_by")
    DRAWN = node(SHOWS_AT="steps")

    says: Filled
    steps: Annotated[tuple[StepId, ...], check_filled]
    noticed_by: tuple[ActorId, ...] = ()
    should_follow: str = ""
    follow_up: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness(Fact):
    """A gap that a source states, with the ids of what it touches (steps, barriers, actors).

    `says` is our paraphrase, `remedy` what the same source recommends, if anything.
    """

    KIND = "weakness"
    DRAWN = node(TOUCHES="touches")

    says: str
    touches: tuple[TouchedId, ...]
    kind: WeaknessKind = WeaknessKind.WEAKNESS
    remedy: str = ""

    def identity(self) -> tuple[str, ...]:
        """What it touches, each as a part of its own: ids that are out in the world stay as they are."""
        return tuple(sorted(self.touches))


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Fact):
    """A practice or a recommendation, with the steps, barriers or actors that it answers.

    `giver` says who shows or recommends it, in words or as a country code; `receivers` are the codes of the
    countries to which it is recommended. `legal_basis` as the source names it.
    """

    KIND = "practice"
    IDENTITY = ("kind", "giver", "receivers", "answers")
    DRAWN = node(ANSWERS="answers")

    says: Filled
    kind: PracticeKind
    giver: str
    receivers: tuple[CountryCode, ...] = ()
    answers: tuple[TouchedId, ...] = ()
    legal_basis: str = ""

    @property
    def countries(self) -> tuple[str, ...]:
        """Who shows it, if that is a country, and those for whom it is meant, whoever's file it stands in."""
        return (self.giver, *self.receivers)


SHELLS = (1, 2, 3)
"""What each means is in the catalogue: from the barrier model, as the guide paraphrases it (NL SWOT p. 20, fn 37)."""


@dataclass(frozen=True, slots=True)
class ShellClaim(Record):
    """In which shell a facilitator stands, 1 to 3, and who says so."""

    KIND = "shell-claim"

    number: int
    basis: Basis

    def check(self) -> None:
        """There are three shells."""
        if self.number not in SHELLS:
            refuse("bad-shell", field="number", number=self.number)

    @property
    def id(self) -> str:
        """The id of the shell in the graph."""
        return f"shell.{self.number}"


@dataclass(frozen=True, slots=True)
class PlaceClaim(Record):
    """At which barrier or step something is made possible, and who says so."""

    KIND = "place-claim"

    id: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitation(Fact):
    """An actor makes something possible: up to three claims, each with its own basis.

    The `basis` of the fact as a whole is that of its best claim and is not read by any question.
    """

    KIND = "facilitation"
    IDENTITY = ("actor", "barrier", "step")
    DRAWN = edge("actor", STANDS_IN="shell", FACILITATES="barrier step")

    actor: ActorId
    by: str
    shell: ShellClaim | None = None
    barrier: Annotated[PlaceClaim, Refers(("barrier",))] | None = None
    step: Annotated[PlaceClaim, Refers(("step",))] | None = None
    awareness: Awareness = Awareness.UNKNOWN

    def check(self) -> None:
        """Without a claim nothing is said."""
        if not self.claims:
            refuse("empty-list.facilitation", field="shell")

    @property
    def claims(self) -> tuple[ShellClaim | PlaceClaim, ...]:
        """The claims that are made, shell first."""
        return tuple(claim for claim in (self.shell, self.barrier, self.step) if claim is not None)

    @property
    def is_stated(self) -> bool:
        """Whether a source states any of the claims."""
        return self.has_basis(Basis.STATED)

    def has_basis(self, basis: Basis) -> bool:
        """Whether any of the claims has it."""
        return any(claim.basis is basis for claim in self.claims)
