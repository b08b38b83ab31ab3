"""`barriers show`: everything known about one id."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from loaders import load_model
from tests.cli.running import DATA, is_golden, run, shown
from viz.dossier import known_ids

KINDS = {
    "step": "employment.escort",
    "barrier": "employment",
    "track": "loverboy",
    "group": "minors",
    "script": "five-barriers",
    "crosswalk": "three-phases",
    "actor": "nl.chamber-of-commerce",
    "network": "nl.task-force",
    "shell": "shell.2",
    "source": "small-swot",
    "edition": "small-guide",
    "country": "NL",
    "question": "paper-cover",
    "finding": "paper-cover:nl:employment.escort",
    "cover": "cover-88e28ec459ca",
    "whole": "ceiling-c9971288da3a",
    "closed-list": "closed-list-9698b5c78425",
    "cooperation": "cooperation-073348e3d6eb",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_screen_is_golden(kind: str) -> None:
    assert is_golden(f"show-{kind}.txt", shown("show", KINDS[kind]))


def test_the_paper_is_golden() -> None:
    assert is_golden("show-step.md", shown("show", "employment.escort", "--format", "md"))


def test_every_id_of_the_model_can_be_shown_in_every_format() -> None:
    for name in known_ids(load_model(DATA).model):
        for wanted in ("table", "json"):
            assert run("show", name, "--format", wanted).exit_code == 0, name


def test_every_id_that_is_shown_can_be_shown() -> None:
    told = json.loads(shown("show", "small-swot", "--format", "json"))
    ids = {entry["id"] for section in told["sections"] for entry in section["entries"]}

    assert {run("show", name).exit_code for name in ids} == {0}


def test_a_double_role_is_seen_at_once() -> None:
    text = " ".join(shown("show", "nl.chamber-of-commerce").split())

    assert "state institution; stakeholder at 1 step; member of Task Force until February 2014" in text
    assert "facilitator in shell 3" in text
    assert "SWOT p. 20, fn 37 (small-swot, report)" in text


def test_a_step_tells_its_whole_story() -> None:
    text = " ".join(shown("show", "employment.escort").split())

    for part in (
        "/ short. A source says that it is held only in part",
        "National Police: detect, working (stated)",
        "Municipality: hinder, competent (inferred) may act; nothing is said of practice",
        "Soft signals of the Chamber of Commerce are not followed up.",
        "Remedy: Name one desk for soft signals.",
        "Loverboy, 3 of 4 steps",
        "sources say so: Escort: too little supervision",
        "data/nl/coverage.yml:",
    ):
        assert part in text


def test_a_source_lists_what_cites_it() -> None:
    told = json.loads(shown("show", "partner-paper", "--format", "json"))
    cited = {section["heading"]: len(section["entries"]) for section in told["sections"]}

    assert cited["Facts that cite it"] == 1
    assert told["handling"] == "partners"


def test_a_fact_of_a_later_day_is_shown_and_said_not_to_count() -> None:
    text = shown("show", "nl.police", "--as-of", "2013-01-01")

    assert "known from June 2013 on, so not counted in January 2013" in " ".join(text.split())


def test_printed_shares_of_a_survey_come_with_their_respondents() -> None:
    text = " ".join(shown("show", "cooperation-073348e3d6eb").split())

    assert "good 24.43 per cent" in text
    assert "24.43 cannot be a part of 14" in text
    assert "survey of 14 respondents" in text


def test_an_unknown_id_gets_the_nearest_ones() -> None:
    result = run("show", "employment.escrot")

    assert result.exit_code == 2
    assert "employment.escort" in result.stderr
    assert result.stdout == ""


def test_a_country_that_is_not_there_is_told() -> None:
    result = run("show", "entry", "--country", "DK")

    assert result.exit_code == 2
    assert "There is no country 'DK'. There are: NL." in result.stderr


def test_an_ids_case_is_forgiven_for_countries_only() -> None:
    assert run("show", "nl").exit_code == 0
    assert run("show", "NL.POLICE").exit_code == 2


def test_right_to_left_names_and_emoji_are_text() -> None:
    assert "Safe house בית בטוח 🏠" in shown("show", "nl.shelter")


def test_the_csv_has_a_row_for_each_thing_known() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("show", "employment.escort", "--format", "csv"))))

    assert {row["section"] for row in rows} >= {"about", "Who covers it", "Findings"}


# Several countries


def with_belgium(folder: Path) -> Path:
    (folder / "be").mkdir()
    (folder / "be/country.yml").write_text(
        "schema: 1\ncountry: {code: BE, name: Belgium, as_of: 2014-06-30, main_source: small-swot, about: nothing}\n"
        "actors:\n- {id: be.police, name: Federal Police, kind: police}\n",
        encoding="utf-8",
    )
    return folder


def test_a_step_tells_its_status_in_every_country(tmp_path: Path) -> None:
    text = shown("show", "employment.escort", "--add", with_belgium(tmp_path))

    assert re.search(r"^status NL +/ short\.", text, flags=re.MULTILINE)
    assert re.search(r"^status BE +\? unknown\.", text, flags=re.MULTILINE)


def test_one_country_may_be_chosen(tmp_path: Path) -> None:
    text = shown("show", "employment.escort", "--country", "be", "--add", with_belgium(tmp_path))

    assert re.search(r"^status +\? unknown\.", text, flags=re.MULTILINE)
    assert "Nobody is recorded here." in text


def test_an_actor_belongs_to_its_country(tmp_path: Path) -> None:
    text = shown("show", "be.police", "--add", with_belgium(tmp_path))

    assert re.search(r"^country +Belgium$", text, flags=re.MULTILINE)


def test_countries_are_audited_one_after_the_other(tmp_path: Path) -> None:
    data = json.loads(shown("audit", "--add", with_belgium(tmp_path), "--format", "json"))
    text = shown("audit", "--add", tmp_path)

    assert data["model"]["countries"] == ["BE", "NL"]
    assert data["model"]["as_of"] is None
    assert text.index("BELGIUM · June 2014") < text.index("NETHERLANDS · January 2014")


# On the bundled model


def test_the_dutch_chamber_of_commerce_is_institution_member_and_facilitator() -> None:
    text = " ".join(shown("show", "nl.chamber-of-commerce", data=None).split())

    assert "actor, state institution" in text
    assert re.search(r"member of Task Force until February 2014", text)
    assert "facilitator in shell 3" in text
    assert "NL SWOT p. 20, fn 37" in text


def test_the_dutch_escort_work_tells_its_story() -> None:
    text = " ".join(shown("show", "employment.escort", data=None).split())

    assert "/ short." in text
    assert "too little supervision" in text
    assert "sources say so:" in text
