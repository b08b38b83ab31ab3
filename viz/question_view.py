"""A question of the library in the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from graph import Question


class QuestionView(NamedTuple):
    """What a question asks, and labelled lines on what it means, in the order of reading."""

    id: str
    asks: str
    severity: str
    lines: tuple[tuple[str, str], ...]


def question_view(question: Question) -> QuestionView:
    """Everything that a reader needs of one question."""
    return QuestionView(
        id=question.id,
        asks=question.asks,
        severity=question.severity.value,
        lines=(
            ("why", question.why),
            ("weight", f"{question.severity.value}: {question.severity_means}"),
            ("sources say so", question.certain_when),
            ("to check", question.possible_when),
            ("counts", question.counted),
            ("family", question.family),
            ("idea", question.idea),
        ),
    )


def questions_data(questions: Sequence[Question]) -> dict[str, Any]:
    """The library as plain data, in the order of its ranks."""
    return {
        "schema": 1,
        "questions": [
            {
                "id": question.id,
                "asks": question.asks,
                "why": question.why,
                "severity": question.severity.value,
                "severity_means": question.severity_means,
                "certain_when": question.certain_when,
                "possible_when": question.possible_when,
                "counted": question.counted,
                "family": question.family,
                "idea": question.idea,
                "rank": question.rank,
            }
            for question in questions
        ],
    }
