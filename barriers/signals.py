"""What can be noticed at a step, by whom, and what should follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from barriers.checks import check_text, refuse
from barriers.facts import Fact
from barriers.words import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Fact):
    """Something that can be noticed at steps.

    `noticed_by` are the actors who notice it or could. `should_follow` is what a source says should be done.
    `follow_up` is how far somebody follows it up, as a source says; None where no source speaks of it.
    """

    KIND: ClassVar[str] = "signal"

    says: str
    steps: tuple[str, ...]
    noticed_by: tuple[str, ...] = ()
    should_follow: str = ""
    follow_up: State | None = None

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Fact.__post_init__(self)
        check_text("says", self.says)
        if not self.steps:
            refuse(
                "empty-list",
                field="steps",
                found="a signal at no step",
                expected="the steps at which it can be noticed",
                remedy="name the steps, or take the signal out",
            )

    def identity(self) -> tuple[str, ...]:
        """At which steps, by whom; the wording stays out."""
        return (",".join(sorted(self.steps)), ",".join(sorted(self.noticed_by)))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Who notices it or could."""
        return self.noticed_by
