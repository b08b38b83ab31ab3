"""The status of a step: the first of the six words that applies, and why.

A status says no more than is certain over an incomplete record (graph/reading.py), else how far the record goes.
"""

from __future__ import annotations

from enum import StrEnum

from barriers.coverage import Ceiling, Coverage
from barriers.messages import Message, message, separated
from barriers.words import Basis, Power, State, Status
from graph.reading import Degree, StepReading

_ACTS = (State.WORKING, State.PARTIAL)


class Why(StrEnum):
    """Why a step has its status: the catalogue has a sentence for each under `reason.`."""

    NOBODY = "nobody"
    NOBODY_FOR_SOME = "nobody-for-some"
    ONLY_IN_PART = "only-in-part"
    FOR_EVERYBODY = "for-everybody"
    BY_A_WEAK_VOICE = "by-a-weak-voice"
    ENDED = "ended"
    DISAGREE = "disagree"
    FOR_SOME = "for-some"
    DONE_NOT_HELD = "done-not-held"
    WEAK_HOLDER = "weak-holder"
    PARTIAL = "partial"
    COMPETENT = "competent"
    PLANNED = "planned"
    SEEN = "seen"
    INFERRED = "inferred"
    ONLY_WHO_NOT = "only-who-not"
    SILENT = "silent"


_STATUSES = {
    Why.NOBODY: Status.NOBODY,
    Why.FOR_EVERYBODY: Status.COVERED,
    Why.SEEN: Status.SEEN,
    Why.INFERRED: Status.ASSUMED,
    Why.ONLY_WHO_NOT: Status.UNKNOWN,
    Why.SILENT: Status.UNKNOWN,
}
"""Every other reason is one for which a step is short."""


def status_of(reading: StepReading) -> tuple[Status, Message]:
    """The status of a step and the reason in one sentence.

    The order is that of docs/method.md: what a source says of the step as a whole comes before what single
    actors do, what is stated before what is inferred, and silence comes last. A step of which nothing is recorded
    is unknown.
    """
    why, ceilings = _why(reading)
    says = separated(sorted({ceiling.says for ceiling in ceilings}), "list.semicolon")
    return _STATUSES.get(why, Status.SHORT), message(f"reason.{why}", says=says)


def _why(reading: StepReading) -> tuple[Why, tuple[Ceiling, ...]]:
    """The first reason that applies, and what is said of the step as a whole where that is the reason."""
    if reading.most is Degree.NONE:
        return Why.NOBODY, ()
    if reading.counting:
        nobody_for_some = any(reading.most_at(atom) is Degree.NONE for atom in reading.atoms)
        return Why.NOBODY_FOR_SOME if nobody_for_some else Why.ONLY_IN_PART, reading.counting
    if reading.is_held_for_all:
        return Why.FOR_EVERYBODY, ()
    doubts = tuple(ceiling for ceiling in reading.ceilings if _is_said(ceiling, reading))
    return (Why.BY_A_WEAK_VOICE, doubts) if doubts else (_why_of_covers(reading), ())


def _why_of_covers(reading: StepReading) -> Why:
    """The reason where single actors are all that sources speak of."""
    stated = [cover for cover in reading.recorded if cover.is_stated and cover.state is not State.ABSENT]
    holding = [cover for cover in stated if cover.power in reading.step.holds]
    if holding:
        return _why_short(reading, holding)
    detecting = [cover for cover in stated if cover.power is Power.DETECT]
    if any(cover.state in _ACTS and reading.graph.is_valid(cover) for cover in detecting):
        return Why.SEEN
    if stated:
        return _why_short(reading, stated)
    if any(cover.state is not State.ABSENT for cover in reading.recorded):
        return Why.INFERRED
    return Why.ONLY_WHO_NOT if reading.recorded else Why.SILENT


def _is_said(ceiling: Ceiling, reading: StepReading) -> bool:
    """Whether a source says so on the day in a voice that cannot settle it; a firm one that is left is disputed."""
    stated = ceiling.basis is Basis.STATED and reading.graph.is_valid(ceiling)
    return stated and not reading.graph.is_firm(ceiling)


def _is_held_for_some(reading: StepReading) -> bool:
    """Whether firm statements fix, for any atom, that somebody holds the step fully."""
    holds = reading.step.holds
    return any(power in holds and degree is Degree.FULLY for (_, power, _), degree in reading.fixed.items())


def _why_short(reading: StepReading, covers: list[Coverage]) -> Why:
    """The kindest thing that can be said of the covers that fall short."""
    graph = reading.graph
    valid = [cover for cover in covers if graph.is_valid(cover)]
    if not valid:
        return Why.ENDED
    working = [cover for cover in valid if cover.state is State.WORKING]
    if any(graph.is_firm(cover) for cover in working):
        if any(cover.power in reading.step.holds for cover in working):
            if not _is_held_for_some(reading):
                return Why.DISAGREE
            return Why.FOR_SOME
        return Why.DONE_NOT_HELD
    if working:
        return Why.WEAK_HOLDER
    if any(cover.state is State.PARTIAL for cover in valid):
        return Why.PARTIAL
    if any(cover.state is State.COMPETENT for cover in valid):
        return Why.COMPETENT
    return Why.PLANNED
