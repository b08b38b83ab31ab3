"""What an audit finds, and what its actors are called."""

from datetime import date

import pytest

from barriers import Actor, Audit, Finding, StepStatus
from barriers.words import ActorKind, Certainty, Handling, Severity, Status

STEPS = (
    StepStatus("entry.offer", "entry", Status.SHORT, "in part"),
    StepStatus("entry.quay", "entry", Status.UNKNOWN, "silence"),
    StepStatus("work.wharf", "work", Status.UNKNOWN, "silence"),
)


def finding(name: str, certainty: Certainty) -> Finding:
    return Finding(name, "paper-cover", "NL", certainty, Severity.HIGH, "entry.offer", "Offer", "", 1, 3, "steps")


AUDIT = Audit(
    "NL",
    "two-doors",
    date(2014, 1, 31),
    Handling.PUBLIC,
    "0" * 64,
    STEPS,
    (finding("a", Certainty.CERTAIN), finding("b", Certainty.POSSIBLE), finding("c", Certainty.CERTAIN)),
)


@pytest.mark.parametrize(
    ("status", "barrier", "number"),
    [
        (Status.UNKNOWN, None, 2),
        (Status.UNKNOWN, "entry", 1),
        (Status.SHORT, "entry", 1),
        (Status.SHORT, "work", 0),
        (Status.NOBODY, None, 0),
    ],
)
def test_steps_of_a_status_are_counted_at_one_barrier_or_at_all(
    status: Status, barrier: str | None, number: int
) -> None:
    assert AUDIT.count(status, barrier) == number


def test_findings_of_one_certainty_keep_their_order() -> None:
    assert [found.id for found in AUDIT.of_certainty(Certainty.CERTAIN)] == ["a", "c"]
    assert [found.id for found in AUDIT.of_certainty(Certainty.POSSIBLE)] == ["b"]


def test_an_actor_is_called_by_the_abbreviation_that_people_use() -> None:
    assert Actor("nl.kmar", "Border police", ActorKind.POLICE, abbreviation="KMar").called == "KMar"
    assert Actor("nl.inn", "Inns", ActorKind.TRADE).called == "Inns"
