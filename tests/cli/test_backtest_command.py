"""`barriers backtest` on the small folder of these tests."""

import json

from tests.cli.running import THREE, is_golden, run, shown


def test_every_number_stands_with_what_it_is_a_part_of() -> None:
    text = shown("backtest", "NL")

    assert "BACKTEST NL · script five-barriers" in text
    assert " of 9" in text.splitlines()[-1]
    assert "base rate" in text
    assert "%" not in text


def test_all_lists_each_gap_with_the_names_of_its_steps() -> None:
    text = shown("backtest", "NL", "--all", COLUMNS="160")

    assert "found" in text
    assert "employment." not in text


def test_json_holds_the_measures_and_the_gaps() -> None:
    result = run("backtest", "NL", "--format", "json")
    data = json.loads(result.stdout)

    assert result.exit_code == 0
    assert data["country"] == "NL"
    assert all(measure["number"] <= measure["of"] for measure in data["measures"])
    assert {gap["id"].split("-")[0] for gap in data["gaps"]} <= {"weakness"}


def test_a_country_that_is_not_there_is_misuse() -> None:
    assert run("backtest", "XX").exit_code == 2


def test_that_recommendations_begin_later_is_golden() -> None:
    text = shown("backtest", "RO", "--by", "NL", data=THREE)

    assert is_golden("backtest-later-80.txt", text)
    assert "--as-of 2014-12-31" in text


def test_the_day_that_was_told_finds_them() -> None:
    text = shown("backtest", "RO", "--by", "NL", "--as-of", "2014-12-31", data=THREE)

    assert "0 of 1 gaps that experts name" in text
    assert "--as-of" not in text


def test_a_file_tells_it_as_well() -> None:
    text = run("backtest", "RO", "--by", "NL", "--format", "md", data=THREE).stdout

    assert "NL's recommendations begin on 31 December 2014: --as-of 2014-12-31." in text
