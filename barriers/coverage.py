"""What is known at steps: who could stop one, what can be noticed there, what is missing and what would help."""

from dataclasses import dataclass
from typing import Annotated

from barriers.facts import Fact
from barriers.schema import (
    ActorId,
    BarrierId,
    CountryCode,
    Filled,
    GroupOfStep,
    StepId,
    TouchedId,
    check_filled,
    edge,
    node,
)
from barriers.words import Basis, Bound, Form, Power, PracticeKind, State, WeaknessKind


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

    `absent`: nobody holds it. `partial`: it is held, but only in part. `says` is our paraphrase.
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
