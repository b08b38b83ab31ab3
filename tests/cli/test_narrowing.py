"""The filters of `barriers audit`: what they leave, what they say of it, and that numbers stay."""

import csv
import io
import json
import re

import pytest

from tests.cli.running import run, shown

ALL = json.loads(shown("audit", "NL", "--format", "json"))["findings"]


def left(*arguments: str) -> list[dict[str, object]]:
    """The findings that are left, from JSON."""
    found: list[dict[str, object]] = json.loads(shown("audit", "NL", *arguments, "--format", "json"))["findings"]
    return found


def test_every_filter_leaves_what_it_names() -> None:
    steps = {one["id"]: one["barrier"] for one in json.loads(shown("audit", "NL", "--format", "json"))["steps"]}

    assert left("--question", "uncovered-step") == [one for one in ALL if one["question"] == "uncovered-step"]
    assert left("--priority", "low") == [one for one in ALL if one["severity"] == "low"]
    assert {one["id"] for one in left("--step", "accommodation.hotel")} == {
        one["id"] for one in ALL if "accommodation.hotel" in [*one["about"], one["subject"]]
    }
    assert {one["id"] for one in left("--stakeholder", "nl.police")} == {
        one["id"] for one in ALL if "nl.police" in [*one["about"], *one["ask"], *re.split("[+@]", one["subject"])]
    }
    assert {one["id"] for one in left("--barrier", "identity")} == {
        one["id"]
        for one in ALL
        if "identity" in {*one["about"], one["subject"], *(steps.get(name) for name in one["about"])}
    }


def test_a_filter_twice_is_either_and_two_filters_are_both() -> None:
    either = left("--question", "uncovered-step", "--question", "dual-role")
    both = left("--question", "uncovered-step", "--priority", "low")

    assert {one["question"] for one in either} == {"uncovered-step", "dual-role"}
    assert both == []


@pytest.mark.parametrize("narrowed", [("--priority", "high"), ("--question", "missing-level"), ("--sort", "most")])
def test_each_finding_keeps_its_number_in_every_format(narrowed: tuple[str, ...]) -> None:
    numbers = {one["id"]: one["number"] for one in ALL}
    rows = list(csv.DictReader(io.StringIO(shown("audit", "NL", *narrowed, "--format", "csv"))))
    whole, part = (re.findall(r"^ {1,2}(\d+) ", shown("audit", "NL", "--all", *more), re.M) for more in ((), narrowed))

    assert rows
    assert {row["id"]: int(row["number"]) for row in rows} == {row["id"]: numbers[row["id"]] for row in rows}
    assert set(map(int, part)) == {int(row["number"]) for row in rows} <= set(map(int, whole))


def test_how_many_of_how_many_are_shown_is_said_with_the_reason() -> None:
    number = len(left("--question", "uncovered-step"))
    said = f"{number} of {len(ALL)} findings are shown: --question uncovered-step."

    for wanted in ("table", "md", "html"):
        assert said in " ".join(shown("audit", "NL", "--question", "uncovered-step", "--format", wanted).split())
    assert run("audit", "NL", "--question", "uncovered-step", "--format", "csv").stderr == f"{said}\n"
    model = json.loads(shown("audit", "NL", "--question", "uncovered-step", "--format", "json"))["model"]
    assert model["shown"] == {"findings": number, "of": len(ALL)}
    assert model["filters"]["findings"] == ["--question uncovered-step"]
    assert "shown:" not in shown("audit", "NL")


def test_headings_count_what_is_shown_of_all() -> None:
    certain = len({one["number"] for one in ALL if one["certainty"] == "certain"})

    assert f"(0 OF {certain} SHOWN)" in shown("audit", "NL", "--question", "uncovered-step")


def test_top_takes_the_first_numbers_and_keeps_all_their_findings() -> None:
    numbers = [one["number"] for one in left("--top", "3")]

    assert set(numbers) == {1, 2, 3}
    assert len(numbers) == sum(one["number"] <= 3 for one in ALL)


def test_another_order_changes_no_finding() -> None:
    for order in ("priority", "barrier", "question", "most"):
        found = left("--sort", order)

        assert sorted(str(one["id"]) for one in found) == sorted(one["id"] for one in ALL)
        assert [one["certainty"] for one in found] == sorted(str(one["certainty"]) for one in found)
    most = [one["number"] for one in left("--sort", "most") if one["certainty"] == "possible"]
    sizes = [most.count(number) for number in dict.fromkeys(most)]
    assert sizes == sorted(sizes, reverse=True)


def test_findings_are_listed_by_whom_to_ask() -> None:
    data = json.loads(shown("audit", "NL", "--by", "stakeholder", "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(shown("audit", "NL", "--by", "stakeholder", "--format", "csv"))))
    asked = {(name, one["id"]) for one in ALL for name in one["ask"] or [""]}
    text = shown("audit", "NL", "--by", "stakeholder")

    assert {(one["id"], finding) for one in data["stakeholders"] for finding in one["findings"]} == asked
    assert {(row["stakeholder"], row["id"]) for row in rows} == asked
    assert len(rows) == len(asked)
    number = sum(name == "nl.police" for name, _ in asked)
    assert f"Police ({number} of {len(ALL)} findings)" in text


def test_only_what_is_shown_decides_about_the_exit_code() -> None:
    assert run("audit", "NL").exit_code == 1
    assert run("audit", "NL", "--question", "uncovered-step").exit_code == 0
    assert run("audit", "NL", "--question", "uncovered-step", "--fail-on", "possible").exit_code == 1


def test_next_keeps_every_filter() -> None:
    text = shown("audit", "NL", "--form", "sexual", "--priority", "high", "--top", "4", "--sort", "barrier")

    assert re.search(r"barriers show \S+ --country NL --data data$", text, re.M)
    assert "barriers audit NL --all --priority high --top 4 --sort barrier --data data --form sexual" in text


@pytest.mark.parametrize(
    ("option", "name", "nearest"),
    [
        ("--barrier", "identitiy", "identity"),
        ("--step", "accommodation.hotl", "accommodation.hotel"),
        ("--stakeholder", "nl.polic", "nl.police"),
        ("--question", "uncoverd-step", "uncovered-step"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_the_nearest(option: str, name: str, nearest: str) -> None:
    result = run("audit", "NL", option, name)

    assert result.exit_code == 2
    assert f"Nearest: {nearest}" in result.stderr


def test_identical_findings_are_one_entry_which_says_how_many_a_filter_leaves_out() -> None:
    (number, step), *others = [(one["number"], one["subject"]) for one in ALL if one["question"] == "uncovered-step"]
    same = [subject for found, subject in others if found == number]
    text = " ".join(shown("audit", "NL", "--all", "--question", "uncovered-step", "--step", step).split())

    assert same
    assert f"{len(same)} of {len(same) + 1} findings with this number" in text
    assert text.count("left out") == 1


def test_ids_are_shown_only_where_they_are_asked_for() -> None:
    assert "uncovered-step:nl:" not in shown("audit", "NL", "--all")
    assert "uncovered-step:nl:accommodation.hotel" in shown("audit", "NL", "--all", "--ids")


def test_whoever_asks_for_a_question_that_is_not_there_is_told_where_they_are_listed() -> None:
    result = run("audit", "NL", "--question", "xyz")

    assert result.exit_code == 2
    assert result.stderr == "There is no question 'xyz'. barriers questions lists them.\n"


def test_a_question_is_still_known_by_its_former_id() -> None:
    assert shown("audit", "NL", "--question", "paper-cover") == shown("audit", "NL", "--question", "insufficient-cover")
