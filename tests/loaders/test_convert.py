"""Marked values to nouns: what may stand where, and that every mistake of a record is told."""

from datetime import date
from typing import Any

import pytest

from barriers import Actor, Citation, Country, Coverage, Problem, Rating, Script, Source
from barriers.words import Form, Level, Power, SourceKind, State
from loaders.convert import convert, convert_file
from loaders.marked import Fields
from loaders.reading import read_text

SOURCE = "id: report\ntitle: A report\nkind: report\nabout: adults\n"
COVER = "actor: nl.police\nstep: entry.offer\npower: hinder\nstate: active\n"
RATING = "rating: good\n"


def fields(text: str) -> Fields:
    content, problems = read_text(text, "a.yml")
    assert problems == []
    assert content is not None
    return content


def made(text: str, kind: type) -> Any:
    """The value, which has no problem."""
    value, problems = convert(fields(text), kind)
    assert problems == ()
    return value


def problems(text: str, kind: type) -> list[Problem]:
    """The problems of a value that does not fit."""
    return list(convert(fields(text), kind)[1])


def the_problem(text: str, kind: type) -> Problem:
    (problem,) = problems(text, kind)
    return problem


def test_a_record_becomes_the_value_it_describes() -> None:
    text = COVER + "groups: [minors]\nforms: [labour, labour]\nsince: 2014-01-31\nmeasured: true\n"

    assert made(text, Coverage) == Coverage(
        actor="nl.police",
        step="entry.offer",
        power=Power.HINDER,
        state=State.ACTIVE,
        groups=frozenset(["minors"]),
        forms=frozenset([Form.LABOUR]),
        since=date(2014, 1, 31),
        measured=True,
    )


def test_what_is_left_out_has_its_default() -> None:
    assert made(SOURCE, Source) == Source("report", "A report", SourceKind.REPORT, "adults")


def test_text_keeps_its_place_in_the_model() -> None:
    assert made(SOURCE, Source).title.mark == ("a.yml", 2, 8)


def test_two_lines_are_a_pair_of_numbers() -> None:
    citation = made("source: report\nat: p. 1\nlines: [40, 42]\nwords: the police looks\n", Citation)

    assert citation.lines == (40, 42)


def test_levels_are_a_set_of_words() -> None:
    actor = made("id: nl.police\nname: Police\nkind: police\nlevels: [local, national]\n", Actor)

    assert actor.levels == {Level.LOCAL, Level.NATIONAL}


# Text


@pytest.mark.parametrize("word", ["NO", "No", "no", "yes", "Y", "n", "on", "OFF", "true", "False", "null", "~"])
def test_a_word_that_others_read_as_something_else_must_stand_in_quotes(word: str) -> None:
    problem = the_problem(SOURCE.replace("about: adults", f"about: {word}"), Source)

    assert (problem.code, str(problem.place)) == ("unquoted-word", "a.yml:4:8")
    assert str(problem.remedy) == f'write "{word}" in quotes, or leave the key out where nothing is meant'
    assert made(SOURCE.replace("about: adults", f'about: "{word}"'), Source).about == word


@pytest.mark.parametrize("text", ["112", "1.10", "2014-01-31", "3 of 24", "Nobody", "+31 20"])
def test_numbers_and_dates_are_text_where_text_is_wanted(text: str) -> None:
    assert made(SOURCE.replace("A report", text), Source).title == text


def test_a_key_without_value_is_not_empty_text() -> None:
    problem = the_problem(SOURCE + "note:\n", Source)

    assert (problem.code, str(problem.place)) == ("wrong-type", "a.yml:5:6")
    assert str(problem.found) == "nothing after the colon or dash"
    assert made(SOURCE + 'note: ""\n', Source).note == ""


def test_a_record_where_text_is_wanted_is_told_about_its_colon() -> None:
    problem = the_problem(SOURCE + "note: {see: there}\n", Source)

    assert str(problem.remedy) == "write one value; if there is a colon in the text, put it in quotes"


def test_a_long_value_is_cut_in_the_message() -> None:
    problem = the_problem(SOURCE.replace("kind: report", f"kind: {'x' * 100}"), Source)

    assert str(problem.found) == f"'{'x' * 57}...'"


# Numbers


@pytest.mark.parametrize(
    ("written", "number"), [("21.43", 21.43), ("0", 0.0), ("100", 100.0), ("33.3333333333", 33.3333333333)]
)
def test_a_number_has_a_decimal_point(written: str, number: float) -> None:
    assert made(f"{RATING}per_cent: {written}\n", Rating).per_cent == number


