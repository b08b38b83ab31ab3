"""`barriers compare`: countries side by side."""

import csv
import io
import json
import re
from pathlib import Path

import click
import pytest

from cli.completion import complete_scripts, complete_scripts_or_all
from cli.main import cli
from tests.cli.running import THREE, is_golden, run, shown
from tests.cli.test_audit_command import NEVER_ON_A_SCREEN

COUNTRIES = ("NL", "RO", "DK")


def compared(*arguments: str, **environment: str) -> str:
    result = run("compare", *COUNTRIES, *arguments, data=THREE, **environment)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_the_screen_is_golden(columns: int) -> None:
    assert is_golden(f"compare-{columns}.txt", compared(COLUMNS=str(columns)))


def test_everything_is_golden() -> None:
    assert is_golden("compare-all-80.txt", compared("--all"))


def test_the_paper_is_golden() -> None:
    assert is_golden("compare.md", compared("--format", "md"))


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 160])
def test_no_line_is_wider_than_the_screen_unless_it_is_to_be_copied(columns: int) -> None:
    for line in compared("--all", COLUMNS=str(columns)).splitlines():
        assert len(line) <= columns or "barriers compare" in line


@pytest.mark.parametrize("arguments", [(), ("--all",), ("--format", "md"), ("--script", "all", "--all")])
def test_no_word_of_the_method_and_no_percentage_reaches_a_screen(arguments: tuple[str, ...]) -> None:
    text = compared(*arguments)

    assert NEVER_ON_A_SCREEN.findall(text) == []
    assert "%" not in text


@pytest.mark.parametrize("wanted", ["table", "json", "csv", "md"])
def test_the_handling_is_printed_on_every_output(wanted: str) -> None:
    assert "restricted" in compared("--format", wanted)


def test_each_country_has_its_own_day_and_what_its_source_is_about_on_top() -> None:
    top = compared().splitlines()[:3]

    assert [" ".join(line.split()) for line in top] == [
        "NETHERLANDS NL · January 2014 · about minors only, 2013-14",
        "ROMANIA RO · January 2014 · about minors, in a few words",
        "DENMARK DK · December 2013 · about minors only",
    ]


def test_what_denmark_could_take_and_who_says_so() -> None:
    section = compared().split("WHAT DENMARK COULD TAKE")[1]

    assert "At airports somebody talks to all minors who arrive alone." in section
    assert "Unaccompanied minor by air: DK ? unknown, NL o detected, RO / limited" in section
    assert "shown by Netherlands, recommended to Denmark · SWOT p. 90" in section


def test_only_different_leaves_out_what_is_alike() -> None:
    rows = list(csv.DictReader(io.StringIO(compared("--format", "csv", "--only-different"))))

    assert {row["differs"] for row in rows} == {"yes"}
    assert "accommodation.overcrowded-rental" not in {row["step"] for row in rows}
    assert "Overcrowded rental" not in compared("--only-different", "--all").split("WHAT ")[0]


def test_steps_that_are_alike_are_in_short_one_row() -> None:
    two = ("compare", "RO", "DK")

    assert "2 of 3 steps" in shown(*two, data=THREE)
    assert "Home work" in shown(*two, "--all", data=THREE)
    assert "2 of 3 steps" not in shown(*two, "--all", data=THREE)


def test_all_scripts_come_one_after_the_other() -> None:
    text = compared("--script", "all")
    data = json.loads(compared("--script", "all", "--format", "json"))

    assert re.findall(r"script (\S+) ·", text) == ["five-barriers", "chain"]
    assert data["model"]["scripts"] == ["five-barriers", "chain"]
    assert "Next: barriers compare NL RO DK --all --data data-three\n" in text
    assert "Next: barriers compare NL RO DK --all --data data-three --script chain\n" in text


def test_the_other_scripts_are_proposed_where_practices_answer_them() -> None:
    assert "      barriers compare NL RO DK --data data-three --script all\n" in compared()


def test_the_csv_has_a_row_for_each_step_with_practices() -> None:
    rows = {row["step"]: row for row in csv.DictReader(io.StringIO(compared("--format", "csv")))}

    assert rows["finance.laundering"]["DK status"] == "covered"
    assert rows["finance.laundering"]["DK who"] == "Politi [DK] sanctions"
    assert rows["finance.laundering"]["DK practices"] == ""
    assert "shown by Denmark, recommended to Romania: SWOT p. 93" in rows["finance.laundering"]["RO practices"]


def test_a_file_is_written(tmp_path: Path) -> None:
    result = run("compare", *COUNTRIES, "-o", tmp_path / "compare.md", data=THREE)

    assert result.exit_code == 0
    assert (tmp_path / "compare.md").read_text(encoding="utf-8") == compared("--format", "md")


def test_filters_are_said() -> None:
    text = " ".join(compared("--form", "labour", "--as-of", "2014-06-01").split())

    assert "Only steps for labour exploitation; the rest is left out." in text
    assert "Looked at on 1 June 2014; the main source speaks for 31 January 2014." in text


def test_no_country_means_all_that_are_there_and_one_is_not_enough() -> None:
    assert "DENMARK" in shown("compare", data=THREE)
    result = run("compare", "NL", "nl", data=THREE)

    assert result.exit_code == 2
    assert "Two countries or more are wanted to compare; there is only NL." in result.stderr


@pytest.mark.parametrize("wanted", ["table", "json", "csv", "md"])
def test_differences_are_no_reason_to_fail_and_the_same_bytes_come_twice(wanted: str) -> None:
    first, second = (run("compare", *COUNTRIES, "--format", wanted, data=THREE) for _ in range(2))

    assert first.exit_code == 0
    assert first.stdout_bytes == second.stdout_bytes


def test_completion_knows_the_word_for_all_scripts_where_it_may_be_used() -> None:
    command = cli.get_command(click.Context(cli), "compare")
    assert command is not None
    context = click.Context(command)
    context.params["data"] = THREE
    (script,) = (option for option in command.params if option.name == "script")

    assert [item.value for item in script.shell_complete(context, "a")] == ["all"]
    assert [item.value for item in script.shell_complete(context, "five")] == ["five-barriers"]
    assert [item.value for item in command.params[0].shell_complete(context, "d")] == ["DK"]
    assert complete_scripts is not complete_scripts_or_all


# On the bundled model


def test_the_bundled_countries_fit_80_columns_and_tell_what_denmark_could_take() -> None:
    text = shown("compare", *COUNTRIES, data=None)

    assert "WHAT DENMARK COULD TAKE" in text
    assert "shown by Netherlands" in text.split("WHAT DENMARK COULD TAKE")[1]
    assert max(map(len, text.splitlines())) <= 80
    assert NEVER_ON_A_SCREEN.findall(text) == []
