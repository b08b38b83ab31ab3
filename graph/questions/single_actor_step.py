"""single-actor-step: a step held by fewer than two actors."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message
from barriers.words import Certainty, Severity
from graph.bounds import StepBounds
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row, titled
from graph.truth import every, no


@at_each_step
def _cases(bounds: StepBounds) -> Iterator[Case]:
    # Actors that nobody recorded exist too, so fewer than two is only certain where it is none.
    fewer, can_be = no(bounds.has_two_holders), bounds.at_most.in_part
    yield Case(bounds.step.id, Certainty.CERTAIN, every((fewer, no(can_be))))
    yield Case(bounds.step.id, Certainty.POSSIBLE, every((fewer, can_be)))


def _row(bounds: StepBounds, case: Case) -> Row:
    holders = bounds.sure_holders
    facts = [cover for cover in bounds.recorded if cover.actor in holders]
    return step_row(bounds, case.certainty, len(holders), facts, holders)


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
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
