"""group-not-served: a step or link not held for a group for which its script expects it."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, message
from barriers.words import Certainty, Severity
from graph.questions.question import Question, Row, View, part_of, step_of, step_row, titled
from graph.reading import Atom, Degree, StepReading


def _rule(view: View) -> Iterator[Row]:
    for reading in view.readings.values():
        for group in sorted({group for group, _ in reading.atoms}):
            atoms = [atom for atom in reading.atoms if atom[0] == group]
            if all(reading.most_at(atom) is Degree.NONE for atom in atoms):
                yield _row(reading, group, Certainty.CERTAIN)
            elif not any(_is_held_at(reading, atom) for atom in atoms):
                yield _row(reading, group, Certainty.POSSIBLE)


def _is_held_at(reading: StepReading, atom: Atom) -> bool:
    """Whether somebody, named or not, holds the step for this group and form in every world."""
    if reading.somebody_at(atom):
        return True
    return reading.most_at(atom) > Degree.NONE and any(
        where == atom and power in reading.step.holds and degree > Degree.NONE
        for (_, power, where), degree in reading.fixed.items()
    )


def _row(reading: StepReading, group: str, certainty: Certainty) -> Row:
    if certainty is Certainty.POSSIBLE:
        return part_of(step_row(reading, certainty, 0, reading.recorded), group)
    here = {found.id: found for atom in reading.atoms if atom[0] == group for found in reading.bounds[atom]}
    return part_of(step_row(reading, certainty, 0, here.values()), group)


def _title(row: Row, view: View) -> Message:
    group = row.subject.rpartition("+")[2]
    whom = next((known.name for known in view.graph.script.groups if known.id == group), group)
    return titled(step_of(row, view).name, message(f"question.group-not-served.{row.certainty}", whom=whom))


def _detail(row: Row, _: View) -> str:
    # What is said of others at the step says nothing of this group.
    return (
        " ".join(sorted({fact.note for fact in row.facts if fact.note})) if row.certainty is Certainty.CERTAIN else ""
    )


GROUP_NOT_SERVED = Question(
    id="group-not-served",
    severity=Severity.MEDIUM,
    rank=10,
    rule=_rule,
    title=_title,
    detail=_detail,
)
