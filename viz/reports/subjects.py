"""What the findings of a graph are about: how many of how many, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from barriers.facts import Fact
from barriers.messages import text
from barriers.naming import parts_of
from barriers.words import Level, Verb
from graph import BarrierGraph
from viz.wording import joined, named_ids

_PARTS = {Verb.INTERVENE: "barrier", Verb.PROVIDE: "link"}
"""What the parts of a script are called."""


class Subjects:
    """The things of a graph that findings can be about, gathered once for all findings."""

    def __init__(self, graph: BarrierGraph) -> None:
        self.graph = graph
        self.steps = {step.id for step in graph.steps}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts of the graph by their ids."""
        return {fact.id: fact for fact in self.graph.part.facts()}

    def out_of_all(self, subjects: Iterable[str]) -> tuple[int, int, str]:
        """How many of how many things of the kind that these subjects are, and what these things are.

        A step together with a level or a group counts as the step.
        """
        found = set(subjects)
        at_steps = {subject.partition("+")[0] for subject in found}
        if at_steps <= self.steps:
            return len(at_steps), len(self.steps), "step"
        number, actors = len(found), self.graph.part.actor_by_id
        if found <= actors.keys():
            return number, len(self._covering | found), "stakeholder"
        if at_steps <= actors.keys():
            return number, max(self._pairs, number), "pair"
        if found <= {group.id for group in self.graph.script.groups}:
            return number, len(self._widest_groups | found), "group"
        for kind, there in self._kinds.items():
            if found <= there:
                return number, len(there), kind
        return number, number, "finding"

    @cached_property
    def _covering(self) -> set[str]:
        return {cover.actor for cover in self.graph.part.coverage if cover.step in self.steps}

    @cached_property
    def _pairs(self) -> int:
        return len({frozenset((one.actor, one.partner)) for one in self.graph.part.cooperation})

    @cached_property
    def _widest_groups(self) -> set[str]:
        """The groups that no other includes."""
        groups = self.graph.script.groups
        included = {part for group in groups for part in group.includes}
        return {group.id for group in groups if group.id not in included}

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        graph, script = self.graph, self.graph.script
        return {
            "facilitation": {
                f"{fact.actor}@{fact.step.id}"
                for fact in graph.part.facilitations
                if fact.step is not None and fact.step.id in self.steps
            },
            _PARTS[script.verb]: {step.barrier for step in graph.steps},
            "route": {route.id for route in script.routes},
            "signal": {signal.id for signal in graph.part.signals if self.steps & set(signal.steps)},
        }

    @cached_property
    def _names(self) -> dict[str, str]:
        names = {part.id: part.name for part in parts_of(self.graph.script)}
        names |= {signal.id: signal.says for signal in self.graph.part.signals}
        return names | {level.value: text(f"level.{level}") for level in Level}

    def name(self, subject: str) -> str:
        """The name of what a finding is about; of an actor at a step, the actor; of a step for some, both."""
        names = self._names
        if subject in names:
            return names[subject]
        first, _, second = subject.partition("@")[0].partition("+")
        if first in names:
            return text("finding.at-part", name=names[first], part=names.get(second, second))
        return joined(named_ids(filter(None, [first, second]), self.graph.part))
