"""missing-level: a step not held at a level at which its script expects it."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message
from barriers.words import Certainty, Level, Severity
from graph.questions.question import Question, Row, View, part_of, step_of, step_row, titled
from graph.reading import Degree, StepReading


def _rule(view: View) -> Iterator[Row]:
    for reading in view.readings.values():
        for level in sorted(reading.step.levels):
            if reading.most is Degree.NONE:
                yield _row(reading, level, Certainty.CERTAIN)
            elif not any(level in view.graph.actor(name).levels for name in reading.sure_holders):
                # Actors that nobody recorded exist at every level, so it is never more than possible.
                yield _row(reading, level, Certainty.POSSIBLE)


def _row(reading: StepReading, level: Level, certainty: Certainty) -> Row:
    facts = reading.counting if certainty is Certainty.CERTAIN else reading.recorded
    return part_of(step_row(reading, certainty, 0, facts), level.value)


def _title(row: Row, view: View) -> Message:
    level = message(f"level.{row.subject.rpartition('+')[2]}")
    return titled(step_of(row, view).name, message(f"question.missing-level.{row.certainty}", level=level))


def _detail(row: Row, view: View) -> Phrase:
    holders = view.readings[step_of(row, view).id].sure_holders
    return message("question.missing-level.detail", holders=view.names(holders)) if holders else ""


MISSING_LEVEL = Question(
    id="missing-level",
    severity=Severity.LOW,
    rank=9,
    rule=_rule,
    title=_title,
    detail=_detail,
)
