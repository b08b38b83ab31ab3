"""What can go wrong, as values and in words."""

import pytest

from barriers import BarriersError, BrokenData, Place, Problem, UnknownName
from barriers.errors import Gravity, closing_sentence, nearest_names
from barriers.errors import problem as problem_of
from barriers.messages import MissingMessage

WORDS = ("detect", "hinder", "sanction", "protect")
ACTORS = ("nl.border-police", "nl.chamber-of-commerce", "nl.police", "nl.tax-customs")


def problem(file: str = "a.yml", line: int = 1, column: int = 1, gravity: Gravity = Gravity.ERROR) -> Problem:
    return Problem(Place(file, line, column), "code", "this", "that", remedy="change it", gravity=gravity)


# One problem


def test_a_problem_is_told_in_one_line() -> None:
    told = Problem(Place("nl/a.yml", 7, 3), "unknown-key", "the key 'nane'", "one of name, id", "name", "correct it")

    assert str(told) == (
        "nl/a.yml:7:3: the key 'nane'; expected one of name, id; nearest known: name; correct it [unknown-key]"
    )


def test_a_case_is_told_in_its_own_words_and_where_it_has_none_in_those_of_the_case_above() -> None:
    told = problem_of(Place("a.yml", 2, 3), "wrong-type.int", told="'x'")

    assert str(told) == "a.yml:2:3: 'x'; expected a whole number; write it in digits, such as 14 [wrong-type]"


def test_a_case_that_has_no_words_anywhere_is_a_fault_of_the_tool() -> None:
    with pytest.raises(MissingMessage):
        str(problem_of(Place("a.yml"), "no-such-case"))


def test_parts_that_are_not_there_leave_no_trace() -> None:
    assert str(Problem(Place("a.yml"), "code", "this")) == "a.yml:1:1: this [code]"


def test_a_warning_says_so() -> None:
    assert str(problem(gravity=Gravity.WARNING)) == "a.yml:1:1: warning: this; expected that; change it [code]"


def test_control_characters_of_the_data_never_reach_the_terminal() -> None:
    told = str(Problem(Place("a\x1b[2J.yml"), "code", "a\nb\x9b", "c\u202ed", "e\u2028f", "g\th"))

    assert told == "a\\x1b[2J.yml:1:1: a\\nb\\x9b; expected c\\u202ed; nearest known: e\\u2028f; g\\th [code]"


# Several


def test_problems_are_sorted_by_file_line_and_column_and_told_once() -> None:
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 9, 2), ("a.yml", 9, 10), ("a.yml", 9, 2)]
    broken = BrokenData(problem(*place) for place in places)

    assert [str(told.place) for told in broken.problems] == ["a.yml:9:2", "a.yml:9:10", "a.yml:10:1", "b.yml:1:1"]


def test_broken_data_is_told_problem_by_problem_with_a_closing_sentence() -> None:
    broken = BrokenData([problem(), problem("b.yml")])

    assert str(broken).splitlines() == [str(problem()), str(problem("b.yml")), "2 errors in 2 files."]


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], "No problem found."),
        ([problem()], "1 error in 1 file."),
        ([problem(), problem(line=2)], "2 errors in 1 file."),
        ([problem(gravity=Gravity.WARNING)], "1 warning in 1 file."),
        ([problem(), problem("b.yml", gravity=Gravity.WARNING)], "1 error and 1 warning in 2 files."),
    ],
)
def test_the_closing_sentence_counts(problems: list[Problem], sentence: str) -> None:
    assert closing_sentence(problems) == sentence


def test_what_a_user_can_mend_is_one_family() -> None:
    assert issubclass(BrokenData, BarriersError)
    assert issubclass(UnknownName, BarriersError)


# Names


@pytest.mark.parametrize(
    ("name", "known", "nearest"),
    [
        ("hindre", WORDS, "hinder"),
        ("HINDER", WORDS, "hinder"),
        ("detcet", WORDS, "detect"),
        ("nl.polise", ACTORS, "nl.police"),
        ("nl.Police", ACTORS, "nl.police"),
        ("chamber", ACTORS, "nl.chamber-of-commerce"),
        ("tax-customs", ACTORS, "nl.tax-customs"),
        ("commerce", ACTORS, "nl.chamber-of-commerce"),
    ],
)
def test_the_nearest_name_is_found(name: str, known: tuple[str, ...], nearest: str) -> None:
    assert nearest_names(name, known) == (nearest,)


@pytest.mark.parametrize("name", ["", "x", "zzzzzz", "nothing like it"])
def test_nothing_alike_gives_no_name(name: str) -> None:
    assert nearest_names(name, ACTORS) == ()
    assert nearest_names(name, ()) == ()


def test_the_best_comes_first_and_no_more_than_asked_for() -> None:
    assert nearest_names("nl.police", ACTORS, most=3)[0] == "nl.police"
    assert len(nearest_names("nl.police", ACTORS, most=2)) == 2


def test_the_order_of_the_known_names_does_not_matter() -> None:
    assert nearest_names("nl.polise", reversed(ACTORS), most=3) == nearest_names("nl.polise", ACTORS, most=3)


def test_an_unknown_name_is_told_with_the_nearest_and_the_remedy() -> None:
    error = UnknownName("actor", "nl.polise", ACTORS, "See barriers matrix NL.")

    assert str(error) == "There is no actor 'nl.polise'. Nearest: nl.police, nl.border-police. See barriers matrix NL."


def test_an_unknown_name_like_no_other_is_told_without_a_nearest() -> None:
    assert str(UnknownName("actor", "zzz", ACTORS, "Look again.")) == "There is no actor 'zzz'. Look again."
