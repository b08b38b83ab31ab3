"""`barriers audit`, as a reader and as another tool see it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.running import DATA, THREE, is_golden, run, shown

NEVER_ON_A_SCREEN = re.compile(r"(?i)(?<![\w.-])(worlds?|ceilings?|readings?|certain|possible)(?![\w-])")


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_the_screen_is_golden(columns: int) -> None:
    assert is_golden(f"audit-{columns}.txt", shown("audit", "NL", COLUMNS=str(columns)))


def test_everything_is_golden() -> None:
    assert is_golden("audit-all-80.txt", shown("audit", "NL", "--all"))
    assert is_golden("audit-all-160.txt", shown("audit", "NL", "--all", COLUMNS="160"))


def test_the_paper_is_golden() -> None:
    assert is_golden("audit.md", shown("audit", "NL", "--format", "md"))
    assert is_golden("audit-all.md", shown("audit", "NL", "--all", "--format", "md"))


def test_in_a_window_of_24_lines_the_short_view_fits_with_the_command_and_the_prompt() -> None:
    text = shown("audit", "NL", LINES="24")

    assert is_golden("audit-80x24.txt", text)
    assert text.count("\n") <= 23


@pytest.mark.parametrize("lines", [1, 10, 16, 20, 22, 30, 50])
def test_a_window_of_any_height_shows_a_gap_and_how_much_there_is_of_the_rest(lines: int) -> None:
    text = shown("audit", "NL", LINES=str(lines))

    assert " 1 Minors" in text
    assert "OPEN QUESTIONS: 18" in text
    assert "Whom to ask first" in text


def test_no_line_is_wider_than_the_screen_unless_it_is_to_be_copied() -> None:
    for columns in (40, 60, 80, 100, 120, 160, 300):
        for line in shown("audit", "NL", "--all", COLUMNS=str(columns)).splitlines():
            assert len(line) <= min(columns, 160) or " id      " in line or "barriers show" in line


def test_the_words_of_the_method_never_reach_a_screen() -> None:
    for arguments in ((), ("--all",), ("--format", "md"), ("--all", "--format", "md")):
        assert NEVER_ON_A_SCREEN.findall(shown("audit", "NL", *arguments)) == []


def test_no_percentage_is_printed() -> None:
    assert "%" not in shown("audit", "NL", "--all")


def test_names_with_brackets_emoji_names_and_foreign_letters_are_text() -> None:
    text = shown("audit", "NL", "--all", COLUMNS="160")

    assert "Landlords [bold]of rooms[/bold] :house:" in text
    assert "Forged passport [of somebody older]" in text


@pytest.mark.parametrize("wanted", ["table", "json", "csv", "md"])
def test_the_handling_is_printed_on_every_output(wanted: str) -> None:
    assert "partners" in shown("audit", "NL", "--format", wanted)


def test_filters_and_another_day_are_said() -> None:
    text = shown("audit", "NL", "--as-of", "2015-03-01", "--form", "sexual", "--group", "girls", "--basis", "stated")

    assert "Looked at on 1 March 2015; the main source speaks for 31 January 2014." in text
    assert "Only steps for sexual exploitation, the group girls and facts that a source states;" in " ".join(
        text.split()
    )


def test_the_countrys_own_day_is_no_change() -> None:
    assert "Looked at" not in shown("audit", "NL", "--as-of", "2014-01-31")


def test_what_to_type_next_looks_at_the_same_data() -> None:
    text = shown("audit", "NL", "--script", "chain")

    assert "barriers audit NL --all --data data --script chain\n" in text
    assert "barriers show shelter.safe-house --country NL --data data --script chain\n" in text


def test_without_a_country_all_that_are_there_are_audited() -> None:
    assert shown("audit") == shown("audit", "NL")


def test_a_country_may_be_written_small_and_twice() -> None:
    assert shown("audit", "nl", "NL") == shown("audit", "NL")


def test_three_countries_come_one_after_the_other() -> None:
    text = shown("audit", data=THREE)

    assert re.findall(r"^([A-Z]+) · ", text, flags=re.MULTILINE) == ["DENMARK", "NETHERLANDS", "ROMANIA"]
    assert text.count("\nNext: ") == 3


def test_every_script_is_audited_after_the_other() -> None:
    text = shown("audit", "NL", "--script", "all")
    data = json.loads(shown("audit", "NL", "--script", "all", "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(shown("audit", "NL", "--script", "all", "--format", "csv"))))

    titles = re.findall(r"^What sources say .* \((\w+ \w+)", text, flags=re.MULTILINE)
    assert titles == ["Five barriers", "The chain"]
    assert data["model"]["script"] is None
    assert data["model"]["scripts"] == ["five-barriers", "chain"]
    assert data["model"]["countries"] == ["NL"]
    for kind in ("steps", "findings"):
        assert {one["script"] for one in data[kind]} == {"five-barriers", "chain"}
    assert [row["id"] for row in rows] == [one["id"] for one in data["findings"]]
    assert {row["script"] for row in rows} == {"five-barriers", "chain"}
    assert "Script The chain of care, shortened for tests, 1 step." in shown(
        "audit", "NL", "--script", "all", "--format", "md"
    )


def test_the_next_command_names_the_script_only_where_it_is_not_the_usual_one() -> None:
    for asked in ((), ("--script", "five-barriers")):
        assert "--script" not in shown("audit", "NL", *asked).split("Next:")[1]
    assert re.findall(r"--script \S+", shown("audit", "NL", "--script", "all")) == ["--script chain"] * 2


def test_a_script_without_the_group_is_left_out_and_that_is_said() -> None:
    result = run("audit", "NL", "--script", "all", "--group", "children")

    assert result.stderr == "The script five-barriers has no group children and is left out.\n"
    assert "script chain" in result.stdout
    assert "Nearest: children." in run("audit", "NL", "--script", "all", "--group", "childen").stderr


# Exit codes


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--fail-on", "certain"), 1),
        (("--fail-on", "never"), 0),
        (("--fail-on", "possible"), 1),
        (("--script", "chain"), 0),
        (("--script", "chain", "--fail-on", "possible"), 1),
        (("--fail-on", "perhaps"), 2),
    ],
)
def test_the_exit_code_says_whether_something_was_found(arguments: tuple[str, ...], code: int) -> None:
    assert run("audit", "NL", *arguments).exit_code == code


def test_the_format_does_not_change_the_exit_code() -> None:
    for wanted in ("json", "csv", "md"):
        assert run("audit", "NL", "--format", wanted).exit_code == 1


# For other tools


def test_the_json_has_the_names_that_are_promised() -> None:
    data = json.loads(shown("audit", "NL", "--format", "json"))

    assert data["schema"] == 2
    assert data["model"].keys() >= {"countries", "script", "as_of", "handling", "digest"}
    assert data["model"]["countries"] == ["NL"]
    assert data["model"]["as_of"] == "2014-01-31"
    assert data["steps"][0].keys() >= {"id", "barrier", "status", "intervening"}
    promised = {"id", "question", "certainty", "severity", "subject", "title", "count", "of", "facts", "citations"}
    assert data["findings"][0].keys() >= promised | {"ask", "remedies"}


def test_a_citation_is_readable_and_an_interviewee_never_looks_like_a_law() -> None:
    findings = {one["id"]: one for one in json.loads(shown("audit", "NL", "--format", "json"))["findings"]}
    forged = findings["detected-only:nl:identity.forged-passport"]
    registry = findings["dual-role:nl:five-barriers:nl.chamber-of-commerce"]

    assert forged["citations"] == ["SWOT p. 50 (small-swot, one interviewee)"]
    assert "SWOT p. 51 (small-swot, survey of 14 respondents)" in registry["citations"]


def test_the_same_bytes_come_twice() -> None:
    for wanted in ("table", "json", "csv", "md"):
        first, second = (run("audit", "NL", "--format", wanted).stdout_bytes for _ in range(2))

        assert first == second


def test_the_json_keeps_letters_as_they_are_and_sorts_its_keys() -> None:
    text = shown("matrix", "NL", "--format", "json")

    assert "\\u" not in text
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def test_the_csv_has_a_header_and_one_row_for_each_finding() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("audit", "NL", "--format", "csv"))))
    data = json.loads(shown("audit", "NL", "--format", "json"))

    assert [row["id"] for row in rows] == [one["id"] for one in data["findings"]]


# On the bundled model


def test_the_audit_of_the_netherlands_fits_a_window_of_80_by_24_with_every_gap_that_sources_state() -> None:
    text = shown("audit", "NL", data=None, LINES="24")

    assert text.count("\n") <= 23
    assert text.startswith("NETHERLANDS · situation in January 2014 · about minors")
    number = int(re.search(r"GAPS THAT SOURCES STATE: (\d+)", text)[1])
    assert [int(one) for one in re.findall(r"^ ?(\d+) [A-Z]", text, re.MULTILINE)] == list(range(1, number + 1))


def test_the_audit_of_the_netherlands_has_thirty_steps_over_five_barriers_and_cited_findings() -> None:
    data = json.loads(shown("audit", "NL", "--format", "json", data=None))
    said = [one for one in data["findings"] if one["certainty"] == "certain"]

    assert len(data["steps"]) >= 30
    assert len({step["barrier"] for step in data["steps"]}) == 5
    assert said
    assert all(one["citations"] and one["facts"] for one in said)


def test_no_word_of_the_method_and_no_percentage_in_the_audit_of_the_netherlands() -> None:
    text = shown("audit", "NL", "--all", data=None)

    assert "%" not in text
    assert NEVER_ON_A_SCREEN.findall(text) == []


def test_only_the_countries_asked_for_are_read(tmp_path: Path) -> None:
    broken = tmp_path / "ro"
    broken.mkdir()
    (broken / "country.yml").write_text("schema: [", encoding="utf-8")

    assert run("audit", "NL", "--add", tmp_path).exit_code == 1
    assert run("audit", "--add", tmp_path).exit_code == 3
    assert DATA.is_dir()


def test_json_tells_what_begins_later_and_what_has_moved_as_the_screen_does() -> None:
    """Nothing has moved on a country's own day; on another each step of another status is named, with both."""
    (own,) = json.loads(shown("audit", "NL", "--format", "json", data=None))["other_days"]
    late = json.loads(shown("audit", "NL", "--as-of", "2025-12-31", "--format", "json", data=None))
    (moved,) = late["other_days"]
    now = {step["id"]: step["status"] for step in late["steps"]}
    screen = " ".join(shown("audit", "NL", "--as-of", "2025-12-31", data=None).split())

    assert (own["moved"], own["no_longer_stated"]) == ([], [])
    assert own["later_facts"] > moved["later_facts"]
    assert all(now[one["step"]] == one["now"] != one["before"] for one in moved["moved"])
    assert f"On 31 January 2014, {len(moved['moved'])} of {len(now)} steps had another status." in screen
    assert f"{moved['later_facts']} later facts are left out here" in screen
