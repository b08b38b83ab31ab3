"""Whoever breaks a rule of the reading is found out by the oracle, on a small model that shows the rule."""

from __future__ import annotations

import pytest

from tests.graph.agreement import answers_of_graph, answers_of_worlds
from tests.graph.teeth import Bite
from tests.graph.teeth_of_questions import ABOUT_ACTORS, ANSWERS, CONTRADICTIONS, OUTSIDE_THE_STEPS, SELECTED
from tests.graph.teeth_of_statements import CEILINGS, PRESENCES, STATEMENTS
from tests.graph.teeth_of_tables import OUTSIDE, UNSEATED

BITES = [
    *(*STATEMENTS, *CEILINGS, *PRESENCES),
    *(*ANSWERS, *ABOUT_ACTORS, *OUTSIDE, *UNSEATED, *CONTRADICTIONS, *OUTSIDE_THE_STEPS, *SELECTED),
]


@pytest.mark.parametrize("bite", BITES, ids=lambda bite: bite.rule)
def test_the_oracle_finds_out_who_forgets_that(bite: Bite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The graph agrees with all worlds as it is, and no longer when the rule is broken."""
    worlds = answers_of_worlds(bite.model, bite.selection)

    assert answers_of_graph(bite.model, bite.selection) == worlds

    bite.broken(monkeypatch)

    assert answers_of_graph(bite.model, bite.selection) != worlds


def test_every_rule_is_a_sentence_of_its_own() -> None:
    """The list of rules reads as a table of contents of the reading."""
    rules = [bite.rule for bite in BITES]

    assert len(set(rules)) == len(rules)
