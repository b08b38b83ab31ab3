"""Levels, groups, routes, signals, coordinators, ties, duties, memberships: where a sentence says more than a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from barriers import Finding, Model
from barriers.words import Certainty
from graph import View, audit, build_graph
from graph.questions.open_route import open_routes
from graph.questions.ratings import NONE, WEAK, head_count, is_mostly, told_with_respondents
from tests.drawing import tries
from tests.graph.made import (
    ABSENT,
    ACTIVE,
    BANK,
    BOYS,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    LEDGER,
    MANDATE,
    NL,
    PARTIAL,
    POLICE,
    REPORT,
    SCRIPT,
    SURVEY,
    TABLE,
    TALK,
    complete,
    cover,
    in_part,
    membership,
    nobody,
    step,
    task,
    town,
)
from tests.graph.made_more import (
    LOCAL,
    NATIONAL,
    NOT_OBLIGED,
    OBLIGED,
    REGIONAL,
    VOLUNTARY,
    coordinator,
    duty,
    rated,
    route,
    signal,
    survey_of,
    with_more,
)
from tests.graph.strategies_more import intervening_models, membership_models, tied_models
from tests.strategies import Asked, asked

CERTAIN, POSSIBLE = Certainty.CERTAIN, Certainty.POSSIBLE
TWO = [step(DOOR), step(LEDGER)]
ROUTE = [route("by-night")]


def found(question: str, model: Model) -> list[Finding]:
    return [each for each in audit(model, NL, SCRIPT).findings if each.question == question]


def said(question: str, model: Model) -> list[tuple[str, Certainty]]:
    return [(each.subject, each.certainty) for each in found(question, model)]


# Levels and groups


def test_each_level_that_nobody_holds_is_a_finding() -> None:
    """The police work at two of the three levels."""
    model = with_more(town(cover(POLICE)), levels={DOOR: [LOCAL, REGIONAL, NATIONAL], POLICE: [LOCAL, NATIONAL]})

    assert said("missing-level", model) == [(f"{DOOR}+regional", POSSIBLE)]
    assert str(found("missing-level", model)[0].title) == "Door: no source says who intervenes at regional level"


def test_a_step_that_is_expected_at_no_level_lacks_none() -> None:
    """The script says nothing of levels there."""
    assert said("missing-level", with_more(town(cover(POLICE)), levels={DOOR: []})) == []


def test_each_group_for_which_nobody_holds_a_step_is_a_finding() -> None:
    """Certain for boys, as a source says so."""
    girls = cover(POLICE, groups=[GIRLS])

    assert said("group-not-covered", town(girls)) == [(f"{DOOR}+{BOYS}", POSSIBLE)]
    assert said("group-not-covered", town(girls, nobody(groups=[BOYS]))) == [(f"{DOOR}+{BOYS}", CERTAIN)]
    assert "Boys" in str(found("group-not-covered", town(girls))[0].title)


def test_a_certain_gap_for_a_group_rests_on_what_the_source_says_of_the_group() -> None:
    """And on nothing else that is said of the step."""
    ceiling = nobody(groups=[BOYS])

    (finding,) = found("group-not-covered", town(cover(POLICE, groups=[GIRLS]), ceiling))

    assert finding.facts == (ceiling.id,)


@pytest.mark.parametrize("facts", [(), (nobody(),), (cover(POLICE, DETECT),), (nobody(), cover(POLICE, DETECT))])
def test_an_uncovered_step_is_not_told_again_of_its_levels_and_groups(facts: Any) -> None:
    """Whether it is reported as uncovered, or as seen and not stopped."""
    assert said("missing-level", town(*facts)) == said("group-not-covered", town(*facts)) == []


def test_a_certain_gap_is_told_beside_a_step_that_is_perhaps_uncovered() -> None:
    """It says more: of the boys a source says it."""
    assert said("group-not-covered", town(nobody(groups=[BOYS]))) == [(f"{DOOR}+{BOYS}", CERTAIN)]


@tries(80)
@given(asked(intervening_models()) | asked(tied_models()) | asked(membership_models()))
def test_findings_of_richer_models_keep_the_promises_of_all(case: Asked) -> None:
    """Ids of their own, counts within denominators, certain ones on facts; a step's parts only where it is held."""
    findings = audit(case.model, NL, SCRIPT, case.selection).findings
    uncovered = {
        (each.subject, each.certainty) for each in findings if each.question in ("uncovered-step", "detected-only")
    }

    assert len({each.id for each in findings}) == len(findings)
    for each in findings:
        assert 0 <= each.count <= each.of
        assert each.facts or (each.certainty is POSSIBLE and each.count == 0)
        assert str(each.title) == str(each.title).strip()
        assert len(set(each.facts)) == len(each.facts)
        if each.question in ("missing-level", "group-not-covered"):
            assert (each.subject.partition("+")[0], each.certainty) not in uncovered


