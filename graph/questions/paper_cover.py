"""paper-cover: a step held only in part."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage
from barriers.messages import Message, message, separated
from barriers.words import Bound, Certainty, Severity
from graph.bounds import StepBounds
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row, titled
from graph.truth import Truth, every, no, some


@at_each_step
def _cases(bounds: StepBounds) -> Iterator[Case]:
    surely, at_most = bounds.surely, bounds.at_most
    certain = every((surely.in_part, at_most.in_part, no(surely.fully), no(at_most.fully)))
    possible = every((no(certain), no(surely.fully), at_most.in_part, _is_recorded(bounds)))
    yield Case(bounds.step.id, Certainty.CERTAIN, certain)
    yield Case(bounds.step.id, Certainty.POSSIBLE, possible)


def _is_recorded(bounds: StepBounds) -> Truth:
    """Whether anything recorded, a cover or a source's word on the step, says that somebody acts."""
    return some((bounds.is_possible_with(bounds.step.holds), bounds.counts(Bound.PARTIAL)))


def _row(bounds: StepBounds, case: Case) -> Row:
    sure = bounds.sure_holders
    holders = sure or bounds.possible_holders
    covers = [cover for cover in bounds.recorded if cover.actor in holders and cover.power in bounds.step.holds]
    return step_row(bounds, case.certainty, len(sure), [*bounds.counting, *covers], holders)


def _title(row: Row, view: View) -> Message:
    name = step_of(row, view).name
    ceilings = [fact for fact in row.facts if isinstance(fact, Ceiling)]
    if ceilings and row.certainty is Certainty.CERTAIN:
        return titled(name, separated(sorted({ceiling.says for ceiling in ceilings}), "list.semicolon"))
    if row.count:
        return titled(name, message("question.paper-cover.in-part", who=view.names(row.actors)))
    if row.actors:
        return titled(name, message("question.paper-cover.perhaps", who=view.names(row.actors)))
    return titled(name, message("question.paper-cover.perhaps-somebody"))


def _detail(row: Row, _: View) -> str:
    notes = sorted({fact.note for fact in row.facts if isinstance(fact, Coverage) and fact.note})
    return " ".join(notes)


PAPER_COVER = Question(
    id="paper-cover",
    severity=Severity.MEDIUM,
    rank=3,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
