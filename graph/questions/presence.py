"""Presences that several pattern questions need: who covers a step, surely or perhaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from barriers.facts import Fact
from barriers.words import Certainty, Power, State
from graph.bounds import StepBounds
from graph.questions.question import View


def covered_steps(view: View, *, surely: bool) -> dict[str, frozenset[str]]:
    """Actors with the steps that they cover at least in part, with whatever power.

    Surely: in every world. Otherwise: in some, because somebody recorded it; silence supplies none.
    """
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for bounds in view.bounds.values():
        for actor in _sure(bounds) if surely else _perhaps(bounds):
            steps[actor].add(bounds.step.id)
    return {actor: frozenset(steps[actor]) for actor in sorted(steps)}


def _sure(bounds: StepBounds) -> frozenset[str]:
    other = {
        actor for (actor, power, _), said in bounds.cells.items() if power not in bounds.step.holds and said.in_part
    }
    return frozenset({*bounds.sure_holders, *other})


def _perhaps(bounds: StepBounds) -> frozenset[str]:
    powers = {cover.power for cover in bounds.recorded if cover.state is not State.ABSENT}
    return frozenset(bounds.possible_with(powers))


def detected_steps(view: View, *, surely: bool) -> dict[str, frozenset[str]]:
    """Actors with the steps at which they detect at least in part: in every world, or in some by what is recorded."""
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for bounds in view.bounds.values():
        for actor in _sure_to_detect(bounds) if surely else bounds.possible_detectors:
            steps[actor].add(bounds.step.id)
    return {actor: frozenset(steps[actor]) for actor in sorted(steps)}


def _sure_to_detect(bounds: StepBounds) -> frozenset[str]:
    """Where to see is to hold, what a source says of the step as a whole bounds seeing too."""
    bounded = Power.DETECT in bounds.step.holds
    return frozenset(
        actor
        for (actor, power, atom), said in bounds.cells.items()
        if power is Power.DETECT and said.in_part and not (bounded and not bounds.tops[atom].in_part)
    )


def settled(view: View, saying: Sequence[Fact], denying: Sequence[Fact]) -> Certainty | None:
    """How sure it is what some records say and others deny: None where only the denial is firm and in force."""
    said, denied = (
        any(view.graph.is_firm(fact) and view.graph.is_valid(fact) for fact in facts) for facts in (saying, denying)
    )
    if denied and not said:
        return None
    return Certainty.CERTAIN if said and not denied else Certainty.POSSIBLE
