"""Lists of indicators: what they measure, and how much each counts, where that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import check_text, refuse
from barriers.facts import Fact
from barriers.words import IndicatorPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorList(Fact):
    """A list of indicators that somebody uses.

    `purpose` keeps signs of a victim apart from targets of an office, which also come in points. `scored` tells
    whether each indicator carries points, as the source says. `weights` are these points, indicator after
    indicator, and `threshold` is the sum from which on the list says yes: None where they are not known, which
    is not zero. `made_by` and `used_by` are ids of actors.
    """

    KIND: ClassVar[str] = "indicators"

    name: str
    purpose: IndicatorPurpose
    scored: bool
    weights: tuple[float, ...] | None = None
    threshold: float | None = None
    made_by: str | None = None
    used_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        check_text("name", self.name)
        if self.weights == ():
            refuse(
                "no-weights",
                field="weights",
                found="an empty list of points",
                expected="the points of each indicator",
                remedy="take it out: points that are not known are left out",
            )
        if not self.scored and (self.weights is not None or self.threshold is not None):
            refuse(
                "weights-without-score",
                field="scored",
                found="points for a list that is said to carry none",
                expected="scored: true where there are points",
                remedy="say scored: true, or take weights and threshold out",
            )

    def identity(self) -> tuple[str, ...]:
        """Which list."""
        return (self.name,)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Who made it, if that is recorded, and who uses it."""
        return (*([self.made_by] if self.made_by else []), *self.used_by)
