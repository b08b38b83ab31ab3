"""`barriers check`."""

import csv
import io
import json
from pathlib import Path

import pytest

from loaders import BUNDLED
from tests.cli.running import DATA, check, run

TEXT = DATA / "guide.txt"


def folder_with(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_sound_data_get_a_closing_sentence_with_counts() -> None:
    result = check(DATA)

    assert result.exit_code == 0
    assert result.stdout == "8 files, 40 facts, 9 actors and 3 sources checked.\nNo problem found.\n"


def test_every_problem_of_every_file_is_told_with_its_place(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, a="schema: 2\nsources: 3\n", b="schema: 2\nnonsense: 3\n", c="schema: 9\n")

    result = check(folder)

    assert result.exit_code == 3
    for place in ("a.yml:2:10: ", "b.yml:2:1: ", "c.yml:1:9: "):
        assert f"{folder}/{place}" in result.stdout
    assert result.stdout.endswith("3 files read.\n3 errors in 3 files.\n")


def warned(tmp_path: Path) -> Path:
    return folder_with(
        tmp_path,
        more="schema: 2\nof: NL\nmemberships:\n- {actor: nl.shelter, network: nl.task-force, since: 2014-01-01}\n",
    )


def test_a_warning_is_told_and_allowed(tmp_path: Path) -> None:
    result = check(DATA, "--add", warned(tmp_path))

    assert result.exit_code == 0
    assert "more.yml:4:3: warning: a fact without citation" in result.stdout
    assert result.stdout.endswith("1 warning in 1 file.\n")


def test_with_strict_a_warning_counts(tmp_path: Path) -> None:
    assert check(DATA, "--add", warned(tmp_path), "--strict").exit_code == 3
    assert check(DATA, "--strict").exit_code == 0


# Words of an earlier version


def test_an_upgrade_says_what_it_changed_and_then_checks(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, leads="schema: 1\nof: NL\nleads: []  # nobody yet\n", new="schema: 2\nof: NL\n")

    assert "words of an earlier version" in check(folder).stdout
    result = check(folder, "--upgrade")

    assert result.stderr == (
        f"Upgraded {folder}/leads.yml: schema 1 -> schema 2, leads -> coordinators, leads.yml -> coordinators.yml.\n"
    )
    assert "No problem found." in result.stdout
    assert (folder / "coordinators.yml").read_text(encoding="utf-8") == (
        "schema: 2\nof: NL\ncoordinators: []  # nobody yet\n"
    )
    assert check(folder, "--upgrade").stderr == ""


def test_what_cannot_be_upgraded_is_named_and_left(tmp_path: Path) -> None:
    odd = 'schema: 1\nof: NL\nsignals: [{says: noise, steps: [a.b], follow_up: "w\\x6frking"}]\n'
    folder = folder_with(tmp_path, odd=odd)

    result = check(folder, "--upgrade")

    assert (
        f"Left as it is: {folder}/odd.yml. Change these by hand: schema 1 -> schema 2, working -> active."
        in result.stderr
    )
    assert (folder / "odd.yml").read_text(encoding="utf-8") == odd


@pytest.mark.parametrize("named", [[], [str(BUNDLED)], [str(BUNDLED / "nl")]])
def test_the_bundled_models_are_never_upgraded(named: list[str]) -> None:
    result = check(*named, "--upgrade")

    assert result.exit_code == 2
    assert "The bundled models are never changed." in result.stderr


# Against the text


def test_citations_that_stand_where_they_say() -> None:
    result = check(DATA, "--text", f"small-guide={TEXT}")

    assert result.exit_code == 0
    assert "5 citations of small-guide checked (42 more name no lines): all stand where they say." in result.stdout


def test_citations_that_do_not_stand_there_are_errors(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("one\ntwo\n" + TEXT.read_text(encoding="utf-8"), encoding="utf-8")

    result = check(DATA, "--text", f"small-guide={other}")

    assert result.exit_code == 3
    assert "[words-not-there]" in result.stdout
    assert "[another-edition]" in result.stdout
    assert "5 of 5 do not stand where they say." in result.stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("small-gide=x", "There is no text edition 'small-gide'. Nearest: small-guide."),
        ("small-guide=no-such.txt", "no-such.txt: No such file or directory."),
        ("small-guide", "write EDITION=PATH"),
        ("=x", "write EDITION=PATH"),
    ],
)
def test_a_text_that_cannot_be_checked_is_misuse(text: str, told: str) -> None:
    result = check(DATA, "--text", text)

    assert result.exit_code == 2
    assert told in result.stderr


# Stale facts


def test_facts_of_old_sources_are_listed() -> None:
    result = check(DATA, "--stale", "1", "--as-of", "2014-01-15")

    assert result.exit_code == 0
    assert result.stdout.count("[stale]") == 4
    assert "a fact last said on 1 January 2012 (cover-88e28ec459ca)" in result.stdout


def test_the_countrys_own_day_is_taken_unless_another_is_named() -> None:
    assert check(DATA, "--stale", "5").stdout.count("[stale]") == 0
    assert check(DATA, "--stale", "5", "--as-of", "2020-01-01").stdout.count("[stale]") > 10


# Formats


def test_problems_are_data_for_other_tools(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, a="schema: 2\nsources: 3\n")
    data = json.loads(check(folder, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(check(folder, "--format", "csv").stdout)))

    assert data["problems"][0]["line"] == 2
    assert rows[0]["gravity"] == "error"
    assert rows[0]["code"] == data["problems"][0]["code"] == "wrong-type"
    assert "wrong-type" in check(folder, "--format", "md").stdout


def test_the_bundled_data_have_no_errors() -> None:
    result = run("check", data=None)

    assert result.exit_code == 0, result.stdout