@pytest.mark.parametrize("written", ["21,43", "21.43 %", "1e1", ".5", "nan", "inf", "0x10", "٣", "9" * 400, "half"])
def test_what_is_no_number_is_told_how_to_write_one(written: str) -> None:
    problem = the_problem(f"{RATING}per_cent: {written}\n", Rating)

    assert (problem.code, str(problem.place)) == ("wrong-type", "a.yml:2:11")
    assert str(problem.remedy) == "write it in digits, such as 21.43, with a point and without the sign %"


@pytest.mark.parametrize("written", ["14.0", "fourteen", "1e1", "٣", "9" * 5000, "true"])
def test_what_is_no_whole_number_is_told(written: str) -> None:
    problem = the_problem(f"source: report\nat: p. 1\nrespondents: {written}\n", Citation)

    assert (problem.code, str(problem.expected)) == ("wrong-type", "a whole number")


@pytest.mark.parametrize("written", ["yes", "True", "1", "ja", "waar"])
def test_only_true_and_false_are_true_and_false(written: str) -> None:
    problem = the_problem(COVER + f"measured: {written}\n", Coverage)

    assert (problem.code, str(problem.remedy)) == ("wrong-type", "write true or false, in English")


# Dates


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("2014", "give the day too; where only the year is known, the first day that it can be"),
        ("2014-01", "give the day too; where only the year is known, the first day that it can be"),
        ("31-01-2014", "write 2014-01-31"),
        ("31/1/2014", "write 2014-01-31"),
        ("31.01.2014", "write 2014-01-31"),
        ("2014-1-31", "write 2014-01-31"),
        ("2014/01/31", "write 2014-01-31"),
        ("2014-01-31 00:00:00", "write 2014-01-31"),
        ("2014-01-31T00:00:00Z", "write 2014-01-31"),
        ("2014-01-31,", "write 2014-01-31"),
        ("41670", "write 2014-01-31 if this is the day as Excel counts it"),
        # Here nobody can tell which is the month.
        ("01-02-2014", "write the year first, then month and day"),
        ("31-02-2014", "write the year first, then month and day"),
        ("January 2014", "write the year first, then month and day"),
        ("31 jan 2014", "write the year first, then month and day"),
        ("20140131", "write the year first, then month and day"),
        ("२०१४-०१-३१", "write the year first, then month and day"),
    ],
)
def test_a_date_in_another_form_is_told_how_to_write_it(written: str, remedy: str) -> None:
    problem = the_problem(COVER + f"since: {written}\n", Coverage)

    assert (problem.code, str(problem.place), str(problem.remedy)) == ("wrong-date", "a.yml:5:8", remedy)


@pytest.mark.parametrize("written", ["2014-02-30", "2014-13-01", "2014-00-10", "0000-01-01"])
def test_a_day_that_never_was_is_told(written: str) -> None:
    problem = the_problem(COVER + f"since: {written}\n", Coverage)

    assert (problem.code, str(problem.found)) == ("impossible-date", f"the date {written}")


def test_a_date_in_quotes_is_a_date() -> None:
    assert made(COVER + 'since: "2014-01-31"\n', Coverage).since == date(2014, 1, 31)


# Lists


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("40", "write it in brackets, as in [40, 40]"),
        ("40-42", "write it in brackets, as in [40, 42]"),
        ("40 to 42", "write it in brackets, as in [40, 42]"),
        ("40–42", "write it in brackets, as in [40, 42]"),
        ("[40]", "write it in brackets, as in [240, 245]"),
        ("[40, 41, 42]", "write it in brackets, as in [240, 245]"),
    ],
)
def test_lines_in_another_form_are_told_how_to_write_them(written: str, remedy: str) -> None:
    problem = the_problem(f"source: report\nat: p. 1\nlines: {written}\nwords: the police looks\n", Citation)

    assert (problem.code, str(problem.place), str(problem.remedy)) == ("wrong-type", "a.yml:3:8", remedy)


@pytest.mark.parametrize(
    ("written", "found", "remedy"),
    [
        ("", "nothing after the colon or dash", "take the key out as long as there is nothing to list"),
        (" p. 4", "'p. 4'", "begin each record in a new line with a dash"),
        (" {source: report}", "a record", "begin each record in a new line with a dash"),
    ],
)
def test_what_is_no_list_of_records_is_told(written: str, found: str, remedy: str) -> None:
    problem = the_problem(f"{COVER}citations:{written}\n", Coverage)

    assert (str(problem.found), str(problem.expected), str(problem.remedy)) == (found, "a list", remedy)


def test_each_wrong_element_of_a_list_is_told_at_its_place() -> None:
    found = problems(COVER + "forms: [labor, sexual, work]\n", Coverage)

    assert [str(problem.place) for problem in found] == ["a.yml:5:9", "a.yml:5:24"]
    assert [problem.nearest for problem in found] == ["labour", ""]


