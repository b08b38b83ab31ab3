"""Lists of indicators: what they measure, and how much each counts, where that is known."""

from dataclasses import dataclass

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.schema import ActorId, Filled, node
from barriers.words import IndicatorPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorList(Fact):
    """A list of indicators that somebody uses.

    `purpose` keeps signs of a victim apart from targets of an office, which also come in points. `scored` tells
    whether each indicator carries points, as the source says. `weights` are these points, indicator after
    indicator, and `threshold` is the sum from which on the list says yes: None where they are not known, which
    is not zero. `made_by` and `used_by` are ids of actors.
    """

    KIND = "indicators"
    IDENTITY = ("name",)
    DRAWN = node(asked=False)

    name: Filled
    purpose: IndicatorPurpose
    scored: bool
    weights: tuple[float, ...] | None = None
    threshold: float | None = None
    made_by: ActorId | None = None
    used_by: tuple[ActorId, ...] = ()

    def check(self) -> None:
        """Points that are not known are left out; a list that carries none has no sum of them either."""
        if self.weights == ():
            refuse("no-weights", field="weights")
        if not self.scored and (self.weights is not None or self.threshold is not None):
            refuse("weights-without-score", field="scored")
