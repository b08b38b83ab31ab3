"""Do the words stand where the citation says?"""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from barriers import Citation, Model, Problem, UnknownName
from barriers.errors import Gravity
from loaders import TextEdition, check_text, cited, load_model
from tests.loaders.fixtures import BOOKLET, SIX_NODES

TEXT = "\n".join(
    [
        "The police checks the papers of every",  # 1
        "crew at the quay. A seaman without",  # 2
        "papers is handed over to the immi-",  # 3
        "gration service.",  # 4
        "",  # 5
        "It visits wharves “as often as it can’t” – of\ufb01cially.",  # 6
    ]
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(SIX_NODES).model


def at(first: int, last: int, words: str) -> Citation:
    return Citation("booklet", "p. 1", (first, last), words)


def check(model: Model, text: str, path: Path) -> list[Problem]:
    """The problems of the booklet's citations in this text, under its own digest."""
    path.write_text(text, encoding="utf-8")
    edition = replace(model.editions[0], sha256=sha256(path.read_bytes()).hexdigest())
    return list(check_text(replace(model, editions=(edition,)), "booklet-text", path))


def test_all_words_of_the_six_nodes_stand_where_they_are_cited(model: Model) -> None:
    assert list(check_text(model, "booklet-text", BOOKLET)) == []


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (1, 1, "The police checks"),
        (1, 2, "every crew at the quay"),
        (1, 6, "crew at the quay"),
        (3, 4, "the immigration service"),
        (3, 4, "the immi-gration service"),
        (2, 3, "A  seaman\n without\tpapers"),
        (2, 2, "a SEAMAN without"),
        (6, 6, 'visits wharves "as often as it can\'t"'),
        (6, 6, "visits wharves „as often as it can’t”"),
        (6, 6, "it can’t” - officially"),
        (6, 6, "it can’t” — officially"),
        (6, 99, "often as it"),
    ],
)
def test_words_are_found_in_their_lines(first: int, last: int, words: str) -> None:
    """Hyphens at line ends, kinds of quotes and dashes, ligatures, white space and capitals do not matter."""
    assert TextEdition(TEXT).has(at(first, last, words))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2, 2, "The police checks"),
        (1, 1, "every crew"),
        (1, 2, "police papers"),
        (3, 3, "the immigration service"),
        (7, 9, "The police"),
        (100, 200, "The police"),
        (5, 5, "- –"),
        (1, 6, "the mayor of the town"),
    ],
)
def test_words_are_not_found_elsewhere(first: int, last: int, words: str) -> None:
    assert not TextEdition(TEXT).has(at(first, last, words))


def test_a_citation_without_lines_has_nothing_to_be_looked_up() -> None:
    assert TextEdition(TEXT).has(Citation("booklet", "p. 1"))


@pytest.mark.parametrize(
    ("words", "line"),
    [("The police", 1), ("every crew", 1), ("crew at", 2), ("immigration", 3), ("It visits", 6), ("the mayor", None)],
)
def test_the_line_where_words_begin_is_known(words: str, line: int | None) -> None:
    assert TextEdition(TEXT).line_of(words) == line


def test_words_elsewhere_name_the_line_where_they_stand(model: Model, tmp_path: Path) -> None:
    text = BOOKLET.read_text(encoding="utf-8")
    moved = "A new line in front.\n" * 3 + text

    problems = check(model, moved, tmp_path / "moved.txt")
    offers = next(problem for problem in problems if "Nobody looks" in str(problem.found))

    assert offers.code == "words-not-there"
    assert str(offers.found) == "the words 'Nobody looks at the offers' do not stand in lines 11 to 11 of moved.txt"
    assert str(offers.nearest) == "line 14"
    assert str(offers.remedy) == "correct the lines or the words"
    assert Path(offers.place.file).relative_to(SIX_NODES) == Path("nl/coverage.yml")
    assert (offers.place.line, offers.place.column) == (39, 57)


def test_moving_the_text_is_found_out_for_every_citation_with_lines(model: Model, tmp_path: Path) -> None:
    """Twenty lines: further than any of the cited passages is long."""
    problems = check(model, "\n" * 20 + BOOKLET.read_text(encoding="utf-8"), tmp_path / "moved.txt")
    with_lines = [citation for citation, _ in cited(model) if citation.lines is not None]

    assert len(with_lines) == 20
    assert len(problems) == 20


def test_words_that_stand_nowhere_have_no_nearest_line(model: Model, tmp_path: Path) -> None:
    problems = check(model, "Another text altogether.\n", tmp_path / "other.txt")

    assert {problem.nearest for problem in problems} == {""}
    assert all(problem.gravity is Gravity.ERROR for problem in problems)


def test_another_text_is_warned_of_and_checked_all_the_same(model: Model, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(BOOKLET.read_text(encoding="utf-8") + "One line more.\n", encoding="utf-8")

    (problem,) = check_text(model, "booklet-text", other)

    assert (problem.code, problem.gravity) == ("another-edition", Gravity.WARNING)
    assert problem.place.file == str(other)
    assert str(problem.remedy) == "use the same text edition; line numbers of another one differ"


def test_line_ends_of_another_system_change_the_digest_and_nothing_else(model: Model, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(BOOKLET.read_bytes().replace(b"\n", b"\r\n"))

    assert [problem.code for problem in check_text(model, "booklet-text", other)] == ["another-edition"]


def test_a_text_that_is_no_utf8_is_checked_as_far_as_it_goes(model: Model, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"\xff\xfe\x00" * 40)

    codes = [problem.code for problem in check_text(model, "booklet-text", other)]

    assert codes == ["another-edition", *["words-not-there"] * 20]


def test_an_edition_that_nobody_knows_is_told_with_those_that_are_known(model: Model) -> None:
    with pytest.raises(UnknownName) as caught:
        list(check_text(model, "booklet", BOOKLET))

    assert str(caught.value) == "There is no text edition 'booklet'. Nearest: booklet-text. There are: booklet-text."


def test_a_text_that_is_not_there_is_an_error_of_the_system(model: Model, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(check_text(model, "booklet-text", tmp_path / "nowhere.txt"))


def test_citations_of_sources_without_this_edition_are_left_alone(model: Model, tmp_path: Path) -> None:
    without = tuple(replace(source, edition=None) for source in model.sources)

    assert check(replace(model, sources=without), "Another text.", tmp_path / "other.txt") == []


def test_every_citation_is_found_wherever_it_is_kept(model: Model) -> None:
    """By hand: two of steps, one of a crosswalk, twenty of facts and one of the survey's ratings."""
    found = [citation.source for citation, _ in cited(model)]

    assert (found.count("booklet"), found.count("questionnaire")) == (23, 1)
    assert all(place is not None for citation, place in cited(model) if citation.lines is not None)
