"""The two readings of the graph find exactly what a list of all worlds finds."""

from __future__ import annotations

import pytest
from hypothesis import given

from barriers import Selection
from barriers.words import Form, Status
from graph import QUESTIONS, Question, View, audit, build_graph
from loaders import load_model
from tests.drawing import tries
from tests.graph.agreement import answers_in, answers_of_graph, answers_of_worlds
from tests.graph.made import NL, SCRIPT, town
from tests.graph.oracle import Oracle
from tests.graph.words import word_of
from tests.strategies import Asked, asked, models, said_models, step_models, table_models


def assert_agreement(case: Asked) -> None:
    graph = answers_of_graph(case.model, case.selection)
    worlds = answers_of_worlds(case.model, case.selection)
    differing = [
        f"{question.id}: the graph finds {graph[question.id]}, the worlds {worlds[question.id]}"
        for question in QUESTIONS
        if graph[question.id] != worlds[question.id]
    ]

    assert differing == []


@tries(150)
@given(asked(step_models()))
def test_what_holds_of_steps_holds_in_the_worlds(case: Asked) -> None:
    """Covers, ceilings and facilitations against the list of all worlds."""
    assert_agreement(case)


@tries(150)
@given(asked(table_models()))
def test_what_holds_of_actors_and_tables_holds_in_the_worlds(case: Asked) -> None:
    """Memberships, complete lists, relations and attention to groups against the list of all worlds."""
    assert_agreement(case)


@tries(150)
@given(asked(said_models()))
def test_what_sources_answer_differently_outside_the_steps_is_found(case: Asked) -> None:
    """Statements on few topics, with few answers, against the oracle's own idea of a topic and of an answer."""
    name = "contradiction"

    assert answers_of_graph(case.model, case.selection)[name] == answers_of_worlds(case.model, case.selection)[name]


@tries(120)
@given(asked(models()))
def test_what_holds_of_everything_together_holds_in_the_worlds(case: Asked) -> None:
    """All kinds of facts in one model against the list of all worlds."""
    assert_agreement(case)


@tries(150)
@given(asked(step_models()))
def test_the_word_for_a_step_agrees_with_the_worlds(case: Asked) -> None:
    """Each of the seven, against the oracle's own reading; uncovered in every world, covered by somebody in each."""
    oracle = Oracle(case.model, NL, SCRIPT, case.selection)
    for step in audit(case.model, NL, SCRIPT, case.selection).steps:
        worlds = oracle.worlds[step.step]

        assert step.status is word_of(oracle.steps[step.step], worlds)
        assert step.status is not Status.COVERED or {world.best for world in worlds} == {2}


@pytest.mark.parametrize("form", [None, *Form])
def test_what_holds_of_the_dutch_steps_holds_in_the_worlds(form: Form | None) -> None:
    """The bundled model, all but the questions on who sits where: its actors are too many for a list of those."""
    model, selection = load_model(countries=["NL"]).model, Selection(form=form)
    oracle = Oracle(model, "NL", "five-barriers", selection)
    worlds = oracle.answers_without_tables()
    view = View(build_graph(model, "NL", "five-barriers", selection))

    assert {name: answer for name, answer in answers_in(view).items() if name in worlds} == worlds
    assert {name: status for name, (status, _) in view.statuses.items()} == {
        name: word_of(step, oracle.worlds[name]) for name, step in oracle.steps.items()
    }


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_oracle_knows_every_question(question: Question) -> None:
    """A new question needs its own sentence in the oracle."""
    assert question.id in answers_of_worlds(town())
