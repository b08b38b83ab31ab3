"""no-coordinator: a barrier or link at which nobody is said to lead."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import GeneralTask
from barriers.messages import message
from barriers.ties import Coordinator
from barriers.words import Certainty, Priority
from graph.questions.question import Row, View, notes_of, question, titled


@question("no-coordinator", Priority.LOW, rank=13, former="no-lead")
def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    used = {step.barrier for step in graph.steps}
    for barrier in graph.script.barriers:
        coordinators = graph.facts_at(barrier.id, Coordinator)
        if barrier.id not in used or any(map(graph.settles, coordinators)):
            continue
        # No source presents a list of leaders as complete, so it is never more than possible.
        perhaps = sorted({one.actor for one in coordinators})
        if perhaps:
            says = message("question.no-coordinator.perhaps", who=view.names(perhaps))
        else:
            says = message("question.no-coordinator.nobody")
        yield Row(
            subject=barrier.id,
            certainty=Certainty.POSSIBLE,
            title=titled(barrier.name, says),
            detail=notes_of(coordinators),
            count=0,
            of=len(perhaps),
            facts=coordinators,
            about=(barrier.id, *perhaps),
            actors=tuple(perhaps or sorted({task.actor for task in graph.facts_at(barrier.id, GeneralTask)})),
        )
