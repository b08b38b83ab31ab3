"""Finding records by what people call them."""

import pytest

from barriers.errors import SeveralNames, UnknownName
from barriers.messages import message
from barriers.naming import Named, called, folded, id_called

THINGS = (
    Named("nl.border-police", "actor", ("Border Police (Royal Police)", "Koninklijke Marechaussee", "KMar"), "NL"),
    Named("ro.border-police", "actor", ("Border Police", "Poliția de Frontieră Română", "IGPF"), "RO"),
    Named("dk.prosecution", "actor", ("Public Prosecutor", "Anklagemyndigheden på Ærø"), "DK"),
    Named("nl-swot", "source", ("SWOT analysis of the Netherlands",)),
    Named("kmar", "group", ("Those whom the KMar meets",)),
)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Poliția de Frontieră", "politia de frontiera"),
        ("NL-SWOT", "nl swot"),
        ("  employment.escort ", "employment escort"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("…", ""),
    ],
)
def test_case_accents_and_what_stands_between_words_tell_nothing_apart(words: str, same: str) -> None:
    assert folded(words) == same


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("NL.BORDER-POLICE", ["nl.border-police"]),
        ("border police", ["nl.border-police", "ro.border-police"]),
        ("royal police", ["nl.border-police"]),
        ("marechaussee", ["nl.border-police"]),
        ("frontiera romana", ["ro.border-police"]),
        ("anklagemyndigheden pa aero", ["dk.prosecution"]),
        ("NL SWOT", ["nl-swot"]),
        ("KMar", ["kmar"]),
        ("mar", []),
        ("", []),
        ("--", []),
    ],
)
def test_an_id_comes_before_a_whole_name_and_a_whole_name_before_words_of_one(asked: str, found: list[str]) -> None:
    """`KMar` is the id of the group, so the police that is called so is not meant."""
    assert [one.id for one in called(THINGS, asked)] == found


def test_those_of_the_country_that_is_asked_for_come_first() -> None:
    assert [one.id for one in called(THINGS, "border police", "ro")] == ["ro.border-police", "nl.border-police"]


def test_one_thing_that_answers_is_given_by_its_id() -> None:
    assert id_called(THINGS, "igpf", message("refers.actor"), "") == "ro.border-police"


def test_several_things_that_answer_are_named() -> None:
    with pytest.raises(SeveralNames) as caught:
        id_called(THINGS, "border police", message("refers.actor"), "")

    assert str(caught.value) == (
        "'border police' can be one of 2: nl.border-police (Border Police (Royal Police)), "
        "ro.border-police (Border Police). Type an id instead."
    )


def test_of_many_things_that_answer_the_rest_is_counted() -> None:
    many = [Named(f"nl.police-{number}", "actor", ("Police",)) for number in range(8)]
    with pytest.raises(SeveralNames) as caught:
        id_called(many, "police", message("refers.actor"), "")

    assert "can be one of 8: nl.police-0 (Police), " in str(caught.value)
    assert "nl.police-5 (Police) and 2 more. Type" in str(caught.value)


def test_nothing_that_answers_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName) as caught:
        id_called(THINGS, "Koninklijke Marechausse", message("refers.actor"), "")

    assert caught.value.nearest == ("Koninklijke Marechaussee",)
