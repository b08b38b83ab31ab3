"""The seven words for a step, each worked out by hand from the order in docs/method.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from barriers import Model, StepStatus
from barriers.facts import Fact
from barriers.words import SourceKind, State, Status, Verb, Voice
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
UNCOVERED, INSUFFICIENT, COVERED, LIMITED, DETECTED, INFERRED_ONLY, UNKNOWN = Status


def of(model: Model) -> StepStatus:
    (found,) = audit(model, NL, SCRIPT).steps
    return found


def status(*facts: Fact) -> Status:
    """The status of the door, given these facts."""
    return of(town(*facts)).status


# Uncovered


def test_uncovered_where_a_source_says_so_and_no_other_names_somebody() -> None:
    """The only way to this word is a source that says so."""
    assert status(nobody()) is UNCOVERED


def test_uncovered_where_one_source_says_so_of_girls_and_another_of_boys() -> None:
    """Together they speak of everybody whom the step concerns."""
    assert status(nobody(groups=[GIRLS]), nobody(groups=[BOYS], **P2)) is UNCOVERED


def test_uncovered_comes_before_what_is_inferred_planned_or_merely_allowed() -> None:
    """None of these says that somebody acts."""
    facts = [cover(POLICE, basis=INFERRED), cover(HALL, state=PLANNED), cover(BANK, state=MANDATE)]

    assert status(nobody(), *facts) is UNCOVERED


def test_uncovered_comes_before_detected() -> None:
    """That somebody sees does not mean that somebody stops."""
    assert status(nobody(), cover(POLICE, DETECT)) is UNCOVERED


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ([], UNKNOWN),
        ([cover(POLICE, state=ABSENT)], UNKNOWN),
        ([nobody(), cover(POLICE)], COVERED),
        ([nobody(), cover(POLICE, state=PARTIAL)], LIMITED),
        ([nobody(groups=[GIRLS])], INSUFFICIENT),
        ([nobody(source=TALK)], UNKNOWN),
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
def test_it_is_not_uncovered_when(facts: list[Fact], word: Status) -> None:
    """Each of these says less than that nobody intervenes."""
    assert status(*facts) is word


# Insufficient


def test_insufficient_where_a_source_says_that_what_is_done_is_too_little() -> None:
    """The source need not say who intervenes."""
    assert status(in_part()) is INSUFFICIENT


def test_insufficient_comes_before_covered() -> None:
    """What is said of the step as a whole comes before what one actor does."""
    assert status(in_part(), cover(POLICE)) is INSUFFICIENT


def test_insufficient_where_a_source_says_nobody_for_some_although_others_are_covered() -> None:
    """Nobody for girls, and the police for boys."""
    assert status(nobody(groups=[GIRLS]), cover(POLICE, groups=[BOYS])) is INSUFFICIENT


def test_the_reason_repeats_what_the_source_says() -> None:
    """A reader of the reason need not look the source up."""
    assert "too few visits" in str(of(town(in_part(says="too few visits"))).reason)


def test_insufficient_where_nobody_and_in_part_stand_side_by_side() -> None:
    """Two sources of equal scope: one of them knows of somebody."""
    assert status(nobody(), in_part(**P2)) is INSUFFICIENT


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
    """Somebody intervenes fully, for each group in each form."""
    assert status(*facts) is COVERED


def test_covered_needs_all_groups_of_the_step_only() -> None:
    """A step of girls is covered by who acts for girls."""
    model = town(cover(POLICE, groups=[GIRLS]), steps=[step(DOOR, groups=[GIRLS])])

    assert of(model).status is COVERED


def test_the_powers_of_a_step_are_the_scripts_to_say() -> None:
    """A link of care is provided by protecting."""
    model = town(cover(POLICE, PROTECT), steps=[step(DOOR, powers=[PROTECT])])

    assert of(model).status is COVERED


# Limited


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
        [cover(POLICE, state=PARTIAL), in_part(source=TALK)],
        [cover(POLICE, DETECT), cover(HALL, HINDER, MANDATE)],
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
        "an interviewee says of the step that what is done is too little",
        "another detects",
    ],
)
def test_limited_when(facts: list[Fact]) -> None:
    """Sources know of an intervention, and of no more than that."""
    assert status(*facts) is LIMITED


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ([nobody()], "A source says that nobody intervenes; no other source names anybody."),
        (
            [nobody(groups=[GIRLS], says="no girl")],
            "A source says that nobody intervenes for some of those concerned: no girl.",
        ),
        ([in_part(says="few"), in_part(says="a", **P2)], "A source says that too little is done: a; few."),
        ([cover(POLICE)], "Police intervenes, for everybody concerned."),
        ([cover(POLICE), cover(HALL)], "Police and Town hall intervene, for everybody concerned."),
        ([cover(POLICE, until=LAST_SUMMER)], "Police: on record, but it has ended."),
        ([cover(POLICE), cover(POLICE, state=ABSENT, **P2)], "Sources disagree on how far Police intervenes."),
        (
            [cover(POLICE, groups=[GIRLS])],
            "Police intervenes for some of those concerned; not confirmed for all.",
        ),
        ([cover(POLICE, source=TALK)], "Only an interviewee says that Police intervenes."),
        ([cover(POLICE, state=PARTIAL)], "Police partly intervenes; more is not known."),
        ([cover(POLICE, state=MANDATE)], "Police has the mandate; whether it is used is not known."),
        ([cover(POLICE, state=PLANNED)], "Planned by Police; not in force yet."),
        ([cover(POLICE, DETECT)], "Police detects; no source says who intervenes."),
        ([cover(POLICE, basis=INFERRED)], "Inferred by analysts from what sources say of Police; no source states it."),
        ([in_part(source=TALK, says="few")], "Only an interviewee says: few."),
        ([cover(POLICE, PROTECT)], "Police is on record here to protect; no source says who intervenes."),
        ([cover(POLICE, DETECT, MANDATE)], "Police may detect; whether this happens is not known."),
        ([cover(POLICE, DETECT, PLANNED)], "Police plans to detect; whether this happens yet is not known."),
        (
            [cover(POLICE, DETECT, until=LAST_SUMMER)],
            "On record, but ended or not confirmed: Police (detect); no source says who intervenes.",
        ),
        ([cover(POLICE, state=ABSENT)], "Sources only say who does not act: Police."),
        ([], "No information on who acts."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_reason_in_one_sentence(facts: list[Fact], reason: str) -> None:
    """The first that applies, and what sources say of the step as a whole where that is the reason."""
    assert str(of(town(*facts)).reason) == reason


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ([cover(POLICE, state=PLANNED), cover(HALL, state=MANDATE)], "Town hall has the mandate"),
        ([cover(POLICE, state=MANDATE), cover(HALL, state=PARTIAL)], "Town hall partly intervenes"),
        ([cover(POLICE, state=PARTIAL), cover(HALL, source=TALK)], "Only an interviewee says that Town hall"),
        ([cover(POLICE, source=TALK), cover(HALL, groups=[GIRLS])], "Town hall intervenes for some"),
        ([cover(POLICE, until=LAST_SUMMER), cover(HALL, state=PLANNED)], "Planned by Town hall"),
        ([cover(POLICE, PROTECT), cover(HALL, DETECT, MANDATE)], "Police is on record here to protect"),
        ([cover(POLICE, DETECT, MANDATE), cover(HALL, DETECT, PLANNED)], "Police may detect"),
        ([in_part(source=TALK, says="few"), cover(HALL, PROTECT)], "Only an interviewee says: few."),
    ],
)
def test_of_two_reasons_the_kinder_is_told(facts: list[Fact], reason: str) -> None:
    """Who intervenes comes before who does something else."""
    assert str(of(town(*facts)).reason).startswith(reason)


def test_a_source_that_is_disputed_is_not_called_a_weak_voice() -> None:
    """The report may settle it; another one only knows more."""
    disputed = of(town(nobody(), cover(POLICE, state=PARTIAL)))
    weak = of(town(nobody(source=TALK)))

    assert str(disputed.reason) == str(of(town(cover(POLICE, state=PARTIAL))).reason)
    assert str(weak.reason) != str(disputed.reason)


def test_what_a_weak_voice_says_of_the_step_is_told_behind_the_reason() -> None:
    """It changes no status, and is not kept silent."""
    doubted = of(town(in_part(source=TALK, says="few"), cover(POLICE)))

    assert doubted.status is COVERED
    assert str(doubted.reason) == "Police intervenes, for everybody concerned. Only an interviewee says: few."


def test_a_script_of_those_who_provide_says_so() -> None:
    """The verb is the script's own."""
    model = town(cover(POLICE, PROTECT, PARTIAL), steps=[step(DOOR, powers=[PROTECT])])
    providing = replace(model, scripts=tuple(replace(script, verb=Verb.PROVIDE) for script in model.scripts))

    assert str(of(providing).reason) == "Police partly provides this; more is not known."


