"""The options that commands share, and completion in the shell."""

import json
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete

from barriers.words import Basis, Certainty, Form, Priority
from cli.commands.audit import FAIL_ON
from cli.main import cli
from cli.narrowing import PRIORITIES, SORTS
from cli.options import BASES, FORMATS, FORMS, Asked
from tests.cli.running import DATA, run, shown
from viz.reports.entries import ORDERS


def completed(*words: str) -> list[str]:
    """What the shell offers for the last of these words."""
    *before, incomplete = words
    shell = BashComplete(cli, {}, "barriers", "_BARRIERS_COMPLETE")
    return [item.value for item in shell.get_completions(before, incomplete)]


def test_the_words_of_the_options_are_those_of_the_model() -> None:
    assert list(Form) == list(FORMS)
    assert list(Basis) == list(BASES)
    assert {certainty.value for certainty in Certainty} | {"never"} == set(FAIL_ON)
    assert tuple(Priority) == PRIORITIES
    assert ORDERS == SORTS


@pytest.mark.parametrize("ending", FORMATS[1:])
def test_the_ending_of_the_file_is_the_format(ending: str, tmp_path: Path) -> None:
    run("matrix", "NL", "-o", tmp_path / f"file.{ending}")
    run("matrix", "NL", "--format", ending, "-o", tmp_path / "file")

    assert (tmp_path / f"file.{ending}").read_bytes() == (tmp_path / "file").read_bytes()


@pytest.mark.parametrize("name", ["Netherlands", "nederland", "NEDERLAND", "nl"])
def test_a_country_is_understood_by_its_name(name: str) -> None:
    assert shown("matrix", name) == shown("matrix", "NL")
    assert shown("audit", name) == shown("audit", "NL")
    assert shown("show", name) == shown("show", "NL")


def test_a_country_that_nothing_is_called_is_told_with_those_there_are() -> None:
    result = run("audit", "Nethrlands")

    assert result.exit_code == 2
    assert "There is no country 'Nethrlands'. Nearest: Netherlands, Nederland. There are: NL." in result.stderr


def test_a_group_and_a_script_are_understood_by_their_names() -> None:
    by_name = shown("audit", "NL", "--group", "Bóys", "--script", "Five barriers", "--format", "json")

    assert by_name == shown("audit", "NL", "--group", "boys", "--format", "json")


@pytest.mark.parametrize("name", ["2013", "2013-12", "31-12-2013", "31.12.2013"])
def test_a_day_is_understood_in_several_ways(name: str) -> None:
    assert shown("audit", "--as-of", name) == shown("audit", "--as-of", "2013-12-31")


@pytest.mark.parametrize("name", ["file.txt", "file.TXT", "file"])
def test_a_text_file_and_one_without_an_ending_hold_what_a_terminal_shows(name: str, tmp_path: Path) -> None:
    run("matrix", "NL", "-o", tmp_path / name)

    assert (tmp_path / name).read_text(encoding="utf-8") == run("matrix", "NL").stdout


def test_a_dash_is_stdout() -> None:
    assert shown("matrix", "NL", "-o", "-") == shown("matrix", "NL")


def test_a_file_is_added_on_top_of_the_data(tmp_path: Path) -> None:
    extra = tmp_path / "extra.yml"
    extra.write_text(
        "schema: 2\nof: NL\ncoverage:\n- {actor: nl.shelter, step: accommodation.hotel, power: hinder, state: active, "
        "citations: [{source: small-swot, at: SWOT p. 99}]}\n",
        encoding="utf-8",
    )

    steps = {
        step["id"]: step["status"]
        for step in json.loads(shown("audit", "NL", "--add", extra, "--format", "json"))["steps"]
    }

    assert steps["accommodation.hotel"] == "covered"


def test_options_are_repeated_for_the_next_command_as_the_shell_needs_them() -> None:
    asked = Asked(data=Path("my data"), add=(Path("more"),), script="chain")

    assert asked.again() == " --data 'my data' --add more --script chain"
    assert Asked().again() == ""
    assert Asked(form="labour", group="girls").again() == " --form labour --group girls"
    assert Asked(form="labour", group="girls").unfiltered().again() == ""


def test_the_only_script_is_taken_where_the_usual_one_is_missing(tmp_path: Path) -> None:
    for name in ("sources.yml", "scripts/chain.yml", "nl/country.yml", "nl/actors.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = (DATA / name).read_text(encoding="utf-8").replace("group: girls", "group: children")
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert "(The chain of care" in " ".join(shown("audit", "NL", data=tmp_path).split())

    (tmp_path / "scripts/other.yml").write_text(
        (DATA / "scripts/chain.yml").read_text(encoding="utf-8").replace("chain", "other").replace("shelter", "home")
        .replace("children", "young"),
        encoding="utf-8",
    )  # fmt: skip
    result = run("audit", "NL", data=tmp_path)

    assert result.exit_code == 2
    assert "This data has no script five-barriers; choose one with --script: chain, other." in result.stderr


# Completion


def test_ids_and_country_codes_are_completed() -> None:
    assert completed("audit", "--data", str(DATA), "") == ["NL"]
    assert completed("audit", "--data", str(DATA), "n") == ["NL"]
    assert completed("show", "--data", str(DATA), "employment.") == [
        "employment.escort",
        "employment.home-work",
        "employment.licensed-window",
    ]
    assert "nl.chamber-of-commerce" in completed("show", "--data", str(DATA), "nl.")
    assert completed("audit", "--data", str(DATA), "--group", "b") == ["boys"]
    assert completed("audit", "--data", str(DATA), "--script", "c") == ["chain"]
    assert completed("questions", "un") == ["uncovered-step"]


def test_facts_are_completed_once_their_kind_is_typed() -> None:
    assert completed("show", "--data", str(DATA), "ceiling-c") == ["ceiling-c9971288da3a"]
    assert not [name for name in completed("show", "--data", str(DATA), "") if name.startswith("cover-")]


def test_data_that_cannot_be_read_completes_to_nothing(tmp_path: Path) -> None:
    assert completed("show", "--data", str(tmp_path), "n") == []


def test_commands_are_completed() -> None:
    assert completed("ma") == ["matrix"]
    assert isinstance(cli, click.Group)
