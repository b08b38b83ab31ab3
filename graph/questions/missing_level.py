"""missing-level: a step not held at a level at which its script expects it."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.words import Certainty, Severity
from graph.questions.question import Case, Question, Row, View, at_each_step, part_of, rows_of_steps, step_of, step_row
from graph.reading import StepReading
from graph.truth import every, no, some


@at_each_step
def _cases(reading: StepReading) -> Iterator[Case]:
    can_be = reading.at_most.in_part
    for level in sorted(reading.step.levels):
        here = some(held.in_part for name, held in reading.sure.items() if level in reading.graph.actor(name).levels)
        yield Case(reading.step.id, Certainty.CERTAIN, no(can_be), level.value)
        # Actors that nobody recorded exist at every level, so it is never more than possible.
        yield Case(reading.step.id, Certainty.POSSIBLE, every((can_be, no(here))), level.value)


def _row(reading: StepReading, case: Case) -> Row:
    facts = reading.counting if case.certainty is Certainty.CERTAIN else reading.recorded
    return part_of(step_row(reading, case.certainty, 0, facts), case)


def _title(row: Row, view: View) -> str:
    name, level = step_of(row, view).name, row.subject.rpartition("+")[2]
    if row.certainty is Certainty.CERTAIN:
        return f"{name}: a source says that nobody holds it, so nobody does at {level} level"
    return f"{name}: nobody at {level} level is said to hold it"


def _detail(row: Row, view: View) -> str:
    holders = view.readings[step_of(row, view).id].sure_holders
    return f"Held elsewhere by {view.names(holders)}." if holders else ""


MISSING_LEVEL = Question(
    id="missing-level",
    asks="Which steps does nobody hold at a level at which the script expects it?",
    in_short="nobody at a level that matters is said to hold it",
    why="What a national service holds on paper still passes the town where it happens, and the other way round.",
    severity=Severity.LOW,
    severity_means="held, but not where it happens",
    family="coverage, by level",
    certain_when="a source says that nobody holds the step at all: then it is reported as uncovered-step",
    possible_when="no actor of that level is firmly said to hold the step; an actor may work at several levels",
    counted="actors of that level that hold the step, of the actors recorded at it",
    idea="chain management has partners at national, regional and local level (Guide ch. 3.2)",
    rank=9,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
