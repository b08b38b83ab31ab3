"""What an audit finds, and what its actors are called."""

from datetime import date

import pytest

from barriers import Actor, Audit, Finding, StepStatus
from barriers.messages import Message, message
from barriers.words import ActorKind, Certainty, Handling, Priority, Status

STEPS = (
    StepStatus("entry.offer", "entry", Status.LIMITED, message("reason.partial")),
    StepStatus("entry.quay", "entry", Status.UNKNOWN, message("reason.silent")),
    StepStatus("work.wharf", "work", Status.UNKNOWN, message("reason.silent")),
)


OFFER = message("finding.about", subject="Offer", says=message("reason.planned"))
HELD = message("question.insufficient-cover.counted")


def finding(name: str, certainty: Certainty, title: Message = OFFER) -> Finding:
    return Finding(name, "insufficient-cover", "NL", certainty, Priority.HIGH, "entry.offer", title, "", 1, 3, HELD)


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
        (Status.LIMITED, "entry", 1),
        (Status.LIMITED, "work", 0),
        (Status.UNCOVERED, None, 0),
    ],
)
def test_steps_of_a_status_are_counted_at_one_barrier_or_at_all(
    status: Status, barrier: str | None, number: int
) -> None:
    assert AUDIT.count(status, barrier) == number


def test_findings_of_one_certainty_keep_their_order() -> None:
    assert [found.id for found in AUDIT.of_certainty(Certainty.CERTAIN)] == ["a", "c"]
    assert [found.id for found in AUDIT.of_certainty(Certainty.POSSIBLE)] == ["b"]


def test_what_a_finding_says_is_told_without_what_it_is_about() -> None:
    elsewhere = message("finding.about", subject="Quay", says=message("reason.planned"))

    assert finding("a", Certainty.CERTAIN).says == finding("b", Certainty.CERTAIN, elsewhere).says


def test_a_title_that_is_one_sentence_says_all_of_it() -> None:
    assert finding("a", Certainty.CERTAIN, HELD).says == HELD


def test_an_actor_is_called_by_the_abbreviation_that_people_use() -> None:
    assert Actor("nl.kmar", "Border police", ActorKind.POLICE, abbreviation="KMar").called == "KMar"
    assert Actor("nl.inn", "Inns", ActorKind.TRADE).called == "Inns"
