"""What the what-if rule in the page needs: per step, what counts for whom, so that the page only has to count.

Whether a record is firm, on which atoms it bears and which of two is narrower is worked out here, from the same
reading that the audit uses; static/js/rule.js does what graph/reading.py, graph/status.py and the questions do next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from barriers.coverage import Ceiling, Coverage
from barriers.words import Basis
from graph import BarrierGraph, StepReading, read_step


def rule_data(graph: BarrierGraph) -> dict[str, Any]:
    """The steps that are looked at, and the tracks through them. They name one another by their places."""
    return {"steps": [_step(read_step(graph, step)) for step in graph.steps], "tracks": list(_tracks(graph))}


def _step(reading: StepReading) -> dict[str, Any]:
    covers = sorted(reading.recorded, key=lambda cover: cover.id)
    ceilings = sorted(reading.ceilings, key=lambda ceiling: ceiling.id)
    return {
        "step": reading.step.id,
        "holds": sorted(power.value for power in reading.step.holds),
        "levels": sorted(level.value for level in reading.step.levels),
        "groups": sorted({group for group, _ in reading.atoms}),
        "atoms": [[group, form.value] for group, form in reading.atoms],
        "covers": _covers(reading, covers),
        "ceilings": _ceilings(reading, ceilings, covers),
    }


def _covers(reading: StepReading, covers: Sequence[Coverage]) -> list[dict[str, Any]]:
    graph = reading.graph
    cells: dict[tuple[str, str], list[int]] = {}
    for place, cover in enumerate(covers):
        cells.setdefault((cover.actor, cover.power.value), []).append(place)
    return [
        {
            "fact": cover.id,
            "actor": cover.actor,
            "levels": sorted(level.value for level in graph.actor(cover.actor).levels),
            "power": cover.power.value,
            "state": cover.state.value,
            "stated": cover.is_stated,
            "valid": graph.is_valid(cover),
            "firm": graph.is_firm(cover),
            "atoms": _atoms(reading, cover),
            "under": [
                place for place in cells[cover.actor, cover.power.value] if _is_narrower(graph, covers[place], cover)
            ],
        }
        for cover in covers
    ]


def _ceilings(reading: StepReading, ceilings: Sequence[Ceiling], covers: Sequence[Coverage]) -> list[dict[str, Any]]:
    graph = reading.graph
    return [
        {
            "fact": ceiling.id,
            "bound": ceiling.bound.value,
            "stated": ceiling.basis is Basis.STATED,
            "valid": graph.is_valid(ceiling),
            "firm": graph.is_firm(ceiling),
            "atoms": _atoms(reading, ceiling),
            "under": [place for place, other in enumerate(ceilings) if _is_narrower(graph, other, ceiling)],
            "within": [
                place for place, cover in enumerate(covers) if graph.scope(cover).is_within(graph.scope(ceiling))
            ],
        }
        for ceiling in ceilings
    ]


def _atoms(reading: StepReading, fact: Coverage | Ceiling) -> list[int]:
    scope = reading.graph.scope(fact)
    return [place for place, atom in enumerate(reading.atoms) if scope.concerns(*atom)]


def _is_narrower(graph: BarrierGraph, one: Coverage | Ceiling, other: Coverage | Ceiling) -> bool:
    return one is not other and graph.scope(one).is_narrower_than(graph.scope(other))


def _tracks(graph: BarrierGraph) -> Iterator[dict[str, Any]]:
    """The tracks of the form that is looked at, each with how many of its steps must be held for it not to be open."""
    looked_at = {step.id for step in graph.steps}
    for track in graph.script.tracks:
        steps = [name for name in dict.fromkeys(track.steps) if name in looked_at]
        if steps and (graph.selection.form is None or graph.selection.form in track.forms):
            yield {"id": track.id, "steps": steps, "least": -(-len(steps) // 2)}
