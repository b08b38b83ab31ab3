"""Statements outside the steps, several of which may not be true together."""

import re
from dataclasses import dataclass

from barriers.checks import refuse
from barriers.facts import Fact
from barriers.schema import CountryCode, Filled, SubjectId, node


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
