"""paper-cover: a step held only in part."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage
from barriers.messages import Message, message, separated
from barriers.words import Bound, Certainty, Severity
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row, titled
from graph.reading import StepReading
from graph.truth import Truth, every, no, some


@at_each_step
def _cases(reading: StepReading) -> Iterator[Case]:
    surely, at_most = reading.surely, reading.at_most
    certain = every((surely.in_part, at_most.in_part, no(surely.fully), no(at_most.fully)))
    possible = every((no(certain), no(surely.fully), at_most.in_part, _is_recorded(reading)))
    yield Case(reading.step.id, Certainty.CERTAIN, certain)
    yield Case(reading.step.id, Certainty.POSSIBLE, possible)


def _is_recorded(reading: StepReading) -> Truth:
    """Whether anything recorded, a cover or a source's word on the step, says that somebody acts."""
    return some((reading.is_possible_with(reading.step.holds), reading.counts(Bound.PARTIAL)))


def _row(reading: StepReading, case: Case) -> Row:
    sure = reading.sure_holders
    holders = sure or reading.possible_holders
    covers = [cover for cover in reading.recorded if cover.actor in holders and cover.power in reading.step.holds]
    return step_row(reading, case.certainty, len(sure), [*reading.counting, *covers], holders)


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
