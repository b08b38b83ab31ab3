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
        asks=str(question.asks),
        severity=question.severity.value,
        lines=(
            ("why", str(question.why)),
            ("weight", f"{question.severity.value}: {question.severity_means}"),
            ("sources say so", str(question.certain_when)),
            ("to check", str(question.possible_when)),
            ("counts", str(question.counted)),
            ("family", str(question.family)),
            ("idea", str(question.idea)),
        ),
    )


def questions_data(questions: Sequence[Question]) -> dict[str, Any]:
    """The library as plain data, in the order of its ranks."""
    return {
        "schema": 1,
        "questions": [
            {
                "id": question.id,
                "asks": str(question.asks),
                "why": str(question.why),
                "severity": question.severity.value,
                "severity_means": str(question.severity_means),
                "certain_when": str(question.certain_when),
                "possible_when": str(question.possible_when),
                "counted": str(question.counted),
                "family": str(question.family),
                "idea": str(question.idea),
                "rank": question.rank,
            }
            for question in questions
        ],
    }
