"""missing-level: a step not held at a level at which its script expects it."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message
from barriers.words import Certainty, Severity
from graph.bounds import StepBounds
from graph.questions.question import (
    Case,
    Question,
    Row,
    View,
    at_each_step,
    part_of,
    rows_of_steps,
    step_of,
    step_row,
    titled,
)
from graph.truth import every, no, some


@at_each_step
def _cases(bounds: StepBounds) -> Iterator[Case]:
    can_be = bounds.at_most.in_part
    for level in sorted(bounds.step.levels):
        here = some(held.in_part for name, held in bounds.sure.items() if level in bounds.graph.actor(name).levels)
        yield Case(bounds.step.id, Certainty.CERTAIN, no(can_be), level.value)
        # Actors that nobody recorded exist at every level, so it is never more than possible.
        yield Case(bounds.step.id, Certainty.POSSIBLE, every((can_be, no(here))), level.value)


def _row(bounds: StepBounds, case: Case) -> Row:
    facts = bounds.counting if case.certainty is Certainty.CERTAIN else bounds.recorded
    return part_of(step_row(bounds, case.certainty, 0, facts), case)


def _title(row: Row, view: View) -> Message:
    level = message(f"level.{row.subject.rpartition('+')[2]}")
    return titled(step_of(row, view).name, message(f"question.missing-level.{row.certainty}", level=level))


def _detail(row: Row, view: View) -> Phrase:
    holders = view.bounds[step_of(row, view).id].sure_holders
    return message("question.missing-level.detail", holders=view.names(holders)) if holders else ""


MISSING_LEVEL = Question(
    id="missing-level",
    severity=Severity.LOW,
    rank=9,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
