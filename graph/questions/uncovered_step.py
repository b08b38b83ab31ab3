"""uncovered-step: a step that no actor holds."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message
from barriers.words import Certainty, Severity, Status
from graph.questions.question import Question, Row, View, step_of, step_row, titled
from graph.reading import Degree


def _rule(view: View) -> Iterator[Row]:
    for reading in view.readings.values():
        if reading.most is Degree.NONE:
            yield step_row(reading, Certainty.CERTAIN, 0, reading.counting)
        elif reading.least is Degree.NONE:
            yield step_row(reading, Certainty.POSSIBLE, 0, reading.recorded, reading.possible_holders)


def _title(row: Row, view: View) -> Message:
    name = step_of(row, view).name
    if row.certainty is Certainty.CERTAIN:
        return titled(name, message("question.uncovered-step.certain"))
    status = view.statuses[row.subject][0]
    if status is Status.UNKNOWN:
        return titled(name, message("question.uncovered-step.silent"))
    if status is not Status.ASSUMED:
        return titled(name, message("question.uncovered-step.possible"))
    if row.actors:
        return titled(name, message("question.uncovered-step.inferred-from", who=view.names(row.actors)))
    return titled(name, message("question.uncovered-step.inferred"))


def _detail(row: Row, view: View) -> Phrase:
    return view.statuses[row.subject][1]


UNCOVERED_STEP = Question(
    id="uncovered-step",
    severity=Severity.HIGH,
    rank=2,
    rule=_rule,
    title=_title,
    detail=_detail,
)
