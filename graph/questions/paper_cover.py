"""paper-cover: a step held only in part."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage
from barriers.messages import Message, message, separated
from barriers.words import Bound, Certainty, Severity
from graph.questions.question import Question, Row, View, step_of, step_row, titled
from graph.reading import Degree, StepReading


def _rule(view: View) -> Iterator[Row]:
    for reading in view.readings.values():
        if reading.least is reading.most is Degree.IN_PART:
            yield _row(reading, Certainty.CERTAIN)
        elif reading.least <= Degree.IN_PART <= reading.most and _is_recorded(reading):
            yield _row(reading, Certainty.POSSIBLE)


def _is_recorded(reading: StepReading) -> bool:
    """Whether anything recorded, a cover or a source's word on the step, says that somebody acts."""
    return bool(reading.possible_holders) or any(ceiling.bound is Bound.PARTIAL for ceiling in reading.counting)


def _row(reading: StepReading, certainty: Certainty) -> Row:
    sure = tuple(reading.sure_holders)
    holders = sure or reading.possible_holders
    covers = [cover for cover in reading.recorded if cover.actor in holders and cover.power in reading.step.holds]
    return step_row(reading, certainty, len(sure), [*reading.counting, *covers], holders)


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
    rule=_rule,
    title=_title,
    detail=_detail,
)
