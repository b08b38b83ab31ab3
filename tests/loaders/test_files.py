"""Which files are read, for which countries, and that their order changes nothing."""

import random
import re
from pathlib import Path

import pytest

from barriers import BrokenData
from loaders import BUNDLED, known_countries, load_model
from loaders.files import find_files
from tests.loaders.fixtures import SCRIPT, SIX_NODES, SOURCES, cover, page, placed, problems_of, write

BROKEN_FILE = '"never closed'


@pytest.fixture
def three_countries(tmp_path: Path) -> Path:
    """A data folder with Belgium, the Netherlands and what is above the countries."""
    return write(
        tmp_path / "three-countries",
        {
            "sources.yml": SOURCES,
            "scripts/doors.yml": SCRIPT,
            "be/all.yml": f"schema: 2\n{page('BE')}actors:\n{actor('be.police')}coverage:\n{cover('be.police')}",
            "nl/all.yml": f"schema: 2\n{page('NL')}actors:\n{actor('nl.police')}coverage:\n{cover('nl.police')}",
            "int/actors.yml": f"schema: 2\nactors:\n{actor('int.police')}",
        },
    )


def actor(name: str, rest: str = "") -> str:
    return f"- {{id: {name}, name: Police, kind: police{rest}}}\n"


def read(root: Path, *countries: str) -> list[str]:
    """The names of the files that are read for these countries, or for all."""
    found, problems = find_files(root, frozenset(countries) or None)
    assert problems == []
    return [Path(file.name).relative_to(root).as_posix() for file in found]


# Countries


def test_without_a_word_about_countries_all_are_read(three_countries: Path) -> None:
    model = load_model(three_countries).model

    assert [country.code for country in model.countries] == ["BE", "NL"]
    assert [found.id for found in model.actors] == ["be.police", "int.police", "nl.police"]


def test_only_the_country_asked_for_is_read_with_what_is_common_and_international(three_countries: Path) -> None:
    assert read(three_countries, "NL") == ["int/actors.yml", "nl/all.yml", "scripts/doors.yml", "sources.yml"]

    model = load_model(three_countries, countries=["NL"]).model

    assert [country.code for country in model.countries] == ["NL"]
    assert [found.id for found in model.actors] == ["int.police", "nl.police"]
    assert {fact.country for fact in model.facts()} == {"NL"}


def test_a_mistake_in_another_country_stands_in_nobodys_way(three_countries: Path) -> None:
    write(three_countries, {"be/all.yml": BROKEN_FILE})

    assert load_model(three_countries, countries=["NL"]).model.countries[0].code == "NL"
    assert [problem.code for problem in problems_of(three_countries)] == ["syntax"]


def test_asking_for_no_country_reads_what_is_common_and_international(three_countries: Path) -> None:
    model = load_model(three_countries, countries=[]).model

    assert [found.id for found in model.actors] == ["int.police"]
    assert model.countries == ()


def test_a_country_that_is_not_there_is_no_problem_of_the_data(three_countries: Path) -> None:
    assert load_model(three_countries, countries=["XX"]).model.countries == ()


def test_known_countries_are_the_folders_even_where_they_are_not_read(three_countries: Path) -> None:
    assert known_countries(three_countries) == {"BE", "INT", "NL"}
    assert known_countries(three_countries / "nowhere") == frozenset()


def test_an_actor_of_an_unread_country_may_be_referred_to(three_countries: Path) -> None:
    part_of = ", part_of: [{to: be.headquarters, basis: stated}]"
    write(three_countries, {"nl/more.yml": f"schema: 2\nactors:\n{actor('nl.border-police', part_of)}"})

    assert len(load_model(three_countries, countries=["NL"]).model.actors) == 3
    assert [problem.code for problem in problems_of(three_countries)] == ["dangling-id"]


def test_a_weakness_may_touch_an_actor_of_an_unread_country(three_countries: Path) -> None:
    cited = "citations: [{source: report, at: p. 1}]"
    weakness = f"weaknesses:\n- {{says: nobody answers there, touches: [be.headquarters, nl.police], {cited}}}\n"
    write(three_countries, {"nl/more.yml": f"schema: 2\n{weakness}"})

    assert len(load_model(three_countries, countries=["NL"]).model.weaknesses) == 1
    assert [problem.code for problem in problems_of(three_countries)] == ["dangling-id"]


def test_an_actor_of_a_country_that_nobody_knows_may_not(three_countries: Path) -> None:
    part_of = ", part_of: [{to: xx.headquarters, basis: stated}]"
    write(three_countries, {"nl/more.yml": f"schema: 2\nactors:\n{actor('nl.border-police', part_of)}"})

    with pytest.raises(BrokenData, match=r"xx\.headquarters"):
        load_model(three_countries, countries=["NL"])


# Which files


def test_hidden_files_and_other_endings_are_passed_over(three_countries: Path) -> None:
    for name in (".hidden.yml", ".git/config.yml", "nl/._all.yml", "nl/all.yml~", "nl/notes.txt", "nl/all.csv"):
        write(three_countries, {name: BROKEN_FILE})

    assert len(load_model(three_countries).model.actors) == 3


def test_both_endings_are_read_in_small_letters_and_capitals(three_countries: Path) -> None:
    for number, ending in enumerate(("yml", "yaml", "YML", "Yaml")):
        write(three_countries, {f"nl/more-{number}.{ending}": f"schema: 2\nactors:\n{actor(f'nl.police-{number}')}"})

    assert len(load_model(three_countries, countries=["NL"]).model.actors) == 6


