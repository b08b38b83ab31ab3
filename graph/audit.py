"""The heart: model in, statuses and findings out.

The model is asked along a crime script, the steps that somebody has to get through: Cornish, The procedural analysis
of offending and its relevance for situational prevention, Crime Prevention Studies 3 (1994), 151-196. A finding is
certain where it holds in every world that agrees with what is recorded, possible where it holds in some
(graph/bounds.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import GeneralTask, Weakness
from barriers.findings import Audit, Finding, StepStatus
from barriers.model import Model
from barriers.selection import Selection
from barriers.words import Certainty, Handling
from graph.barrier_graph import BarrierGraph
from graph.build import build_graph
from graph.questions import QUESTIONS, Case, Question, Row, View


def audit(model: Model, country: str, script: str = "five-barriers", selection: Selection = Selection()) -> Audit:
    """The audit of one country under one script.

    Raises `KeyError` for a country or script that the model does not have. A model without facts gives every
    step the status unknown; that is silence, not a gap.
    """
    return audit_graph(build_graph(model, country, script, selection), model.digest)


def audit_graph(graph: BarrierGraph, digest: str) -> Audit:
    """The audit of a graph that is already built; `digest` is that of its whole model.

    A graph without steps gives no statuses, and findings only on what lies outside the steps.
    """
    view = View(graph)
    places = {name: place for place, name in enumerate(view.bounds)}

    def order(reported: tuple[Question, Row]) -> tuple[object, ...]:
        """Certain first, then the worst, then question by question along the script."""
        question, row = reported
        place = places.get(row.step or "", len(places))
        return (row.certainty is Certainty.POSSIBLE, question.priority.rank, question.rank, place, row.subject)

    return Audit(
        country=graph.country,
        script=graph.script.id,
        as_of=graph.as_of,
        handling=_handling(graph),
        digest=digest,
        steps=tuple(_step_statuses(view)),
        findings=tuple(_finding(question, row, view) for question, row in sorted(_reported(view), key=order)),
    )


def _step_statuses(view: View) -> Iterator[StepStatus]:
    for bounds in view.bounds.values():
        status, reason = view.statuses[bounds.step.id]
        yield StepStatus(
            step=bounds.step.id,
            barrier=bounds.step.barrier,
            status=status,
            reason=reason,
            intervening=bounds.sure_intervening,
            facts=tuple(fact.id for fact in (*bounds.recorded, *bounds.ceilings)),
        )


def _reported(view: View) -> Iterator[tuple[Question, Row]]:
    """Every row but those that are left out beside others."""
    rows = [(question, row) for question in QUESTIONS for row in question.rule(view)]
    told = {(question.id, row.subject, row.certainty) for question, row in rows}
    for question, row in rows:
        if told.isdisjoint(left_out_beside(question, row)):
            yield question, row


def left_out_beside(question: Question, row: Row | Case) -> Iterator[tuple[str, str, Certainty]]:
    """The rows, as question, subject and certainty, beside which a row says nothing more.

    A step is reported once, under its strongest question, and as possible only where that says more than what is
    certain; beside a gap that a source states of the step, nothing open is said of it. What an uncovered step implies
    of its parts is left out, under whatever question the step is reported.
    """
    if question.cases is None or row.step is None:
        return
    if row.subject != row.step:
        yield "uncovered-step", row.step, row.certainty
        return
    for other in QUESTIONS:
        if other.rank < question.rank:
            yield other.id, row.subject, row.certainty
        if (other.rank <= question.rank or other.is_gap) and row.certainty is Certainty.POSSIBLE:
            yield other.id, row.subject, Certainty.CERTAIN


def _finding(question: Question, row: Row, view: View) -> Finding:
    country = view.graph.country
    scope = [] if row.step else [view.graph.script.id]
    return Finding(
        id=":".join([question.id, country.lower(), *scope, row.subject]),
        question=question.id,
        country=country,
        certainty=row.certainty,
        priority=question.priority,
        subject=row.subject,
        title=row.title,
        detail=row.detail,
        count=row.count,
        of=row.of,
        counted=question.words("counted", view.graph.script.verb),
        about=row.about,
        facts=tuple(fact.id for fact in row.facts),
        citations=view.graph.part.distinct(citation for fact in row.facts for citation in fact.citations),
        ask=_whom_to_ask(row, view),
        remedies=_remedies(row, view),
    )


def _whom_to_ask(row: Row, view: View) -> tuple[str, ...]:
    """Those recorded at the step, else those with a general task at its barrier, else whom the country names."""
    if row.step is None:
        return tuple(dict.fromkeys([*row.actors, *view.graph.home.ask]))
    bounds = view.bounds[row.step]
    at_the_step = sorted({cover.actor for cover in bounds.recorded})
    return tuple(dict.fromkeys(at_the_step or _tasked_at(bounds.step.barrier, view) or view.graph.home.ask))


def _tasked_at(barrier: str, view: View) -> list[str]:
    """Who has a general task at this barrier; who has one at every barrier is only asked where nobody else has."""
    tasks = view.graph.facts_at(barrier, GeneralTask)
    special = [task for task in tasks if len(task.barriers) < len(view.graph.script.barriers)]
    return sorted({task.actor for task in special or tasks})


def _remedies(row: Row, view: View) -> tuple[str, ...]:
    """What a source recommends against a weakness that touches the subject; of two actors, one that touches both."""
    weaknesses = (weakness for name in row.about[:1] for weakness in view.graph.facts_at(name, Weakness))
    both = frozenset(row.actors) if "+" in row.subject else frozenset()
    return tuple(sorted({found.remedy for found in weaknesses if found.remedy and both <= frozenset(found.touches)}))


def _handling(graph: BarrierGraph) -> Handling:
    """The strictest handling of anything that the audit rests on."""
    part = graph.part
    cited = {citation.source for fact in part.facts() for citation in fact.citations}
    named = {name for fact in part.facts() for name in fact.actor_ids}
    handlings = [
        *(fact.handling for fact in part.facts()),
        *(part.source_by_id[name].handling for name in cited if name in part.source_by_id),
        *(part.actor_by_id[name].handling for name in named if name in part.actor_by_id),
    ]
    return max(handlings, key=lambda handling: handling.rank, default=Handling.PUBLIC)
