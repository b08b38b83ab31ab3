"""The library of questions on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cli.screen import Screen, words
from viz.question_view import QuestionView

_HOW_TO_ASK = (
    "First the line with :param, then the query. The model is there after `barriers neo4j push`; the answer names facts"
    " by the ids that `barriers show` knows. docs/neo4j.md tells more."
)


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


def draw_question(view: QuestionView, parameters: Iterable[str], screen: Screen) -> None:
    """One question in full; its Cypher is not broken, for it is there to be copied."""
    screen.say(words(view.asks, "bold"))
    screen.labelled([("id", view.id), *view.lines])
    screen.empty_line()
    screen.say(words("THE SAME IN NEO4J BROWSER", "bold"))
    screen.say(_HOW_TO_ASK)
    screen.empty_line()
    for line in parameters:
        screen.unbroken(line)
    screen.empty_line()
    for line in view.cypher.splitlines():
        screen.unbroken(line)
