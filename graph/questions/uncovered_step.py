"""uncovered-step: a step that no actor holds."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.words import Certainty, Severity, Status
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row
from graph.reading import StepReading
from graph.truth import every, no


@at_each_step
def _cases(reading: StepReading) -> Iterator[Case]:
    held = reading.at_most.in_part
    yield Case(reading.step.id, Certainty.CERTAIN, no(held))
    yield Case(reading.step.id, Certainty.POSSIBLE, every((held, no(reading.surely.in_part))))


def _row(reading: StepReading, case: Case) -> Row:
    if case.certainty is Certainty.CERTAIN:
        return step_row(reading, case.certainty, 0, reading.counting)
    return step_row(reading, case.certainty, 0, reading.recorded, reading.possible_holders)


def _title(row: Row, view: View) -> str:
    name = step_of(row, view).name
    if row.certainty is Certainty.CERTAIN:
        return f"{name}: a source says that nobody acts"
    return {
        Status.UNKNOWN: f"{name}: no source read names anybody who acts",
        Status.ASSUMED: f"{name}: only our inference, from {view.names(row.actors) or 'what is recorded'}",
    }.get(view.statuses[row.subject][0], f"{name}: nobody is said to hold it")


def _detail(row: Row, view: View) -> str:
    return view.statuses[row.subject][1]


UNCOVERED_STEP = Question(
    id="uncovered-step",
    asks="Which steps does nobody hold?",
    in_short="nobody is said to hold it; some we only infer",
    why="A trafficker passes such a step unhindered, whoever is watching elsewhere.",
    severity=Severity.HIGH,
    severity_means="the way is open",
    family="coverage, fewer than 1",
    certain_when="a source says that nobody holds the step, for everybody, and no other source names somebody",
    possible_when="no source states, firmly, that somebody holds it",
    counted="actors that hold the step, of the actors recorded at it",
    idea="barrier model, Dutch Task Force: which organisations could hinder or sanction each step (NL SWOT p. 20)",
    rank=2,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
