"""Everything known about one id."""

import json
from dataclasses import replace
from datetime import date

import pytest

from barriers import Coverage, UnknownName
from barriers.words import Handling, Power, State
from graph import audit_graph, build_graph
from tests.viz.small import desk, model
from viz.dossier import Desk, Dossier, dossier, dossier_data, home_of, known_ids
from viz.dossier_parts import ANSWERS


def section(made: Dossier, heading: str) -> list[str]:
    (found,) = (one for one in made.sections if one.heading == heading)
    return [entry.text for entry in found.entries]


def about(made: Dossier) -> dict[str, str]:
    return dict(made.about)


def test_every_id_has_a_dossier_that_is_plain_data() -> None:
    on_the_desk = desk()
    for name in [*known_ids(model()), *(finding.id for finding in on_the_desk.findings)]:
        data = dossier_data(dossier(on_the_desk, name))

        assert data["id"] == name
        assert json.loads(json.dumps(data)) == data


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        dossier(desk(), "employment.escrot")

    assert caught.value.nearest[0] == "employment.escort"


def test_a_step_knows_where_it_comes_from_and_leads_to() -> None:
    known = about(dossier(desk(), "accommodation.hotel"))

    assert known["comes from"] == "entry.loverboy-seduction, entry.unaccompanied-minor-by-air"
    assert known["leads to"] == "employment.escort, employment.licensed-window"
    assert known["taken from"] == "no source: it is ours"
    assert known["status"].startswith("? unknown. ")


def test_a_weakness_of_its_barrier_touches_a_step_too() -> None:
    (text,) = section(dossier(desk(), "finance.laundering"), "Weaknesses that sources state")

    assert text == "Nothing is known of laundering by loverboys."


def test_an_actor_is_related_in_both_directions() -> None:
    assert about(dossier(desk(), "nl.traffic-police"))["part of"] == "National Police, nl.police (inferred)"
    assert about(dossier(desk(), "nl.police"))["has as part"] == "Traffic police, nl.traffic-police (inferred)"


def test_a_network_has_members() -> None:
    assert section(dossier(desk(), "nl.task-force"), "Members") == [
        "Chamber of Commerce (KvK) until February 2014 (stated)",
        "National Police until February 2014 (stated)",
    ]


def test_a_shell_is_of_a_relation_not_of_an_actor() -> None:
    made = dossier(desk(), "shell.3")

    assert about(made)["means"] == "unaware of the crime"
    assert about(made)["recorded"] == "1 of 2 facilitations with a shell"
    assert len(section(made, "Who stands in it")) == 1
    assert section(dossier(desk(), "shell.1"), "Who stands in it") == []


def test_a_track_counts_its_covered_steps() -> None:
    assert about(dossier(desk(), "loverboy"))["covered"] == "1 of 4 steps"


def test_a_fact_names_what_follows_from_it() -> None:
    made = dossier(desk(), "ceiling-c9971288da3a")

    assert [one.id for one in next(s for s in made.sections if s.heading == "Findings").entries] == [
        "paper-cover:nl:employment.escort"
    ]
    assert section(made, "Status of the step")[0].startswith("A source says that it is held only in part")


def test_the_strictest_handling_of_what_is_shown_governs() -> None:
    assert dossier(desk(), "finance.laundering").handling is Handling.PARTNERS
    assert dossier(desk(), "employment.escort").handling is Handling.PUBLIC


def test_a_statement_of_another_day_is_kept_and_said_not_to_count() -> None:
    later = Coverage(
        actor="nl.police",
        step="accommodation.hotel",
        power=Power.HINDER,
        state=State.WORKING,
        since=date(2020, 1, 1),
        country="NL",
    )
    changed = replace(model(), coverage=(*model().coverage, later))
    looked_at = build_graph(changed, "NL", "five-barriers")
    made = dossier(Desk(changed, (looked_at,), (audit_graph(looked_at, ""),)), "accommodation.hotel")

    (entry,) = made.sections[0].entries
    assert entry.text == "National Police: hinder, working (stated)"
    assert "so not counted in January 2014" in entry.more[0]
    assert about(made)["status"].startswith("? unknown. ")


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("employment.escort", (None, "five-barriers")),
        ("shelter", (None, "chain")),
        ("chain", (None, "chain")),
        ("nl", ("NL", None)),
        ("nl.police", ("NL", None)),
        ("cover-88e28ec459ca", ("NL", None)),
        ("paper-cover:nl:employment.escort", ("NL", None)),
        ("small-swot", (None, None)),
        ("nothing", (None, None)),
    ],
)
def test_an_id_belongs_to_a_country_or_a_script_or_to_all(name: str, home: tuple[str | None, str | None]) -> None:
    assert home_of(model(), name) == home


