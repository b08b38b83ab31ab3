"""What changes with the day: facts that are known and begin later, and what has moved since a country's own day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from barriers.facts import Fact
from barriers.findings import Audit, StepStatus
from barriers.model import Model
from barriers.words import Certainty, Status
from graph.audit import audit_graph
from graph.barrier_graph import BarrierGraph
from graph.build import build_graph
from graph.questions import Topic, topic_of


class LaterFacts(NamedTuple):
    """How many facts begin after the day that is looked at, and the day on which the last of them begins."""

    number: int
    last: date | None


class Moved(NamedTuple):
    """A step whose status is not what it was on the country's own day."""

    step: str
    before: Status
    now: Status


class SinceOwnDay(NamedTuple):
    """What is otherwise than on a country's own day.

    `moved` are the steps of another status, in the order of the script. `reopened` are ids of gaps that sources stated
    on that day and that are open questions, or not asked, on the day that is looked at: that says nothing of whether
    they were solved.
    """

    own_day: date
    moved: tuple[Moved, ...]
    reopened: tuple[str, ...]


def later_facts(model: Model, graph: BarrierGraph) -> LaterFacts:
    """The facts of the whole model at steps of the graph that its day leaves out for they begin after it.

    None begins later where there is no such fact.
    """
    steps = {step.id for step in graph.steps}
    days = [
        model.begins(fact)
        for fact in model.facts()
        if graph.country in fact.countries and not steps.isdisjoint(_steps_of(fact))
    ]
    after = [day for day in days if day > graph.as_of]
    return LaterFacts(len(after), max(after, default=None))


def _steps_of(fact: Fact) -> Iterator[str]:
    step = getattr(fact, "step", None)
    if isinstance(step, str):
        yield step
    elif step is not None:
        # Where a facilitator helps is a claim of its own.
        yield step.id
    yield from getattr(fact, "steps", ())


def since_own_day(model: Model, graph: BarrierGraph, audit: Audit) -> SinceOwnDay | None:
    """What an audit says otherwise than one of the country's own day; None where that is the day of the audit."""
    if graph.as_of == graph.home.as_of:
        return None
    own = build_graph(model, graph.country, graph.script.id, replace(graph.selection, as_of=None))
    before = audit_graph(own, audit.digest)
    was: dict[str, StepStatus] = {step.step: step for step in before.steps}
    moved = tuple(
        Moved(step.step, was[step.step].status, step.status)
        for step in audit.steps
        if step.step in was and was[step.step].status is not step.status
    )
    sure = {finding.id for finding in audit.of_certainty(Certainty.CERTAIN)}
    gaps = (one for one in before.of_certainty(Certainty.CERTAIN) if topic_of(one) is not Topic.DISAGREEMENT)
    return SinceOwnDay(graph.home.as_of, moved, tuple(one.id for one in gaps if one.id not in sure))
