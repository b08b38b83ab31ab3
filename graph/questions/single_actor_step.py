"""single-actor-step: a step held by fewer than two actors."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message
from barriers.words import Certainty, Severity
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, question_of_steps, step_row
from graph.truth import every, no


def _cases(bounds: StepBounds) -> Iterator[Case]:
    # Actors that nobody recorded exist too, so fewer than two is only certain where it is none.
    fewer, can_be = no(bounds.has_two_holders), bounds.at_most.in_part
    yield Case(bounds.step.id, Certainty.CERTAIN, every((fewer, no(can_be))))
    yield Case(bounds.step.id, Certainty.POSSIBLE, every((fewer, can_be)))


@question_of_steps("single-actor-step", Severity.LOW, rank=4, cases=_cases)
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    holders = bounds.sure_holders
    if not holders:
        return step_row(bounds, case, message("question.single-actor-step.fewer-than-two"), ())
    says = message("question.single-actor-step.alone", who=view.names(holders))
    facts = [cover for cover in bounds.recorded if cover.actor in holders]
    detail = message("question.single-actor-step.detail")
    return step_row(bounds, case, says, facts, count=len(holders), actors=holders, detail=detail)
