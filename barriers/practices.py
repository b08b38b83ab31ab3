"""What a source recommends, or one country shows another."""

from dataclasses import dataclass

from barriers.facts import Fact
from barriers.schema import CountryCode, Filled, TouchedId, node
from barriers.words import PracticeKind


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
