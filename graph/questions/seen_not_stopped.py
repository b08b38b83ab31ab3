"""seen-not-stopped: a step that somebody detects and nobody holds."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.script import Step
from barriers.words import Certainty, Power, Severity
from graph.questions.question import Case, Question, Row, View, at_each_step, rows_of_steps, step_of, step_row
from graph.reading import StepReading
from graph.truth import every, no


@at_each_step
def _cases(reading: StepReading) -> Iterator[Case]:
    if _holds_who_sees(reading.step):
        return
    certain = every((no(reading.at_most.in_part), reading.is_detected))
    possible = every((no(certain), no(reading.surely.in_part), reading.is_possible_with({Power.DETECT})))
    yield Case(reading.step.id, Certainty.CERTAIN, certain)
    yield Case(reading.step.id, Certainty.POSSIBLE, possible)


def _holds_who_sees(step: Step) -> bool:
    """Whether to see is to hold, as some scripts have it: there nobody sees without stopping."""
    return Power.DETECT in step.holds


def _row(reading: StepReading, case: Case) -> Row:
    who = reading.detectors or reading.possible_detectors
    covers = [cover for cover in reading.recorded if cover.power is Power.DETECT and cover.actor in who]
    return step_row(reading, case.certainty, len(who), [*reading.counting, *covers], who)


def _title(row: Row, view: View) -> str:
    reading = view.readings[row.subject]
    name, who = step_of(row, view).name, view.names(row.actors)
    if row.certainty is Certainty.CERTAIN:
        return f"{name}: {who} can see it, and a source says that nobody stops it"
    if reading.detectors:
        return f"{name}: seen by {who}; whether anybody stops it is not said"
    return f"{name}: perhaps seen by {who}; whether anybody stops it is not said"


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({fact.note for fact in row.facts if fact.note}))


SEEN_NOT_STOPPED = Question(
    id="seen-not-stopped",
    asks="Which steps does somebody detect while nobody holds them?",
    in_short="seen; whether anybody stops it is not said",
    why="Who sees and does not stop knows of victims and cannot help them; a power or a partner is missing.",
    severity=Severity.HIGH,
    severity_means="known, and still open",
    family="pattern",
    certain_when="sources state that somebody detects, and a source says that nobody holds the step",
    possible_when="somebody is recorded as detecting, and no source firmly states that anybody holds the step",
    counted="actors that detect, of the actors recorded at the step",
    idea="barrier model: detection is the first of its two aims, discouraging traffickers the other (NL SWOT p. 20)",
    rank=1,
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
