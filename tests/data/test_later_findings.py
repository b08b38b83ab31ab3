"""What later sources add and from which day on, worked out by hand from what each of them says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from barriers import Audit, Model, Selection
from barriers.words import Certainty, PracticeKind, State, Status
from graph import audit
from graph.backtest import Backtest, backtest

EARLY = date(2014, 1, 31)
LATE = date(2025, 12, 31)
COUNTRIES = ("NL", "DK", "RO")


class Change(NamedTuple):
    """A step whose status changes once: in which country and script, from what to what, on which day."""

    country: str
    script: str
    step: str
    before: Status
    after: Status
    on: date


CHANGES = (
    # CMM wrote a guide with which companies can recognise deceptive recruitment.
    Change("DK", "five-barriers", "entry.deceptive-offer", Status.UNKNOWN, Status.INFERRED, date(2015, 1, 1)),
    # The US report of 2014 tells of more time before departure; that it serves to reflect is our reading.
    Change("DK", "chain", "interview.reflection", Status.UNKNOWN, Status.INFERRED, date(2014, 12, 31)),
    # The US report of 2021 says that police must call CMM, and not whether they do.
    Change("DK", "chain", "registration.reported", Status.UNKNOWN, Status.LIMITED, date(2021, 12, 31)),
    # GRETA sees in 2016 that the training of the Border Police has helped to detect victims; where is our conclusion.
    Change("RO", "chain", "detection.at-the-border", Status.UNKNOWN, Status.INFERRED, date(2016, 9, 30)),
    # The US report of 2014 says that victims often have to answer for what they were made to do.
    Change("RO", "chain", "trial.victim-not-punished", Status.UNKNOWN, Status.INSUFFICIENT, date(2014, 12, 31)),
)


def status(model: Model, change: Change, day: date) -> Status:
    """The status of the step on a day."""
    found = audit(model, change.country, change.script, Selection(as_of=day))
    return next(step.status for step in found.steps if step.step == change.step)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.country} {change.step}")
def test_a_status_changes_on_the_day_of_the_source_that_says_so(change: Change, bundled: Model) -> None:
    """It is that of January 2014 until the eve, and stays as it has become."""
    eve = change.on - timedelta(days=1)
    days = (EARLY, eve, change.on, LATE)

    assert [status(bundled, change, day) for day in days] == [change.before, change.before, change.after, change.after]


@pytest.mark.parametrize("country", COUNTRIES)
def test_most_of_the_five_barriers_stays_as_it_was(country: str, bundled: Model) -> None:
    """Later sources speak of few steps, and of none do they say that nobody acts."""
    early, late = (audit(bundled, country, selection=Selection(as_of=day)) for day in (EARLY, LATE))
    changed = [old.step for old, new in zip(early.steps, late.steps, strict=True) if old.status != new.status]

    assert len(changed) == {"NL": 13, "DK": 2, "RO": 2}[country]
    assert late.count(Status.UNCOVERED) == 0


@pytest.mark.parametrize(("country", "step"), [("NL", "entry.debt-before-arrival"), ("RO", "entry.by-land")])
def test_who_we_infer_may_detect_leaves_a_step_unknown(country: str, step: str, bundled: Model) -> None:
    """A manual gives inspectorates a part, a mechanism makes border guards screen: our conclusion, and no deed.

    The same said by a source would not say more than that they may.
    """
    found = audit(bundled, country, selection=Selection(as_of=LATE))

    assert [str(one.reason) for one in found.steps if one.step == step and one.status is Status.UNKNOWN] == [
        f"On record, but ended or not confirmed: {'ISZW' if country == 'NL' else 'IGPF'} (detect); "
        "no source says who intervenes."
    ]


def certainties(found: Audit, question: str, subject: str) -> list[Certainty]:
    """How certain the findings of one question on one subject are."""
    return [one.certainty for one in found.findings if one.question == question and one.subject == subject]


def test_that_nobody_in_the_task_force_is_there_for_minors_is_sure_only_while_its_list_is_closed(
    bundled: Model,
) -> None:
    """The list of members speaks until February 2014; after it nobody knows who sits there."""
    memberships = {
        day: certainties(audit(bundled, "NL", selection=Selection(as_of=day)), "group-not-represented", "minors")
        for day in (EARLY, date(2014, 2, 1), date(2014, 2, 2), LATE)
    }

    assert list(memberships.values()) == [
        [Certainty.CERTAIN],
        [Certainty.CERTAIN],
        [Certainty.POSSIBLE],
        [Certainty.POSSIBLE],
    ]


def test_that_signals_lead_to_few_investigations_is_told_from_the_letter_of_july_2025_on(bundled: Model) -> None:
    """8,230 signals in five years, and 4 investigations of 209 reports in a sample: followed up in part."""
    (signal,) = [one for one in bundled.signals if one.country == "NL" and "8,230" in one.says]

    def told(day: date) -> list[Certainty]:
        return certainties(audit(bundled, "NL", "chain", Selection(as_of=day)), "signal-not-followed", signal.id)

    assert told(EARLY) == told(date(2025, 7, 8)) == []
    assert told(date(2025, 7, 9)) == told(LATE) == [Certainty.CERTAIN]


def test_danish_police_are_no_longer_among_those_whose_duty_to_report_is_open(bundled: Model) -> None:
    """From the US report of 2021 on they must call CMM, to which nobody reported before."""

    def open_duties(day: date) -> set[str]:
        found = audit(bundled, "DK", "chain", Selection(as_of=day))
        return {one.subject for one in found.findings if one.question == "no-duty-to-report"}

    assert {"dk.police", "dk.cmm"} <= open_duties(EARLY)
    assert {"dk.police", "dk.cmm"}.isdisjoint(open_duties(LATE))
    assert "dk.nci" in open_duties(LATE) - open_duties(EARLY)


@pytest.mark.parametrize("step", ["trial.compensated", "trial.victim-not-punished"])
def test_what_the_us_report_says_of_romanian_trials_is_sure_from_the_end_of_2014_on(step: str, bundled: Model) -> None:
    """Courts rarely grant compensation, and victims answer for what they were made to do: both held in part."""
    early, late = (audit(bundled, "RO", "chain", Selection(as_of=day)) for day in (EARLY, LATE))

    assert certainties(early, "uncovered-step", step) == [Certainty.POSSIBLE]
    assert certainties(early, "insufficient-cover", step) == []
    assert certainties(late, "insufficient-cover", step) == [Certainty.CERTAIN]


FIGURES = {
    # country: number, the whole it is a part of, for which years, from which day on
    "NL": {
        (8230, None, "2019 to 2023", date(2025, 7, 9)),
        (470, None, "2019 to 2023", date(2025, 7, 9)),
        (4, 209, "2019 to 2023", date(2025, 4, 30)),
        (25, 135, "2019", date(2019, 10, 31)),
        (49, 135, "2019", date(2019, 10, 31)),
        (19, 35, "2017", date(2019, 9, 30)),
        (30, 35, "2019", date(2019, 9, 30)),
        (1, 6, "2019", date(2019, 10, 31)),
        (1, 9, "2024", date(2024, 12, 31)),
    },
    "DK": {
        (64, None, "2020", date(2021, 12, 31)),
        (36, 64, "2020", date(2021, 12, 31)),
        (7, 64, "2020", date(2021, 12, 31)),
        (10, 64, "2020", date(2021, 12, 31)),
        (11, 64, "2020", date(2021, 12, 31)),
        (968, None, "2007 to 2020", date(2021, 12, 31)),
        (717, 968, "2007 to 2020", date(2021, 12, 31)),
        (111, 968, "2007 to 2020", date(2021, 12, 31)),
        (95, 968, "2007 to 2020", date(2021, 12, 31)),
        (420, None, "2020 to 2024", date(2025, 12, 31)),
    },
    "RO": {
        (492, None, "2022", date(2023, 12, 31)),
        (336, 492, "2022", date(2023, 12, 31)),
        (73, 492, "2022", date(2023, 12, 31)),
        (83, 492, "2022", date(2023, 12, 31)),
        (2662, None, "2020 to 2024", date(2025, 12, 31)),
        (8, None, "as of 2023", date(2023, 12, 31)),
    },
}


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_later_figures_are_these_each_with_its_whole_its_year_and_its_day(country: str, bundled: Model) -> None:
    """Every figure that begins after the guide, as the sources print it."""
    later = {
        (figure.number, figure.of, figure.year, bundled.begins(figure))
        for figure in bundled.figures
        if figure.country == country and bundled.begins(figure) > date(2014, 12, 31)
    }

    assert later == FIGURES[country]


def test_the_forms_of_the_victims_add_up_where_a_source_names_them_all() -> None:
    """36, 7, 10 and 11 are the 64 Danish victims of 2020; 336, 73 and 83 the 492 Romanian ones of 2022."""
    for country, whole in (("DK", 64), ("RO", 492)):
        assert sum(number for number, of, _, _ in FIGURES[country] if of == whole) == whole


def test_what_the_border_police_and_the_inspectorate_do_with_signals_is_there_from_april_2025_on(
    bundled: Model,
) -> None:
    """KMar passes signals on and hardly investigates, and of 209 reports to the Inspectorate 4 were investigated."""
    later = {
        (cover.actor, cover.step, cover.state): bundled.begins(cover)
        for cover in bundled.coverage
        if any(citation.source == "rapporteur-press-2025" for citation in cover.citations)
    }

    assert later == {
        ("nl.border-police", "detection.signal-followed-up", State.ACTIVE): date(2025, 4, 30),
        ("nl.border-police", "investigation.opened", State.PARTIAL): date(2025, 4, 30),
        ("nl.inspection-szw", "investigation.opened", State.PARTIAL): date(2025, 4, 30),
    }


# What GRETA recommends, and whether the audit points at it


def by_greta(model: Model, country: str, script: str, day: date) -> Backtest:
    """The backtest against what GRETA recommends to a country, on a day."""
    return backtest(model, country, script, Selection(as_of=day), by="GRETA")


def numbers(result: Backtest) -> tuple[int, int, int, int]:
    """How many are found for certain, how many at all, of how many tried, and how many touch no step of the script."""
    found = (result.found(Certainty.CERTAIN), result.found(Certainty.POSSIBLE))
    return (*found, len(result.tried), result.elsewhere)


def test_greta_recommends_something_to_each_country_from_the_day_of_each_report_on(bundled: Model) -> None:
    """Reports of 2011 on Denmark, 2012, 2016 and 2025 on Romania, 2014 and 2023 on the Netherlands.

    Four pieces of advice to Denmark are told at second hand, in the analysis of January 2014.
    """
    greta = [practice for practice in bundled.practices if "GRETA" in practice.giver]
    days = {code: sorted(bundled.begins(one) for one in greta if one.receivers == (code,)) for code in COUNTRIES}

    assert {practice.kind for practice in greta} == {PracticeKind.RECOMMENDATION}
    assert days == {
        "NL": [date(2014, 6, 18)] * 2 + [date(2023, 11, 9)] * 3,
        "DK": [date(2011, 12, 20)] * 2 + [date(2014, 1, 31)] * 4,
        "RO": [date(2012, 5, 31)] * 3 + [date(2016, 9, 30), date(2025, 12, 31)],
    }


def test_of_what_greta_recommended_in_june_2014_the_chain_finds_what_it_says_of_identification(
    bundled: Model,
) -> None:
    """Two recommendations: agencies touch no step of the chain; the other touches identification and the permit.

    No fact rests on the press text, so none is left out. That identification falls short is said for everybody on
    page 7 of the Dutch analysis; that the permit does, on page 66, of minors. Two steps of 35 are named.
    """
    result = by_greta(bundled, "NL", "chain", date(2014, 6, 18))
    (tried,) = result.tried

    assert numbers(result) == (1, 1, 1, 1)
    assert (tried.certain, tried.possible) == ({"detection.identified", "residence.permit"}, frozenset())
    assert (result.named, result.steps) == ({"detection.identified", "residence.permit"}, 35)


@pytest.mark.parametrize(
    ("country", "script", "day", "counted"),
    [
        # Agencies: nobody is said to hold that step, and nobody is said not to.
        ("NL", "five-barriers", date(2014, 6, 18), (0, 1, 1, 1)),
        # The two of 2023 on agencies and on prosecution join it; the one on child victims touches the chain.
        ("NL", "five-barriers", LATE, (0, 3, 3, 2)),
        # Page 6 of the Danish analysis says, too, that work other than prostitution gets too little attention.
        ("DK", "five-barriers", EARLY, (1, 1, 1, 5)),
        # Research touches no step; on what becomes of victims afterwards nothing is recorded.
        ("DK", "chain", EARLY, (4, 5, 5, 1)),
        # Of work under control in Romania nothing is recorded yet in January 2014.
        ("RO", "five-barriers", EARLY, (0, 1, 1, 2)),
        # Training and care fall short by the Romanian analysis, investigations only by the guide of December 2014.
        ("RO", "chain", EARLY, (2, 3, 3, 0)),
    ],
)
def test_the_numbers_against_greta_are_honest(
    country: str, script: str, day: date, counted: tuple[int, int, int, int], bundled: Model
) -> None:
    """Few are found for certain along the five barriers; nobody may take that for more or for less."""
    assert numbers(by_greta(bundled, country, script, day)) == counted


def test_no_recommendation_is_tried_before_it_was_made(bundled: Model) -> None:
    """In January 2014 GRETA had said nothing about the Netherlands yet; the days on which it did are told."""
    result = by_greta(bundled, "NL", "five-barriers", EARLY)

    assert numbers(result) == (0, 0, 0, 0)
    assert result.later == (date(2014, 6, 18),) * 2 + (date(2023, 11, 9),) * 3
