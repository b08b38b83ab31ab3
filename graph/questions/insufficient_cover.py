"""insufficient-cover: a step at which what is done is too little: in part, or not for all concerned."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Phrase, message, separated
from barriers.words import Bound, Certainty, Priority
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, notes_of, question_of_steps, step_row
from graph.truth import every, no, some


def _cases(bounds: StepBounds) -> Iterator[Case]:
    surely, at_most = bounds.surely, bounds.at_most
    in_part = every((surely.in_part, no(surely.fully), no(at_most.fully)))
    # What a source says of the step as a whole stands, whatever single actors do there.
    certain = every((at_most.in_part, some((in_part, bounds.counts(*Bound)))))
    # Something recorded, a cover or a source's word on the step, has to say that somebody acts.
    is_recorded = some((bounds.is_possible_with(bounds.step.powers), bounds.counts(Bound.PARTIAL)))
    possible = every((no(certain), no(surely.fully), at_most.in_part, is_recorded))
    yield Case(bounds.step.id, Certainty.CERTAIN, certain)
    yield Case(bounds.step.id, Certainty.POSSIBLE, possible)


@question_of_steps(
    "insufficient-cover", Priority.MEDIUM, rank=3, cases=_cases, is_gap=True, former="paper-cover", of_status=True
)
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    sure = bounds.sure_intervening
    intervening = sure or bounds.possible_with(bounds.step.powers)
    covers = [cover for cover in bounds.recorded if cover.actor in intervening and cover.power in bounds.step.powers]
    says: Phrase
    if bounds.counting and case.certainty is Certainty.CERTAIN:
        says = separated(sorted({ceiling.says for ceiling in bounds.counting}), "list.semicolon")
    elif sure:
        says = message("question.insufficient-cover.in-part", does=view.does_by(sure), who=view.names(sure))
    elif intervening:
        says = message("question.insufficient-cover.perhaps", who=view.names(intervening))
    else:
        says = message("question.insufficient-cover.perhaps-somebody")
    facts = [*bounds.counting, *covers]
    return step_row(bounds, case, says, facts, count=len(sure), actors=intervening, detail=notes_of(covers))
