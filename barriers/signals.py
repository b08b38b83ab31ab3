"""What can be noticed at a step, by whom, and what should follow."""

from dataclasses import dataclass
from typing import Annotated

from barriers.checks import check_filled
from barriers.facts import Fact
from barriers.schema import ActorId, Filled, StepId, node
from barriers.words import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Fact):
    """Something that can be noticed at steps.

    `noticed_by` are the actors who notice it or could. `should_follow` is what a source says should be done.
    `follow_up` is how far somebody follows it up, as a source says; None where no source speaks of it.
    """

    KIND = "signal"
    IDENTITY = ("steps", "noticed_by")
    DRAWN = node(SHOWS_AT="steps")

    says: Filled
    steps: Annotated[tuple[StepId, ...], check_filled]
    noticed_by: tuple[ActorId, ...] = ()
    should_follow: str = ""
    follow_up: State | None = None
