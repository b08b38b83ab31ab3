"""How actors stand to one another: memberships, complete lists, cooperation, duties to report, who leads."""

from dataclasses import dataclass
from typing import Annotated

from barriers.facts import Fact
from barriers.schema import ActorId, BarrierId, GroupId, NetworkId, Record, check_filled, edge, node, refuse
from barriers.words import Obligation

RATINGS = ("none", "none-but-useful", "none-to-weak", "weak", "sufficient", "good", "good-to-very-good", "very-good")
"""The ratings of a cooperation in their order, as the questionnaires print them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """An actor sits in a network."""

    KIND = "member"
    IDENTITY = ("actor", "network")
    DRAWN = edge("actor", MEMBER_OF="network")

    actor: ActorId
    network: NetworkId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteList(Fact):
    """A source presents the members of a network as complete, for a time.

    Only while it is valid does a missing entry mean no. `without` names the groups of which the source says
    that nobody on the list pays special attention to them.
    """

    KIND = "complete-list"
    IDENTITY = ("network",)
    DRAWN = node(LISTS="network")

    network: NetworkId
    without: tuple[GroupId, ...] = ()


@dataclass(frozen=True, slots=True)
class Rating(Record):
    """How many per cent of the respondents gave this rating, as printed."""

    KIND = "rating"

    rating: str
    per_cent: float

    def check(self) -> None:
        """A word of the questionnaires, and a part of a hundred."""
        if self.rating not in RATINGS:
            refuse("unknown-rating", field="rating", rating=self.rating, known=", ".join(RATINGS))
        if not 0 <= self.per_cent <= 100:
            refuse("bad-percentage", field="per_cent", per_cent=self.per_cent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation(Fact):
    """How one actor rates its cooperation with another, in per cent of the respondents, as printed.

    `suspicion` says why a printed figure cannot be right and what was probably meant.
    """

    KIND = "cooperation"
    IDENTITY = ("actor", "partner")
    DRAWN = edge("actor", COOPERATES="partner")

    actor: ActorId
    partner: ActorId
    ratings: tuple[Rating, ...]
    suspicion: str = ""

    @property
    def total(self) -> float:
        """The sum of the printed ratings, in per cent; above 100 something is misprinted."""
        return round(sum(rating.per_cent for rating in self.ratings), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Fact):
    """Whether an actor must report what it detects, and to whom."""

    KIND = "duty"
    IDENTITY = ("actor", "to")
    DRAWN = edge("actor", REPORTS_TO="to")

    actor: ActorId
    to: ActorId
    duty: Obligation


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinator(Fact):
    """Who directs at barriers or links, as a source says."""

    KIND = "coordinator"
    IDENTITY = ("actor", "barriers")
    DRAWN = edge("actor", COORDINATES="barriers")

    actor: ActorId
    barriers: Annotated[tuple[BarrierId, ...], check_filled]
