"""Cited words that say less than the record: what is warned of, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from barriers.facts import Fact
from loaders.cited_words import check_cited_words
from tests.graph.made import INFERRED, MANDATE, PLANNED, POLICE, REPORT, by, cover, nobody, town


def codes(fact: Fact, *words: str) -> list[str]:
    """The warnings on a fact whose citations have these words."""
    citations = tuple(replace(by(REPORT)[0], at=f"p. {page}", words=said) for page, said in enumerate(words))
    return [problem.code for problem in check_cited_words(town(replace(fact, citations=citations)))]


@pytest.mark.parametrize("words", ["the police plan to stop it", "they should stop it", "the police may stop it"])
def test_a_plan_a_wish_and_a_permission_are_no_deed(words: str) -> None:
    assert codes(cover(POLICE), words) == ["words-of-a-plan"]


@pytest.mark.parametrize(
    "words", ["since May 2012 the police stop it", "would-be buyers are stopped", "they stop it", ""]
)
def test_a_month_a_habit_and_a_deed_are_not_warned_of(words: str) -> None:
    assert codes(cover(POLICE), words) == []


def test_one_passage_that_says_that_it_is_done_is_enough() -> None:
    assert codes(cover(POLICE), "they plan to stop it", "they stop it") == []


@pytest.mark.parametrize(
    "fact", [cover(POLICE, state=MANDATE), cover(POLICE, state=PLANNED), cover(POLICE, basis=INFERRED)]
)
def test_who_records_a_plan_as_a_plan_or_as_inferred_is_not_warned(fact: Fact) -> None:
    assert codes(fact, "the police plan to stop it") == []


@pytest.mark.parametrize(
    "words", ["nobody stops it", "they don’t stop it", "niemand houdt toezicht", "det er ingen der gør"]
)
def test_an_absence_with_a_no_in_the_language_of_its_source_is_not_warned_of(words: str) -> None:
    assert codes(nobody(), words) == []


def test_an_absence_whose_words_hold_no_no_is_warned_of() -> None:
    assert codes(nobody(), "it is a large problem") == ["words-without-a-no"]
