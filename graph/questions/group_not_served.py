"""group-not-served: a step or link not held for a group for which its script expects it."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, message
from barriers.words import Certainty, Severity
from graph.bounds import Atom, StepBounds
from graph.questions.question import (
    Case,
    Question,
    Row,
    View,
    at_each_step,
    part_of,
    rows_of_steps,
    step_of,
    step_row,
    titled,
)
from graph.truth import Truth, every, no, some


@at_each_step
def _cases(bounds: StepBounds) -> Iterator[Case]:
    for group in sorted({group for group, _ in bounds.atoms}):
        atoms = [atom for atom in bounds.atoms if atom[0] == group]
        nobody = every(no(bounds.tops[atom].in_part) for atom in atoms)
        held = some(_is_held_at(bounds, atom) for atom in atoms)
        yield Case(bounds.step.id, Certainty.CERTAIN, nobody, group)
        yield Case(bounds.step.id, Certainty.POSSIBLE, every((no(nobody), no(held))), group)


def _is_held_at(bounds: StepBounds, atom: Atom) -> Truth:
    """Whether somebody, named or not, holds the step for this group and form in every world."""
    top = bounds.tops[atom]
    return some((top.somebody, every((top.in_part, bounds.held[atom].in_part))))


def _row(bounds: StepBounds, case: Case) -> Row:
    if case.certainty is Certainty.POSSIBLE:
        return part_of(step_row(bounds, case.certainty, 0, bounds.recorded), case)
    here = {found.id: found for atom in bounds.atoms if atom[0] == case.part for found in bounds.ceilings_at[atom]}
    return part_of(step_row(bounds, case.certainty, 0, here.values()), case)


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
    rule=rows_of_steps(_cases, _row),
    title=_title,
    detail=_detail,
    cases=_cases,
)
