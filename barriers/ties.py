"""How actors stand to one another: memberships, closed lists, cooperation, duties to report, who leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.words import Obligation

RATINGS = ("none", "none-but-useful", "none-to-weak", "weak", "sufficient", "good", "good-to-very-good", "very-good")
"""The ratings of a cooperation in their order, as the questionnaires print them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """An actor sits in a network."""

    KIND: ClassVar[str] = "member"

    actor: str
    network: str

    def identity(self) -> tuple[str, ...]:
        """Who sits where."""
        return (self.actor, self.network)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The member and the network."""
        return (self.actor, self.network)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedList(Fact):
    """A source presents the members of a network as complete, for a time.

    Only while it is valid does a missing entry mean no. `without` names the groups of which the source says
    that nobody on the list pays special attention to them.
    """

    KIND: ClassVar[str] = "closed-list"

    network: str
    without: tuple[str, ...] = ()

    def identity(self) -> tuple[str, ...]:
        """Whose list."""
        return (self.network,)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The network."""
        return (self.network,)


@dataclass(frozen=True, slots=True)
class Rating:
    """How many per cent of the respondents gave this rating, as printed."""

    rating: str
    per_cent: float

    def __post_init__(self) -> None:
        if self.rating not in RATINGS:
            refuse(
                "unknown-rating",
                field="rating",
                found=f"the rating {self.rating!r}",
                expected=", ".join(RATINGS),
                remedy="use the nearest of these words",
            )
        if not 0 <= self.per_cent <= 100:
            refuse(
                "bad-percentage",
                field="per_cent",
                found=f"{self.per_cent:g} per cent",
                expected="a number from 0 to 100",
                remedy="look it up in the source; it is not a percentage",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation(Fact):
    """How one actor rates its cooperation with another, in per cent of the respondents, as printed.

    `suspicion` says why a printed figure cannot be right and what was probably meant.
    """

    KIND: ClassVar[str] = "cooperation"

    actor: str
    partner: str
    ratings: tuple[Rating, ...]
    suspicion: str = ""

    def identity(self) -> tuple[str, ...]:
        """Who rates whom."""
        return (self.actor, self.partner)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Who rates, and who is rated."""
        return (self.actor, self.partner)

    @property
    def total(self) -> float:
        """The sum of the printed ratings, in per cent; above 100 something is misprinted."""
        return round(sum(rating.per_cent for rating in self.ratings), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Fact):
    """Whether an actor must report what it detects, and to whom."""

    KIND: ClassVar[str] = "duty"

    actor: str
    to: str
    duty: Obligation

    def identity(self) -> tuple[str, ...]:
        """Who reports to whom; the duty is its state and stays out."""
        return (self.actor, self.to)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Who reports, and to whom."""
        return (self.actor, self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Fact):
    """Who directs at barriers or links, as a source says."""

    KIND: ClassVar[str] = "lead"

    actor: str
    barriers: tuple[str, ...]

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        if not self.barriers:
            refuse(
                "empty-list",
                field="barriers",
                found="somebody who leads at no barrier",
                expected="the barriers or links at which it leads",
                remedy="name the barriers, or take the record out",
            )

    def identity(self) -> tuple[str, ...]:
        """Who, where."""
        return (self.actor, ",".join(sorted(self.barriers)))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Who leads."""
        return (self.actor,)
