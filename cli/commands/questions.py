"""`barriers questions`: the library of questions."""

from __future__ import annotations

import click

from cli.completion import complete_questions
from cli.helping import words_of
from cli.options import Sink, sink_options


@words_of("questions", examples=("barriers questions", "barriers questions uncovered-step"))
@click.argument("name", metavar="[ID]", required=False, shell_complete=complete_questions)
@sink_options
def command(name: str | None, sink: Sink) -> None:
    """All questions in short, or one in full; short is for terminals only. Raises `UnknownName`."""
    from barriers.errors import UnknownName
    from barriers.messages import message
    from cli.output import answer
    from graph import QUESTIONS
    from viz.reports.questions import question_document

    chosen = [question for question in QUESTIONS if name in (None, question.id)]
    if name is not None and not chosen:
        known = (question.id for question in QUESTIONS)
        raise UnknownName(message("error.kind.question"), name, known, message("error.known.questions"))
    answer(question_document(chosen, in_full=name is not None or sink.format != "table"), sink)
