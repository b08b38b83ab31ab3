"""`barriers questions`: the library of questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli.completion import complete_questions
from cli.options import Sink, sink_options

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
@sink_options
def command(name: str | None, sink: Sink) -> None:
    """What the audit asks: what each question means, why it matters, when sources say so, where it comes from."""
    from cli.render import Answer, render
    from viz.question_view import question_view, questions_data

    chosen = _chosen(name)
    views = [question_view(question) for question in chosen]
    render(
        Answer(
            data=lambda: questions_data(chosen),
            grid=lambda: _grid(views),
            paper=lambda: _paper(views),
            draw=lambda screen: _draw(views, screen, short=name is None),
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


def _draw(views: Sequence[QuestionView], screen: Screen, *, short: bool) -> None:
    from cli.question_screen import draw_library, draw_question

    if short:
        draw_library(views, screen)
    else:
        for view in views:
            draw_question(view, screen)


def _grid(views: Sequence[QuestionView]) -> Grid:
    from cli.render import Grid

    labels = tuple(label for label, _ in views[0].lines)
    rows = [(view.id, view.asks, *(text for _, text in view.lines)) for view in views]
    return Grid(("id", "asks", *labels), rows)


def _paper(views: Sequence[QuestionView]) -> Iterator[Block]:
    from cli.render import Grid, Heading

    yield Heading("What the audit asks", 1)
    for view in views:
        yield Heading(view.asks)
        yield Grid(("", ""), [("id", view.id), *view.lines])
