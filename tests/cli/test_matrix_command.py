"""`barriers matrix`."""

import csv
import io
import json
import re

import pytest

from tests.cli.running import is_golden, run, shown


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_the_screen_is_golden(columns: int) -> None:
    assert is_golden(f"matrix-{columns}.txt", shown("matrix", "NL", COLUMNS=str(columns)))


def test_the_paper_is_golden() -> None:
    assert is_golden("matrix.md", shown("matrix", "NL", "--format", "md"))


def test_every_step_stands_in_the_matrix_at_any_width() -> None:
    names = {row["name"] for row in csv.DictReader(io.StringIO(shown("matrix", "NL", "--format", "csv")))}
    for columns in ("40", "80", "160"):
        text = " ".join(shown("matrix", "NL", COLUMNS=columns).split())

        assert all(name.split()[0] in text for name in names)


def test_what_is_inferred_stands_in_brackets_and_what_is_limited_has_a_star() -> None:
    text = shown("matrix", "NL")

    assert "(H may)" in text
    assert "H act*" in text
    assert re.search(r"(?<!\()D act(?!\*)", text)


def test_the_csv_has_a_column_for_each_actor_and_whole_words() -> None:
    rows = {row["step"]: row for row in csv.DictReader(io.StringIO(shown("matrix", "NL", "--format", "csv")))}

    assert rows["employment.escort"]["status"] == "insufficient"
    assert rows["employment.escort"]["nl.municipality"] == "hinder mandate (inferred)"
    assert rows["identity.forged-passport"]["nl.border-police"] == "hinder active (ended)"
    assert rows["identity.forged-passport"]["nl.police"] == "detect partial (not confirmed)"


def test_the_json_keeps_every_record() -> None:
    data = json.loads(shown("matrix", "NL", "--format", "json"))

    assert sum(len(step["covers"]) for step in data["steps"]) == 8


def test_the_matrix_wants_one_country() -> None:
    assert run("matrix").exit_code == 2


def test_every_script_has_its_matrix_after_the_other() -> None:
    text = shown("matrix", "NL", "--script", "all")
    data = json.loads(shown("matrix", "NL", "--script", "all", "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(shown("matrix", "NL", "--script", "all", "--format", "csv"))))

    assert re.findall(r"Script (\S+), ", text) == ["five-barriers", "chain"]
    assert data["model"]["scripts"] == ["five-barriers", "chain"]
    assert [(row["script"], row["step"]) for row in rows] == [(step["script"], step["id"]) for step in data["steps"]]
    assert rows[-1]["script"] == "chain"


def test_finding_something_is_no_reason_to_fail() -> None:
    assert run("matrix", "NL").exit_code == 0


def test_the_matrix_of_the_netherlands_has_all_its_steps() -> None:
    data = json.loads(shown("matrix", "NL", "--format", "json", data=None))
    audit = json.loads(shown("audit", "NL", "--format", "json", data=None))

    assert [(step["id"], step["status"]) for step in data["steps"]] == [
        (step["id"], step["status"]) for step in audit["steps"]
    ]
