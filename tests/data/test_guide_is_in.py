"""How much of the guide is in the data: each entry of the working extraction is loaded, or left out for a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from barriers import Model

HERE = Path(__file__).parent
COUNTS = {"practice": 117, "gap": 106, "cooperation": 93, "statistics": 92}


def entries_of(what: str) -> list[dict[str, Any]]:
    """The entries of one list of the working extraction."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / f"{what}_entries.yml").read_text(encoding="utf-8"))
    return found


ENTRIES = {what: entries_of(what) for what in COUNTS}
LOADED = [entry for entries in ENTRIES.values() for entry in entries if entry["as"] != "left"]


@pytest.mark.parametrize("entry", LOADED, ids=lambda entry: entry["entry"])
def test_a_fact_of_its_kind_cites_the_lines_of_the_entry(entry: dict[str, Any], bundled: Model) -> None:
    """Whoever takes a fact out has to say why its entry is left out."""
    first, last = entry["lines"]
    citations = [citation for fact in getattr(bundled, entry["as"]) for citation in fact.citations]

    assert any(
        citation.lines is not None and citation.lines[0] <= last and first <= citation.lines[1]
        for citation in citations
    )


@pytest.mark.parametrize("what", COUNTS)
def test_every_entry_is_judged_once_and_left_out_only_for_a_reason(what: str) -> None:
    """The lists are complete: what is in neither way cannot be forgotten."""
    entries = ENTRIES[what]

    assert len({entry["entry"] for entry in entries}) == len(entries) == COUNTS[what]
    assert all(entry["because"] for entry in entries if entry["as"] == "left")


def test_all_gaps_and_all_practices_are_in() -> None:
    """Nothing that the guide recommends and no gap that it names is left out."""
    assert not [entry["entry"] for what in ("practice", "gap") for entry in ENTRIES[what] if entry["as"] == "left"]


def test_eight_statements_on_cooperation_are_left_out() -> None:
    """The partner is no organisation here, or the statement is neither a rating nor a gap."""
    assert {entry["entry"] for entry in ENTRIES["cooperation"] if entry["as"] == "left"} == {
        "coop.dk.government_coordination",
        "coop.dk.police_ngo_willing",
        "coop.nl.police.police_international",
        "coop.nl.police.police_national",
        "coop.nl.regional_initiatives",
        "coop.nl.social_none.former_victims",
        "coop.nl.social_none.international",
        "coop.nl.trust.investigators",
    }


def test_the_statistics_that_are_left_out_describe_the_crime_or_have_no_denominator() -> None:
    """Figures of the system are in; of the others each is named here."""
    assert {entry["entry"] for entry in ENTRIES["statistics"] if entry["as"] == "left"} == {
        "stat.all.legal_max",
        "stat.dk.prisons",
        "stat.dk.q.activity",
        "stat.dk.romanian_case",
        "stat.dk.skunk",
        "stat.dk.training_hours",
        "stat.dk.unregistered_children",
        "stat.dk.web_filter",
        "stat.nl.causes",
        "stat.nl.decision_48h",
        "stat.nl.domestic_shelter_age",
        "stat.nl.forms",
        "stat.nl.judges_2010",
        "stat.nl.meldknop",
        "stat.nl.press_charges",
        "stat.nl.recognise_signals_social",
        "stat.nl.reflection",
        "stat.nl.sentences",
        "stat.nl.specialisation_social",
        "stat.nl.survey",
        "stat.nl.top2_origin",
        "stat.nl.top5_nationalities",
        "stat.ro.compensation",
        "stat.ro.income_uk",
        "stat.ro.ngo_pitesti",
        "stat.ro.orphans",
        "stat.ro.sentences",
        "stat.ro.services_insufficient",
        "stat.ro.survey",
        "stat.ro.underage_girls_share",
        "stat.se.estimate",
    }


def test_all_organisations_of_the_guide_are_actors_but_for_private_persons(bundled: Model) -> None:
    """Former victims, and a project that bears a person's name, are nobody's business here."""
    entries = entries_of("actor")
    actors = {entry["entry"]: entry["as"] for entry in entries if entry["as"] != "left"}

    assert len(entries) == 142
    assert {entry["entry"] for entry in entries} - actors.keys() == {"nl.former_victims", "nl.merel_van_groningen"}
    assert set(actors.values()) <= bundled.actor_by_id.keys()


def test_a_percentage_stands_with_what_it_is_a_part_of(bundled: Model) -> None:
    """A share without its whole says nothing."""
    assert bundled.figures
    for figure in bundled.figures:
        if figure.unit == "pct":
            assert figure.of, figure.counts
            assert figure.of_what, figure.counts


def test_no_part_is_larger_than_its_whole(bundled: Model) -> None:
    """A slip of the pen shows here."""
    for figure in bundled.figures:
        if figure.of is not None:
            assert figure.number <= (100 if figure.unit == "pct" else figure.of), figure.counts


def test_what_conflicts_stands_side_by_side(bundled: Model) -> None:
    """Two sources count the assisted victims of 2013 differently; both are there, of the same 896."""
    assisted = {(figure.number, figure.of) for figure in bundled.figures if figure.topic == "assisted victims"}

    assert assisted == {(359, 896), (291, 896)}


def test_children_who_left_a_shelter_are_not_called_trafficked(bundled: Model) -> None:
    """The source calls them vulnerable to it."""
    (gone,) = [figure for figure in bundled.figures if figure.number == 160]

    assert "vulnerable" in gone.note
    assert "traffick" not in gone.counts


def test_only_three_services_must_report_to_the_registrar(bundled: Model) -> None:
    """Youth Care and Nidos are outside the duty; shelters, centres and lawyers report of their own accord."""
    duties = [(duty.actor, duty.duty.value) for duty in bundled.duties if duty.to == "nl.comensha"]

    assert {actor for actor, duty in duties if duty == "obliged"} == {
        "nl.police",
        "nl.border-police",
        "nl.inspection-szw",
    }
    assert ("nl.nidos", "not-obliged") in duties


def test_no_two_facts_have_the_same_id(bundled: Model) -> None:
    """An id names one fact only, whatever kind it is of."""
    ids = [fact.id for fact in bundled.facts()]

    assert len(ids) == len(set(ids))
