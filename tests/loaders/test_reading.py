"""Text to marked values: every scalar stays text, every value knows its place, nothing is read as something else."""

from pathlib import Path
from typing import Any

import pytest

from barriers import Problem
from loaders.marked import Entries, Fields, Text
from loaders.reading import read_file, read_text


def fields(text: str) -> Fields:
    """What a sound text holds."""
    value, problems = read_text(text, "a.yml")
    assert problems == []
    assert value is not None
    return value


def plain(value: Any) -> Any:
    """A value without its marks."""
    if isinstance(value, Entries):
        return [plain(part) for part in value]
    if isinstance(value, Fields):
        return {str(key): plain(part) for key, part in value.items()}
    return str(value)


def the_problem(text: str) -> Problem:
    """The only problem of a text."""
    _, problems = read_text(text, "a.yml")
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    "written",
    ["NO", "yes", "off", "~", "null", "1.10", "007", "0x1F", "1e3", "2014-02-30", "12:30:45", ".inf", "1_000", "="],
)
def test_a_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert plain(fields(f"key: {written}\n")) == {"key": written}


def test_every_value_and_key_knows_its_place() -> None:
    content = fields("schema: 2\nactors:\n- id: nl.police\n  levels: [local,  national]\n")
    actor = content["actors"][0]

    assert content.mark == ("a.yml", 1, 1)
    assert content.key_marks["actors"] == ("a.yml", 2, 1)
    assert content["actors"].mark == ("a.yml", 3, 1)
    assert actor.mark == ("a.yml", 3, 3)
    assert actor.key_marks["levels"] == ("a.yml", 4, 3)
    assert actor["levels"].mark == ("a.yml", 4, 11)
    assert actor["levels"][1].mark == ("a.yml", 4, 20)


def test_columns_count_letters_not_bytes() -> None:
    assert fields("é🔒ü: [ñ, b]\n")["é🔒ü"][1].mark == ("a.yml", 1, 10)


def test_a_scalar_knows_whether_it_stood_without_quotes() -> None:
    content = fields("a: NO\nb: 'NO'\nc: \"NO\"\nd: |\n  NO\n")

    assert [content[key].plain for key in "abcd"] == [True, False, False, False]


def test_text_over_several_lines_is_one_value() -> None:
    content = fields("a: one\n  two\nb: >-\n  three\n  four\nc: |\n  five\n  six\n")

    assert plain(content) == {"a": "one two", "b": "three four", "c": "five\nsix\n"}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_how_lines_end(ends: str) -> None:
    content = fields(ends.join(["a: 1", "", "# remark", "b: [1,", "  2]", ""]))

    assert content["b"][1].mark == ("a.yml", 5, 3)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_place_of_a_wrong_byte_does_not_depend_on_how_lines_end(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(ends.join(["a: 1", "# é", "b: "]).encode() + b"\xe9")

    _, (problem,) = read_file(path, "a.yml")

    assert str(problem.place) == "a.yml:3:4"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfschema: 1\n")
    content, problems = read_file(path, "a.yml")

    assert problems == []
    assert plain(content) == {"schema": "1"}


def test_a_place_after_a_byte_order_mark_is_that_of_the_editor(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfname: caf\xe9\n")

    _, (problem,) = read_file(path, "a.yml")

    assert str(problem.place) == "a.yml:1:10"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\n \t\nb: 2\n", "a.yml:2:2: a tab at the beginning of a line;"),
        ("a:\n\tb: 1\n\t\tc: 2\n \td: 3\n", "a.yml:2:1: a tab at the beginning of a line (3 lines in this file);"),
        ("a:\n \u00a0b: 1\n", "a.yml:2:2: a hard space at the beginning of a line;"),
        ("a: \u2028b\n", "a.yml:1:4: the invisible character U+2028;"),
        ("a: b\x1b[31m\n", "a.yml:1:5: the invisible character U+001B;"),
        ("a: b\ufeff\n", "a.yml:1:5: the invisible character U+FEFF;"),
        ("a: b\0\n", "a.yml:1:5: a zero byte, as in UTF-16 or in a file that is no text;"),
    ],
)
def test_what_cannot_be_seen_is_told_where_it_is(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "a.yml"
    path.write_text(text, encoding="utf-8")

    _, (problem,) = read_file(path, "a.yml")

    assert str(problem).startswith(told)


def test_a_tab_inside_a_line_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: b\tc # d\te\n", encoding="utf-8")
    content, problems = read_file(path, "a.yml")

    assert problems == []
    assert plain(content) == {"a": "b\tc"}


def test_of_a_duplicate_key_the_first_is_kept() -> None:
    content, (problem,) = read_text("a: 1\nb: 2\na: 3\n", "a.yml")

    assert plain(content) == {"a": "1", "b": "2"}
    assert (str(problem.place), str(problem.found)) == ("a.yml:3:1", "the key 'a' a second time (first in line 1)")


def test_all_duplicate_keys_are_told() -> None:
    _, problems = read_text("a: 1\na: 2\nb: {c: 1, c: 2}\n", "a.yml")

    assert [str(problem.place) for problem in problems] == ["a.yml:2:1", "a.yml:3:11"]


def test_duplicate_keys_before_the_end_of_what_can_be_read_are_told_too() -> None:
    _, problems = read_text("a: 1\na: 2\nb: 'open\n", "a.yml")

    assert [problem.code for problem in problems] == ["duplicate-key", "syntax"]


def test_a_merge_key_brings_nothing_in() -> None:
    assert the_problem("a: &a {b: 1}\nc:\n  <<: *a\n").code == "alias"


def test_an_anchor_to_which_nothing_refers_does_no_harm() -> None:
    assert plain(fields("a: &a text\n")) == {"a": "text"}


@pytest.mark.parametrize("tag", ["!!str", "!!binary", "!important", "!", "!!python/object:os.system"])
def test_a_tag_is_refused_for_it_would_change_the_meaning(tag: str) -> None:
    problem = the_problem(f"a: {tag} text\n")

    assert (problem.code, str(problem.place)) == ("tag", "a.yml:1:4")


@pytest.mark.parametrize("key", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "[a]: b\n", "{a: b}: c\n"])
def test_a_key_must_be_a_word(key: str) -> None:
    problem = the_problem(key)

    assert (problem.code, str(problem.found)) == ("wrong-type", "a list or a record in the place of a key")


