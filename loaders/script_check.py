"""What a script says of itself beyond its references: its steps, tracks and crosswalks must fit one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.errors import Problem, problem
from barriers.places import Place
from barriers.script import Crosswalk, Script, Step, Track
from loaders.cycles import find_cycles
from loaders.known import Known
from loaders.marked import place_of


def check_script(script: Script, known: Known) -> Iterator[Problem]:
    """Powers that the script does not know, two barriers at one place, cycles, tracks off the path, strange steps."""
    steps = {step.id: step for step in script.steps}
    yield from _barriers(script)
    for step in script.steps:
        for power in sorted(step.holds - script.powers):
            yield unknown_power(power, script, known.where.of_item(step.place, "holds", [power]))
    yield from _cycles(script, steps)
    for track in script.tracks:
        yield from _track(track, steps)
    for crosswalk in script.crosswalks:
        yield from _crosswalk(crosswalk, known)


def unknown_power(power: str, script: Script, place: Place) -> Problem:
    """A power that is a word of the model, but not one of this script."""
    known = ", ".join(sorted(script.powers))
    return problem(place, "unknown-power.script", power=str(power), known=known, script=str(script.id))


def _barriers(script: Script) -> Iterator[Problem]:
    at: dict[int, str] = {}
    for barrier in script.barriers:
        other = at.setdefault(barrier.order, barrier.id)
        if other != barrier.id:
            yield problem(
                place_of(barrier.id), "duplicate-order", barrier=str(barrier.id), order=barrier.order, other=str(other)
            )


def _cycles(script: Script, steps: dict[str, Step]) -> Iterator[Problem]:
    if not script.may_circle:
        for cycle in find_cycles({step.id: step.leads_to for step in script.steps}):
            last = steps[cycle[-2]]
            yield problem(_place_in(last.leads_to, cycle[-1], last.place), "circle.steps", way=" > ".join(cycle))
    includes = {group.id: group.includes for group in script.groups}
    for cycle in find_cycles(includes):
        yield problem(_place_in(includes[cycle[-2]], cycle[-1], None), "circle.groups", way=" > ".join(cycle))


def _place_in(names: Iterable[str], name: str, otherwise: Place | None) -> Place:
    """Where an id stands in a list of ids."""
    return next((place_of(found, otherwise) for found in names if found == name), place_of(name, otherwise))


def _track(track: Track, steps: dict[str, Step]) -> Iterator[Problem]:
    for here, there in zip(track.steps, track.steps[1:], strict=False):
        if here in steps and there in steps and there not in steps[here].leads_to:
            known = ", ".join(steps[here].leads_to)
            case = "off-the-path" if known else "off-the-path.last"
            yield problem(
                place_of(there, track.place), case, track=str(track.id), here=str(here), there=str(there), known=known
            )


def _crosswalk(crosswalk: Crosswalk, known: Known) -> Iterator[Problem]:
    others = [other for row in crosswalk.rows for other in row.others]
    for other in (*others, *crosswalk.lacking):
        if other not in crosswalk.other_steps and not known.excuses.forgive((), other):
            yield known.unknown("other-step", other, crosswalk.other_steps, None)
