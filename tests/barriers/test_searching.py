"""Searching the texts of a model."""

import pytest

from barriers.searching import search_model
from tests.viz.small import model


def found(*words: str) -> list[str]:
    return [match.record.id for match in search_model(model(), words)]


def test_what_is_called_so_comes_before_what_mentions_it_and_facts_come_last() -> None:
    matches = search_model(model(), ["chamber"])

    assert matches[0].record.id == "nl.chamber-of-commerce"
    assert matches[0].is_name
    assert ("name", "Chamber of Commerce") in matches[0].where
    assert [match.thing is None for match in matches] == sorted(match.thing is None for match in matches)
    assert "weakness-7896c86da47f" in found("chamber")


def test_all_the_words_are_wanted_and_each_may_be_the_beginning_of_a_longer_one() -> None:
    assert "weakness-7896c86da47f" in found("soft", "signal")
    assert "weakness-7896c86da47f" not in found("soft", "signal", "nowhere")
    assert found("ignals") == []


def test_case_and_accents_make_no_difference() -> None:
    assert found("KOOPHANDEL") == found("koophändel") == ["nl.chamber-of-commerce"]


def test_the_words_that_a_source_is_quoted_with_are_searched() -> None:
    (match,) = search_model(model(), ["escort", "and", "home", "work"])

    assert ("words", "escort and home work") in match.where


def test_what_a_fact_is_about_counts_beside_its_own_words_and_not_alone() -> None:
    """The weakness touches the escort work, whose name it does not say."""
    assert "weakness-7896c86da47f" in found("soft", "escort")
    assert "cover-88e28ec459ca" not in found("escort")


@pytest.mark.parametrize("words", [[], [""], ["..."]])
def test_no_words_find_nothing(words: list[str]) -> None:
    assert search_model(model(), words) == ()
