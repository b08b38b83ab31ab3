"""`barriers questions`: the library of questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli.completion import complete_questions
from cli.options import SCRIPT, Sink, sink_options, store_options

if TYPE_CHECKING:
    from cli.render import Block, Grid
    from cli.screen import Screen
    from graph import Question
    from viz.question_view import QuestionView

EPILOG = """\b
Example:
  barriers questions
  barriers questions uncovered-step
"""


@click.command("questions", epilog=EPILOG)
@click.argument("name", metavar="[ID]", required=False, shell_complete=complete_questions)
@store_options
@sink_options
def command(name: str | None, store: str | None, draft: str | None, sink: Sink) -> None:
    """What the audit asks: what each question means, why it matters, when sources say so, where it comes from.

    With an ID, also the query that asks the same of a Neo4j server; --store names the models that are there.
    """
    from cli.render import Answer, render
    from viz.question_view import question_view, questions_data

    chosen = _chosen(name)
    views = [question_view(question) for question in chosen]
    parameters = _parameters(store, draft)
    render(
        Answer(
            data=lambda: questions_data(chosen),
            grid=lambda: _grid(views),
            paper=lambda: _paper(views, parameters),
            draw=lambda screen: _draw(views, parameters, screen, short=name is None),
        ),
        sink,
    )


def _chosen(name: str | None) -> Sequence[Question]:
    """All questions, or the one that was named; raises `UnknownName`."""
    from barriers.errors import UnknownName
    from graph import QUESTIONS

    chosen = tuple(question for question in QUESTIONS if name in (None, question.id))
    if name is not None and not chosen:
        raise UnknownName("question", name, (question.id for question in QUESTIONS), "barriers questions lists them.")
    return chosen


def _parameters(store: str | None, draft: str | None) -> list[str]:
    """The lines that set the parameters: for each model on the server, or for one that could be there."""
    from graph.cypher import parameter_line

    if store is None:
        return [parameter_line("NL", "NL", SCRIPT)]
    from cli.store_opening import all_names, opened_store

    with opened_store() as opened:
        names = all_names(opened, draft)
    return [parameter_line(name, name.partition("/")[0], SCRIPT) for name in names]


def _draw(views: Sequence[QuestionView], parameters: list[str], screen: Screen, *, short: bool) -> None:
    from cli.question_screen import draw_library, draw_question

    if short:
        draw_library(views, screen)
    else:
        for view in views:
            draw_question(view, parameters, screen)


def _grid(views: Sequence[QuestionView]) -> Grid:
    from cli.render import Grid

    labels = tuple(label for label, _ in views[0].lines)
    rows = [(view.id, view.asks, *(text for _, text in view.lines), view.cypher) for view in views]
    return Grid(("id", "asks", *labels, "cypher"), rows)


def _paper(views: Sequence[QuestionView], parameters: list[str]) -> Iterator[Block]:
    from cli.render import Code, Grid, Heading

    yield Heading("What the audit asks", 1)
    for view in views:
        yield Heading(view.asks)
        yield Grid(("", ""), [("id", view.id), *view.lines])
        yield Code("cypher", [*parameters, "", *view.cypher.splitlines()])
