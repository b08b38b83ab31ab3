"""no-lead: a barrier or link at which nobody is said to lead."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.ties import Lead
from barriers.words import Certainty, Severity
from graph.questions.question import Question, Row, View


def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    used = {reading.step.barrier for reading in view.readings.values()}
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


def _title(row: Row, view: View) -> str:
    name = next(barrier.name for barrier in view.graph.script.barriers if barrier.id == row.subject)
    perhaps = sorted({fact.actor for fact in row.facts if isinstance(fact, Lead)})
    if perhaps:
        return f"{name}: perhaps {view.names(perhaps)} in the lead; no source settles it"
    return f"{name}: nobody is said to lead"


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({fact.note for fact in row.facts if fact.note}))


NO_LEAD = Question(
    id="no-lead",
    asks="At which barriers is nobody said to lead?",
    in_short="nobody is said to lead there",
    why="Where everybody takes part and nobody directs, each waits for the other.",
    severity=Severity.LOW,
    severity_means="partners without anybody who directs them",
    family="pattern",
    certain_when="never",
    possible_when="no source firmly says of anybody that they direct at this barrier",
    counted="actors firmly said to lead there, of the actors said to lead there at all",
    idea="chain management, of which the police say that it is still far away (NL SWOT p. 35)",
    rank=13,
    rule=_rule,
    title=_title,
    detail=_detail,
)
