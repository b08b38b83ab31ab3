"""single-actor-step: a step held by fewer than two actors."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.words import Certainty, Severity
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row
from graph.reading import StepReading
from graph.truth import every, no


@at_each_step
def _cases(reading: StepReading) -> Iterator[Case]:
    # Actors that nobody recorded exist too, so fewer than two is only certain where it is none.
    fewer, can_be = no(reading.has_two_holders), reading.at_most.in_part
    yield Case(reading.step.id, Certainty.CERTAIN, every((fewer, no(can_be))))
    yield Case(reading.step.id, Certainty.POSSIBLE, every((fewer, can_be)))


def _row(reading: StepReading, case: Case) -> Row:
    holders = reading.sure_holders
    facts = [cover for cover in reading.recorded if cover.actor in holders]
    return step_row(reading, case.certainty, len(holders), facts, holders)


def _title(row: Row, view: View) -> str:
    name = step_of(row, view).name
    if not row.actors:
        return f"{name}: fewer than two hold it"
    return f"{name}: {view.names(row.actors)} alone, as far as sources tell"


def _detail(row: Row, _: View) -> str:
    return "If this one drops out, the step falls open." if row.actors else ""


SINGLE_ACTOR_STEP = Question(
    id="single-actor-step",
    asks="Which steps hang on one actor?",
    in_short="one actor holds it, as far as sources tell",
    why="When that actor reorganises, loses its mandate or is overloaded, the step falls open unnoticed.",
    severity=Severity.LOW,
    severity_means="held, but by a single thread",
    family="coverage, fewer than 2",
    certain_when="a source says that nobody holds the step: then it is reported as uncovered-step",
    possible_when="sources state, firmly, fewer than two actors that hold it",
    counted="actors that hold the step, of the actors recorded at it",
    idea="single point of failure, as in resilience analysis of networks",
    rank=4,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
