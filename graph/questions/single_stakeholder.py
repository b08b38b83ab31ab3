"""single-stakeholder: a step at which fewer than two actors intervene."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message
from barriers.words import Certainty, Priority
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, question_of_steps, step_row
from graph.truth import every, no


def _cases(bounds: StepBounds) -> Iterator[Case]:
    # Actors that nobody recorded exist too, so fewer than two is only certain where it is none.
    fewer, can_be = no(bounds.has_two_intervening), bounds.at_most.in_part
    yield Case(bounds.step.id, Certainty.CERTAIN, every((fewer, no(can_be))))
    yield Case(bounds.step.id, Certainty.POSSIBLE, every((fewer, can_be)))


@question_of_steps("single-stakeholder", Priority.LOW, rank=4, cases=_cases, former="single-actor-step")
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    intervening = bounds.sure_intervening
    if not intervening:
        return step_row(
            bounds, case, message("question.single-stakeholder.fewer-than-two", do=view.does_by(("", ""))), ()
        )
    says = message("question.single-stakeholder.alone", who=view.names(intervening))
    facts = [cover for cover in bounds.recorded if cover.actor in intervening]
    detail = message("question.single-stakeholder.detail")
    return step_row(bounds, case, says, facts, count=len(intervening), actors=intervening, detail=detail)
