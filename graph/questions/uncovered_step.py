"""uncovered-step: a step at which nobody intervenes."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, message
from barriers.words import Certainty, Priority, State, Status
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, question_of_steps, step_row
from graph.truth import every, no


def _cases(bounds: StepBounds) -> Iterator[Case]:
    intervened = bounds.at_most.in_part
    yield Case(bounds.step.id, Certainty.CERTAIN, no(intervened))
    yield Case(bounds.step.id, Certainty.POSSIBLE, every((intervened, no(bounds.surely.in_part))))


@question_of_steps("uncovered-step", Priority.HIGH, rank=2, cases=_cases, is_gap=True, of_status=True)
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    status, reason = view.statuses[bounds.step.id]
    if case.certainty is Certainty.CERTAIN:
        return step_row(
            bounds, case, message("question.uncovered-step.certain", does=view.does), bounds.counting, detail=reason
        )
    perhaps = bounds.possible_with(bounds.step.powers)
    says = _says(view, bounds, status, perhaps)
    return step_row(bounds, case, says, bounds.recorded, actors=perhaps, detail=reason)


def _says(view: View, bounds: StepBounds, status: Status, perhaps: tuple[str, ...]) -> Message:
    if all(cover.state is State.ABSENT for cover in bounds.recorded):
        return message("question.uncovered-step.silent", does=view.does)
    if status is not Status.INFERRED:
        return message("question.uncovered-step.possible", does=view.does)
    if perhaps:
        return message("question.uncovered-step.inferred-from", who=view.names(perhaps))
    return message("question.uncovered-step.inferred")
