"""What an analysis of strengths, weaknesses, opportunities and threats lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import check_text, refuse
from barriers.facts import Fact
from barriers.words import SwotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotItem(Fact):
    """One item of a list of an analysis, in our words.

    `number` is its place in the list of its kind, from 1, `heading` what it stands under. `touches` are the ids
    of the steps, barriers and actors that it speaks of. An item settles nothing about a step: what does is
    recorded as a cover, a ceiling or a weakness of its own.
    """

    KIND: ClassVar[str] = "swot"

    says: str
    kind: SwotKind
    number: int
    heading: str = ""
    touches: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        check_text("says", self.says)
        if self.number < 1:
            refuse(
                "bad-number",
                field="number",
                found=f"the number {self.number}",
                expected="1 for the first of its list, and so on",
                remedy="count the items of this kind in the source",
            )

    def identity(self) -> tuple[str, ...]:
        """Its place in its list; the wording stays out."""
        return (self.kind.value, str(self.number))