# Signals, practices, duties, leads


def test_a_step_tells_its_signals_and_what_answers_it() -> None:
    made = dossier(desk(), "employment.escort")

    assert section(made, "Signals that show here") == ["a permit for a business at a home address (stated)"]
    assert section(made, ANSWERS) == [
        "Practice of BE, to Netherlands: supervisors look for escorts where they advertise"
    ]


def test_a_barrier_tells_who_leads_and_what_answers_it_and_its_steps() -> None:
    assert section(dossier(desk(), "entry"), "Who leads") == [
        "National Police leads at Entry/recruitment and Employment (stated)"
    ]
    assert section(dossier(desk(), "finance"), "Who leads") == []
    assert section(dossier(desk(), "entry"), ANSWERS) == ["Practice of Netherlands: the police speaks at schools"]
    assert len(section(dossier(desk(), "employment"), ANSWERS)) == 1


def test_an_actor_tells_its_duties_in_both_directions() -> None:
    assert section(dossier(desk(), "nl.police"), "Duties to report") == [
        "Border Police (KMar) must report to National Police (stated)",
        "Safe house בית בטוח 🏠 need not report to National Police (stated)",
    ]
    assert section(dossier(desk(), "nl.border-police"), "Duties to report") == [
        "Border Police (KMar) must report to National Police (stated)"
    ]


def test_an_actor_tells_what_it_leads_notices_and_what_answers_it() -> None:
    assert len(section(dossier(desk(), "nl.police"), "Leads")) == 1
    chamber = dossier(desk(), "nl.chamber-of-commerce")
    assert section(chamber, "Signals that it notices, or could") == [
        "a permit for a business at a home address (stated)"
    ]
    assert section(chamber, ANSWERS) == [
        "Recommendation of those who wrote the guide, to Netherlands: give soft signals one desk"
    ]


def test_a_weakness_and_what_answers_it_know_of_one_another() -> None:
    weakness = dossier(desk(), "weakness-7896c86da47f")
    practice = dossier(desk(), "practice-5e1092beddf0")

    assert [one.partition(":")[0] for one in section(weakness, "What answers it")] == [
        "Practice of BE, to Netherlands",
        "Recommendation of those who wrote the guide, to Netherlands",
    ]
    assert section(practice, "Weaknesses that it would answer") == [weakness.name]
    assert section(practice, "What it answers") == ["Escort", "Municipality"]


def test_what_a_country_is_told_stands_before_what_others_are() -> None:
    to_others = replace(model().practices[0], receivers=("DK",), answers=("employment.escort",), country="INT")
    changed = replace(model(), practices=(to_others, *model().practices))
    looked_at = build_graph(changed, "NL", "five-barriers")
    made = dossier(Desk(changed, (looked_at,), (audit_graph(looked_at, ""),)), "weakness-7896c86da47f")

    assert [", to DK" in one for one in section(made, "What answers it")] == [False, False, True]


def test_a_practice_belongs_to_all_countries() -> None:
    assert home_of(model(), "practice-5e1092beddf0") == (None, None)


@pytest.mark.parametrize(
    ("at", "pages"),
    [
        ("p. 38", ["SWOT p. 38", "SWOT p. 38, fn 40"]),
        ("SWOT p. 38, fn 40", ["SWOT p. 38, fn 40"]),
        ("p. 38, fn 4", []),
        ("p. 36", ["SWOT p. 36", "SWOT pp. 36-37"]),
        ("pp. 35-36", ["SWOT p. 36", "SWOT pp. 36-37"]),
        ("p. 3", []),
        ("Other p. 38", []),
        ("ch. 3.2", ["Guide ch. 3.2"]),
        ("ch. 3", ["Guide ch. 3.2"]),
        ("ch. 3.20", []),
    ],
)
def test_a_place_is_found_by_page_chapter_and_footnote(at: str, pages: list[str]) -> None:
    made = dossier(desk(), "small-swot", at)
    facts = next(one for one in made.sections if one.heading == "Facts that cite this place")
    cited = {text.partition(" (")[0] for entry in facts.entries for text in entry.citations}

    assert sorted(at for at in cited if at.startswith(("SWOT p. 3", "SWOT pp. 3", "Guide"))) == pages
