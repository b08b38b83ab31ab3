"""The library of questions: what each asks, why it matters, when sources state it, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from barriers.messages import text
from barriers.naming import Named
from graph import QUESTIONS, Question
from graph.questions.question import PARTS
from viz.document import Block, Document, Gap, Heading, Next, Pairs, Paragraph, Records
from viz.reports.data import SCHEMA

_PARTS = {
    "why": "why",
    "weight": "priority-means",
    "certain": "certain-when",
    "possible": "possible-when",
    "counts": "counted",
    "family": "family",
    "idea": "idea",
}
"""The label of each line, and what of the question's words stands there."""


def named_questions() -> Iterator[Named]:
    """Every question by its id, by what it asks, and by the id that it once had."""
    return (Named(one.id, "question", tuple(filter(None, [str(one.words("asks")), one.former]))) for one in QUESTIONS)


def question_document(questions: Sequence[Question], *, in_full: bool) -> Document:
    """Questions, at least one, in full or as a list of what is asked and why."""
    return Document(
        blocks=lambda: _in_full(questions) if in_full else _in_short(questions),
        data=lambda: {"schema": SCHEMA, "questions": list(map(_data, questions))},
        records=lambda: _records(questions),
    )


def question_pairs(question: Question) -> tuple[tuple[str, str], ...]:
    """What a question means, as labelled lines in the order of reading."""
    told = {part: str(question.words(key)) for part, key in _PARTS.items()} | {"weight": _weight(question)}
    return tuple((text(f"questions.line-{part}"), words) for part, words in told.items())


def _data(question: Question) -> dict[str, Any]:
    """For programs, to whom a priority is called severity, as in the findings."""
    told = {part.replace("-", "_"): str(question.words(part)) for part in PARTS if part != "in-short"}
    told["severity_means"] = told.pop("priority_means")
    return {"id": question.id, "severity": question.priority, "rank": question.rank} | told


def _weight(question: Question) -> str:
    return f"{text(f'priority.{question.priority}')}: {question.words('priority-means')}"


def _records(questions: Sequence[Question]) -> Records:
    labels = tuple(label for label, _ in question_pairs(questions[0]))
    rows = [(one.id, str(one.words("asks")), *(words for _, words in question_pairs(one))) for one in questions]
    return Records(("id", "asks", *labels), rows)


def _in_short(questions: Sequence[Question]) -> Iterator[Block]:
    yield Heading(text("questions.title", n=len(questions)), 1)
    for question in questions:
        yield Gap()
        yield Heading(str(question.words("asks")), 3)
        yield Paragraph(str(question.words("why")), indent=2)
        yield Paragraph(f"{question.id} · {_weight(question)}", indent=2)
    yield Gap()
    yield Next((f"barriers questions {questions[0].id}",))


def _in_full(questions: Sequence[Question]) -> Iterator[Block]:
    yield Heading(text("questions.title", n=len(questions)), 1, paper=True)
    for question in questions:
        yield Heading(str(question.words("asks")), 3)
        yield Pairs(((text("questions.id"), question.id), *question_pairs(question)))
