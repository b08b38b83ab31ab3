"""barrier-not-represented: a barrier where none of those recorded to intervene sits in the national task force."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message, separated
from barriers.words import Priority
from graph.questions.question import Row, Topic, View, certain_if, question, titled


@question("barrier-not-represented", Priority.MEDIUM, rank=16, topic=Topic.TASK_FORCE, former="barrier-without-seat")
def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    task_force = graph.home.task_force
    if task_force is None:
        return
    for barrier in graph.script.barriers:
        here = [bounds for bounds in view.bounds.values() if bounds.step.barrier == barrier.id]
        surely = {name for bounds in here for name in bounds.sure_intervening}
        perhaps = {name for bounds in here for name in bounds.possible_with(bounds.step.powers)}
        inside = graph.represented(perhaps, [task_force], settled=True)
        outside = sorted(perhaps - inside)
        if not outside or surely & inside:
            continue
        may_sit = graph.represented(perhaps, [task_force], settled=False)
        certain = graph.is_complete(task_force) and bool(surely) and not may_sit
        certainty = certain_if(certain)
        says = message(f"question.barrier-not-represented.{certainty}", does=view.does, table=view.names([task_force]))
        covers = (cover for bounds in here for cover in bounds.recorded if cover.power in bounds.step.powers)
        yield Row(
            subject=barrier.id,
            certainty=certainty,
            title=titled(barrier.name, says),
            detail=separated(graph.actor(name).called for name in outside),
            count=0,
            of=len(outside),
            facts=(
                *(cover for cover in covers if cover.actor in outside),
                *(graph.complete_lists_of(task_force) if certain else ()),
            ),
            about=(barrier.id, *outside, task_force),
            actors=tuple(outside),
        )
