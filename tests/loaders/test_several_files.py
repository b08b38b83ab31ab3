"""All problems of all files in one run, and no problem that only follows from another."""

import re
from pathlib import Path

import pytest

from barriers import BrokenData
from barriers.errors import Gravity
from loaders import BUNDLED, load_model
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
    uncited = "- {actor: nl.police, step: entry.offer, power: hinder, state: active}\n"
    write(
        tmp_path,
        {
            "sources.yml": SOURCES,
            "scripts/doors.yml": SCRIPT,
            "nl/country.yml": f"schema: 2\n{page('NL')}",
            "nl/facts.yml": f"schema: 2\nactors:\n{ACTOR}coverage:\n{uncited}{cover('nl.polise')}",
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
        {"nl/coverage.yml": f"schema: 2\ncoverage:\n{record}"},
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
            "nl/country.yml": f"schema: 2\n{page('NL')}".replace("2014-01-31", "2014"),
            "nl/actors.yml": f"schema: 2\nactors:\n{ACTOR.replace('kind: police', 'kind: polise')}",
            "nl/coverage.yml": f"schema: 2\ncoverage:\n{cover('nl.police')}",
        },
    )

    assert [problem.code for problem in problems_of(tmp_path)] == ["unknown-word", "wrong-date", "unknown-word"]


def test_nobody_is_told_to_define_what_may_stand_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources.yml": '"never closed',
            "nl/facts.yml": f"schema: 2\n{page('NL')}actors:\n{ACTOR}coverage:\n{cover('nl.police')}{cover('nl.inn')}",
        },
    )

    assert places(tmp_path) == ["sources.yml:1:1 [syntax]"]


def test_what_does_not_depend_on_the_broken_file_is_told_all_the_same(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "broken.yml": "\tschema: 1\n",
            "nl/actors.yml": f"schema: 2\nactors:\n{ACTOR}{ACTOR}",
        },
    )

    assert places(tmp_path) == ["broken.yml:1:1 [tab]", "nl/actors.yml:4:8 [duplicate-id]"]


def test_a_source_in_a_broken_file_does_not_make_facts_undated(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources.yml": SOURCES.replace("about: adults", "abuot: adults"),
            "scripts/doors.yml": SCRIPT,
            "nl/facts.yml": f"schema: 2\n{page('NL')}actors:\n{ACTOR}coverage:\n{cover('nl.police')}",
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
            "nl/facts.yml": f"schema: 2\n{page('NL')}actors:\n{ACTOR}coverage:\n{misspelt}",
        },
    )

    told = problems_of(tmp_path)[0]

    assert (told.code, told.nearest) == ("dangling-id", "report")


# An id that stands twice


def test_a_source_id_that_is_used_again_is_told_once_and_nothing_that_follows_from_it(tmp_path: Path) -> None:
    """Hundreds of citations refer to the source, most of them with lines, and the second one has no text edition."""
    again = "- {id: nl-swot, title: Another analysis, kind: machine, about: adults}\n"
    write(tmp_path, {"more.yml": f"schema: 2\nsources:\n{again}"})

    problems = problems_of(BUNDLED, add=[tmp_path / "more.yml"])
    (told,) = (problem for problem in problems if problem.gravity is Gravity.ERROR)

    assert placed(told, tmp_path) == "more.yml:3:8 [duplicate-id]"
    assert re.search(r"the id 'nl-swot' a second time; .* stands first at data/sources\.yml:\d+:\d+;", str(told))


def test_it_does_not_matter_which_of_the_two_is_read_first(tmp_path: Path) -> None:
    """The one that is there by mistake comes first: what refers to the id would not fit it."""
    write(
        tmp_path,
        {
            "a.yml": "schema: 2\nsources: [{id: report, title: Undated, kind: machine, about: adults}]\n",
            "sources.yml": SOURCES,
            "scripts/doors.yml": SCRIPT,
            "nl/facts.yml": f"schema: 2\n{page('NL')}actors:\n{ACTOR}coverage:\n{cover('nl.police')}",
        },
    )

    assert places(tmp_path) == ["sources.yml:3:8 [duplicate-id]"]


def test_an_actor_or_step_whose_id_stands_twice_is_told_once(tmp_path: Path) -> None:
    step = "{id: entry.offer, barrier: entry, name: B, forms: [sexual], powers: [detect], groups: [adults], ours: true}"
    write(
        tmp_path,
        {
            "sources.yml": SOURCES,
            "scripts/doors.yml": f"{SCRIPT}  - {step}\n  routes: [{{id: in, name: In, forms: [labour], "
            "steps: [entry.offer, entry.offer]}]\n",
            "nl/facts.yml": f"schema: 2\n{page('NL')}  task_force: nl.police\n".replace(
                "}\n  task_force", ", task_force"
            ).replace("nl.police\n", "nl.police}\n")
            + f"actors:\n{ACTOR}{ACTOR}coverage:\n{cover('nl.police')}",
        },
    )

    assert places(tmp_path) == ["nl/facts.yml:5:8 [duplicate-id]", "scripts/doors.yml:10:10 [duplicate-id]"]


def test_a_script_whose_id_stands_twice_takes_no_blame_for_its_steps(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources.yml": SOURCES.replace("id: report", "id: doors").replace("date", "note: x, date"),
            "scripts/doors.yml": SCRIPT,
            "nl/facts.yml": f"schema: 2\n{page('NL')}actors:\n{ACTOR}coverage:\n{cover('nl.police')}".replace(
                "report", "doors"
            ),
        },
    )

    assert [told.split(" ")[1] for told in places(tmp_path)] == ["[duplicate-id]"]
