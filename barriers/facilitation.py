"""Who makes the crime possible: facilitations and the shells around the core group."""

from dataclasses import dataclass
from typing import Annotated

from barriers.facts import Fact
from barriers.schema import ActorId, Record, Refers, edge, refuse
from barriers.words import Awareness, Basis

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
