"""Model to graph: nodes and relations in the shape of docs/graph.md, built once, then frozen."""

from __future__ import annotations

from barriers.actors import RELATION_FIELDS
from barriers.coverage import SHELLS
from barriers.messages import message
from barriers.model import FACTS, Model
from barriers.script import Script
from barriers.selection import Selection, select
from graph.barrier_graph import BarrierGraph
from graph.relations import Relations


def build_graph(model: Model, country: str, script_id: str, selection: Selection = Selection()) -> BarrierGraph:
    """The graph of one country under one script, on the day and for the part that is selected.

    Steps that the selected form or group does not concern are left out, with all that stands on them. The
    graph is frozen: a changed question is asked of a changed model.
    """
    script = model.script_by_id[script_id]
    day = selection.day(model, country)
    part = select(model, country, selection)
    relations = Relations()
    _add_script(relations, script, selection)
    _add_actors(relations, part)
    _add_facts(relations, part)
    return BarrierGraph(relations, part, script, country, day, selection)


def _add_script(relations: Relations, script: Script, selection: Selection) -> None:
    relations.add_node(script.id, "script", script)
    for barrier in script.barriers:
        relations.add_node(barrier.id, "barrier", barrier)
        relations.relate(script.id, barrier.id, "HAS")
    for number in SHELLS:
        relations.add_node(f"shell.{number}", "shell", message(f"shell.{number}"), number=number)
        for barrier in script.barriers:
            relations.relate(f"shell.{number}", barrier.id, "SURROUNDS")
    group = script.expand(frozenset([selection.group])) if selection.group else frozenset()
    for step in script.steps:
        concerned = (selection.form is None or selection.form in step.forms) and (
            not group or group & script.expand(step.groups)
        )
        if concerned:
            relations.add_node(step.id, "step", step)
            relations.relate(step.barrier, step.id, "HAS")
    for step in script.steps:
        for following in step.leads_to:
            relations.relate(step.id, following, "LEADS_TO")
    for route in script.routes:
        relations.add_node(route.id, "route", route)
        for order, name in enumerate(route.steps, start=1):
            relations.relate(route.id, name, "PASSES", order=order)


def _add_actors(relations: Relations, part: Model) -> None:
    for actor in part.actors:
        relations.add_node(actor.id, "actor", actor)
    for actor in part.actors:
        for word in RELATION_FIELDS:
            for order, relation in enumerate(getattr(actor, word)):
                # Keys of their own, for a source may state what the analyst inferred as well.
                kind = word.upper()
                relations.relate(actor.id, relation.to, kind, relation, key=f"{kind}-{order}")


def _add_facts(relations: Relations, part: Model) -> None:
    for section, kind in FACTS.items():
        if kind.DRAWN.asked:
            for fact in getattr(part, section):
                if not kind.DRAWN.begin:
                    relations.add_node(fact.id, kind.KIND, fact)
                for relation, begin, end in fact.drawn():
                    relations.relate(begin, end, relation, fact)
