"""Where the parts of a record stand."""

import pytest

from barriers import Place
from barriers.errors import IN_MEMORY
from loaders.marked import Fields, Whereabouts
from loaders.reading import read_text

RECORD = "actor: nl.inn\nshell:\n  number: 4\ngroups: [girls, boys]\ncitations:\n- {source: report, lines: [1, 2]}\n"
PLACE = Place("a.yml", 1, 1)


@pytest.fixture
def record() -> Fields:
    content, _ = read_text(RECORD, "a.yml")
    assert content is not None
    return content


@pytest.fixture
def where(record: Fields) -> Whereabouts:
    return Whereabouts((record,))


def at(line: int, column: int) -> Place:
    return Place("a.yml", line, column)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), PLACE),
        (("actor",), at(1, 8)),
        (("shell", "number"), at(3, 11)),
        (("shell", "basis"), at(3, 3)),
        (("until",), PLACE),
        (("actor", "name"), at(1, 8)),
    ],
)
def test_a_value_is_found_by_its_keys_or_else_what_is_above_it(
    where: Whereabouts, path: tuple[str, ...], place: Place
) -> None:
    assert where.of(PLACE, *path) == place


def test_an_element_of_a_list_is_found_or_else_the_list(where: Whereabouts) -> None:
    assert where.of_item(PLACE, "groups", ["boys"]) == at(4, 17)
    assert where.of_item(PLACE, "groups", ["boys", "girls"]) == at(4, 10)
    assert where.of_item(PLACE, "groups", ["adults"]) == at(4, 9)
    assert where.of_item(PLACE, "forms", ["labour"]) == PLACE


def test_what_stands_beside_a_value_is_found(where: Whereabouts, record: Fields) -> None:
    source = record["citations"][0]["source"]

    assert where.beside(PLACE, source, "lines") == at(6, 27)
    assert where.beside(PLACE, source, "words") == at(6, 12)


def test_beside_a_value_of_another_record_there_is_only_the_value(where: Whereabouts, record: Fields) -> None:
    source = record["citations"][0]["source"]

    assert where.beside(at(9, 9), source, "lines") == at(6, 12)
    assert where.beside(PLACE, "made in memory", "lines") == PLACE


def test_what_was_never_read_stands_nowhere(where: Whereabouts) -> None:
    assert where.of(None, "actor") == IN_MEMORY
    assert where.of_item(None, "groups", ["boys"]) == IN_MEMORY
    assert where.beside(None, "made in memory", "lines") == IN_MEMORY
