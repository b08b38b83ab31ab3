"""A model drawn as nodes and relations in the shape of docs/graph.md; only facts, never a status or a count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from barriers.actors import RELATION_FIELDS, Actor
from barriers.evidence import Citation
from barriers.facilitation import SHELLS
from barriers.facts import Fact
from barriers.messages import ENGLISH, language
from barriers.model import SECTIONS, Model
from barriers.script import Script
from graph.store.records import Properties, to_properties
from graph.store.schema import NESTED, is_node

Joint = tuple[str, str, str]
"""The kind of a relation, with the labels of the nodes where it begins and where it ends."""


@dataclass
class Drawing:
    """Nodes by label, and relations by kind and the labels that they join; each row is properties, by id.

    What a row lacks and others of its kind may have is None in it.
    """

    nodes: defaultdict[str, dict[str, Properties]] = field(default_factory=lambda: defaultdict(dict))
    relations: defaultdict[Joint, list[Properties]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, str] = field(default_factory=dict)

    def add(self, label: str, name: str, properties: Properties) -> None:
        """A node."""
        self.nodes[label][name] = {**properties, "id": name}
        self.labels.setdefault(name, label)

    def relate(self, kind: str, begin: str, end: str, **properties: Any) -> None:
        """A relation; an end that this model does not hold is drawn as something elsewhere."""
        for name in (begin, end):
            if name not in self.labels:
                self.add("Elsewhere", name, {})
        row = {"begin": begin, "end": end, "properties": properties}
        self.relations[kind, self.labels[begin], self.labels[end]].append(row)


def draw(model: Model) -> Drawing:
    """All of a model. The same model gives the same rows in the same order."""
    drawing = Drawing()
    for section in (section for section, kind in SECTIONS.items() if is_node(kind)):
        for value in getattr(model, section):
            leave_out = NESTED if isinstance(value, Script) else ()
            cited = _cited(value.citations) if isinstance(value, Fact) else {}
            drawing.add(type(value).__name__, value.id, {**to_properties(value, leave_out), **cited})
    for number in SHELLS:
        # In the first language, whoever pushes: what is stored must not differ from one to the next.
        means = language(ENGLISH).words(f"shell.{number}", None)
        drawing.add("Shell", f"shell.{number}", {"number": number, "means": means})
    for script in model.scripts:
        _draw_script(drawing, script)
    for actor in model.actors:
        _draw_actor(drawing, actor)
    for fact in model.facts():
        properties = {} if is_node(type(fact)) else {**to_properties(fact), **_cited(fact.citations)}
        for relation, begin, end in fact.drawn():
            drawing.relate(relation, begin, end, **properties)
    return drawing


def _cited(citations: Iterable[Citation]) -> Properties:
    """The ids of the sources cited, so that a query need not look into citations for them."""
    return {"sources": [citation.source for citation in citations]}


def _draw_script(drawing: Drawing, script: Script) -> None:
    of_script = {"script": script.id}
    for group in script.groups:
        drawing.add("Group", f"{script.id}/{group.id}", {**to_properties(group), **of_script, "word": group.id})
        drawing.relate("KNOWS", script.id, f"{script.id}/{group.id}")
    for group in script.groups:
        for included in group.includes:
            name = f"{script.id}/{included}"
            if name not in drawing.labels:
                # A word that the script does not explain stands for itself.
                drawing.add("Group", name, {"word": included, "unknown": True, **of_script})
            drawing.relate("INCLUDES", f"{script.id}/{group.id}", name)
    for barrier in script.barriers:
        drawing.add("Barrier", barrier.id, {**to_properties(barrier), **of_script})
        drawing.relate("HAS", script.id, barrier.id)
        for number in SHELLS:
            drawing.relate("SURROUNDS", f"shell.{number}", barrier.id)
    for step in script.steps:
        drawing.add("Step", step.id, {**to_properties(step), **of_script})
        drawing.relate("HAS", step.barrier, step.id)
    for step in script.steps:
        for following in step.leads_to:
            drawing.relate("LEADS_TO", step.id, following)
    for track in script.tracks:
        drawing.add("Track", track.id, {**to_properties(track), **of_script})
        drawing.relate("HAS", script.id, track.id)
        for order, name in enumerate(track.steps, start=1):
            drawing.relate("PASSES", track.id, name, order=order)


def _draw_actor(drawing: Drawing, actor: Actor) -> None:
    for word in RELATION_FIELDS:
        for relation in getattr(actor, word):
            cited = _cited(relation.citations)
            drawing.relate(word.upper(), actor.id, relation.to, basis=relation.basis.value, **cited)
