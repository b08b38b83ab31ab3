"""no-lead: a barrier or link at which nobody is said to lead."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, message
from barriers.ties import Lead
from barriers.words import Certainty, Severity
from graph.questions.question import Question, Row, View, titled


def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    used = {bounds.step.barrier for bounds in view.bounds.values()}
    for barrier in graph.script.barriers:
        if barrier.id not in used:
            continue
        leads = {lead.id: lead for lead in graph.leads_at(barrier.id)}
        if any(graph.is_firm(lead) and graph.is_valid(lead) for lead in leads.values()):
            continue
        # No source presents a list of leaders as complete, so it is never more than possible.
        perhaps = sorted({lead.actor for lead in leads.values()})
        yield Row(
            subject=barrier.id,
            certainty=Certainty.POSSIBLE,
            count=0,
            of=len(perhaps),
            facts=tuple(leads[name] for name in sorted(leads)),
            about=(barrier.id, *perhaps),
            actors=tuple(perhaps or sorted({task.actor for task in graph.tasks_at(barrier.id)})),
        )


def _title(row: Row, view: View) -> Message:
    name = next(barrier.name for barrier in view.graph.script.barriers if barrier.id == row.subject)
    perhaps = sorted({fact.actor for fact in row.facts if isinstance(fact, Lead)})
    if perhaps:
        return titled(name, message("question.no-lead.perhaps", who=view.names(perhaps)))
    return titled(name, message("question.no-lead.nobody"))


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({fact.note for fact in row.facts if fact.note}))


NO_LEAD = Question(
    id="no-lead",
    severity=Severity.LOW,
    rank=13,
    rule=_rule,
    title=_title,
    detail=_detail,
)
