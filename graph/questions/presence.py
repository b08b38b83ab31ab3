"""Presences that several pattern questions need: who covers a step, surely or perhaps."""

from __future__ import annotations

from collections import defaultdict

from barriers.words import State
from graph.questions.question import View
from graph.reading import Degree, StepReading


def covered_steps(view: View, *, surely: bool) -> dict[str, frozenset[str]]:
    """Actors with the steps that they cover at least in part, with whatever power.

    Surely: in every world. Otherwise: in some, because somebody recorded it; silence supplies none.
    """
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for reading in view.readings.values():
        for actor in _sure(reading) if surely else _perhaps(reading):
            steps[actor].add(reading.step.id)
    return {actor: frozenset(steps[actor]) for actor in sorted(steps)}


def _sure(reading: StepReading) -> frozenset[str]:
    other = {
        actor
        for (actor, power, _), degree in reading.fixed.items()
        if power not in reading.step.holds and degree > Degree.NONE
    }
    return frozenset({*reading.sure_holders, *other})


def _perhaps(reading: StepReading) -> frozenset[str]:
    powers = {cover.power for cover in reading.recorded if cover.state is not State.ABSENT}
    return frozenset(reading.possible_with(powers))
