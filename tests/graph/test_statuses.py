"""The six words for a step, each worked out by hand from the order in docs/method.md."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from barriers import Model, StepStatus
from barriers.facts import Fact
from barriers.words import State, Status, Voice
from graph import audit
from tests.graph.made import (
    ABSENT,
    ACTIVE,
    BANK,
    BOYS,
    DAY,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    HINDER,
    INFERRED,
    LABOUR,
    LATER,
    MANDATE,
    NL,
    PARTIAL,
    PLANNED,
    POLICE,
    PROTECT,
    REPORT,
    SANCTION,
    SCRIPT,
    SEXUAL,
    TALK,
    by,
    cover,
    in_part,
    nobody,
    step,
    town,
)

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)
NOBODY, COVERED, SHORT, SEEN, ASSUMED, UNKNOWN = Status


def of(model: Model) -> StepStatus:
    (found,) = audit(model, NL, SCRIPT).steps
    return found


def status(*facts: Fact) -> Status:
    """The status of the door, given these facts."""
    return of(town(*facts)).status


# Nobody


def test_nobody_where_a_source_says_so_and_no_other_names_somebody() -> None:
    """The only way to this word is a source that says so."""
    assert status(nobody()) is NOBODY


def test_nobody_where_one_source_says_so_of_girls_and_another_of_boys() -> None:
    """Together they speak of everybody whom the step concerns."""
    assert status(nobody(groups=[GIRLS]), nobody(groups=[BOYS], **P2)) is NOBODY


def test_nobody_comes_before_what_is_inferred_planned_or_merely_allowed() -> None:
    """None of these says that somebody acts."""
    facts = [cover(POLICE, basis=INFERRED), cover(HALL, state=PLANNED), cover(BANK, state=MANDATE)]

    assert status(nobody(), *facts) is NOBODY


def test_nobody_comes_before_seen() -> None:
    """That somebody sees does not mean that somebody stops."""
    assert status(nobody(), cover(POLICE, DETECT)) is NOBODY


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ([], UNKNOWN),
        ([cover(POLICE, state=ABSENT)], UNKNOWN),
        ([nobody(), cover(POLICE)], COVERED),
        ([nobody(), cover(POLICE, state=PARTIAL)], SHORT),
        ([nobody(groups=[GIRLS])], SHORT),
        ([nobody(source=TALK)], SHORT),
        ([nobody(basis=INFERRED)], UNKNOWN),
        ([nobody(until=LAST_SUMMER)], UNKNOWN),
        ([nobody(source=LATER)], UNKNOWN),
    ],
    ids=[
        "silence is not nobody",
        "that one actor does not act is not nobody",
        "nobody is disputed by one who acts",
        "nobody is disputed by one who acts in part",
        "nobody for girls leaves the boys",
        "one interviewee cannot say nobody for sure",
        "the analyst cannot say nobody",
        "what was said of last year is not said today",
        "what is said later is not said yet",
    ],
)
def test_it_is_not_nobody_when(facts: list[Fact], word: Status) -> None:
    """Each of these stops short of nobody."""
    assert status(*facts) is word


# Short, where a source says so of the step


def test_short_where_a_source_says_that_the_step_is_held_only_in_part() -> None:
    """The source need not say who holds it."""
    assert status(in_part()) is SHORT


def test_short_by_the_word_of_a_source_comes_before_covered() -> None:
    """What is said of the step as a whole comes before what one actor does."""
    assert status(in_part(), cover(POLICE)) is SHORT


def test_short_where_a_source_says_nobody_for_some_although_others_are_covered() -> None:
    """Nobody for girls, and the police for boys."""
    assert status(nobody(groups=[GIRLS]), cover(POLICE, groups=[BOYS])) is SHORT


def test_the_reason_repeats_what_the_source_says() -> None:
    """A reader of the reason need not look the source up."""
    assert "too few visits" in str(of(town(in_part(says="too few visits"))).reason)


def test_short_where_nobody_and_in_part_stand_side_by_side() -> None:
    """Two sources of equal scope: one of them knows of somebody."""
    assert status(nobody(), in_part(**P2)) is SHORT


# Covered


@pytest.mark.parametrize(
    "facts",
    [
        [cover(POLICE)],
        [cover(POLICE, SANCTION)],
        [cover(POLICE, groups=[GIRLS]), cover(HALL, groups=[BOYS])],
        [cover(POLICE, forms=[SEXUAL]), cover(POLICE, forms=[LABOUR])],
        [cover(POLICE, until=DAY)],
        [cover(POLICE, state=ABSENT), cover(HALL)],
        [cover(POLICE, state=PARTIAL), cover(HALL)],
        [cover(POLICE, state=ABSENT), cover(POLICE, since=LAST_SUMMER, **P2)],
    ],
    ids=[
        "one hinders, active, for everybody",
        "one sanctions",
        "one acts for girls, another for boys",
        "one acts in each form",
        "it is the last day",
        "another does not act",
        "another acts in part",
        "it has acted since last summer only",
    ],
)
def test_covered_when(facts: list[Fact]) -> None:
    """Somebody holds it fully, for each group in each form."""
    assert status(*facts) is COVERED


def test_covered_needs_all_groups_of_the_step_only() -> None:
    """A step of girls is covered by who acts for girls."""
    model = town(cover(POLICE, groups=[GIRLS]), steps=[step(DOOR, groups=[GIRLS])])

    assert of(model).status is COVERED


def test_the_power_that_holds_is_the_scripts_to_say() -> None:
    """A link of care is held by protecting."""
    model = town(cover(POLICE, PROTECT), steps=[step(DOOR, powers=[PROTECT])])

    assert of(model).status is COVERED


# Short, where what is known falls short


@pytest.mark.parametrize(
    "facts",
    [
        [cover(POLICE, state=PARTIAL)],
        [cover(POLICE, state=PLANNED)],
        [cover(POLICE, state=MANDATE)],
        [cover(POLICE, until=LAST_SUMMER)],
        [cover(POLICE, groups=[GIRLS])],
        [cover(POLICE, forms=[SEXUAL])],
        [cover(POLICE, source=TALK)],
        [cover(POLICE, citations=by(REPORT, voice=Voice.CRITIC))],
        [cover(POLICE), cover(POLICE, state=ABSENT, **P2)],
        [cover(POLICE, PROTECT)],
        [cover(POLICE, DETECT, MANDATE)],
        [cover(POLICE, DETECT, until=LAST_SUMMER)],
        [in_part(source=TALK)],
    ],
    ids=[
        "it is partial",
        "it is planned",
        "they merely may",
        "it has ended",
        "it is for girls only",
        "it is in one form only",
        "an interviewee says so",
        "a critic says so",
        "sources disagree",
        "it helps those concerned and stops nobody",
        "they merely may look",
        "they no longer look",
        "an interviewee says of the step that it is held in part",
    ],
)
def test_short_when(facts: list[Fact]) -> None:
    """Sources know of something, and it is not enough."""
    assert status(*facts) is SHORT


def test_short_by_what_is_stated_comes_before_seen() -> None:
    """Who may stop it is known; that is more than that somebody sees."""
    assert status(cover(POLICE, DETECT), cover(HALL, HINDER, MANDATE)) is SHORT


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ([nobody()], "A source says that nobody holds it, and no other names somebody."),
        ([nobody(groups=[GIRLS], says="no girl")], "A source says that nobody holds it for some: no girl."),
        ([in_part(says="few"), in_part(says="a", **P2)], "A source says that it is held only in part: a; few."),
        ([cover(POLICE)], "Sources state an active cover for everybody whom the step concerns."),
        ([in_part(source=TALK, says="few")], "Said by a voice that cannot settle it: few."),
        ([cover(POLICE, until=LAST_SUMMER)], "The cover that sources know of has ended."),
        ([cover(POLICE), cover(POLICE, state=ABSENT, **P2)], "Sources disagree on how far it is held."),
        ([cover(POLICE, groups=[GIRLS])], "Sources state an active cover for some"),
        ([cover(POLICE, PROTECT)], "Sources state what is done for those concerned, not that the step is held."),
        ([cover(POLICE, source=TALK)], "Only a voice that cannot settle it says that somebody holds it."),
        ([cover(POLICE, state=PARTIAL)], "Sources know of partial cover only."),
        ([cover(POLICE, state=MANDATE)], "Sources say who may act, not that anybody does."),
        ([cover(POLICE, state=PLANNED)], "Cover is planned, not there."),
        ([cover(POLICE, DETECT)], "Somebody detects it; that anybody stops it is not stated."),
        ([cover(POLICE, basis=INFERRED)], "No source says so; we infer it"),
        ([cover(POLICE, state=ABSENT)], "Sources only say who does not act; nobody is named who does."),
        ([], "The sources read are silent on who acts."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_reason_in_one_sentence(facts: list[Fact], reason: str) -> None:
    """The first that applies, and what sources say of the step as a whole where that is the reason."""
    assert str(of(town(*facts)).reason).startswith(reason)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ([cover(POLICE, state=PLANNED), cover(HALL, state=MANDATE)], "Sources say who may act"),
        ([cover(POLICE, state=MANDATE), cover(HALL, state=PARTIAL)], "Sources know of partial cover"),
        ([cover(POLICE, state=PARTIAL), cover(HALL, source=TALK)], "Only a voice that cannot settle it"),
        ([cover(POLICE, source=TALK), cover(HALL, groups=[GIRLS])], "Sources state an active cover for some"),
        ([cover(POLICE, until=LAST_SUMMER), cover(HALL, state=PLANNED)], "Cover is planned"),
        ([cover(POLICE, PROTECT), cover(HALL, state=PARTIAL)], "Sources know of partial cover"),
        ([in_part(source=TALK, says="few"), cover(HALL, state=PLANNED)], "Said by a voice that cannot settle it: few."),
    ],
)
def test_of_two_reasons_the_kinder_is_told(facts: list[Fact], reason: str) -> None:
    """What is said of the step as a whole comes first, who holds it before who does something else."""
    assert str(of(town(*facts)).reason).startswith(reason)


def test_a_source_that_is_disputed_is_not_called_a_weak_voice() -> None:
    """The report may settle it; another one only knows more."""
    disputed = of(town(nobody(), cover(POLICE, state=PARTIAL)))
    weak = of(town(nobody(source=TALK)))

    assert str(disputed.reason) == str(of(town(cover(POLICE, state=PARTIAL))).reason)
    assert str(weak.reason) != str(disputed.reason)


@pytest.mark.parametrize("state", [PARTIAL, ABSENT])
def test_a_disagreement_is_not_called_cover_for_some(state: State) -> None:
    """One source says fully, another not so of the same: that is no matter of groups."""
    at_odds = of(town(cover(POLICE), cover(POLICE, state=state, **P2)))
    for_some = of(town(cover(POLICE, groups=[GIRLS])))

    assert at_odds.status is SHORT
    assert str(at_odds.reason) != str(for_some.reason)


# Seen


@pytest.mark.parametrize("state", [ACTIVE, PARTIAL])
def test_seen_where_somebody_detects_and_nobody_is_said_to_stop_it(state: State) -> None:
    """To see in part is to see."""
    assert status(cover(POLICE, DETECT, state)) is SEEN


def test_seen_comes_before_what_is_only_inferred() -> None:
    """What a source says comes before what we conclude."""
    assert status(cover(POLICE, DETECT), cover(HALL, basis=INFERRED)) is SEEN


def test_seen_although_one_is_said_not_to_stop_it() -> None:
    """An absence names nobody who holds."""
    assert status(cover(POLICE, DETECT), cover(HALL, state=ABSENT)) is SEEN


# Assumed


@pytest.mark.parametrize(
    "facts",
    [
        [cover(POLICE, basis=INFERRED)],
        [cover(POLICE, power_basis=INFERRED)],
        [cover(POLICE, DETECT, basis=INFERRED)],
        [cover(POLICE, basis=INFERRED), cover(HALL, state=ABSENT)],
    ],
    ids=["we infer the link", "we infer the power", "we infer that somebody sees", "another is said not to act"],
)
def test_assumed_when(facts: list[Fact]) -> None:
    """No source says so; the analyst concludes it."""
    assert status(*facts) is ASSUMED


# Unknown


@pytest.mark.parametrize(
    "facts",
    [[], [cover(POLICE, state=ABSENT)], [cover(POLICE, source=LATER)], [cover(POLICE, country="BE")]],
    ids=["nothing is recorded", "only who does not act", "it has not begun", "it is in another country"],
)
def test_unknown_when(facts: list[Fact]) -> None:
    """The sources name nobody who acts."""
    assert status(*facts) is UNKNOWN


# Who holds it


def test_holders_are_those_of_whom_a_source_firmly_says_that_they_hold() -> None:
    """Fully or in part; who sees, may, plans or is inferred to act holds nothing yet."""
    facts = [cover(POLICE, state=PARTIAL), cover(HALL, DETECT), cover(BANK, basis=INFERRED)]

    assert of(town(*facts)).intervening == (POLICE,)


def test_a_status_names_all_that_is_recorded_at_its_step() -> None:
    """A reader can look up each record behind the word."""
    facts = [cover(POLICE, state=ABSENT), cover(HALL, basis=INFERRED), in_part()]

    assert sorted(of(town(*facts)).facts) == sorted(fact.id for fact in facts)
