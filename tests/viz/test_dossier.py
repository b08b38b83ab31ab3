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