# Routes


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([nobody(), nobody(step=LEDGER)], [(CERTAIN, 0, 2)]),
        ([nobody(), cover(POLICE, step=LEDGER)], []),
        ([nobody(), cover(POLICE, state=MANDATE, step=LEDGER)], [(POSSIBLE, 0, 2)]),
        ([in_part()], []),
        ([], [(POSSIBLE, 0, 2)]),
    ],
    ids=["nobody anywhere", "half is enough", "who merely may holds nothing yet", "in part is held", "silence"],
)
def test_a_route_is_open_where_less_than_half_of_its_steps_are_held(facts: Any, expected: Any) -> None:
    """Counted twice: what can be held at most, and what is firmly held."""
    model = with_more(town(*facts, steps=TWO), routes=ROUTE)

    assert [(each.certainty, each.count, each.of) for each in found("open-route", model)] == expected


def test_how_many_steps_must_be_held_can_be_told() -> None:
    """A stricter task force wants both."""
    model = with_more(town(cover(POLICE), nobody(step=LEDGER), steps=TWO), routes=ROUTE)
    view = View(build_graph(model, NL, SCRIPT))

    assert [row.certainty for row in open_routes(view, 2)] == [CERTAIN]
    assert list(open_routes(view, 1)) == list(open_routes(view)) == []


# Signals and coordinators


@pytest.mark.parametrize(
    ("follow_up", "source", "expected"),
    [
        (ABSENT, REPORT, [CERTAIN]),
        (PARTIAL, REPORT, [CERTAIN]),
        (ACTIVE, REPORT, []),
        (MANDATE, REPORT, [POSSIBLE]),
        (None, REPORT, [POSSIBLE]),
        (ABSENT, TALK, [POSSIBLE]),
        (ACTIVE, TALK, [POSSIBLE]),
    ],
)
def test_what_is_firmly_said_of_its_follow_up_settles_a_signal(follow_up: Any, source: str, expected: Any) -> None:
    """Silence and weak voices leave it open."""
    model = with_more(town(), signal(follow_up, source=source))

    assert [each.certainty for each in found("signal-not-followed", model)] == expected


def test_a_signal_followed_up_in_part_says_so() -> None:
    """It is not told as if nobody did."""
    (finding,) = found("signal-not-followed", with_more(town(), signal(PARTIAL, should_follow="a visit")))

    assert str(finding.title) == "Door: signal partly followed up; rent paid in cash"
    assert str(finding.detail) == "What should follow: a visit."


def test_who_may_notice_a_signal_is_asked_about_it() -> None:
    """Before those whom the country names."""
    model = with_more(town(), signal(noticed_by=(BANK,)))

    assert found("signal-not-followed", model)[0].ask == (BANK, HALL)


