"""Gaps that a source states; shown beside the findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.facts import Fact
from barriers.words import WeaknessKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness(Fact):
    """A gap that a source states, with the ids of what it touches (steps, barriers, actors).

    `says` is our paraphrase, `remedy` what the same source recommends, if anything.
    """

    KIND: ClassVar[str] = "weakness"

    says: str
    touches: tuple[str, ...]
    kind: WeaknessKind = WeaknessKind.WEAKNESS
    remedy: str = ""

    def identity(self) -> tuple[str, ...]:
        """What it touches; the words are its note."""
        return tuple(sorted(self.touches))
