"""Who could stop a step: coverage, ceilings, general tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.words import Basis, Bound, Form, Power, State


def _scope_words(groups: frozenset[str], forms: frozenset[Form]) -> tuple[str, str]:
    return ",".join(sorted(groups)), ",".join(sorted(forms))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Fact):
    """An actor covers a step with a power, as far as `state` says.

    `basis` is that of the link from actor to step, `power_basis` that of the power: beyond the verbs in
    docs/powers.md the power is inferred. Empty `groups` or `forms` mean everybody and every form of the
    step. `measured` tells whether an effect was ever measured.
    """

    KIND: ClassVar[str] = "cover"

    actor: str
    step: str
    power: Power
    state: State
    power_basis: Basis = Basis.STATED
    groups: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()
    measured: bool = False

    def identity(self) -> tuple[str, ...]:
        """Who, with what power, at which step, for whom."""
        return (self.actor, self.step, self.power.value, *_scope_words(self.groups, self.forms))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The actor that covers."""
        return (self.actor,)

    @property
    def is_stated(self) -> bool:
        """Whether a source states both the link and the power."""
        return self.basis is Basis.STATED and self.power_basis is Basis.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling(Fact):
    """What a source says about a step as a whole, whoever covers it, for everybody or for some.

    `absent`: nobody holds it. `partial`: it is held, but only in part. `says` is our paraphrase.
    """

    KIND: ClassVar[str] = "ceiling"

    step: str
    bound: Bound
    says: str
    groups: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()

    def identity(self) -> tuple[str, ...]:
        """At which step, for whom; the bound is its state and stays out."""
        return (self.step, *_scope_words(self.groups, self.forms))


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralTask(Fact):
    """A general task (investigates trafficking, prosecutes): it covers no step and is shown at the barrier."""

    KIND: ClassVar[str] = "task"

    actor: str
    barriers: tuple[str, ...]
    does: str

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        if not self.barriers:
            refuse(
                "empty-list",
                field="barriers",
                found="a general task at no barrier",
                expected="the barriers at which it is shown",
                remedy="name the barriers, or take the task out",
            )

    def identity(self) -> tuple[str, ...]:
        """Who, at which barriers; what it does is our wording and stays out."""
        return (self.actor, ",".join(sorted(self.barriers)))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The actor that has the task."""
        return (self.actor,)
