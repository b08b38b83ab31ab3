"""The library of questions: every file in this folder that declares one is in it."""

from importlib import import_module
from pkgutil import iter_modules

from barriers.findings import Finding
from graph.questions.question import LIBRARY, Case, Question, Row, Topic, View

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

QUESTIONS = tuple(sorted(LIBRARY, key=lambda question: question.rank))
"""In the order of their rank."""


def topic_of(finding: Finding) -> Topic:
    """What the question of a finding speaks of."""
    return next(question.topic for question in QUESTIONS if question.id == finding.question)


__all__ = ["QUESTIONS", "Case", "Question", "Row", "Topic", "View", "topic_of"]
