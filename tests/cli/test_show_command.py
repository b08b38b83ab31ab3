"""`barriers show`: everything known about one id."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from loaders import load_model
from tests.cli.running import DATA, is_golden, run, shown
from viz.reports.profile import known_ids

KINDS = {
    "step": "employment.escort",
    "barrier": "employment",
    "route": "loverboy",
    "group": "minors",
    "script": "five-barriers",
    "crosswalk": "three-phases",
    "actor": "nl.chamber-of-commerce",
    "network": "nl.task-force",
    "shell": "shell.2",
    "source": "small-swot",
    "edition": "small-guide",
    "country": "NL",
    "question": "insufficient-cover",
    "finding": "insufficient-cover:nl:employment.escort",
    "cover": "cover-88e28ec459ca",
    "whole": "ceiling-c9971288da3a",
    "complete-list": "complete-list-9698b5c78425",
    "cooperation": "cooperation-073348e3d6eb",
    "weakness": "weakness-7896c86da47f",
    "duty": "duty-e854f6fb8b90",
    "coordinator": "coordinator-0dc4022edc38",
    "signal": "signal-7f6b71b3f8c4",
    "practice": "practice-5e1092beddf0",
    "figure": "figure-0fc21112e0e1",
    "statement": "statement-b74dede3f66d",
    "swot": "swot-ceba44709ead",
    "indicators": "indicators-05142647695d",
    "place": "SWOT p. 38",
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
    text = " ".join(shown("show", "employment.escort", "--all", "--ids").split())

    for part in (
        "< insufficient. A source says that too little is done",
        "National Police: detect, active (stated)",
        "Municipality: hinder, mandate (inferred) may act; nothing is said of practice",
        "Soft signals of the Chamber of Commerce are not followed up.",
        "Remedy: Name one desk for soft signals.",
        "Loverboy, 3 of 4 steps",
        "sources state: Escort: too little supervision",
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


# Backwards: what cites a place


@pytest.mark.parametrize(
    "asked", [["SWOT p. 38"], ["swot  P. 38"], ["small-swot SWOT p. 38"], ["small-swot", "--at", "p. 38"]]
)
def test_a_place_lists_what_cites_it(asked: list[str]) -> None:
    told = json.loads(shown("show", *asked, "--format", "json"))
    cited = {section["heading"]: [entry["id"] for entry in section["entries"]] for section in told["sections"]}

    assert cited["Facts that cite this place"] == [
        "signal-871d787384bc",
        "practice-5e1092beddf0",
        "practice-a8ebdb90179b",
    ]


def test_the_words_that_stand_at_a_place_are_shown() -> None:
    text = " ".join(shown("show", "SWOT p. 37", "--all").split())

    assert "SWOT pp. 36-37, lines 8 to 9: “escort and home work”" in text
    assert "PARTS OF SCRIPTS TAKEN FROM IT (2)" in text


def test_a_place_that_nothing_cites_is_told_so_in_its_source_and_is_unknown_without() -> None:
    assert "None in the countries looked at." in shown("show", "small-swot", "--at", "p. 999")
    assert run("show", "SWOT p. 999").exit_code == 2


def test_a_place_is_one_in_a_source() -> None:
    result = run("show", "nl.police", "--at", "p. 3")

    assert result.exit_code == 2
    assert "There is no source 'nl.police'." in result.stderr


@pytest.mark.parametrize("name", ["NL", "small-swot", "figure-647d7bd5f389", "figure-bfd70cb9466b", "SWOT p. 60"])
def test_no_percentage_stands_without_those_that_it_is_a_share_of(name: str) -> None:
    told = json.loads(shown("show", name, "--format", "json"))
    texts = [told["name"], *(entry["text"] for section in told["sections"] for entry in section["entries"])]
    shares = [text for text in texts if "per cent" in text]

    assert shares
    for text in shares:
        assert re.search(r"per cent;? of (\d+ respondents|a whole that is not printed)", text), text


def test_figures_in_conflict_stand_side_by_side() -> None:
    told = json.loads(shown("show", "NL", "--format", "json"))
    (victims,) = (section["entries"] for section in told["sections"] if section["heading"] == "Figures: victims")

    assert [entry["text"] for entry in victims] == [
        "minors assisted, 2013: 291 of 896 minors identified",
        "minors assisted, 2013: 359 of 896 minors identified",
    ]
    assert "in conflict with 291 of 896 minors identified: SWOT p. 6 (small-swot, report)" in victims[1]["more"][0]
    assert victims[1]["citations"] == ["SWOT p. 5 (small-swot, report)"]


def test_statements_that_cannot_both_be_true_stand_side_by_side() -> None:
    """The second one came in 2015, so until then there is nothing to weigh."""
    text = " ".join(shown("show", "employment.escort", "--all").split())

    assert "who supervises escort work: the municipality. The municipality gives out the permits" in text
    assert "in conflict with “nobody in particular”: SWOT p. 51 (small-swot, one interviewee)" in text
    assert "known from March 2015 on, so not counted in January 2014" in text


def test_a_finding_outside_the_steps_can_be_shown_from_the_day_on_which_both_statements_are_there() -> None:
    finding = "contradiction:nl:five-barriers:who-supervises-escort-work"
    text = " ".join(shown("show", finding, "--as-of", "2015-03-01").split())

    assert text.startswith("Who supervises escort work: sources disagree finding that sources state")
    assert "count 2 of 2: statements that cannot all be true, of the statements on the step or topic" in text
    assert "FACTS THAT IT RESTS ON (2)" in text
    assert run("show", finding).exit_code == 2


def test_points_that_are_not_known_are_said_not_to_be_known_and_are_no_zero() -> None:
    told = json.loads(shown("show", "nl.border-police", "--format", "json"))
    (entry,) = next(one["entries"] for one in told["sections"] if one["heading"].startswith("Lists of indicators"))

    assert entry["more"][0] == "each indicator carries points; how many is not known; the sum that counts is not known"
    assert not re.search(r"\b0\b|\bzero\b", " ".join([entry["text"], *entry["more"]]))


def test_an_unknown_id_gets_the_nearest_ones() -> None:
    result = run("show", "employment.escrot")

    assert result.exit_code == 2
    assert "employment.escort" in result.stderr
    assert result.stdout == ""


def test_a_country_that_is_not_there_is_told() -> None:
    result = run("show", "entry", "--country", "DK")

    assert result.exit_code == 2
    assert "There is no country 'DK'. There are: NL." in result.stderr


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("nl", "NL"),
        ("netherlands", "NL"),
        ("Nederland", "NL"),
        ("NL.POLICE", "nl.police"),
        ("kvk", "nl.chamber-of-commerce"),
        ("KAMER VAN KOOPHANDEL", "nl.chamber-of-commerce"),
        ("koophandel", "nl.chamber-of-commerce"),
        ("chamber", "nl.chamber-of-commerce"),
        ("Small SWOT", "small-swot"),
        ("escort", "employment.escort"),
        ("which steps depend on one stakeholder", "single-stakeholder"),
    ],
)
def test_a_name_works_like_an_id_in_any_case(asked: str, id_: str) -> None:
    assert shown("show", asked) == shown("show", id_)


def test_things_that_share_a_name_are_listed_with_the_command_for_each() -> None:
    told = json.loads(shown("show", "police", "--format", "json"))

    assert [one["id"] for one in told["matches"]] == ["nl.border-police", "nl.police", "nl.traffic-police"]
    assert "“POLICE” CAN BE ANY OF THESE 3" in shown("show", "police")
    assert "Next: barriers show nl.border-police --data data" in shown("show", "police")


def test_a_name_that_nothing_has_gets_the_nearest_names() -> None:
    result = run("show", "Chamber of Comerce")

    assert result.exit_code == 2
    assert "Nearest: Chamber of Commerce" in result.stderr


# How deep, and from which source


def sections_of(*arguments: str) -> dict[str, int]:
    told = json.loads(shown("show", *arguments, "--format", "json"))
    return {section["heading"]: len(section["entries"]) for section in told["sections"]}


def test_the_first_screen_counts_what_it_does_not_tell_and_says_how_to_see_it() -> None:
    text = shown("show", "small-swot")

    assert "FACTS THAT CITE IT (36)" in text
    assert "  and 32 more\n" in text
    assert "Also on record: Places that are cited (32)." in text
    assert text.endswith(
        "Next: barriers show small-swot --data data --depth 2\n      barriers show small-swot --data data --all\n"
    )


def test_the_second_depth_tells_every_entry_and_the_third_everything_of_each() -> None:
    second, third = (" ".join(shown("show", "nl.chamber-of-commerce", "--depth", depth).split()) for depth in "23")

    assert "Recommendation of those who wrote the guide, to Netherlands: give soft signals one desk" in second
    assert "Remedy: Name one desk for soft signals." not in second
    assert "Remedy: Name one desk for soft signals." in third
    assert shown("show", "nl.chamber-of-commerce", "--all") == shown("show", "nl.chamber-of-commerce", "--depth", "3")


def test_ids_of_facts_are_told_where_they_are_asked_for() -> None:
    assert "cover-ad6ec9af917a" not in shown("show", "nl.chamber-of-commerce", "--all")
    assert "cover-ad6ec9af917a  data/nl/coverage.yml:38" in shown("show", "nl.chamber-of-commerce", "--all", "--ids")


def test_one_source_alone_is_told_with_how_much_others_add() -> None:
    whole = sections_of("employment.escort")
    part = json.loads(shown("show", "employment.escort", "--source", "law-book", "--format", "json"))
    entries = [entry for section in part["sections"] for entry in section["entries"]]

    assert [entry["citations"] for entry in entries if entry["citations"]] == [["art. 3 (law-book, law)"]]
    assert part["other_sources"] == sum(whole.values()) - len(entries)
    assert f"Without --source: {part['other_sources']} entries more." in shown(
        "show", "employment.escort", "--source", "law-book"
    )


def test_a_source_that_says_nothing_of_it_is_not_taken_for_a_gap() -> None:
    text = shown("show", "nl.shelter", "--source", "law-book")

    assert "Nothing is on record that this source says of it." in text
    assert "No step" not in text


def test_what_is_known_elsewhere_is_counted(tmp_path: Path) -> None:
    folder = with_belgium(tmp_path)
    (folder / "be/coverage.yml").write_text(
        "schema: 2\ncoverage:\n- {actor: nl.police, step: accommodation.hotel, power: hinder, state: active, "
        "citations: [{source: small-swot, at: SWOT p. 90}]}\n",
        encoding="utf-8",
    )
    text = shown("show", "nl.police", "--add", folder)

    assert "On record in other countries: 1 in Belgium (--country BE)." in text
    assert "Belgium: National Police: hinder" in shown("show", "accommodation.hotel", "--add", folder)


def test_right_to_left_names_and_emoji_are_text() -> None:
    assert "Safe house בית בטוח 🏠" in shown("show", "nl.shelter")


def test_the_csv_has_a_row_for_each_thing_known() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("show", "employment.escort", "--format", "csv"))))

    assert {row["section"] for row in rows} >= {"about", "Who covers it", "Findings"}


# Several countries


def with_belgium(folder: Path) -> Path:
    (folder / "be").mkdir()
    (folder / "be/country.yml").write_text(
        "schema: 2\ncountry: {code: BE, name: Belgium, as_of: 2014-06-30, main_source: small-swot, about: nothing}\n"
        "actors:\n- {id: be.police, name: Federal Police, kind: police}\n",
        encoding="utf-8",
    )
    return folder


def test_a_step_tells_its_status_in_every_country(tmp_path: Path) -> None:
    text = shown("show", "employment.escort", "--add", with_belgium(tmp_path))

    assert re.search(r"^status NL +< insufficient\.", text, flags=re.MULTILINE)
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
    assert text.index("BELGIUM · situation in June 2014") < text.index("NETHERLANDS · situation in January 2014")


def test_a_practice_is_shown_in_the_country_that_it_is_meant_for(tmp_path: Path) -> None:
    (with_belgium(tmp_path) / "be/practices.yml").write_text(
        "schema: 2\npractices:\n- {says: look at hotels, kind: practice, giver: BE, receivers: [NL], "
        "answers: [accommodation.hotel], citations: [{source: small-swot, at: SWOT p. 70}]}\n",
        encoding="utf-8",
    )

    assert "Practice of Belgium, to Netherlands: look at hotels" in shown("show", "NL", "--add", tmp_path)
    assert "Practice of Belgium, to Netherlands: look at hotels" in shown("show", "BE", "--add", tmp_path)


def test_what_belongs_to_no_country_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "practices.yml").write_text(
        "schema: 2\nof: INT\npractices:\n- {says: look at hotels, kind: recommendation, giver: GRETA, "
        "answers: [accommodation.hotel], citations: [{source: small-swot, at: SWOT p. 70}]}\n"
        "signals:\n- {says: cash, steps: [accommodation.hotel], citations: [{source: small-swot, at: SWOT p. 71}]}\n",
        encoding="utf-8",
    )
    told = json.loads(shown("show", "accommodation.hotel", "--add", tmp_path, "--format", "json"))
    ids = [entry["id"] for section in told["sections"] for entry in section["entries"] if entry["place"]]

    assert len(ids) == 3
    assert {run("show", name, "--add", tmp_path).exit_code for name in ids} == {0}


# On the bundled model


def test_the_dutch_chamber_of_commerce_is_institution_member_and_facilitator() -> None:
    text = " ".join(shown("show", "nl.chamber-of-commerce", data=None).split())

    assert "actor, state institution" in text
    assert re.search(r"member of Task Force until February 2014", text)
    assert "facilitator in shell 3" in text
    assert "NL SWOT p. 20, fn 37" in text


def test_the_dutch_escort_work_tells_its_story() -> None:
    text = " ".join(shown("show", "employment.escort", data=None).split())

    assert "< insufficient." in text
    assert "too little supervision" in text
    assert "sources state:" in text


def test_the_points_system_of_the_dutch_prosecution_has_points_that_nobody_knows() -> None:
    text = " ".join(shown("show", "nl.prosecution", "--all", data=None).split())
    _, _, lists = text.partition("LISTS OF INDICATORS THAT IT MADE OR USES")
    told, _, _ = lists.partition("NL SWOT p.")

    assert "Points System of the Public Prosecutor’s Office: signs that somebody is a victim" in told
    assert "each indicator carries points; how many is not known" in told
    assert "the sum that counts is not known" in told
    assert not re.search(r"\b0\b|\bzero\b", told)


def test_the_danish_points_are_targets_and_no_signs_of_a_victim() -> None:
    text = " ".join(shown("show", "dk.police", "--all", data=None).split())

    assert "Points for the Danish police: targets for an office, not signs of a victim" in text
    assert "Points System" not in text.replace("Not to be mistaken for the Dutch Points System.", "")


def test_who_has_fourteen_weeks_of_training_is_in_dispute_from_december_2014_on() -> None:
    topic = "which-dutch-police-have-the-fourteen-weeks-of-training-that-a-danish-officer-tells-of"
    finding = f"contradiction:nl:five-barriers:{topic}"
    text = " ".join(shown("show", finding, "--as-of", "2014-12-31", data=None).split())

    assert text.startswith(
        "Which Dutch police have the fourteen weeks of training that a Danish officer tells of: sources"
    )
    assert "Guide ch. 4.3 (guide-chapters, report)" in text
    assert run("show", finding, data=None).exit_code == 2


def test_the_netherlands_list_what_their_analysis_says_kind_by_kind_and_their_indicators() -> None:
    told = json.loads(shown("show", "NL", "--format", "json", data=None))
    sections = {section["heading"]: section["entries"] for section in told["sections"]}
    lists = {heading: len(entries) for heading, entries in sections.items() if heading.endswith("SWOT analysis")}

    assert lists == {
        "Strengths in its SWOT analysis": 55,
        "Weaknesses in its SWOT analysis": 104,
        "Opportunities in its SWOT analysis": 46,
        "Threats in its SWOT analysis": 44,
        "Solutions in its SWOT analysis": 101,
    }
    assert len(sections["Lists of indicators"]) == 2
    assert sections["Statements outside the steps"]
