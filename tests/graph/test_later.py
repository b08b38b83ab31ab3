"""Another day: what begins later, which steps have moved, and gaps that are no longer stated."""

from __future__ import annotations

from datetime import date

from barriers import Model, Selection
from barriers.words import Status
from graph import audit_graph, build_graph
from graph.later import LaterFacts, Moved, SinceOwnDay, later_facts, since_own_day
from tests.graph.made import DAY, DOOR, HALL, LEDGER, NL, POLICE, SCRIPT, cover, in_part, town

NEXT_YEAR = date(2015, 1, 1)


def since(model: Model, day: date | None) -> SinceOwnDay | None:
    graph = build_graph(model, NL, SCRIPT, Selection(as_of=day))
    return since_own_day(model, graph, audit_graph(graph, ""))


def later(model: Model, day: date | None = None) -> LaterFacts:
    return later_facts(model, build_graph(model, NL, SCRIPT, Selection(as_of=day)))


def test_facts_at_the_steps_that_begin_after_the_day_are_counted_with_the_last_of_their_days() -> None:
    model = town(cover(POLICE, since=DAY), cover(HALL, since=NEXT_YEAR), in_part(since=date(2016, 5, 1)))

    assert later(model) == LaterFacts(2, date(2016, 5, 1))
    assert later(model, NEXT_YEAR) == LaterFacts(1, date(2016, 5, 1))
    assert later(model, date(2017, 1, 1)) == LaterFacts(0, None)


def test_what_stands_at_no_step_that_is_looked_at_is_not_counted() -> None:
    model = town(cover(POLICE, step=LEDGER, since=NEXT_YEAR))

    assert later(model) == LaterFacts(0, None)


def test_on_the_countrys_own_day_nothing_has_moved() -> None:
    model = town(cover(POLICE, since=NEXT_YEAR))

    assert since(model, None) is None
    assert since(model, DAY) is None


def test_a_step_that_somebody_covers_later_has_moved() -> None:
    assert since(town(cover(POLICE, since=NEXT_YEAR)), NEXT_YEAR) == SinceOwnDay(
        DAY, (Moved(DOOR, Status.UNKNOWN, Status.COVERED),), ()
    )


def test_a_gap_whose_source_speaks_no_longer_is_told_and_not_called_solved() -> None:
    found = since(town(in_part(until=date(2014, 12, 31))), NEXT_YEAR)

    assert found == SinceOwnDay(
        DAY, (Moved(DOOR, Status.INSUFFICIENT, Status.UNKNOWN),), (f"insufficient-cover:nl:{DOOR}",)
    )


def test_a_gap_that_is_still_stated_is_no_news() -> None:
    assert since(town(in_part()), NEXT_YEAR) == SinceOwnDay(DAY, (), ())
