"""Which stated gaps survive when a source, some facts or a reading is taken away."""

from __future__ import annotations

from datetime import date

from barriers import Model
from graph import build_graph
from graph.stability import SHARES, Stability, stability
from tests.graph.made import (
    DOOR,
    HALL,
    INFERRED,
    LAW,
    LEDGER,
    NL,
    PARTIAL,
    POLICE,
    REPORT,
    SCRIPT,
    by,
    cover,
    in_part,
    nobody,
    step,
    town,
)

BEGUN = date(2013, 1, 1)
"""The day of the report: what is said of an earlier one would say less."""

GAP = f"insufficient-cover:nl:{DOOR}"
UNCOVERED = f"uncovered-step:nl:{DOOR}"


def found(model: Model, seed: int = 1) -> Stability:
    return stability(build_graph(model, NL, SCRIPT), seed, draws=10)


def test_a_gap_that_one_source_states_falls_without_it_and_stays_without_another() -> None:
    result = found(town(in_part(), cover(POLICE, state=PARTIAL, source=LAW)))

    assert result.gaps == (GAP,)
    assert result.falls_without(GAP) == (REPORT,)
    assert {one.source: one.facts for one in result.sources} == {REPORT: 1, LAW: 1}


def test_a_gap_that_two_sources_state_falls_without_neither() -> None:
    result = found(town(in_part(citations=by(REPORT, LAW))))

    assert result.falls_without(GAP) == ()
    assert {one.facts for one in result.sources} == {0}


def test_a_gap_that_opens_when_a_source_is_left_out_is_new() -> None:
    """One source says that nobody acts, another names somebody: without the second the step is a gap."""
    result = found(town(nobody(), cover(POLICE, source=LAW, since=BEGUN)))
    (without,) = [one.outcome for one in result.sources if one.source == LAW]

    assert result.gaps == ()
    assert (without.kept, without.new) == (frozenset(), {UNCOVERED})


def test_so_many_draws_are_made_for_each_share_and_the_same_seed_draws_the_same() -> None:
    """Of two facts 5, 10 and 20 per cent are none; 50 per cent are one, the gap's own in some of the draws."""
    model = town(in_part(), cover(HALL, step=LEDGER), steps=(step(DOOR), step(LEDGER)))
    result = found(model)
    kept = {one.per_cent: one.kept(GAP) for one in result.draws}

    assert tuple(kept) == SHARES
    assert (kept[5], kept[10], kept[20]) == (10, 10, 10)
    assert 0 < kept[50] < 10
    assert found(model).draws == result.draws


def test_a_power_that_was_read_into_the_words_counts_for_nothing_or_as_stated() -> None:
    """Read as stated, it sets aside what another source says of nobody."""
    result = found(town(nobody(), cover(POLICE, source=LAW, power_basis=INFERRED, since=BEGUN)))

    assert result.gaps == (UNCOVERED,)
    assert result.read_in == 1
    assert result.strictly.kept == {UNCOVERED}
    assert result.leniently.kept == frozenset()


def test_without_a_stated_gap_nothing_can_fall() -> None:
    result = found(town())

    assert (result.gaps, result.sources) == ((), ())
    assert all(outcome.kept == outcome.new == frozenset() for one in result.draws for outcome in one.outcomes)
