"""Who could stop a step: coverage, ceilings, general tasks."""

from dataclasses import dataclass
from typing import Annotated

from barriers.checks import check_filled
from barriers.facts import Fact
from barriers.schema import ActorId, BarrierId, GroupOfStep, StepId, edge, node
from barriers.words import Basis, Bound, Form, Power, State


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
