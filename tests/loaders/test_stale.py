"""Facts that nobody has confirmed for years."""

from datetime import date

import pytest

from barriers import Citation, Country, Coverage, Model, Source
from barriers.words import Power, SourceKind, State
from loaders import stale_facts

DAY = date(2020, 2, 29)


def stale(years: int, *, as_of: date | None = None, **of_fact: object) -> list[str]:
    fact = Coverage(
        actor="xx.a", step="s", power=Power.HINDER, state=State.ACTIVE, country="XX", **of_fact  # type: ignore[arg-type]
    )  # fmt: skip
    model = Model(
        countries=(Country(code="XX", name="X", as_of=DAY, main_source="old", about="all"),),
        sources=(
            Source(id="old", title="Old", kind=SourceKind.REPORT, about="all", date=date(2010, 1, 1)),
            Source(id="new", title="New", kind=SourceKind.REPORT, about="all", date=date(2019, 1, 1)),
        ),
        coverage=(fact,),
    )
    return [str(problem.found) for problem in stale_facts(model, years, as_of)]


def test_a_fact_of_an_old_source_is_stale() -> None:
    assert len(stale(5, citations=(Citation("old", "p. 1"),))) == 1


def test_a_newer_source_confirms_it() -> None:
    assert stale(5, citations=(Citation("old", "p. 1"), Citation("new", "p. 1"))) == []


def test_it_depends_on_the_day() -> None:
    assert stale(5, as_of=date(2014, 1, 1), citations=(Citation("old", "p. 1"),)) == []
    assert stale(1, citations=(Citation("new", "p. 1"),)) != []


def test_without_a_dated_source_its_own_beginning_counts() -> None:
    assert len(stale(5, since=date(2001, 1, 1))) == 1


@pytest.mark.parametrize(
    "of_fact",
    [
        {},
        {"since": date(2021, 1, 1)},
        {"citations": (Citation("old", "p. 1"),), "until": date(2012, 1, 1)},
    ],
)
def test_what_has_no_date_has_not_begun_or_has_ended_is_not_stale(of_fact: dict[str, object]) -> None:
    assert stale(5, **of_fact) == []
