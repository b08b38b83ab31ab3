"""`barriers questions`: the library of questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from barriers.messages import message, text
from cli.completion import complete_questions
from cli.helping import option, words_of
from cli.options import FORMATS, Sink, sinking

if TYPE_CHECKING:
    from graph import Question


@words_of(
    "questions",
    examples=("barriers questions", "barriers questions uncovered-step", "barriers questions uncovered-step --cypher"),
)
@click.argument("name", metavar="[ID]", required=False, shell_complete=complete_questions)
@option("--cypher", is_flag=True, help="help.questions.cypher")
@sinking((*FORMATS, "cypher"), choice="help.format", paged=True)
def command(name: str | None, cypher: bool, sink: Sink) -> None:
    """All questions in short, or one in full; short is for terminals only. Raises `UnknownName`."""
    from barriers.naming import id_called
    from cli.output import answer, write
    from graph import QUESTIONS
    from viz.reports.questions import named_questions, question_document

    if cypher and sink.format not in ("table", "cypher"):
        raise click.UsageError(text("error.questions.cypher"))
    kind, remedy = message("error.kind.question"), message("error.known.questions")
    wanted = None if name is None else id_called(named_questions(), name, kind, remedy)
    chosen = [question for question in QUESTIONS if wanted in (None, question.id)]
    if cypher or sink.format == "cypher":
        write(_queries(chosen, all_of_them=wanted is None).encode(), sink.path)
    else:
        answer(question_document(chosen, in_full=wanted is not None or sink.format != "table"), sink)


def _queries(chosen: Sequence[Question], *, all_of_them: bool) -> str:
    """The queries of one question, or every query that there is, as Neo4j Browser takes them."""
    from graph.store.queries import all_queries, queries_for

    found = all_queries() if all_of_them else [query for one in chosen for query in queries_for(one.id)]
    return "\n".join(f"// {query.answers}\n{query.cypher.rstrip()};\n" for query in found)
