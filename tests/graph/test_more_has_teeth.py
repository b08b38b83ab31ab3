"""Whoever breaks a rule on levels, groups, tracks, signals, ties, duties or seats is found out by the oracle."""

from __future__ import annotations

import pytest

from tests.graph.agreement import answers_of_graph, answers_of_worlds
from tests.graph.teeth import Bite
from tests.graph.teeth_of_more import MORE
from tests.graph.test_oracle_has_teeth import BITES


@pytest.mark.parametrize("bite", MORE, ids=lambda bite: bite.rule)
def test_the_oracle_finds_out_who_forgets_that(bite: Bite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The graph agrees with all worlds as it is, and no longer when the rule is broken."""
    worlds = answers_of_worlds(bite.model, bite.selection)

    assert answers_of_graph(bite.model, bite.selection) == worlds

    bite.broken(monkeypatch)

    assert answers_of_graph(bite.model, bite.selection) != worlds


def test_every_rule_is_a_sentence_of_its_own() -> None:
    """Among the others too."""
    rules = [bite.rule for bite in (*BITES, *MORE)]

    assert len(set(rules)) == len(rules)
