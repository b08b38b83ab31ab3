"""detected-only: a step that somebody detects and where nobody intervenes."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message
from barriers.words import Certainty, Power, Priority
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, notes_of, question_of_steps, step_row
from graph.truth import every, no


def _cases(bounds: StepBounds) -> Iterator[Case]:
    # Where to detect is to intervene, as some scripts have it, nobody detects only.
    if Power.DETECT not in bounds.step.powers:
        certain = every((no(bounds.at_most.in_part), bounds.is_detected))
        possible = every((no(certain), no(bounds.surely.in_part), bounds.is_possible_with({Power.DETECT})))
        yield Case(bounds.step.id, Certainty.CERTAIN, certain)
        yield Case(bounds.step.id, Certainty.POSSIBLE, possible)


@question_of_steps(
    "detected-only", Priority.HIGH, rank=1, cases=_cases, is_gap=True, former="seen-not-stopped", of_status=True
)
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    detectors = bounds.sure_with({Power.DETECT})
    who = detectors or bounds.possible_with({Power.DETECT})
    if case.certainty is Certainty.CERTAIN:
        says = message("question.detected-only.certain", does=view.does, who=view.names(who))
    elif detectors:
        says = message("question.detected-only.detected", does=view.does, who=view.names(who))
    else:
        says = message("question.detected-only.perhaps-detected", does=view.does, who=view.names(who))
    covers = [cover for cover in bounds.recorded if cover.power is Power.DETECT and cover.actor in who]
    facts = [*bounds.counting, *covers]
    return step_row(bounds, case, says, facts, count=len(who), actors=who, detail=notes_of(facts))