# Keys


def test_an_unknown_key_is_told_with_the_keys_that_one_can_write() -> None:
    problem = the_problem(COVER + "grouops: [minors]\n", Coverage)

    assert (problem.code, str(problem.place), problem.nearest) == ("unknown-key", "a.yml:5:1", "groups")
    assert {"place", "country", "id"}.isdisjoint(str(problem.expected).removeprefix("one of ").split(", "))


def test_what_comes_after_a_comma_in_braces_is_told_to_belong_into_quotes() -> None:
    problem = the_problem(COVER + "citations: [{source: report, at: p. 20, fn 37}]\n", Coverage)

    assert (problem.code, str(problem.place)) == ("unknown-key", "a.yml:5:41")
    assert str(problem.found) == "the key 'fn 37' without a value"
    assert (
        str(problem.remedy)
        == "correct the key, or take it out; if it belongs to a text with a comma, put that in quotes"
    )


def test_text_where_a_record_should_be_is_told_how_to_write_it() -> None:
    problem = the_problem("id: nl.a\nname: A\nkind: ngo\npart_of: [nl.b]\n", Actor)

    assert str(problem.remedy) == "write it as a record, as in {to: nl.b, basis: ...}"


def test_a_list_where_a_record_should_be_is_told_which_keys_to_write() -> None:
    problem = the_problem("id: nl.a\nname: A\nkind: ngo\npart_of: [[nl.b]]\n", Actor)

    assert str(problem.remedy) == "write each of these keys with its value in a line of its own"


def test_the_country_is_a_key_of_a_file() -> None:
    _, (problem,) = convert_file(fields("schema: 2\ncontry: {}\n"), "")

    assert problem.nearest == "country"


def test_all_missing_keys_are_told() -> None:
    found = problems("actor: nl.police\n", Coverage)

    assert [str(problem.found) for problem in found] == [
        "a record without step",
        "a record without power",
        "a record without state",
    ]


def test_what_a_value_refuses_is_told_at_the_field_that_is_wrong() -> None:
    problem = the_problem(COVER + "since: 2014-01-31\nuntil: 2013-12-31\n", Coverage)

    assert (problem.code, str(problem.place)) == ("ends-before-it-begins", "a.yml:6:8")


def test_what_a_value_lacks_is_told_at_the_record() -> None:
    text = "id: entry.offer\nbarrier: entry\nname: Offer\nforms: [labour]\npowers: [hinder]\ngroups: [adults]\n"
    problem = the_problem(
        f"id: a\nname: A\nbarriers: []\npowers: []\ngroups: []\nsteps:\n- {text.replace(chr(10), chr(10) + '  ')}",
        Script,
    )

    assert (problem.code, str(problem.place)) == ("step-without-origin", "a.yml:7:3")


# Files


def test_the_sound_records_of_a_file_survive_the_broken_ones() -> None:
    text = "schema: 2\nsources:\n- {id: a, title: A, kind: report}\n- {id: b, title: B, kind: report, about: all}\n"
    part, found = convert_file(fields(text), "")

    assert [source.id for source in part.sources] == ["b"]
    assert [problem.code for problem in found] == ["missing-key"]


def test_a_broken_step_leaves_the_script_and_its_other_steps() -> None:
    step = "barrier: entry, forms: [labour], powers: [hinder], groups: [adults], ours: true"
    part, found = convert_file(
        fields(
            "schema: 2\nscript:\n  id: doors\n  name: Doors\n  powers: []\n  groups: []\n  barriers: []\n  steps:\n"
            f"  - {{id: entry.offer, name: Offer, {step}}}\n  - {{id: entry.quay, {step}}}\n"
        ),
        "",
    )

    assert [found_step.id for found_step in part.scripts[0].steps] == ["entry.offer"]
    assert [str(problem.place) for problem in found] == ["a.yml:10:5"]


@pytest.mark.parametrize("wrong", ["extra: 1\n", "country: {code: NL}\n", "script: {id: a}\n", "actors: all\n"])
def test_a_wrong_section_leaves_the_sound_ones(wrong: str) -> None:
    text = "schema: 2\nsources: [{id: b, title: B, kind: report, about: all}]\n"
    part, found = convert_file(fields(text + wrong), "")

    assert [source.id for source in part.sources] == ["b"]
    assert found


def test_a_country_is_a_record_of_its_own() -> None:
    country = made("code: NL\nname: Netherlands\nas_of: 2014-01-31\nmain_source: report\nabout: adults\n", Country)

    assert (country.code, country.as_of) == ("NL", date(2014, 1, 31))
