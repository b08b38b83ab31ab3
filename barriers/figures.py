"""Figures that describe the system, as printed, each with what it is a part of."""

from dataclasses import dataclass

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.schema import Filled, node

_SHARES = frozenset(("%", "per cent", "percent", "percentage", "pct", "per-cent"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """One number, as printed.

    `counts` says what is counted, `of` the whole that it is a part of and `of_what` what that is; `of` is None
    where the number is a whole itself. `year` is the year that it speaks for, in words where it is several.
    `topic` brings figures together that say the same thing and may conflict.
    """

    KIND = "figure"
    IDENTITY = ("topic", "counts", "year")
    DRAWN = node(asked=False)

    counts: Filled
    number: float
    topic: Filled
    unit: str = ""
    of: float | None = None
    of_what: str = ""
    year: str = ""
    suspicion: str = ""

    def check(self) -> None:
        """Nothing is a part of nothing."""
        if self.of is not None and self.of <= 0:
            refuse("bad-denominator", field="of", of=self.of)

    @property
    def is_share(self) -> bool:
        """Whether the number is a percentage, which says nothing without the whole that it is a part of."""
        return self.unit.strip(" .").casefold() in _SHARES

    def conflicts_with(self, other: "Figure") -> bool:
        """Whether both count the same in the same country and time, and come to another number."""
        same = self._counted == other._counted
        return same and (self.number, self.of) != (other.number, other.of)

    @property
    def _counted(self) -> tuple[object, ...]:
        return (self.country, self.topic, self.counts.casefold(), self.year, self.is_share)