def test_each_barrier_without_a_settled_coordinator_is_open() -> None:
    """Silence never makes it certain; who has a task there is asked."""
    model = with_more(
        town(task(BANK, "finance"), steps=TWO), coordinator(POLICE), coordinator(HALL, "finance", source=TALK)
    )

    (finding,) = found("no-coordinator", model)

    assert (finding.subject, finding.certainty, finding.count, finding.of) == ("finance", POSSIBLE, 0, 1)
    assert finding.ask[0] == HALL
    assert found("no-coordinator", town(task(BANK, "entry")))[0].ask == (BANK, HALL)


def test_a_barrier_of_which_no_step_is_looked_at_is_not_asked_about() -> None:
    """The town's script has finance, and the model no step of it."""
    assert said("no-coordinator", town()) == [("entry", POSSIBLE)]


# Ties


PAIR = (cover(POLICE), cover(HALL))


@pytest.mark.parametrize(
    ("facts", "source", "ratings", "expected"),
    [
        (PAIR, REPORT, {"none": 71.43, "good": 28.57}, [CERTAIN]),
        (PAIR, SURVEY, {"none": 71.43, "good": 28.57}, [POSSIBLE]),
        (PAIR, REPORT, {"none": 30, "none_but_useful": 30, "good": 40}, [CERTAIN]),
        (PAIR, REPORT, {"none": 50, "good": 50}, []),
        (PAIR, REPORT, {"weak": 100}, []),
        ((cover(POLICE), cover(HALL, DETECT, MANDATE)), REPORT, {"none": 90}, [POSSIBLE]),
        ((cover(POLICE), cover(HALL, state=ABSENT)), REPORT, {"none": 90}, []),
        ((cover(POLICE),), REPORT, {"none": 90}, []),
    ],
    ids=["mostly none", "a survey", "useful", "half", "weak", "perhaps there", "not there", "one alone"],
)
def test_no_cooperation_meet_and_do_not_work_together(facts: Any, source: str, ratings: Any, expected: Any) -> None:
    """Both at the door, and more than half say none."""
    model = with_more(town(*facts), rated(POLICE, HALL, source=source, **ratings))

    assert [each.certainty for each in found("no-cooperation", model)] == expected


def test_no_cooperation_are_one_finding_whoever_was_asked() -> None:
    """The police on the town hall, and the town hall on the police."""
    model = with_more(town(*PAIR), rated(POLICE, HALL, none=90), rated(HALL, POLICE, none=80))

    assert said("no-cooperation", model) == [(f"{POLICE}+{HALL}", CERTAIN)]


def test_a_weak_cooperation_is_told_with_its_respondents() -> None:
    """Never a bare percentage."""
    tie = rated(POLICE, HALL, none_to_weak=71.43, sufficient=28.57, citations=survey_of(14))

    (finding,) = found("weak-cooperation", with_more(town(), tie))

    assert str(finding.title) == (
        "Police on Town hall: 10 of 14 respondents (71.43 pct as printed) rate the cooperation none or weak"
    )
    assert finding.certainty is CERTAIN


@pytest.mark.parametrize(
    ("ratings", "number", "who", "told"),
    [
        ({"none": 71.43}, 14, "", "10 of 14 respondents (71.43 pct as printed)"),
        ({"none": 28.57, "weak": 35.71}, 14, "", "9 of 14 respondents (28.57 + 35.71 pct as printed)"),
        ({"none": 42.86, "weak": 24.43}, 14, "", "42.86 + 24.43 pct as printed, of 14 respondents"),
        ({"weak": 17.5}, 23, "", "17.5 pct as printed, of 23 respondents"),
        ({"weak": 4}, 23, "", "1 of 23 respondents (4 pct as printed)"),
        ({"none": 0, "weak": 100}, 1, "", "1 of 1 respondent (100 pct as printed)"),
        ({"none": 60}, None, "some", "60 pct as printed, of some"),
        ({"none": 60}, 10, "those with a case", "60 pct as printed, of those with a case, among 10 respondents"),
        ({"none": 60}, None, "", "60 pct as printed, of respondents whose number is not printed"),
        ({"none": 60, "weak": 80}, 5, "", "60 + 80 pct as printed, of 5 respondents"),
    ],
)
def test_ratings_are_told_in_heads_only_where_they_can_be(ratings: Any, number: Any, who: str, told: str) -> None:
    """24.43 per cent of 14 respondents is nobody's answer."""
    tie = rated(POLICE, HALL, citations=survey_of(number, who), **ratings)

    assert str(told_with_respondents(tie, WEAK)) == told


