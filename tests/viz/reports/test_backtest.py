"""A backtest in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from barriers import Selection
from graph.backtest import Backtest, backtest
from tests.viz.render.drawn import as_json
from tests.viz.reports.test_compare import model
from viz.reports.backtest import backtest_data, measures, sentences

# The Netherlands recommends one thing to Romania and Denmark, from the last day of 2014 on; it touches no step.


def tried(country: str, by: str | None, as_of: date | None = None) -> Backtest:
    return backtest(model(), country, "five-barriers", Selection(as_of=as_of), by)


def test_what_was_tried_is_told_first() -> None:
    first, *_ = sentences(tried("DK", "the US report"))

    assert first == "2 of 2 gaps that experts name touch a step of five-barriers."


def test_that_all_recommendations_begin_later_is_told_with_the_day_to_ask_for() -> None:
    assert sentences(tried("RO", "NL")) == ("NL's recommendations begin on 31 December 2014: --as-of 2014-12-31.",)


def test_on_that_day_the_sentence_is_gone() -> None:
    words = " ".join(sentences(tried("RO", "NL", date(2014, 12, 31))))

    assert words.startswith("0 of 1 gaps")
    assert "--as-of" not in words


def test_what_comes_later_beside_what_is_there_is_counted() -> None:
    *_, last = sentences(tried("DK", "NL"))

    assert last == "1 more is named only later: --as-of 2014-12-31 has it."


def test_several_that_come_later_have_a_plural() -> None:
    several = replace(tried("DK", "NL"), later=(date(2014, 12, 31), date(2020, 1, 1)))

    assert sentences(several)[-1] == "2 more are named only later: --as-of 2020-01-01 has them all."


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("GRETA", "Nobody whose name has GRETA in it recommends anything to RO."),
        (None, "No source names a gap of RO."),
    ],
)
def test_that_nobody_ever_names_a_gap_is_told(by: str | None, words: str) -> None:
    assert sentences(tried("RO", by)) == (words,)


def test_no_number_stands_without_its_whole_where_nothing_was_tried() -> None:
    assert [(one.number, one.of) for one in measures(tried("RO", "NL")) if "gaps" in one.counted] == [(0, 0), (0, 0)]


def test_json_tells_who_was_asked_and_what_comes_later() -> None:
    data = as_json(backtest_data(tried("RO", "NL")))

    assert (data["by"], data["later"]) == ("NL", ["2014-12-31"])
