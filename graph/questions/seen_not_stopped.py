"""seen-not-stopped: a step that somebody detects and nobody holds."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, message
from barriers.script import Step
from barriers.words import Certainty, Power, Severity
from graph.bounds import StepBounds
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row, titled
from graph.truth import every, no


@at_each_step
def _cases(bounds: StepBounds) -> Iterator[Case]:
    if _holds_who_sees(bounds.step):
        return
    certain = every((no(bounds.at_most.in_part), bounds.is_detected))
    possible = every((no(certain), no(bounds.surely.in_part), bounds.is_possible_with({Power.DETECT})))
    yield Case(bounds.step.id, Certainty.CERTAIN, certain)
    yield Case(bounds.step.id, Certainty.POSSIBLE, possible)


def _holds_who_sees(step: Step) -> bool:
    """Whether to see is to hold, as some scripts have it: there nobody sees without stopping."""
    return Power.DETECT in step.holds


def _row(bounds: StepBounds, case: Case) -> Row:
    who = bounds.detectors or bounds.possible_detectors
    covers = [cover for cover in bounds.recorded if cover.power is Power.DETECT and cover.actor in who]
    return step_row(bounds, case.certainty, len(who), [*bounds.counting, *covers], who)


def _title(row: Row, view: View) -> Message:
    bounds = view.bounds[row.subject]
    name, who = step_of(row, view).name, view.names(row.actors)
    if row.certainty is Certainty.CERTAIN:
        return titled(name, message("question.seen-not-stopped.certain", who=who))
    if bounds.detectors:
        return titled(name, message("question.seen-not-stopped.seen", who=who))
    return titled(name, message("question.seen-not-stopped.perhaps-seen", who=who))


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({fact.note for fact in row.facts if fact.note}))


SEEN_NOT_STOPPED = Question(
    id="seen-not-stopped",
    severity=Severity.HIGH,
    rank=1,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
