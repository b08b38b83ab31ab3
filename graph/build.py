"""Model to graph: nodes and relations in the shape of docs/graph.md, built once, then frozen."""

from __future__ import annotations

import networkx as nx

from barriers.facilitation import SHELLS, Facilitation
from barriers.model import Model
from barriers.script import Script
from barriers.selection import Selection, select
from graph.barrier_graph import BarrierGraph


def build_graph(model: Model, country: str, script_id: str, selection: Selection = Selection()) -> BarrierGraph:
    """The graph of one country under one script, on the day and for the part that is selected.

    Steps that the selected form or group does not concern are left out, with all that stands on them. The
    graph is frozen: a changed question is asked of a changed model.
    """
    script = model.script_by_id[script_id]
    day = selection.day(model, country)
    part = select(model, country, selection)
    shape = nx.MultiDiGraph()
    _add_script(shape, script, selection)
    _add_actors(shape, part)
    _add_facts(shape, part)
    return BarrierGraph(nx.freeze(shape), part, script, country, day, selection)


def _add_script(shape: nx.MultiDiGraph, script: Script, selection: Selection) -> None:
    shape.add_node(script.id, kind="script", value=script)
    for barrier in script.barriers:
        shape.add_node(barrier.id, kind="barrier", value=barrier)
        shape.add_edge(script.id, barrier.id, key="HAS", kind="HAS")
    for number, meaning in SHELLS.items():
        shape.add_node(f"shell.{number}", kind="shell", value=meaning, number=number)
        for barrier in script.barriers:
            shape.add_edge(f"shell.{number}", barrier.id, key="SURROUNDS", kind="SURROUNDS")
    group = script.expand(frozenset([selection.group])) if selection.group else frozenset()
    for step in script.steps:
        concerned = (selection.form is None or selection.form in step.forms) and (
            not group or group & script.expand(step.groups)
        )
        if concerned:
            shape.add_node(step.id, kind="step", value=step)
            shape.add_edge(step.barrier, step.id, key="HAS", kind="HAS")
    for step in script.steps:
        for following in step.leads_to:
            if step.id in shape and following in shape:
                shape.add_edge(step.id, following, key="LEADS_TO", kind="LEADS_TO")
    for track in script.tracks:
        shape.add_node(track.id, kind="track", value=track)
        for order, name in enumerate(track.steps, start=1):
            if name in shape:
                shape.add_edge(track.id, name, key="PASSES", kind="PASSES", order=order)


def _add_actors(shape: nx.MultiDiGraph, part: Model) -> None:
    for actor in part.actors:
        shape.add_node(actor.id, kind="actor", value=actor)
    for actor in part.actors:
        for kind in ("part_of", "kind_of", "successor_of"):
            for order, relation in enumerate(getattr(actor, kind)):
                if relation.to in shape:
                    # Keys of their own, for a source may state what the analyst inferred as well.
                    key = f"{kind.upper()}-{order}"
                    shape.add_edge(actor.id, relation.to, key=key, kind=kind.upper(), value=relation)


def _add_facts(shape: nx.MultiDiGraph, part: Model) -> None:
    def relate(begin: str, end: str, kind: str, fact: object, key: str) -> None:
        """A relation between two nodes that are both there; a step that was left out takes its relations along."""
        if begin in shape and end in shape:
            shape.add_edge(begin, end, key=key, kind=kind, value=fact)

    for cover in part.coverage:
        relate(cover.actor, cover.step, "COVERS", cover, cover.id)
    for task in part.tasks:
        for barrier in task.barriers:
            relate(task.actor, barrier, "HAS_TASK_AT", task, task.id)
    for facilitation in part.facilitations:
        _add_facilitation(shape, facilitation)
    for membership in part.memberships:
        relate(membership.actor, membership.network, "MEMBER_OF", membership, membership.id)
    for rating in part.cooperation:
        relate(rating.actor, rating.partner, "COOPERATES", rating, rating.id)
    for ceiling in part.ceilings:
        shape.add_node(ceiling.id, kind="ceiling", value=ceiling)
        relate(ceiling.id, ceiling.step, "BOUNDS", ceiling, ceiling.id)
    for closed in part.closed_lists:
        shape.add_node(closed.id, kind="closed-list", value=closed)
        relate(closed.id, closed.network, "CLOSES", closed, closed.id)
    for weakness in part.weaknesses:
        shape.add_node(weakness.id, kind="weakness", value=weakness)
        for touched in weakness.touches:
            relate(weakness.id, touched, "TOUCHES", weakness, weakness.id)


def _add_facilitation(shape: nx.MultiDiGraph, facilitation: Facilitation) -> None:
    if facilitation.actor not in shape:
        return
    if facilitation.shell is not None:
        shell = f"shell.{facilitation.shell.number}"
        shape.add_edge(facilitation.actor, shell, key=facilitation.id, kind="STANDS_IN", value=facilitation)
    for claim in (facilitation.barrier, facilitation.step):
        if claim is not None and claim.id in shape:
            shape.add_edge(facilitation.actor, claim.id, key=facilitation.id, kind="FACILITATES", value=facilitation)
