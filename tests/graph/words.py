"""The word for a step, worked out from the records and all worlds, without a look at the rule in `graph/`."""

from __future__ import annotations

from collections.abc import Iterable

from barriers import Coverage
from barriers.words import Basis, Power, State, Status
from tests.graph.oracle import StepWorlds, World
from tests.graph.records import Atom, intervening

ACTS = (State.ACTIVE, State.PARTIAL)


def word_of(step: StepWorlds, worlds: Iterable[World]) -> Status:
    """The status of a step, all of whose worlds these are."""
    there = [cover for cover in step.covers if cover.state is not State.ABSENT]
    stated = [cover for cover in there if {cover.basis, cover.power_basis} == {Basis.STATED}]
    inferred = [cover for cover in there if cover not in stated]
    if all(world.best == 0 for world in worlds):
        return Status.UNCOVERED
    if any(step.counting[atom] for atom in step.atoms):
        return Status.INSUFFICIENT
    if all(_is_done_fully(step, atom) for atom in step.atoms):
        return Status.COVERED
    if any(intervening(cover.power, step.step) for cover in stated):
        return Status.LIMITED
    if any(_detects(step, cover) for cover in stated):
        return Status.DETECTED
    if any(intervening(cover.power, step.step) or _detects(step, cover) for cover in inferred):
        return Status.INFERRED
    return Status.UNKNOWN


def _is_done_fully(step: StepWorlds, atom: Atom) -> bool:
    """Whether one and the same actor does it fully in every world."""
    cells = ((actor, power, atom) for actor in step.actors for power in step.step.powers)
    return any(step.degrees(cell) == [2] for cell in cells)


def _detects(step: StepWorlds, cover: Coverage) -> bool:
    return cover.power is Power.DETECT and cover.state in ACTS and step.records.in_force(cover)
