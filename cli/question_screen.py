"""The library of questions on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from cli.screen import Screen, words
from viz.question_view import QuestionView


def draw_library(views: Sequence[QuestionView], screen: Screen) -> None:
    """Every question with what it asks, why, and how much weight it has."""
    screen.say(f"{len(views)} QUESTIONS THAT THE AUDIT ASKS", "bold")
    for view in views:
        lines = dict(view.lines)
        screen.empty_line()
        screen.say(words(view.asks, "bold"))
        screen.say(lines["why"], indent=2)
        screen.say(f"{view.id} · {lines['weight']}", indent=2)
    screen.empty_line()
    screen.say(f"Next: barriers questions {views[0].id}", "bold")


def draw_question(view: QuestionView, screen: Screen) -> None:
    """One question in full."""
    screen.say(words(view.asks, "bold"))
    screen.labelled([("id", view.id), *view.lines])
