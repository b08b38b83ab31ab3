"""What sources say beside the steps: statements, items of an analysis, figures, lists of indicators."""

import re
from dataclasses import dataclass

from barriers.facts import Fact
from barriers.schema import ActorId, CountryCode, Filled, SubjectId, TouchedId, node, refuse
from barriers.words import IndicatorPurpose, SwotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """What a source says about something that is no step: who made the model, what a law allows, how many.

    `topic` brings the statements on one thing together and `claim` is the answer that this one gives, in a few
    words: two statements on one topic with another claim cannot both be true. `about` are ids of the actors,
    steps, barriers and scripts that it speaks of. `concerns` are further countries in which it has to be
    weighed, for a text on one country may speak of another.
    """

    KIND = "statement"
    IDENTITY = ("topic", "claim")
    DRAWN = node(IS_ABOUT="about")

    says: Filled
    topic: Filled
    claim: Filled
    about: tuple[SubjectId, ...] = ()
    concerns: tuple[CountryCode, ...] = ()

    def check(self) -> None:
        """A topic has to have words, or nothing could be brought together under it."""
        if not self.topic_id:
            refuse("empty-text.topic", field="topic", topic=self.topic)

    def contradicts(self, other: "Statement") -> bool:
        """Whether both answer the same in one country, and differently; upper and lower case tell nothing apart."""
        same = self.topic_id == other.topic_id and not set(self.countries).isdisjoint(other.countries)
        return same and self.claim.casefold() != other.claim.casefold()

    @property
    def topic_id(self) -> str:
        """The topic as an id: `who developed the model` is `who-developed-the-model`."""
        return "-".join(re.findall(r"\w+", self.topic.casefold()))

    @property
    def countries(self) -> tuple[str, ...]:
        """Its own, and those in which it has to be weighed as well."""
        return (self.country, *self.concerns)


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
