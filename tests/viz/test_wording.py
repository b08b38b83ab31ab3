"""Dates, counts, lists and citations in words."""

from datetime import date

import pytest

from barriers import Citation, Model, Source
from barriers.words import SourceKind, Voice
from viz.wording import (
    cite,
    cite_all,
    cite_briefly,
    counted,
    day_words,
    joined,
    month_words,
    out_of,
    voice_words,
)

MODEL = Model(
    sources=(
        Source(id="swot", title="A report", kind=SourceKind.REPORT, about="minors"),
        Source(id="act", title="An act", kind=SourceKind.LAW, about="licences", voice=Voice.LAW),
    )
)


def test_dates_are_written_out() -> None:
    assert month_words(date(2014, 1, 31)) == "January 2014"
    assert day_words(date(2014, 12, 1)) == "1 December 2014"


def test_a_number_never_stands_without_its_denominator() -> None:
    assert out_of(1, 1, "step") == "1 of 1 step"
    assert out_of(3, 11, "step") == "3 of 11 steps"


def test_units_have_a_plural() -> None:
    assert [counted(2, unit) for unit in ("step", "country")] == ["2 steps", "2 countries"]
    assert counted(0, "step") == "0 steps"


def test_lists_are_joined() -> None:
    assert [joined("abc"[:length]) for length in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert joined("abcdef", most=2) == "a, b and 4 more"


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (Citation("swot", "p. 1"), "report"),
        (Citation("act", "art. 3"), "law"),
        (Citation("swot", "p. 1", voice=Voice.INTERVIEWEE), "one interviewee"),
        (Citation("swot", "p. 1", voice=Voice.CRITIC), "a critic"),
        (Citation("swot", "p. 1", voice=Voice.SURVEY, respondents=14), "survey of 14 respondents"),
        (Citation("swot", "p. 1", voice=Voice.SURVEY, respondents=1), "survey of 1 respondent"),
        (
            Citation("swot", "p. 1", voice=Voice.SURVEY, asked="those who know"),
            "survey, number of respondents not printed (asked: those who know)",
        ),
        (Citation("lost", "p. 1"), "source not read"),
    ],
)
def test_who_speaks_is_said(citation: Citation, words: str) -> None:
    assert voice_words(citation, MODEL) == words
    assert cite(citation, MODEL) == f"{citation.at} ({citation.source}, {words})"


def test_a_brief_citation_is_a_place_says_who_speaks_where_that_proves_nothing_and_that_there_are_others() -> None:
    citations = (Citation("swot", "NL p. 1"), Citation("act", "art. 3"))

    assert cite_briefly((), MODEL) == ""
    assert cite_briefly(citations, MODEL) == "NL p. 1…"
    assert cite_briefly((Citation("swot", "p. 2", voice=Voice.SURVEY, respondents=9),), MODEL) == "p. 2, survey of 9"
    assert cite_briefly((Citation("lost", "p. 1"),), MODEL) == "p. 1, source not read"


def test_several_citations_are_counted_when_they_do_not_fit() -> None:
    citations = [Citation("swot", f"p. {page}") for page in (1, 2, 3)]

    assert cite_all([], MODEL, 2) == ""
    assert cite_all(citations, MODEL, 2) == "p. 1 (swot, report); p. 2 (swot, report) and 1 more"
