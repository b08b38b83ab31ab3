"""The status of a step: the first of the six words that applies, and why."""

from __future__ import annotations

from barriers.coverage import Ceiling, Coverage
from barriers.words import Basis, Power, State, Status
from graph.reading import Degree, StepReading

_ACTS = (State.WORKING, State.PARTIAL)


def status_of(reading: StepReading) -> tuple[Status, str]:
    """The status of a step and the reason in one sentence.

    The order is that of docs/method.md: what a source says of the step as a whole comes before what single
    actors do, what is stated before what is inferred, and silence comes last.
    """
    if reading.most is Degree.NONE:
        return Status.NOBODY, "A source says that nobody holds it, and no other names somebody."
    if reading.counting:
        says = "; ".join(sorted({ceiling.says for ceiling in reading.counting}))
        nobody_for_some = any(reading.most_at(atom) is Degree.NONE for atom in reading.atoms)
        whole = "nobody holds it for some" if nobody_for_some else "it is held only in part"
        return Status.SHORT, f"A source says that {whole}: {says}."
    if reading.is_held_for_all:
        return Status.COVERED, "Sources state a working cover for everybody whom the step concerns."
    doubts = [ceiling for ceiling in reading.ceilings if _is_said(ceiling, reading)]
    if doubts:
        return Status.SHORT, f"Said by a voice that cannot settle it: {'; '.join(sorted(d.says for d in doubts))}."
    stated = [cover for cover in reading.recorded if cover.is_stated and cover.state is not State.ABSENT]
    holding = [cover for cover in stated if cover.power in reading.step.holds]
    if holding:
        return Status.SHORT, _why_short(reading, holding)
    detecting = [cover for cover in stated if cover.power is Power.DETECT]
    if any(cover.state in _ACTS and reading.graph.is_valid(cover) for cover in detecting):
        return Status.SEEN, "Somebody detects it; that anybody stops it is not stated."
    if stated:
        return Status.SHORT, _why_short(reading, stated)
    if any(cover.state is not State.ABSENT for cover in reading.recorded):
        return Status.ASSUMED, "No source says so; we infer it from what the sources say of these actors."
    if reading.recorded:
        return Status.UNKNOWN, "Sources only say who does not act; nobody is named who does."
    return Status.UNKNOWN, "The sources read are silent on who acts."


def _is_said(ceiling: Ceiling, reading: StepReading) -> bool:
    """Whether a source says so on the day in a voice that cannot settle it; a firm one that is left is disputed."""
    stated = ceiling.basis is Basis.STATED and reading.graph.is_valid(ceiling)
    return stated and not reading.graph.is_firm(ceiling)


def _is_held_for_some(reading: StepReading) -> bool:
    """Whether firm statements fix, for any atom, that somebody holds the step fully."""
    holds = reading.step.holds
    return any(power in holds and degree is Degree.FULLY for (_, power, _), degree in reading.fixed.items())


def _why_short(reading: StepReading, covers: list[Coverage]) -> str:
    """The kindest thing that can be said of the covers that fall short."""
    graph = reading.graph
    valid = [cover for cover in covers if graph.is_valid(cover)]
    if not valid:
        return "The cover that sources know of has ended."
    working = [cover for cover in valid if cover.state is State.WORKING]
    if any(graph.is_firm(cover) for cover in working):
        if any(cover.power in reading.step.holds for cover in working):
            if not _is_held_for_some(reading):
                return "Sources disagree on how far it is held."
            return "Sources state a working cover for some of those whom the step concerns, not for all."
        return "Sources state what is done for those concerned, not that the step is held."
    if working:
        return "Only a voice that cannot settle it says that somebody holds it."
    if any(cover.state is State.PARTIAL for cover in valid):
        return "Sources know of partial cover only."
    if any(cover.state is State.COMPETENT for cover in valid):
        return "Sources say who may act, not that anybody does."
    return "Cover is planned, not there."