def test_what_a_machine_wrote_is_said_by_a_machine() -> None:
    """And by nobody else, whatever voice it puts on; where a source was not read, that is said."""
    model = town(cover(POLICE, source="machine"))
    machine = replace(model.sources[0], id="machine", kind=SourceKind.MACHINE, voice=Voice.OFFICIAL)
    read = replace(model, sources=(*model.sources, machine))

    assert str(of(read).reason) == "Only a machine says that Police intervenes."
    assert (
        str(of(town(cover(POLICE, source="lost"))).reason)
        == "Only a source that was not read says that Police intervenes."
    )


@pytest.mark.parametrize("state", [PARTIAL, ABSENT])
def test_a_disagreement_is_not_called_cover_for_some(state: State) -> None:
    """One source says fully, another not so of the same: that is no matter of groups."""
    at_odds = of(town(cover(POLICE), cover(POLICE, state=state, **P2)))
    for_some = of(town(cover(POLICE, groups=[GIRLS])))

    assert at_odds.status is LIMITED
    assert str(at_odds.reason) != str(for_some.reason)


# Detected


@pytest.mark.parametrize("state", [ACTIVE, PARTIAL])
def test_detected_where_somebody_detects_and_nobody_is_said_to_intervene(state: State) -> None:
    """To detect in part is to detect."""
    assert status(cover(POLICE, DETECT, state)) is DETECTED


