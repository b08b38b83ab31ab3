"""Gaps that a source states; shown beside the findings."""

from dataclasses import dataclass

from barriers.facts import Fact
from barriers.schema import TouchedId, node
from barriers.words import WeaknessKind


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
