"""Who makes the crime possible: facilitations and the shells around the core group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.words import Awareness, Basis

SHELLS = {
    1: "closest to the core group: deliberate facilitators",
    2: "deliberate with limited legal liability, or possibly unaware (the source does not tell which)",
    3: "unaware of the crime",
}
"""What each shell means, from the barrier model as the guide paraphrases it (NL SWOT p. 20, fn 37)."""


@dataclass(frozen=True, slots=True)
class ShellClaim:
    """In which shell a facilitator stands, 1 to 3, and who says so."""

    number: int
    basis: Basis

    def __post_init__(self) -> None:
        if self.number not in SHELLS:
            refuse(
                "bad-shell",
                field="number",
                found=f"shell {self.number}",
                expected="1, 2 or 3",
                remedy="use 1 for deliberate, 2 for limited liability or possibly unaware, 3 for unaware",
            )


@dataclass(frozen=True, slots=True)
class PlaceClaim:
    """At which barrier or step something is made possible, and who says so."""

    id: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitation(Fact):
    """An actor makes something possible: up to three claims, each with its own basis.

    The `basis` of the fact as a whole is that of its best claim and is not read by any question.
    """

    KIND: ClassVar[str] = "facilitation"

    actor: str
    by: str
    shell: ShellClaim | None = None
    barrier: PlaceClaim | None = None
    step: PlaceClaim | None = None
    awareness: Awareness = Awareness.UNKNOWN

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        if self.shell is None and self.barrier is None and self.step is None:
            refuse(
                "empty-list",
                field="shell",
                found="a facilitation without a claim",
                expected="at least one of shell, barrier and step",
                remedy="say in which shell, at which barrier or at which step",
            )

    def identity(self) -> tuple[str, ...]:
        """Who, where; the wording and the bases stay out."""
        return (self.actor, *(claim.id for claim in (self.barrier, self.step) if claim is not None))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The facilitator."""
        return (self.actor,)

    @property
    def claims(self) -> tuple[ShellClaim | PlaceClaim, ...]:
        """The claims that are made, shell first."""
        return tuple(claim for claim in (self.shell, self.barrier, self.step) if claim is not None)

    @property
    def is_stated(self) -> bool:
        """Whether a source states any of the claims."""
        return any(claim.basis is Basis.STATED for claim in self.claims)
