"""The script of the EU manual TeamWork: its six steps, and who could do what at them according to its pages."""

from __future__ import annotations

from datetime import date

import pytest

from barriers import Audit, Coverage, Model, Selection
from barriers.words import Basis, Form, Level, Power, State, Status
from graph import audit
from loaders import BUNDLED, load_model

SCRIPT = "eu-teamwork"
STEPS = (
    "teamwork-recruitment.workers",
    "teamwork-entry-and-identity.papers",
    "teamwork-residence-status.status",
    "teamwork-housing.place",
    "teamwork-work.labour",
    "teamwork-financial-aspects.laundering",
)
PRINTED = ("Recruitment", "Entry and identity", "Residence status", "Housing", "Work", "Financial aspects")

# Organisation by step, typed in from the pages of the kinds of organisation; a dot is silence, and so is a row that is
# not here. The Dutch body stands for its kind.
TABLE = {
    #                         recruitment  entry  residence  housing  work  finance
    "nl.inspection-szw": "         x         x        x         x      x       x",
    "nl.immigration-service": "    x         x        .         .      .       .",
    "nl.companies": "              .         .        .         .      x       x",
    "nl.trade-unions": "           .         .        .         x      x       .",
    "nl.prosecution": "            .         .        .         .      .       x",
    "nl.police": "                 .         .        .         .      .       x",
}

# What other pages say of an organisation at a step.
BESIDE_THE_TABLE = {
    # The page on residence status speaks to migration services, labour inspectorates and NGOs.
    ("nl.immigration-service", "teamwork-residence-status.status"),
    ("nl.ngos", "teamwork-residence-status.status"),
    # The page on the process speaks of border guards at entry, that of local governments of registering inhabitants.
    ("nl.border-police", "teamwork-entry-and-identity.papers"),
    ("nl.municipalities", "teamwork-entry-and-identity.papers"),
    # The page on housing: who inspects together, and who comes to the door anyway.
    ("nl.municipalities", "teamwork-housing.place"),
    ("nl.fire-brigade", "teamwork-housing.place"),
    ("nl.ggd", "teamwork-housing.place"),
    ("nl.police", "teamwork-housing.place"),
    ("nl.housing-associations", "teamwork-housing.place"),
    ("nl.social-welfare", "teamwork-housing.place"),
    ("nl.repair-mechanics", "teamwork-housing.place"),
    # The Dutch example on the page of trade unions.
    ("nl.fnv", "teamwork-housing.place"),
}

# The Danish example on the page on residence status.
DANISH = {
    ("dk.siri", "teamwork-residence-status.status"),
    ("dk.police", "teamwork-residence-status.status"),
    ("dk.siri", "teamwork-work.labour"),
    ("dk.working-environment-authority", "teamwork-work.labour"),
    ("dk.tax-authority", "teamwork-work.labour"),
    ("dk.police", "teamwork-work.labour"),
}


def _covers(model: Model, country: str) -> list[Coverage]:
    return [cover for cover in model.coverage if cover.country == country and cover.step in STEPS]


def test_the_script_has_the_six_steps_of_the_source_as_printed_and_in_its_order(bundled: Model) -> None:
    """The source has no finer steps, so each barrier has one, and its order is the one route."""
    script = bundled.script_by_id[SCRIPT]
    by_id = {step.id: step for step in script.steps}

    assert tuple(barrier.name for barrier in script.barriers) == PRINTED
    assert tuple(step.barrier for step in script.steps) == tuple(barrier.id for barrier in script.barriers)
    assert [route.steps for route in script.routes] == [STEPS]
    assert [by_id[step].leads_to for step in STEPS] == [*((step,) for step in STEPS[1:]), ()]


def test_the_script_is_about_labour_and_adults_and_invents_no_levels(bundled: Model) -> None:
    """The source speaks of workers, and nowhere of the level at which a step is to be held."""
    for step in bundled.script_by_id[SCRIPT].steps:
        assert (step.forms, step.groups, step.levels) == (
            frozenset({Form.LABOUR}),
            frozenset({"adults"}),
            frozenset[Level](),
        )
        assert step.citations


