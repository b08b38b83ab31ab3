"""What a script says of itself: its steps, groups, tracks and crosswalks must fit one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.errors import Problem
from barriers.places import Place
from barriers.script import Crosswalk, Script, Step, Track
from loaders.circles import find_circles
from loaders.citations import check_citations
from loaders.known import Known
from loaders.marked import place_of


def check_script(script: Script, known: Known) -> Iterator[Problem]:
    """Every reference inside a script that leads nowhere or where it may not lead."""
    barriers = frozenset(barrier.id for barrier in script.barriers)
    steps = {step.id: step for step in script.steps}
    groups = frozenset(group.id for group in script.groups)
    yield from check_citations(script.citations, known, None)
    yield from _barriers(script, known)
    for group in script.groups:
        for part in group.includes:
            yield from known.refer("group", part, groups, None)
    for step in script.steps:
        yield from known.refer("barrier", step.barrier, barriers, step.place)
        for name in sorted(step.groups):
            yield from known.refer("group", name, groups, step.place)
        for name in step.leads_to:
            yield from known.refer("step", name, steps, step.place)
        for power in sorted(step.holds - script.powers):
            yield unknown_power(power, script, known.where.of_item(step.place, "holds", [power]))
        yield from check_citations(step.citations, known, step.place)
    yield from _circles(script, steps)
    for track in script.tracks:
        yield from _track(track, steps, known)
    for crosswalk in script.crosswalks:
        yield from _crosswalk(crosswalk, barriers, known)


def unknown_power(power: str, script: Script, place: Place) -> Problem:
    """A power that is a word of the model, but not one of this script."""
    known = sorted(script.powers)
    return Problem(
        place,
        "unknown-power",
        found=f"the power {str(power)!r}, which is not one of this script",
        expected=f"one of {', '.join(known)}",
        remedy=f"use one of these, or add it to the powers of the script {script.id}",
    )


def _barriers(script: Script, known: Known) -> Iterator[Problem]:
    at: dict[int, str] = {}
    for barrier in script.barriers:
        yield from check_citations(barrier.citations, known, place_of(barrier.id))
        if at.setdefault(barrier.order, barrier.id) != barrier.id:
            yield Problem(
                place_of(barrier.id),
                "duplicate-order",
                found=f"the barrier {str(barrier.id)!r} at the place {barrier.order}, where {at[barrier.order]} stands",
                expected="a place of its own for each barrier",
                remedy="number the barriers in their order",
            )


def _circles(script: Script, steps: dict[str, Step]) -> Iterator[Problem]:
    if not script.may_circle:
        for circle in find_circles({step.id: step.leads_to for step in script.steps}):
            last = steps[circle[-2]]
            yield Problem(
                _place_in(last.leads_to, circle[-1], last.place),
                "circle",
                found=f"steps that lead in a circle: {' > '.join(circle)}",
                expected="a way from first to last",
                remedy="take one of these leads_to out, or say may_circle: true in the script",
            )
    includes = {group.id: group.includes for group in script.groups}
    for circle in find_circles(includes):
        yield Problem(
            _place_in(includes[circle[-2]], circle[-1], None),
            "circle",
            found=f"groups that include one another: {' > '.join(circle)}",
            expected="groups that are not part of themselves",
            remedy="take one of these includes out",
        )


def _place_in(names: Iterable[str], name: str, otherwise: Place | None) -> Place:
    """Where an id stands in a list of ids."""
    return next((place_of(found, otherwise) for found in names if found == name), place_of(name, otherwise))


def _track(track: Track, steps: dict[str, Step], known: Known) -> Iterator[Problem]:
    yield from check_citations(track.citations, known, track.place)
    for name in track.steps:
        yield from known.refer("step", name, steps, track.place)
    for here, there in zip(track.steps, track.steps[1:], strict=False):
        if here in steps and there in steps and there not in steps[here].leads_to:
            yield Problem(
                place_of(there, track.place),
                "off-the-path",
                found=f"the track {track.id} goes from {here} to {there}",
                expected=f"a step that {here} leads to: {', '.join(steps[here].leads_to) or 'none'}",
                remedy=f"add {there} to the leads_to of {here}, or correct the track",
            )


def _crosswalk(crosswalk: Crosswalk, barriers: frozenset[str], known: Known) -> Iterator[Problem]:
    yield from check_citations(crosswalk.citations, known, place_of(crosswalk.id))
    for row in crosswalk.rows:
        yield from known.refer("barrier", row.barrier, barriers, None)
    others = [other for row in crosswalk.rows for other in row.others]
    for other in (*others, *crosswalk.lacking):
        yield from known.refer("step of the other model", other, crosswalk.other_steps, None)
