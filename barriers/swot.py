"""What an analysis of strengths, weaknesses, opportunities and threats lists."""

from dataclasses import dataclass

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.schema import Filled, TouchedId, node
from barriers.words import SwotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotItem(Fact):
    """One item of a list of an analysis, in our words.

    `number` is its place in the list of its kind, from 1, `heading` what it stands under. `touches` are the ids
    of the steps, barriers and actors that it speaks of. An item settles nothing about a step: what does is
    recorded as a cover, a ceiling or a weakness of its own.
    """

    KIND = "swot"
    IDENTITY = ("kind", "number")
    DRAWN = node(asked=False, TOUCHES="touches")

    says: Filled
    kind: SwotKind
    number: int
    heading: str = ""
    touches: tuple[TouchedId, ...] = ()

    def check(self) -> None:
        """Items are counted from 1."""
        if self.number < 1:
            refuse("bad-number", field="number", number=self.number)
