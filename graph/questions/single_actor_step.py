"""single-actor-step: a step held by fewer than two actors."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message
from barriers.words import Certainty, Severity
from graph.questions.question import Question, Row, View, step_of, step_row, titled
from graph.reading import Degree


def _rule(view: View) -> Iterator[Row]:
    for reading in view.readings.values():
        if reading.fewest_holders < 2:
            # Actors that nobody recorded exist too, so fewer than two is only certain where it is none.
            certainty = Certainty.CERTAIN if reading.most is Degree.NONE else Certainty.POSSIBLE
            holders = tuple(reading.sure_holders)
            facts = [cover for cover in reading.recorded if cover.actor in holders]
            yield step_row(reading, certainty, len(holders), facts, holders)


def _title(row: Row, view: View) -> Message:
    name = step_of(row, view).name
    if not row.actors:
        return titled(name, message("question.single-actor-step.fewer-than-two"))
    return titled(name, message("question.single-actor-step.alone", who=view.names(row.actors)))


def _detail(row: Row, _: View) -> Phrase:
    return message("question.single-actor-step.detail") if row.actors else ""


SINGLE_ACTOR_STEP = Question(
    id="single-actor-step",
    severity=Severity.LOW,
    rank=4,
    rule=_rule,
    title=_title,
    detail=_detail,
)
