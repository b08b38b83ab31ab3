"""What a source recommends, or one country shows another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import check_text
from barriers.facts import Fact
from barriers.words import PracticeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Fact):
    """A practice or a recommendation, with the steps, barriers or actors that it answers.

    `giver` says who shows or recommends it, in words or as a country code; `receivers` are the codes of the
    countries to which it is recommended. `legal_basis` as the source names it.
    """

    KIND: ClassVar[str] = "practice"

    says: str
    kind: PracticeKind
    giver: str
    receivers: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    legal_basis: str = ""

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        check_text("says", self.says)

    @property
    def countries(self) -> tuple[str, ...]:
        """Who shows it, if that is a country, and those for whom it is meant, whoever's file it stands in."""
        return (self.giver, *self.receivers)

    def identity(self) -> tuple[str, ...]:
        """Who gives it to whom, for what; the wording stays out."""
        return (self.kind.value, self.giver, ",".join(sorted(self.receivers)), ",".join(sorted(self.answers)))
