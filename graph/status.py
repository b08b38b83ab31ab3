"""The status of a step: the first of the six words that applies, and why.

A status says no more than is certain over an incomplete record (graph/bounds.py), else how far the record goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from barriers.coverage import Ceiling, Coverage
from barriers.messages import Message, message, separated
from barriers.words import Basis, Bound, Power, State, Status
from graph.bounds import StepBounds
from graph.truth import Truth, every, no, some

_ACTS = (State.ACTIVE, State.PARTIAL)


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
    DONE_OTHERWISE = "done-otherwise"
    WEAK_VOICE = "weak-voice"
    PARTIAL = "partial"
    MANDATE = "mandate"
    PLANNED = "planned"
    SEEN = "seen"
    INFERRED = "inferred"
    ONLY_WHO_NOT = "only-who-not"
    SILENT = "silent"


_STATUSES = {
    Why.NOBODY: Status.UNCOVERED,
    Why.FOR_EVERYBODY: Status.COVERED,
    Why.SEEN: Status.DETECTED,
    Why.INFERRED: Status.INFERRED,
    Why.ONLY_WHO_NOT: Status.UNKNOWN,
    Why.SILENT: Status.UNKNOWN,
}
"""Every other reason is one for which a step is short."""


def status_of(bounds: StepBounds) -> tuple[Status, Message]:
    """The status of a step and the reason in one sentence.

    The order is that of docs/method.md: what a source says of the step as a whole comes before what single
    actors do, what is stated before what is inferred, and silence comes last. A step of which nothing is recorded
    is unknown.
    """
    why = next(why for why, applies in reasons(bounds) if applies)
    said: tuple[Ceiling, ...] = ()
    if why in (Why.NOBODY_FOR_SOME, Why.ONLY_IN_PART):
        said = bounds.counting
    elif why is Why.BY_A_WEAK_VOICE:
        said = _doubts(bounds)
    says = separated(sorted({ceiling.says for ceiling in said}), "list.semicolon")
    return status_for(why), message(f"reason.{why}", says=says)


def status_for(why: Why) -> Status:
    """The status that a step has for this reason."""
    return _STATUSES.get(why, Status.LIMITED)


def reasons(bounds: StepBounds) -> Iterator[tuple[Why, Truth]]:
    """Every reason in its order, each with whether it applies where none before it does; the last one always does."""
    yield Why.NOBODY, no(bounds.at_most.in_part)
    counts = bounds.counts(*Bound)
    yield Why.NOBODY_FOR_SOME, every((counts, some(no(top.in_part) for top in bounds.tops.values())))
    yield Why.ONLY_IN_PART, counts
    yield Why.FOR_EVERYBODY, bounds.is_intervened_for_all
    yield Why.BY_A_WEAK_VOICE, bool(_doubts(bounds))
    stated = _Covers(
        (cover, there) for cover, there in bounds.present if cover.is_stated and cover.state is not State.ABSENT
    )
    holding = stated.where(lambda cover: cover.power in bounds.step.powers)
    yield from _reasons_short(bounds, holding)
    detecting = stated.where(lambda cover: cover.power is Power.DETECT and bounds.graph.is_valid(cover))
    yield Why.SEEN, detecting.has(lambda cover: cover.state in _ACTS)
    yield from _reasons_short(bounds, stated)
    yield Why.INFERRED, some(there for cover, there in bounds.present if cover.state is not State.ABSENT)
    yield Why.ONLY_WHO_NOT, some(there for _, there in bounds.present)
    yield Why.SILENT, True


def _reasons_short(bounds: StepBounds, covers: _Covers) -> Iterator[tuple[Why, Truth]]:
    """The kindest thing that can be said of the covers that fall short; nothing where there is none."""
    graph = bounds.graph
    valid = covers.where(graph.is_valid)
    working = valid.where(lambda cover: cover.state is State.ACTIVE)
    settling = working.where(graph.can_settle)
    holding = settling.has(lambda cover: cover.power in bounds.step.powers)
    yield Why.ENDED, every((covers.has(), no(valid.has())))
    # No atom is left for which settling statements fix that somebody holds the step fully.
    yield Why.DISAGREE, every((holding, no(some(held.fully for held in bounds.intervened.values()))))
    yield Why.FOR_SOME, holding
    yield Why.DONE_OTHERWISE, settling.has()
    yield Why.WEAK_VOICE, working.has()
    yield Why.PARTIAL, valid.has(lambda cover: cover.state is State.PARTIAL)
    yield Why.MANDATE, valid.has(lambda cover: cover.state is State.MANDATE)
    yield Why.PLANNED, valid.has()


class _Covers(tuple[tuple[Coverage, Truth], ...]):
    """Covers, each with whether it is there."""

    def where(self, wanted: Callable[[Coverage], bool]) -> _Covers:
        return _Covers(one for one in self if wanted(one[0]))

    def has(self, wanted: Callable[[Coverage], bool] = lambda _: True) -> Truth:
        return some(there for cover, there in self if wanted(cover))


def _doubts(bounds: StepBounds) -> tuple[Ceiling, ...]:
    """What a source says of the step on the day in a voice that cannot settle it; a settling one left is disputed."""
    graph = bounds.graph
    return tuple(
        found
        for found in bounds.ceilings
        if found.basis is Basis.STATED and graph.is_valid(found) and not graph.can_settle(found)
    )
