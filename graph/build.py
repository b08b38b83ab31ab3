"""Model to graph: nodes and relations in the shape of docs/graph.md, built once, then frozen."""

from __future__ import annotations

from barriers.facilitation import SHELLS, Facilitation
from barriers.model import Model
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
    for number, meaning in SHELLS.items():
        relations.add_node(f"shell.{number}", "shell", meaning, number=number)
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
    for track in script.tracks:
        relations.add_node(track.id, "track", track)
        for order, name in enumerate(track.steps, start=1):
            relations.relate(track.id, name, "PASSES", order=order)


def _add_actors(relations: Relations, part: Model) -> None:
    for actor in part.actors:
        relations.add_node(actor.id, "actor", actor)
    for actor in part.actors:
        for kind in ("PART_OF", "KIND_OF", "SUCCESSOR_OF"):
            for order, relation in enumerate(getattr(actor, kind.lower())):
                # Keys of their own, for a source may state what the analyst inferred as well.
                relations.relate(actor.id, relation.to, kind, relation, key=f"{kind}-{order}")


def _add_facts(relations: Relations, part: Model) -> None:
    for cover in part.coverage:
        relations.relate(cover.actor, cover.step, "COVERS", cover)
    for task in part.tasks:
        for barrier in task.barriers:
            relations.relate(task.actor, barrier, "HAS_TASK_AT", task)
    for facilitation in part.facilitations:
        _add_facilitation(relations, facilitation)
    for membership in part.memberships:
        relations.relate(membership.actor, membership.network, "MEMBER_OF", membership)
    for rating in part.cooperation:
        relations.relate(rating.actor, rating.partner, "COOPERATES", rating)
    for ceiling in part.ceilings:
        relations.add_node(ceiling.id, "ceiling", ceiling)
        relations.relate(ceiling.id, ceiling.step, "BOUNDS", ceiling)
    for closed in part.closed_lists:
        relations.add_node(closed.id, "closed-list", closed)
        relations.relate(closed.id, closed.network, "CLOSES", closed)
    for duty in part.duties:
        relations.relate(duty.actor, duty.to, "REPORTS_TO", duty)
    for lead in part.leads:
        for barrier in lead.barriers:
            relations.relate(lead.actor, barrier, "LEADS", lead)
    for signal in part.signals:
        relations.add_node(signal.id, "signal", signal)
        for step in signal.steps:
            relations.relate(signal.id, step, "SHOWS_AT", signal)
    for practice in part.practices:
        relations.add_node(practice.id, "practice", practice)
        for answered in practice.answers:
            relations.relate(practice.id, answered, "ANSWERS", practice)
    for statement in part.statements:
        relations.add_node(statement.id, "statement", statement)
        for name in statement.about:
            relations.relate(statement.id, name, "IS_ABOUT", statement)
    for weakness in part.weaknesses:
        relations.add_node(weakness.id, "weakness", weakness)
        for touched in weakness.touches:
            relations.relate(weakness.id, touched, "TOUCHES", weakness)


def _add_facilitation(relations: Relations, facilitation: Facilitation) -> None:
    if facilitation.shell is not None:
        relations.relate(facilitation.actor, f"shell.{facilitation.shell.number}", "STANDS_IN", facilitation)
    for claim in (facilitation.barrier, facilitation.step):
        if claim is not None:
            relations.relate(facilitation.actor, claim.id, "FACILITATES", facilitation)
