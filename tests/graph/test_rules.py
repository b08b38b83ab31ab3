"""Each rule of the reading on a small model that shows it: the graph says what the list of all worlds says.

Whether somebody who breaks a rule is found out here, `./run mutation` tells.
"""

from __future__ import annotations

import pytest

from tests.graph.agreement import answers_of_graph, answers_of_worlds
from tests.graph.rules import Shown
from tests.graph.rules_of_more import MORE
from tests.graph.rules_of_questions import ABOUT_ACTORS, ANSWERS, CONTRADICTIONS, OUTSIDE_THE_STEPS, SELECTED
from tests.graph.rules_of_statements import CEILINGS, PRESENCES, STATEMENTS
from tests.graph.rules_of_tables import OUTSIDE, UNREPRESENTED

RULES = [
    *(*STATEMENTS, *CEILINGS, *PRESENCES),
    *(*ANSWERS, *ABOUT_ACTORS, *OUTSIDE, *UNREPRESENTED, *CONTRADICTIONS, *OUTSIDE_THE_STEPS, *SELECTED),
    *MORE,
]


@pytest.mark.parametrize("shown", RULES, ids=lambda shown: shown.rule)
def test_the_graph_and_all_worlds_agree_that(shown: Shown) -> None:
    assert answers_of_graph(shown.model, shown.selection) == answers_of_worlds(shown.model, shown.selection)


def test_every_rule_is_a_sentence_of_its_own() -> None:
    """The list of rules reads as a table of contents of the reading."""
    rules = [shown.rule for shown in RULES]

    assert len(set(rules)) == len(rules)