def test_an_empty_first_document_is_passed_over() -> None:
    assert plain(fields("---\n---\nschema: 1\n")) == {"schema": "1"}


def test_a_document_may_be_marked_at_both_ends() -> None:
    assert plain(fields("%YAML 1.1\n---\nschema: 1\n...\n")) == {"schema": "1"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n", "---\n", "--- # nothing\n...\n", "   \n"])
def test_nothing_is_told_as_an_empty_file(text: str) -> None:
    assert the_problem(text).code == "empty-file"


@pytest.mark.parametrize(("text", "found"), [("- a\n", "a list"), ("word\n", "text"), ("'a: b'\n", "text")])
def test_something_else_than_keys_is_told(text: str, found: str) -> None:
    problem = the_problem(text)

    assert (problem.code, str(problem.found)) == ("wrong-type", f"{found} at the top of the file")


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: b: c\n", "1:5", "a second colon in one line"),
        ("a: b\n   c: d\n", "2:4", "a line that begins further to the right than the line above it allows"),
        ("a: [b,\n  c\n", "1:4", "a list whose bracket is not closed"),
        ("a: [b,\nc: d\n", "1:4", "a list whose bracket is not closed"),
        ("a: {b: c\nd: e\n", "1:4", "a record whose brace is not closed"),
        ("a: 'b\nc: d\n", "1:4", "a quotation mark that is never closed"),
        ("a:\n  - b\n c\n", "3:2", "a line that does not line up with the lines above it"),
        ("a: b\nc\n", "2:1", "a line that is neither a key nor its value"),
        ("a: b - c\n- d\n", "2:1", "a line that does not line up with the lines above it"),
        ("a: b\nc:d\ne: f\n", "2:1", "a line that is neither a key nor its value"),
        ("a: 'It's'\n", "1:8", "more text after a closing quotation mark or bracket"),
        ('a: "b" c\n', "1:8", "more text after a closing quotation mark or bracket"),
        ("- a: [b] c\n", "1:10", "more text after a closing quotation mark or bracket"),
        ("a: - b\n", "1:4", "a dash where no list can begin"),
        ("a: @b\n", "1:4", "a text that begins with a sign which YAML keeps for itself (a tab, %, @ or `)"),
        ("a:\n- b\n-\tc: d\n", "3:2", "a text that begins with a sign which YAML keeps for itself (a tab, %, @ or `)"),
        ("a: *\n", "1:4", "a text that begins with * or &"),
        ("a: & b\n", "1:4", "a text that begins with * or &"),
        ('a: "C:\\data"\n', "1:7", "a backslash in double quotes"),
        ('a: "C:\\users"\n', "1:9", "a backslash in double quotes"),
        ("a: [, b]\n", "1:5", "a comma or bracket where a value should be"),
        ("a: >b\n", "1:4", "a text that begins with | or >"),
        ("a: !b!c d\n", "1:4", "a text that begins with !"),
        ("{a: b}\nc: d\n", "2:1", "a line that does not belong to what stands above it"),
    ],
)
def test_what_the_parser_says_is_told_in_plain_words(text: str, place: str, found: str) -> None:
    problem = the_problem(text)

    assert (problem.code, str(problem.found)) == ("syntax", found)
    assert str(problem.place) == f"a.yml:{place}"


def test_what_the_parser_says_otherwise_is_handed_on() -> None:
    problem = the_problem("%YAML 2.0\n---\na: b\n")

    assert str(problem.found) == "a line that is not YAML (found incompatible YAML document)"
    assert str(problem.remedy) == "look at the indentation, and put text with a colon or a # in quotes"


def test_values_are_the_three_kinds_and_nothing_else() -> None:
    content = fields("a: {b: [c]}\n")

    assert type(content) is Fields
    assert type(content["a"]["b"]) is Entries
    assert type(content["a"]["b"][0]) is Text


def test_a_character_that_the_parser_refuses_is_no_traceback() -> None:
    """In files it is found out earlier; this is text that somebody else has read."""
    problem = the_problem("a: \x07\n")

    assert (problem.code, str(problem.place)) == ("syntax", "a.yml:1:1")
    assert str(problem.found).startswith("a file that is not YAML (")
