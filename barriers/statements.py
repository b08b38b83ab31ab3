"""Statements outside the steps, several of which may not be true together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import check_text, refuse
from barriers.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """What a source says about something that is no step: who made the model, what a law allows, how many.

    `topic` brings the statements on one thing together and `claim` is the answer that this one gives, in a few
    words: two statements on one topic with another claim cannot both be true. `about` are ids of the actors,
    steps, barriers and scripts that it speaks of. `concerns` are further countries in which it has to be
    weighed, for a text on one country may speak of another.
    """

    KIND: ClassVar[str] = "statement"

    says: str
    topic: str
    claim: str
    about: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        for name in ("says", "topic", "claim"):
            check_text(name, getattr(self, name))
        if not self.topic_id:
            refuse(
                "empty-text",
                field="topic",
                found=f"the topic {self.topic!r}",
                expected="at least one letter or digit",
                remedy="say in words what it is that sources answer differently",
            )

    def contradicts(self, other: Statement) -> bool:
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

    def identity(self) -> tuple[str, ...]:
        """Which answer to what; the wording stays out."""
        return (self.topic, self.claim)