def test_folders_inside_a_country_belong_to_it(three_countries: Path) -> None:
    write(three_countries, {"nl/2014/more.yml": f"schema: 2\nactors:\n{actor('nl.border-police')}"})

    found = {found.id: found.country for found in load_model(three_countries).model.actors}

    assert found["nl.border-police"] == "NL"


def test_a_country_folder_given_as_the_whole_is_told_to_go_up(three_countries: Path) -> None:
    remedies = {str(problem.remedy) for problem in problems_of(three_countries / "nl") if problem.code == "no-country"}

    assert remedies == {"give the folder above nl instead"}


def test_the_bundled_files_are_called_as_in_the_repository() -> None:
    found, problems = find_files(BUNDLED, frozenset(["NL"]))

    assert problems == []
    assert "data/nl/country.yml" in [Path(file.name).as_posix() for file in found]


# What is added


def test_a_folder_is_added_to_the_model(three_countries: Path, tmp_path: Path) -> None:
    more = write(tmp_path / "more", {"nl/coverage.yml": f"schema: 2\ncoverage:\n{cover('nl.police', at='p. 2')}"})

    model = load_model(three_countries, add=[more], countries=["NL"]).model

    assert {fact.citations[0].at for fact in model.facts()} == {"p. 1", "p. 2"}


def test_a_single_file_is_added_for_the_country_that_it_names(three_countries: Path, tmp_path: Path) -> None:
    write(tmp_path, {"more.yml": f"schema: 2\nof: NL\ncoverage:\n{cover('nl.police', at='p. 2')}"})

    model = load_model(three_countries, add=[tmp_path / "more.yml"], countries=["NL"]).model

    assert {fact.country for fact in model.facts()} == {"NL"}
    assert len(model.coverage) == 2


def test_a_single_file_of_a_country_that_nobody_asked_for_is_left_out(three_countries: Path, tmp_path: Path) -> None:
    write(tmp_path, {"more.yml": f"schema: 2\nof: BE\ncoverage:\n{cover('be.police', at='p. 2')}"})

    assert len(load_model(three_countries, add=[tmp_path / "more.yml"], countries=["NL"]).model.coverage) == 1
    assert len(load_model(three_countries, add=[tmp_path / "more.yml"], countries=["BE"]).model.coverage) == 2


def test_a_fact_may_not_be_added_twice(three_countries: Path, tmp_path: Path) -> None:
    write(tmp_path, {"more.yml": f"schema: 2\nof: NL\ncoverage:\n{cover('nl.police')}"})

    (problem,) = problems_of(three_countries, add=[tmp_path / "more.yml"])

    # Files are read in the order in which they are given, so the added one is the second.
    assert placed(problem, tmp_path) == "more.yml:4:3 [duplicate-fact]"
    assert str(problem.expected) == f"each fact once; it stands first at {three_countries}/nl/all.yml:6:3"


def test_what_is_added_is_checked_with_what_is_there(three_countries: Path, tmp_path: Path) -> None:
    write(tmp_path, {"more.yml": f"schema: 2\nof: NL\ncoverage:\n{cover('nl.polise')}"})

    (problem,) = problems_of(three_countries, add=[tmp_path / "more.yml"])

    assert placed(problem, tmp_path) == "more.yml:4:11 [dangling-id]"
    assert problem.nearest == "nl.police"


def test_a_file_that_is_not_there_cannot_be_added(three_countries: Path, tmp_path: Path) -> None:
    (problem,) = problems_of(three_countries, add=[tmp_path / "nowhere.yml"])

    assert problem.code == "no-data"


# Order


def shuffled(text: str, seed: int) -> str:
    """The file with the records of each list at its left margin in another order."""
    order = random.Random(seed)  # noqa: S311 - the same order each time, not a secret
    sections = re.split(r"(?m)^(?=[a-z])", text)
    mixed = []
    for section in sections:
        head, *records = re.split(r"(?m)^(?=- )", section)
        order.shuffle(records)
        mixed.append(head + "".join(records))
    return "".join(mixed)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_and_records_changes_nothing(tmp_path: Path, seed: int) -> None:
    """The files are renamed so that they are read in another order, and their records are mixed."""
    for number, path in enumerate(sorted(SIX_NODES.rglob("*.yml"))):
        name = path.relative_to(SIX_NODES).with_name(f"{(number * 7 + seed) % 10}-{path.name}")
        text = path.read_text(encoding="utf-8")
        mixed = text if "scripts" in path.parts else shuffled(text, seed)
        write(tmp_path, {str(name): f"# moved\n{mixed}"})

    model, original = load_model(tmp_path).model, load_model(SIX_NODES).model

    assert model == original
    assert model.digest == original.digest
    assert [fact.id for fact in model.facts()] == [fact.id for fact in original.facts()]


def test_what_an_audit_does_not_ask_about_is_passed_over_and_scripts_never_are() -> None:
    """Figures, practices, lists and the folder of another script; the script itself is referred to from everywhere."""
    leave_out = frozenset({"chain", "figures", "indicators", "practices", "swot"})
    names = {found.name for found in find_files(BUNDLED, frozenset(["NL", "RO"]), leave_out)[0]}
    left = {"data/nl/chain/coverage.yml", "data/nl/figures.yml", "data/nl/indicators.yml", "data/practices.yml"}

    assert {"data/scripts/chain.yml", "data/nl/coverage.yml", "data/nl/statements.yml", "data/sources.yml"} <= names
    assert names.isdisjoint({*left, "data/nl/swot/strengths.yml", "data/ro/swot.yml"})