def test_detected_comes_before_what_is_only_inferred() -> None:
    """What a source says comes before what we conclude."""
    assert status(cover(POLICE, DETECT), cover(HALL, basis=INFERRED)) is DETECTED


def test_detected_although_one_is_said_not_to_intervene() -> None:
    """An absence names nobody who intervenes."""
    assert status(cover(POLICE, DETECT), cover(HALL, state=ABSENT)) is DETECTED


# Inferred


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
def test_inferred_when(facts: list[Fact]) -> None:
    """No source says so; the analyst concludes it."""
    assert status(*facts) is INFERRED_ONLY


# Unknown


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [cover(POLICE, state=ABSENT)],
        [cover(POLICE, source=LATER)],
        [cover(POLICE, country="BE")],
        [cover(POLICE, PROTECT)],
        [cover(POLICE, DETECT, MANDATE)],
        [cover(POLICE, DETECT, PLANNED)],
        [cover(POLICE, DETECT, until=LAST_SUMMER)],
        [cover(POLICE, DETECT, MANDATE, basis=INFERRED)],
        [cover(POLICE, PROTECT, basis=INFERRED)],
        [in_part(source=TALK)],
        [nobody(citations=by(REPORT, voice=Voice.CRITIC))],
    ],
    ids=[
        "nothing is recorded",
        "only who does not act",
        "it has not begun",
        "it is in another country",
        "it helps those concerned and stops nobody",
        "they merely may detect",
        "they plan to detect",
        "they no longer detect",
        "we infer that they may detect",
        "we infer that they protect",
        "an interviewee says that what is done is too little",
        "a critic says that nobody intervenes",
    ],
)
def test_unknown_when(facts: list[Fact]) -> None:
    """The sources name nobody who acts."""
    assert status(*facts) is UNKNOWN


# Who intervenes


def test_intervening_are_those_of_whom_a_source_settles_that_they_intervene() -> None:
    """Fully or in part; who detects, may, plans or is inferred to act does not intervene yet."""
    facts = [cover(POLICE, state=PARTIAL), cover(HALL, DETECT), cover(BANK, basis=INFERRED)]

    assert of(town(*facts)).intervening == (POLICE,)


def test_a_status_names_all_that_is_recorded_at_its_step() -> None:
    """A reader can look up each record behind the word."""
    facts = [cover(POLICE, state=ABSENT), cover(HALL, basis=INFERRED), in_part()]

    assert sorted(of(town(*facts)).facts) == sorted(fact.id for fact in facts)
