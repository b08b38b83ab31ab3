"""`barriers search`."""

import csv
import io
import json

from tests.cli.running import DATA, is_golden, run, shown


def test_the_screen_is_golden() -> None:
    assert is_golden("search.txt", shown("search", "chamber"))


def test_each_thing_comes_with_where_it_was_found_and_a_command_that_works() -> None:
    hits = json.loads(shown("search", "chamber", "--format", "json"))["hits"]

    assert {hit["group"] for hit in hits} == {"called", "said"}
    assert all(hit["field"] and hit["excerpt"] for hit in hits)
    for command in {hit["command"] for hit in hits}:
        words = command.removeprefix("barriers ").removesuffix(f" --data {DATA.name}").split()
        assert run(*words).exit_code == 0, command


def test_the_first_of_each_group_are_told_and_the_rest_is_counted() -> None:
    number = json.loads(shown("search", "nl", "--format", "json"))["count"]
    text, everything = shown("search", "nl"), shown("search", "nl", "--all")

    assert f"“NL”: FOUND {number} TIMES" in text
    assert "  and " in text
    assert "barriers search nl --all --data data" in text
    assert everything.count("barriers show ") - 1 == number


def test_the_csv_has_a_row_for_each_thing_found() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("search", "chamber", "--format", "csv"))))

    assert rows[0]["id"] == "nl.chamber-of-commerce"
    assert len(rows) == json.loads(shown("search", "chamber", "--format", "json"))["count"]


def test_nothing_found_is_no_error_and_names_what_is_near() -> None:
    result = run("search", "Chambre")

    assert result.exit_code == 0
    assert "Nothing on record has “Chambre”." in result.stdout
    assert "Nearest names: Chamber" in result.stdout
    assert json.loads(shown("search", "Chambre", "--format", "json"))["hits"] == []


def test_the_ids_of_facts_are_told_where_they_are_asked_for() -> None:
    assert "weakness-7896c86da47f" not in shown("search", "chamber", "--all")
    assert "weakness-7896c86da47f" in shown("search", "chamber", "--all", "--ids")


def test_one_country_may_be_chosen_by_its_name() -> None:
    assert shown("search", "chamber", "--country", "nederland").startswith("“CHAMBER”: FOUND ")
    assert run("search", "chamber", "--country", "Atlantis").exit_code == 2