def test_the_dutch_coverage_is_the_table_of_the_source_and_what_its_other_pages_state(bundled: Model) -> None:
    """No cell more and none less: silence is no cell, and no absence either."""
    table = {
        (actor, step)
        for actor, row in TABLE.items()
        for step, mark in zip(STEPS, row.split(), strict=True)
        if mark == "x"
    }
    covers = _covers(bundled, "NL")

    assert len(table) == 14
    assert not table & BESIDE_THE_TABLE
    assert {(cover.actor, cover.step) for cover in covers} == table | BESIDE_THE_TABLE


def test_what_a_manual_says_organisations_could_do_is_no_dutch_practice(bundled: Model) -> None:
    """The Dutch body is our conclusion and merely a mandate; only of the union FNV an act is told."""
    for cover in _covers(bundled, "NL"):
        told = (cover.state, cover.basis, cover.is_stated)
        if cover.actor == "nl.fnv":
            assert told == (State.ACTIVE, Basis.STATED, False)
        else:
            assert told == (State.MANDATE, Basis.INFERRED, False)
            assert cover.note


def test_only_who_takes_the_money_sanctions_and_only_companies_hinder(bundled: Model) -> None:
    """Everybody else comes to know; that anything follows from it the pages do not say."""
    powers = {(cover.actor, cover.step, cover.power) for cover in _covers(bundled, "NL")}

    assert {held for held in powers if held[2] is not Power.DETECT} == {
        ("nl.prosecution", "teamwork-financial-aspects.laundering", Power.SANCTION),
        ("nl.police", "teamwork-financial-aspects.laundering", Power.SANCTION),
        ("nl.companies", "teamwork-work.labour", Power.HINDER),
        ("nl.companies", "teamwork-financial-aspects.laundering", Power.HINDER),
    }


def test_the_danish_coverage_is_the_danish_example_and_romania_has_none(bundled: Model) -> None:
    """That SIRI checks permits is stated; that the joint visits reach trafficking is our conclusion."""
    covers = _covers(bundled, "DK")

    assert {(cover.actor, cover.step) for cover in covers} == DANISH
    assert {(cover.actor, cover.step) for cover in covers if cover.is_stated} == {
        ("dk.siri", "teamwork-residence-status.status")
    }
    assert not _covers(bundled, "RO")


@pytest.mark.parametrize("country", ["NL", "RO", "DK"])
def test_in_january_2014_every_step_is_unknown(country: str, bundled: Model) -> None:
    """The manual is of about 2016, and the guide does not speak of these steps."""
    assert {step.status for step in audit(bundled, country, SCRIPT).steps} == {Status.UNKNOWN}


def test_in_2025_half_of_the_dutch_steps_are_inferred(bundled: Model) -> None:
    """That Dutch bodies are meant is our conclusion; at three steps it goes no further than that they may detect."""
    later = audit(bundled, "NL", SCRIPT, Selection(as_of=date(2025, 12, 31)))

    assert [step.status for step in later.steps].count(Status.INFERRED) == 3
    assert {step.status for step in later.steps} == {Status.INFERRED, Status.UNKNOWN}


def test_the_crosswalks_name_every_barrier_on_both_sides_and_say_the_same(bundled: Model) -> None:
    """Whoever goes from one script to the other and back comes to where the other crosswalk leads."""
    ours, theirs = bundled.script_by_id[SCRIPT], bundled.script_by_id["five-barriers"]
    (there,) = ours.crosswalks
    (back,) = (one for one in theirs.crosswalks if one.id == "crosswalk.teamwork")
    our_name = {barrier.id: barrier.name.casefold() for barrier in ours.barriers}
    their_name = {barrier.id: barrier.name.casefold() for barrier in theirs.barriers}

    assert [row.barrier for row in there.rows] == [barrier.id for barrier in ours.barriers]
    assert set(there.other_steps) == set(their_name.values())
    assert set(back.other_steps) == set(our_name.values())
    assert {(our_name[row.barrier], other) for row in there.rows for other in row.others} == {
        (other, their_name[row.barrier]) for row in back.rows for other in row.others
    }


def test_the_folders_of_this_script_are_passed_over_by_audits_of_others(dutch: Audit) -> None:
    """A folder named like a script belongs to it, and what stands there changes no answer of the five barriers."""
    part = load_model(countries=["NL"], leave_out=[SCRIPT]).model

    found = audit(part, "NL")

    assert (BUNDLED / "scripts" / f"{SCRIPT}.yml").is_file()
    assert not _covers(part, "NL")
    assert (found.steps, found.findings) == (dutch.steps, dutch.findings)
