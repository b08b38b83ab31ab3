"""What an audit finds: the status of each step, and the answers of the questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from barriers.facts import Citation
from barriers.messages import Message, Phrase
from barriers.words import Certainty, Handling, Priority, Status


@dataclass(frozen=True, slots=True)
class StepStatus:
    """The status of one step, who intervenes there, and why it has this status.

    `intervening` are the ids of the actors of whom a source states a valid cover with one of the step's powers, active
    or partial. `facts` are the ids of what is recorded at the step.
    """

    step: str
    barrier: str
    status: Status
    reason: Message
    intervening: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a question.

    `id` is question, country and subject, and stays the same between runs. `count` of `of` is what `counted`
    says. `about` are all ids that the finding speaks of, its subject first. `detail` is the sentence under
    the title, an empty text where the title says it all.
    """

    id: str
    question: str
    country: str
    certainty: Certainty
    priority: Priority
    subject: str
    title: Message
    detail: Phrase
    count: int
    of: int
    counted: Message
    about: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    ask: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()

    @property
    def says(self) -> object:
        """What the title says of its subject: equal where the same is said of others; else the whole title."""
        return dict(self.title.values).get("says", self.title)


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit of one country under one script on one day.

    `digest` is the digest of the whole model, before any filter.
    """

    country: str
    script: str
    as_of: date
    handling: Handling
    digest: str
    steps: tuple[StepStatus, ...]
    findings: tuple[Finding, ...]

    def count(self, status: Status, barrier: str | None = None) -> int:
        """How many steps have this status, at one barrier or at all of them."""
        return sum(1 for step in self.steps if step.status is status and barrier in (None, step.barrier))

    def of_certainty(self, certainty: Certainty) -> tuple[Finding, ...]:
        """The findings of one certainty, in their order."""
        return tuple(finding for finding in self.findings if finding.certainty is certainty)
