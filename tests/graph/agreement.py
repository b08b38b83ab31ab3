"""What the graph answers, in the shape in which the oracle answers."""

from __future__ import annotations

from barriers import Model, Selection
from barriers.words import Certainty
from graph import QUESTIONS, View, build_graph
from tests.graph.made import NL, SCRIPT
from tests.graph.oracle import Answer, Oracle
from tests.graph.oracle_more import OracleMore


def answers_of_graph(model: Model, selection: Selection = Selection()) -> dict[str, Answer]:
    """Question by question, the subjects of its certain and of its possible rows."""
    return answers_in(View(build_graph(model, NL, SCRIPT, selection)))


def answers_in(view: View) -> dict[str, Answer]:
    """The same of a graph that is already built; no question may say one thing twice."""
    answers = {}
    for question in QUESTIONS:
        rows = list(question.rule(view))
        subjects = [
            frozenset(row.subject for row in rows if row.certainty is certainty)
            for certainty in (Certainty.CERTAIN, Certainty.POSSIBLE)
        ]
        assert len(rows) == sum(map(len, subjects)), f"{question.id} says something twice"
        answers[question.id] = (subjects[0], subjects[1])
    return answers


def answers_of_worlds(model: Model, selection: Selection = Selection()) -> dict[str, Answer]:
    """The same from the list of all worlds."""
    asked = (model, NL, SCRIPT, selection)
    return Oracle(*asked).answers() | OracleMore(*asked).answers()
