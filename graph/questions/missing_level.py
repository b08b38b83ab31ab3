"""missing-level: a step at which nobody intervenes at a level that matters to its script."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message
from barriers.words import Certainty, Priority
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, question_of_steps, step_row
from graph.truth import every, no, some


def _cases(bounds: StepBounds) -> Iterator[Case]:
    can_be = bounds.at_most.in_part
    for level in sorted(bounds.step.levels):
        here = some(
            intervened.in_part for name, intervened in bounds.sure.items() if level in bounds.graph.actor(name).levels
        )
        yield Case(bounds.step.id, Certainty.CERTAIN, no(can_be), level.value)
        # Actors that nobody recorded exist at every level, so it is never more than possible.
        yield Case(bounds.step.id, Certainty.POSSIBLE, every((can_be, no(here))), level.value)


@question_of_steps("missing-level", Priority.LOW, rank=9, cases=_cases)
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    says = message(f"question.missing-level.{case.certainty}", does=view.does, level=message(f"level.{case.part}"))
    facts = bounds.counting if case.certainty is Certainty.CERTAIN else bounds.recorded
    intervening = view.names(bounds.sure_intervening)
    detail = message("question.missing-level.detail", intervening=intervening) if bounds.sure_intervening else ""
    return step_row(bounds, case, says, facts, detail=detail)
