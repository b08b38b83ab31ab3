"""One finding in full: what it says, how much weight it has, what it rests on, whom to ask; what findings are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.facts import Citation
from barriers.findings import Audit, Finding
from barriers.messages import text
from barriers.model import Model
from barriers.words import Level
from graph import QUESTIONS, BarrierGraph
from viz.document import Item, Link, Words
from viz.reports.data import parts_of
from viz.wording import cite, joined, named_ids


def citation_words(citation: Citation, model: Model) -> Words:
    """A citation in full, which leads to its source where the document tells of sources."""
    words = cite(citation, model)
    return Link(words, f"source-{citation.source}") if citation.source in model.source_by_id else words


def finding_item(model: Model, finding: Finding, number: int | None = None) -> Item:
    """A finding as its title and labelled lines, in the order of reading; lines without content are left out."""
    return Item(
        str(finding.title),
        more=tuple(filter(None, [str(finding.detail)])),
        pairs=tuple(_lines(model, finding)),
        id=finding.id,
        number=number,
    )


def _lines(model: Model, finding: Finding) -> Iterator[tuple[str, str]]:
    means = {question.id: str(question.words("priority-means")) for question in QUESTIONS}
    priority = text(f"priority.{finding.priority}")
    yield text("finding.weight"), f"{priority}: {means.get(finding.question, finding.question)}"
    none = "" if finding.of else f" ({text('finding.nothing-recorded')})"
    yield text("finding.count"), f"{text('count.of', number=finding.count, total=finding.of)}{none}: {finding.counted}"
    for citation in finding.citations:
        yield text("finding.source"), cite(citation, model)
    if finding.ask:
        yield text("finding.ask"), ", ".join(named_ids(finding.ask, model))
    for remedy in finding.remedies:
        yield text("finding.remedy"), remedy
    if finding.facts:
        yield text("finding.facts"), ", ".join(finding.facts)


# What findings are about


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
        "barrier": {step.barrier for step in graph.steps},
        "route": {route.id for route in script.routes},
        "signal": {signal.id for signal in graph.part.signals if steps & set(signal.steps)},
    }


def subject_name(graph: BarrierGraph, subject: str) -> str:
    """The name of what a finding is about; of an actor at a step, the actor; of a step for some, both."""
    names = {part.id: part.name for part in parts_of(graph.script)}
    names |= {signal.id: signal.says for signal in graph.part.signals}
    names |= {level.value: text(f"level.{level}") for level in Level}
    if subject in names:
        return names[subject]
    first, _, second = subject.partition("@")[0].partition("+")
    if first in names:
        return text("finding.at-part", name=names[first], part=names.get(second, second))
    return joined(named_ids(filter(None, [first, second]), graph.part))
