"""All problems of all files in one run, and no problem that only follows from another."""

from pathlib import Path

import pytest

from barriers import BrokenData
from loaders import load_model
from tests.loaders.fixtures import BROKEN, SCRIPT, SOURCES, cover, page, placed, problems_of, write

ACTOR = "- {id: nl.police, name: Police, kind: police}\n"


def places(root: Path) -> list[str]:
    return [placed(problem, root) for problem in problems_of(root)]


def test_three_broken_files_tell_all_their_problems_sorted_by_place() -> None:
    assert places(BROKEN / "three-files") == [
        "nl/actors.yml:4:37 [unknown-word]",
        "nl/actors.yml:5:8 [duplicate-id]",
        "nl/coverage.yml:5:10 [unknown-power]",
        "nl/coverage.yml:7:10 [dangling-id]",
        "nl/coverage.yml:14:14 [dangling-id]",
        "sources.yml:5:9 [unknown-word]",
        "sources.yml:7:9 [impossible-date]",
    ]


def test_the_text_has_one_line_for_each_problem_and_one_closing_sentence() -> None:
    with pytest.raises(BrokenData) as caught:
        load_model(BROKEN / "three-files")
    lines = str(caught.value).splitlines()

    assert lines == [*map(str, caught.value.problems), "7 errors in 3 files."]


def test_warnings_are_told_among_the_errors(tmp_path: Path) -> None:
    uncited = "- {actor: nl.police, step: entry.offer, power: hinder, state: working}\n"
    write(
        tmp_path,
        {
            "sources.yml": SOURCES,
            "scripts/doors.yml": SCRIPT,
            "nl/country.yml": f"schema: 1\n{page('NL')}",
            "nl/facts.yml": f"schema: 1\nactors:\n{ACTOR}coverage:\n{uncited}{cover('nl.polise')}",
        },
    )

    with pytest.raises(BrokenData) as caught:
        load_model(tmp_path)

    assert [problem.code for problem in caught.value.problems] == ["uncited", "dangling-id"]
    assert str(caught.value).endswith("1 error and 1 warning in 1 file.")


def test_all_problems_of_one_record_are_told(tmp_path: Path) -> None:
    record = "- {actor: yes, power: hindre, state: workin, since: 2014, stat: x}\n"
    write(
        tmp_path,
        {"nl/coverage.yml": f"schema: 1\ncoverage:\n{record}"},
    )

    assert places(tmp_path) == [
        "nl/coverage.yml:3:3 [missing-key]",
        "nl/coverage.yml:3:11 [unquoted-word]",
        "nl/coverage.yml:3:23 [unknown-power]",
        "nl/coverage.yml:3:38 [unknown-word]",
        "nl/coverage.yml:3:53 [wrong-date]",
        "nl/coverage.yml:3:59 [unknown-key]",
    ]


def test_nobody_is_told_to_define_what_stands_in_a_broken_record(tmp_path: Path) -> None:
    """The police's own record does not fit; that a cover speaks of the police is right."""
    write(
        tmp_path,
        {
            "sources.yml": SOURCES,
            "scripts/doors.yml": SCRIPT.replace("forms: [labour]", "forms: [labor]"),
            "nl/country.yml": f"schema: 1\n{page('NL')}".replace("2014-01-31", "2014"),
            "nl/actors.yml": f"schema: 1\nactors:\n{ACTOR.replace('kind: police', 'kind: polise')}",
            "nl/coverage.yml": f"schema: 1\ncoverage:\n{cover('nl.police')}",
        },
    )

    assert [problem.code for problem in problems_of(tmp_path)] == ["unknown-word", "wrong-date", "unknown-word"]


def test_nobody_is_told_to_define_what_may_stand_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources.yml": '"never closed',
            "nl/facts.yml": f"schema: 1\n{page('NL')}actors:\n{ACTOR}coverage:\n{cover('nl.police')}{cover('nl.inn')}",
        },
    )

    assert places(tmp_path) == ["sources.yml:1:1 [syntax]"]


def test_what_does_not_depend_on_the_broken_file_is_told_all_the_same(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "broken.yml": "\tschema: 1\n",
            "nl/actors.yml": f"schema: 1\nactors:\n{ACTOR}{ACTOR}",
        },
    )

    assert places(tmp_path) == ["broken.yml:1:1 [tab]", "nl/actors.yml:4:8 [duplicate-id]"]


def test_a_source_in_a_broken_file_does_not_make_facts_undated(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources.yml": SOURCES.replace("about: adults", "abuot: adults"),
            "scripts/doors.yml": SCRIPT,
            "nl/facts.yml": f"schema: 1\n{page('NL')}actors:\n{ACTOR}coverage:\n{cover('nl.police')}",
        },
    )

    assert [problem.code for problem in problems_of(tmp_path)] == ["missing-key", "unknown-key"]


def test_the_nearest_name_may_stand_in_a_broken_record(tmp_path: Path) -> None:
    misspelt = cover("nl.police").replace("source: report", "source: raport")
    write(
        tmp_path,
        {
            "sources.yml": SOURCES.replace("kind: report", "kind: reprot"),
            "scripts/doors.yml": SCRIPT,
            "nl/facts.yml": f"schema: 1\n{page('NL')}actors:\n{ACTOR}coverage:\n{misspelt}",
        },
    )

    told = problems_of(tmp_path)[0]

    assert (told.code, told.nearest) == ("dangling-id", "report")
