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
    from barriers.messages import message
    from barriers.naming import id_called
    from cli.output import answer
    from graph import QUESTIONS
    from viz.reports.questions import named_questions, question_document

    kind, remedy = message("error.kind.question"), message("error.known.questions")
    wanted = None if name is None else id_called(named_questions(), name, kind, remedy)
    chosen = [question for question in QUESTIONS if wanted in (None, question.id)]
    answer(question_document(chosen, in_full=name is not None or sink.format != "table"), sink)
