"""The status of a step: the first of the seven words that applies, and why.

A status says no more than is certain over an incomplete record (graph/bounds.py), else how far the record goes. Weaker
evidence never gives a louder word: that somebody may, plans to or is inferred to act says less than that they act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from barriers.coverage import Ceiling, Coverage
from barriers.facts import Fact
from barriers.messages import Message, Phrase, listed, message, separated
from barriers.words import Basis, Bound, Power, SourceKind, State, Status
from graph.bounds import StepBounds
from graph.truth import Truth, every, no, some

_ACTS = (State.ACTIVE, State.PARTIAL)


class Why(StrEnum):
    """Why a step has its status: the catalogue has a sentence for each under `reason.`."""

    NOBODY = "nobody"
    NOBODY_FOR_SOME = "nobody-for-some"
    ONLY_IN_PART = "only-in-part"
    FOR_EVERYBODY = "for-everybody"
    ENDED = "ended"
    DISAGREE = "disagree"
    FOR_SOME = "for-some"
    WEAK_VOICE = "weak-voice"
    PARTIAL = "partial"
    MANDATE = "mandate"
    PLANNED = "planned"
    DETECTED = "detected"
    DETECTED_BY_A_WEAK_VOICE = "detected-by-a-weak-voice"
    INFERRED = "inferred"
    DOUBTED = "doubted"
    DONE_OTHERWISE = "done-otherwise"
    MAY_DETECT = "may-detect"
    PLANS_TO_DETECT = "plans-to-detect"
    RECORDED = "recorded"
    ONLY_WHO_NOT = "only-who-not"
    SILENT = "silent"


_STATUSES = {
    Why.NOBODY: Status.UNCOVERED,
    Why.NOBODY_FOR_SOME: Status.INSUFFICIENT,
    Why.ONLY_IN_PART: Status.INSUFFICIENT,
    Why.FOR_EVERYBODY: Status.COVERED,
    **dict.fromkeys(
        (Why.ENDED, Why.DISAGREE, Why.FOR_SOME, Why.WEAK_VOICE, Why.PARTIAL, Why.MANDATE, Why.PLANNED), Status.LIMITED
    ),
    Why.DETECTED: Status.DETECTED,
    Why.DETECTED_BY_A_WEAK_VOICE: Status.DETECTED,
    Why.INFERRED: Status.INFERRED,
}
"""For every other reason a step is unknown."""


class Reason(NamedTuple):
    """Whether a reason applies where none before it does, and the covers that it speaks of."""

    why: Why
    applies: Truth
    covers: tuple[Coverage, ...] = ()


def status_of(bounds: StepBounds) -> tuple[Status, Message]:
    """The status of a step and the reason in one sentence, with who is meant.

    The order is that of docs/method.md: what a source says of the step as a whole comes before what single
    actors do, what is stated before what is inferred, and silence comes last. A step of which nothing is recorded
    is unknown. What a voice says of the step that cannot settle it is told behind any reason but a source's own gap.
    """
    reason = next(reason for reason in reasons(bounds) if reason.applies)
    status, told = status_for(reason.why), _told(bounds, reason)
    doubts = _doubts(bounds)
    if doubts and reason.why is not Why.DOUBTED and status not in (Status.UNCOVERED, Status.INSUFFICIENT):
        told = message("reason.and-doubted", reason=told, doubt=_told(bounds, Reason(Why.DOUBTED, True)))
    return status, told


def _told(bounds: StepBounds, reason: Reason) -> Message:
    actors = sorted({cover.actor for cover in reason.covers})
    powers = sorted({cover.power for cover in reason.covers})
    said = _doubts(bounds) if reason.why is Why.DOUBTED else bounds.counting
    facts: tuple[Fact, ...] = reason.covers or said
    return message(
        f"reason.{reason.why}",
        n=len(actors),
        who=listed(bounds.graph.actor(name).called for name in actors),
        power=separated((message(f"power.{one}") for one in powers), "list.or"),
        does=message(f"verb.{bounds.graph.script.verb}", n=max(len(actors), 1)),
        anybody=message(f"verb.{bounds.graph.script.verb}", n=1),
        voice=_voices(bounds, facts),
        says=separated(sorted({ceiling.says for ceiling in said}), "list.semicolon"),
    )


def _voices(bounds: StepBounds, facts: tuple[Fact, ...]) -> Phrase:
    """Who speaks in these facts: `an interviewee and a survey`; what a machine wrote is called so."""
    part, voices = bounds.graph.part, set()
    for citation in (citation for fact in facts for citation in fact.citations):
        source = part.source_by_id.get(citation.source)
        is_machine = source is not None and source.kind is SourceKind.MACHINE
        voices.add("machine" if is_machine else part.voice(citation) or "unknown")
    return separated((message(f"said-by.{voice}") for voice in sorted(voices)), "list.and")


def status_for(why: Why) -> Status:
    """The status that a step has for this reason."""
    return _STATUSES.get(why, Status.UNKNOWN)


def reasons(bounds: StepBounds) -> Iterator[Reason]:
    """Every reason in its order; the last one always applies."""
    recorded = _Covers(one for one in bounds.present if one[0].state is not State.ABSENT)
    stated = recorded.where(lambda cover: cover.is_stated)
    yield Reason(Why.NOBODY, no(bounds.at_most.in_part))
    counts = bounds.counts(*Bound)
    yield Reason(Why.NOBODY_FOR_SOME, every((counts, some(no(top.in_part) for top in bounds.tops.values()))))
    yield Reason(Why.ONLY_IN_PART, counts)
    intervening = stated.where(lambda cover: cover.power in bounds.step.powers)
    yield from _reasons_of_intervention(bounds, intervening)
    detecting = stated.where(lambda cover: cover.power is Power.DETECT and bounds.graph.is_valid(cover))
    detected = detecting.where(lambda cover: cover.state in _ACTS)
    yield detected.where(bounds.graph.can_settle).because(Why.DETECTED)
    yield detected.because(Why.DETECTED_BY_A_WEAK_VOICE)
    yield recorded.where(lambda cover: _is_inferred(bounds, cover)).because(Why.INFERRED)
    yield Reason(Why.DOUBTED, bool(_doubts(bounds)))
    otherwise = stated.where(lambda cover: bounds.graph.is_valid(cover) and cover.state in _ACTS)
    yield otherwise.because(Why.DONE_OTHERWISE)
    yield detecting.where(lambda cover: cover.state is State.MANDATE).because(Why.MAY_DETECT)
    yield detecting.where(lambda cover: cover.state is State.PLANNED).because(Why.PLANS_TO_DETECT)
    yield recorded.because(Why.RECORDED)
    yield _Covers(bounds.present).because(Why.ONLY_WHO_NOT)
    yield Reason(Why.SILENT, True)


def _is_inferred(bounds: StepBounds, cover: Coverage) -> bool:
    """Whether the analyst concludes that somebody intervenes, in whatever state, or detects now.

    A detection that is merely allowed, planned or ended says no more inferred than stated.
    """
    if cover.is_stated:
        return False
    detects = cover.power is Power.DETECT and cover.state in _ACTS and bounds.graph.is_valid(cover)
    return cover.power in bounds.step.powers or detects


def _reasons_of_intervention(bounds: StepBounds, covers: _Covers) -> Iterator[Reason]:
    """What sources state of those who intervene: for everybody, else the kindest thing that can be said of them."""
    graph = bounds.graph
    valid = covers.where(graph.is_valid)
    active = valid.where(lambda cover: cover.state is State.ACTIVE)
    settled = active.where(graph.can_settle)
    yield Reason(Why.FOR_EVERYBODY, bounds.is_intervened_for_all, settled.facts)
    yield Reason(Why.ENDED, every((covers.has(), no(valid.has()))), covers.facts)
    # No atom is left for which statements fix that somebody intervenes fully.
    nowhere = no(some(degree.fully for degree in bounds.intervened.values()))
    yield Reason(Why.DISAGREE, every((settled.has(), nowhere)), settled.facts)
    yield settled.because(Why.FOR_SOME)
    yield active.because(Why.WEAK_VOICE)
    yield valid.where(lambda cover: cover.state is State.PARTIAL).because(Why.PARTIAL)
    yield valid.where(lambda cover: cover.state is State.MANDATE).because(Why.MANDATE)
    yield valid.where(lambda cover: cover.state is State.PLANNED).because(Why.PLANNED)


class _Covers(tuple[tuple[Coverage, Truth], ...]):
    """Covers, each with whether it is there."""

    def where(self, wanted: Callable[[Coverage], bool]) -> _Covers:
        return _Covers(one for one in self if wanted(one[0]))

    def has(self) -> Truth:
        return some(there for _, there in self)

    @property
    def facts(self) -> tuple[Coverage, ...]:
        return tuple(cover for cover, _ in self)

    def because(self, why: Why) -> Reason:
        """The reason that one of these is there."""
        return Reason(why, self.has(), self.facts)


def _doubts(bounds: StepBounds) -> tuple[Ceiling, ...]:
    """What a source says of the step on the day in a voice that cannot settle it; one that can is disputed."""
    graph = bounds.graph
    return tuple(
        found
        for found in bounds.ceilings
        if found.basis is Basis.STATED and graph.is_valid(found) and not graph.can_settle(found)
    )