@pytest.mark.parametrize("number", [1, 7, 14, 23, 26, 99])
def test_every_number_of_heads_is_found_again_from_its_percentage(number: int) -> None:
    """Printed with two places."""
    assert [head_count(round(100 * head / number, 2), number) for head in range(number + 1)] == list(range(number + 1))


def test_a_percentage_too_coarse_for_its_respondents_names_no_heads() -> None:
    """4 per cent of 1000 may be any of ten numbers."""
    assert head_count(4.0, 1000) is None


def test_most_is_more_than_half_of_those_asked() -> None:
    """A list that prints the bad ratings alone must not make them most; ratings that print nothing say nothing."""
    assert is_mostly(rated(POLICE, HALL, none=30.1, none_but_useful=20.2, weak=49.7), NONE)
    assert not is_mostly(rated(POLICE, HALL, none=30, good=20), NONE)
    assert not is_mostly(rated(POLICE, HALL, none=50, good=50), NONE)
    assert not is_mostly(rated(POLICE, HALL, none=0), NONE)
    assert not is_mostly(rated(POLICE, HALL), NONE)


# Duties and memberships


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        ([(VOLUNTARY, REPORT)], [CERTAIN]),
        ([(NOT_OBLIGED, REPORT)], [CERTAIN]),
        ([(OBLIGED, REPORT)], []),
        ([(OBLIGED, TALK)], [POSSIBLE]),
        ([(VOLUNTARY, TALK)], [POSSIBLE]),
        ([(VOLUNTARY, REPORT), (OBLIGED, "law")], [POSSIBLE]),
        ([], [POSSIBLE]),
    ],
)
def test_who_sees_and_need_not_report(duties: Any, expected: Any) -> None:
    """The town hall sees; what is firmly said of its duty settles it."""
    facts = [duty(HALL, obligation, TABLE, source=source) for obligation, source in duties]
    model = with_more(town(cover(HALL, DETECT)), *facts)

    assert [each.certainty for each in found("no-duty-to-report", model)] == expected


def test_a_voluntary_duty_is_not_told_as_none() -> None:
    """Who may report is free to; who is not obliged need not."""
    titles = [
        str(found("no-duty-to-report", with_more(town(cover(HALL, DETECT)), duty(HALL, obligation, TABLE)))[0].title)
        for obligation in (VOLUNTARY, NOT_OBLIGED)
    ]

    assert titles == [
        "Town hall: may choose whether to report detected victims to Round table",
        "Town hall: need not report detected victims to Round table",
    ]


def test_a_barrier_is_counted_with_all_its_steps() -> None:
    """One holder of one step in the task force gives the whole barrier a membership."""
    window = step("entry.window")
    holding = [cover(BANK), cover(POLICE, step=window.id)]
    steps = [step(DOOR), window]

    assert said("barrier-not-represented", town(*holding, complete(), membership(HALL), steps=steps)) == [
        ("entry", CERTAIN)
    ]
    assert said("barrier-not-represented", town(*holding, complete(), membership(POLICE), steps=steps)) == []
    assert said("barrier-not-represented", town(*holding, membership(HALL), steps=steps)) == [("entry", POSSIBLE)]


def test_a_finding_of_a_rating_that_cannot_be_right_says_why() -> None:
    """The suspicion stands under the title."""
    tie = replace(rated(POLICE, HALL, weak=74.43, citations=survey_of(14)), suspicion="71.43 was probably meant")

    assert found("weak-cooperation", with_more(town(), tie))[0].detail == "71.43 was probably meant"
