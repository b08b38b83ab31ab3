"""What if: the answers for a model with some covers left out, some planned ones at work, and some added.

`what_if` changes the model and audits it. `compiled` asks the same rule about all such changes at once, with the covers
as variables, for whoever has to answer many of them without Python: the page. What it gives back is arithmetic only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from barriers.actors import Actor
from barriers.coverage import Coverage
from barriers.facts import Citation
from barriers.findings import Audit
from barriers.script import Step
from barriers.words import ActorKind, Basis, Certainty, Power, State, Status, Voice
from graph.audit import audit_graph, left_out_beside
from graph.barrier_graph import BarrierGraph
from graph.bounds import StepBounds, bounds_of
from graph.build import build_graph
from graph.questions import QUESTIONS, Case, Question, View
from graph.status import reasons, status_for
from graph.truth import Circuit, Condition, Gate, Truth, every, no, some


def what_if(
    graph: BarrierGraph,
    without: Collection[str] = (),
    active: Collection[str] = (),
    added: Collection[Coverage] = (),
) -> Audit:
    """The audit with covers left out, planned ones active and others added.

    `without` are ids of actors, covers and networks, which take the covers of their members with them; `active` those
    of planned covers; an id that is none of these changes nothing. `added` are covers, of newcomers as well. Without
    changes it is the audit of the graph. Its digest is empty: nobody has this model.
    """
    part = graph.part
    gone = {*without, *(membership.actor for name in without for membership in graph.members_of(name))}
    kept = [
        replace(cover, state=State.ACTIVE) if cover.state is State.PLANNED and cover.id in active else cover
        for cover in part.coverage
        if not gone & {cover.id, cover.actor}
    ]
    unknown = {cover.actor for cover in added} - part.actor_by_id.keys()
    changed = replace(part, actors=(*part.actors, *map(_newcomer, sorted(unknown))), coverage=(*kept, *added))
    return audit_graph(build_graph(changed, graph.country, graph.script.id, graph.selection), digest="")


def newcomers_at(graph: BarrierGraph, step: Step) -> Iterator[Coverage]:
    """The covers that could be added at a step: one for each power of its script and each state of somebody who acts.

    Each is stated for everybody, from the day that is looked at, by a newcomer of its own, of no known level. None
    where only what is inferred is looked at.
    """
    if graph.selection.basis is Basis.INFERRED:
        return
    for power in sorted(graph.script.powers):
        for state in (State.ACTIVE, State.PARTIAL):
            yield Coverage(
                actor=f"newcomer.{power.value}.{state.value}",
                step=step.id,
                power=power,
                state=state,
                since=graph.as_of,
                citations=(Citation(source="what-if", at="added", voice=Voice.OFFICIAL),),
                country=graph.country,
            )


def _newcomer(name: str) -> Actor:
    return Actor(id=name, name=name, kind=ActorKind.STATE)


# All changes at once


class Input(NamedTuple):
    """What can be switched: that a cover is there, that it works (`state`), that one is added at a step."""

    fact: str = ""
    actor: str = ""
    step: str = ""
    power: Power | None = None
    state: State | None = None


class Outcome(NamedTuple):
    """One possible finding, and the number of the node that tells whether it is reported."""

    question: str
    subject: str
    certainty: Certainty
    when: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """Every status and every finding of the questions on steps and routes, as a circuit over what can be switched.

    `nodes` are counted from 1: an input, the next one of `inputs`, is (); any other is `(least, *numbers)`, true where
    at least so many of the nodes that it names are; a number is how many nodes it lies back, below 0 where the opposite
    is meant. The status of a step is the first one whose node is true; findings are sorted.
    """

    inputs: tuple[Input, ...]
    nodes: tuple[tuple[int, ...], ...]
    statuses: dict[str, tuple[tuple[Status, int], ...]]
    findings: tuple[Outcome, ...]


@dataclass(frozen=True)
class _OpenView(View):
    """What a rule looks at where it is open which covers are there."""

    circuit: Circuit

    @cached_property
    def bounds(self) -> dict[str, StepBounds]:
        return {step.id: self._bounds(step) for step in self.graph.steps}

    def _bounds(self, step: Step) -> StepBounds:
        known = bounds_of(self.graph, step)
        covers = list(self._present(known.recorded))
        for cover in newcomers_at(self.graph, step):
            added = Input(step=step.id, power=cover.power, state=cover.state)
            covers.append((cover, self.circuit.variable(added)))
        return replace(known, recorded=tuple(cover for cover, _ in covers), there=tuple(there for _, there in covers))

    def _present(self, recorded: Iterable[Coverage]) -> Iterator[tuple[Coverage, Truth]]:
        for cover in recorded:
            there: Truth = self.circuit.variable(Input(fact=cover.id, actor=cover.actor))
            if cover.state is State.PLANNED:
                works = self.circuit.variable(Input(fact=cover.id, state=State.ACTIVE))
                yield replace(cover, state=State.ACTIVE), every((there, works))
                there = every((there, no(works)))
            yield cover, there


def compiled(graph: BarrierGraph) -> Compiled:
    """The circuit of a graph; a graph without steps has an empty one."""
    newcomers = {cover.actor for step in graph.steps[:1] for cover in newcomers_at(graph, step)}
    part = replace(graph.part, actors=(*graph.part.actors, *map(_newcomer, sorted(newcomers))))
    view = _OpenView(replace(graph, part=part), Circuit())
    statuses = {name: tuple(_statuses(bounds)) for name, bounds in view.bounds.items()}
    findings = list(_findings(view))
    wanted = [truth for found in statuses.values() for _, truth in found] + [truth for _, truth in findings]
    nodes = _Nodes(view.circuit, wanted)
    return Compiled(
        inputs=tuple(nodes.inputs),
        nodes=tuple(nodes.kept),
        statuses={
            name: tuple((status, nodes.number(truth)) for status, truth in found) for name, found in statuses.items()
        },
        findings=tuple(
            sorted(
                Outcome(question.id, case.subject, case.certainty, nodes.number(truth))
                for (question, case), truth in findings
                if truth is not False
            )
        ),
    )


class _Nodes:
    """What is needed of a circuit, numbered anew; the first node is the one that is always true."""

    def __init__(self, circuit: Circuit, wanted: Iterable[Truth]) -> None:
        needed = {abs(truth.number) for truth in wanted if isinstance(truth, Condition)}
        for number in range(len(circuit.nodes), 0, -1):
            node = circuit.nodes[number - 1]
            if number in needed and isinstance(node, Gate):
                needed.update(map(abs, node.counted))
        self.inputs: list[Input] = []
        self.kept: list[tuple[int, ...]] = [(0,)]
        self._numbers: dict[int, int] = {}
        for number in sorted(needed):
            node = circuit.nodes[number - 1]
            self._numbers[number] = len(self.kept) + 1
            if isinstance(node, Gate):
                self.kept.append((node.least, *map(self._back, node.counted)))
            else:
                self.inputs.append(node)
                self.kept.append(())

    def _back(self, number: int) -> int:
        """How far the node lies before the one that is being numbered."""
        back = len(self.kept) + 1 - self._numbers[abs(number)]
        return back if number > 0 else -back

    def number(self, truth: Truth) -> int:
        if isinstance(truth, Condition):
            number = self._numbers[abs(truth.number)]
            return number if truth.number > 0 else -number
        return 1 if truth else -1


def _statuses(bounds: StepBounds) -> Iterator[tuple[Status, Truth]]:
    """The statuses that a step can have; it has the first that is true, and the last one always is."""
    told = ((status_for(one.why), one.applies) for one in reasons(bounds) if one.applies is not False)
    for status, run in groupby(told, key=lambda one: one[0]):
        truth = some(applies for _, applies in run)
        yield status, truth
        if truth is True:
            return


def _findings(view: View) -> Iterator[tuple[tuple[Question, Case], Truth]]:
    """What can be found, each with when it is reported."""
    found = [(question, case) for question in QUESTIONS if question.cases for case in question.cases(view)]
    truths = {(question.id, case.subject, case.certainty): case.truth for question, case in found}
    for question, case in found:
        beside = (truths.get(other, False) for other in left_out_beside(question, case))
        yield (question, case), every((case.truth, *map(no, beside)))
