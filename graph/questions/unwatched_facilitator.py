"""unwatched-facilitator: a facilitation on a step that nobody holds."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facilitation import Facilitation
from barriers.words import Basis, Certainty, Severity
from graph.questions.question import Question, Row, View, step_of
from graph.reading import Degree, StepReading


def _rule(view: View) -> Iterator[Row]:
    for reading in view.readings.values():
        if reading.least is not Degree.NONE:
            continue
        for facilitation in view.graph.facilitations_of(reading.step.id):
            if facilitation.step is None or facilitation.step.id != reading.step.id:
                continue
            firm = (
                facilitation.step.basis is Basis.STATED
                and view.graph.is_valid(facilitation)
                and view.graph.part.fixes(facilitation.citations)
            )
            certain = firm and reading.most is Degree.NONE
            yield _row(reading, facilitation, Certainty.CERTAIN if certain else Certainty.POSSIBLE)


def _row(reading: StepReading, facilitation: Facilitation, certainty: Certainty) -> Row:
    return Row(
        subject=f"{facilitation.actor}@{reading.step.id}",
        certainty=certainty,
        count=0,
        of=len({cover.actor for cover in reading.recorded}),
        facts=(facilitation,),
        about=(facilitation.actor, reading.step.id),
        actors=(facilitation.actor,),
        step=reading.step.id,
    )


def _title(row: Row, view: View) -> str:
    says = "a source says that nobody does" if row.certainty is Certainty.CERTAIN else "who does is not said"
    return f"{view.names(row.actors)} help {step_of(row, view).name.lower()} along; nobody watches: {says}"


def _detail(row: Row, view: View) -> str:
    (facilitation,) = row.facts
    return facilitation.by if isinstance(facilitation, Facilitation) else ""


UNWATCHED_FACILITATOR = Question(
    id="unwatched-facilitator",
    asks="Which facilitators help at a step that nobody holds?",
    why="A facilitator whom nobody checks has no reason to stop, and an unaware one never learns of it.",
    severity=Severity.MEDIUM,
    severity_means="help for traffickers that meets no check",
    family="pattern",
    certain_when="a source states the facilitation at the step, and a source says that nobody holds the step",
    possible_when="a facilitation is recorded at a step that no source firmly says anybody holds",
    counted="actors that hold the step, of the actors recorded at it",
    idea="barrier model: shells of facilitators around the core group (NL SWOT p. 20, fn 37)",
    rank=5,
    rule=_rule,
    title=_title,
    detail=_detail,
)
