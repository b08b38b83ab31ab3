"""What findings are about: its name, and of how many things of its kind it is one."""

from __future__ import annotations

from collections.abc import Iterable

from barriers.findings import Audit
from barriers.messages import text
from barriers.words import Level
from graph import BarrierGraph
from viz.wording import joined, named_ids


def out_of_all(graph: BarrierGraph, audit: Audit, subjects: Iterable[str]) -> tuple[int, int, str]:
    """How many of how many things of the kind that these subjects are, and what these things are.

    A step together with a level or a group counts as the step.
    """
    found = set(subjects)
    steps = {step.step for step in audit.steps}
    at_steps = {subject.partition("+")[0] for subject in found}
    if at_steps <= steps:
        return len(at_steps), len(steps), "step"
    number = len(found)
    if found <= graph.part.actor_by_id.keys():
        covering = {cover.actor for cover in graph.part.coverage if cover.step in steps} | found
        return number, len(covering), "actor"
    if at_steps <= graph.part.actor_by_id.keys():
        pairs = {frozenset((one.actor, one.partner)) for one in graph.part.cooperation}
        return number, max(len(pairs), number), "pair"
    for kind, there in _kinds(graph, steps, found).items():
        if found <= there:
            return number, len(there), kind
    return number, number, "finding"


def _kinds(graph: BarrierGraph, steps: set[str], found: set[str]) -> dict[str, set[str]]:
    """The things of each kind that are looked at; of groups those that no other includes, and those found."""
    script = graph.script
    included = {part for group in script.groups for part in group.includes}
    return {
        "facilitation": {
            f"{fact.actor}@{fact.step.id}"
            for fact in graph.part.facilitations
            if fact.step is not None and fact.step.id in steps
        },
        "group": {group.id for group in script.groups if group.id not in included or group.id in found},
        "barrier": {barrier.id for barrier in script.barriers if any(one.barrier == barrier.id for one in graph.steps)},
        "track": {track.id for track in script.tracks},
        "signal": {signal.id for signal in graph.part.signals if steps & set(signal.steps)},
    }


def subject_name(graph: BarrierGraph, subject: str) -> str:
    """The name of what a finding is about; of an actor at a step, the actor; of a step for some, both."""
    script = graph.script
    names = {step.id: step.name for step in graph.steps}
    names |= {group.id: group.name for group in script.groups}
    names |= {barrier.id: barrier.name for barrier in script.barriers}
    names |= {track.id: track.name for track in script.tracks}
    names |= {signal.id: signal.says for signal in graph.part.signals}
    names |= {level.value: text(f"level.{level}") for level in Level}
    if subject in names:
        return names[subject]
    first, _, second = subject.partition("@")[0].partition("+")
    if first in names:
        return f"{names[first]} ({names.get(second, second)})"
    return joined(named_ids(filter(None, [first, second]), graph.part))
