"""uncovered-step: a step that no actor holds."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message
from barriers.words import Certainty, Severity, Status
from graph.bounds import StepBounds
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row, titled
from graph.truth import every, no


@at_each_step
def _cases(bounds: StepBounds) -> Iterator[Case]:
    held = bounds.at_most.in_part
    yield Case(bounds.step.id, Certainty.CERTAIN, no(held))
    yield Case(bounds.step.id, Certainty.POSSIBLE, every((held, no(bounds.surely.in_part))))


def _row(bounds: StepBounds, case: Case) -> Row:
    if case.certainty is Certainty.CERTAIN:
        return step_row(bounds, case.certainty, 0, bounds.counting)
    return step_row(bounds, case.certainty, 0, bounds.recorded, bounds.possible_holders)


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
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
