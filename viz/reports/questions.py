"""The library of questions: what each asks, why it matters, when sources say so, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from barriers.messages import text
from graph import Question
from viz.document import Block, Document, Gap, Heading, Next, Pairs, Paragraph, Records
from viz.reports.data import SCHEMA, picked

_PARTS = ("why", "weight", "certain", "possible", "counts", "family", "idea")
_DATA = "id rank asks why severity severity_means certain_when possible_when counted family idea"


def question_document(questions: Sequence[Question], *, in_full: bool) -> Document:
    """Questions, at least one, in full or as a list of what is asked and why."""
    return Document(
        blocks=lambda: _in_full(questions) if in_full else _in_short(questions),
        data=lambda: {"schema": SCHEMA, "questions": [picked(question, _DATA) for question in questions]},
        records=lambda: _records(questions),
    )


def question_pairs(question: Question) -> tuple[tuple[str, str], ...]:
    """What a question means, as labelled lines in the order of reading."""
    words = (
        question.why, _weight(question), question.certain_when, question.possible_when, question.counted,
        question.family, question.idea,
    )  # fmt: skip
    return tuple((text(f"questions.line-{part}"), str(said)) for part, said in zip(_PARTS, words, strict=True))


def _weight(question: Question) -> str:
    return f"{text(f'severity.{question.severity}')}: {question.severity_means}"


def _records(questions: Sequence[Question]) -> Records:
    labels = tuple(label for label, _ in question_pairs(questions[0]))
    rows = [(one.id, str(one.asks), *(words for _, words in question_pairs(one))) for one in questions]
    return Records(("id", "asks", *labels), rows)


def _in_short(questions: Sequence[Question]) -> Iterator[Block]:
    yield Heading(text("questions.title", n=len(questions)), 1)
    for question in questions:
        yield Gap()
        yield Heading(str(question.asks), 3)
        yield Paragraph(str(question.why), indent=2)
        yield Paragraph(f"{question.id} · {_weight(question)}", indent=2)
    yield Gap()
    yield Next((f"barriers questions {questions[0].id}",))


def _in_full(questions: Sequence[Question]) -> Iterator[Block]:
    yield Heading(text("questions.title", n=len(questions)), 1, paper=True)
    for question in questions:
        yield Heading(str(question.asks), 3)
        yield Pairs(((text("questions.id"), question.id), *question_pairs(question)))
