"""group-not-covered: a step at which nobody intervenes for a group for which its script expects it."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message
from barriers.words import Certainty, Priority
from graph.bounds import Atom, StepBounds
from graph.questions.question import Case, Row, View, notes_of, question_of_steps, step_row
from graph.truth import Truth, every, no, some


def _cases(bounds: StepBounds) -> Iterator[Case]:
    for group in sorted({group for group, _ in bounds.atoms}):
        atoms = [atom for atom in bounds.atoms if atom[0] == group]
        nobody = every(no(bounds.tops[atom].in_part) for atom in atoms)
        intervened = some(_is_intervened_at(bounds, atom) for atom in atoms)
        yield Case(bounds.step.id, Certainty.CERTAIN, nobody, group)
        yield Case(bounds.step.id, Certainty.POSSIBLE, every((no(nobody), no(intervened))), group)


def _is_intervened_at(bounds: StepBounds, atom: Atom) -> Truth:
    """Whether somebody, named or not, intervenes for this group and form in every world."""
    top = bounds.tops[atom]
    return some((top.somebody, every((top.in_part, bounds.intervened[atom].in_part))))


@question_of_steps(
    "group-not-covered", Priority.MEDIUM, rank=10, cases=_cases, former="group-not-served", of_status=True
)
def _row(view: View, bounds: StepBounds, case: Case) -> Row:
    whom = next((known.name for known in view.graph.script.groups if known.id == case.part), case.part)
    says = message(f"question.group-not-covered.{case.certainty}", does=view.does, whom=whom)
    if case.certainty is Certainty.POSSIBLE:
        # What is said of others at the step says nothing of this group.
        return step_row(bounds, case, says, bounds.recorded)
    here = [found for atom in bounds.atoms if atom[0] == case.part for found in bounds.ceilings_at[atom]]
    return step_row(bounds, case, says, here, detail=notes_of(here))
