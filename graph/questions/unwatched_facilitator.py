"""unwatched-facilitator: a facilitation on a step that nobody holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.facilitation import Facilitation
from barriers.messages import Message, message
from barriers.words import Basis, Certainty, Severity
from graph.bounds import StepBounds
from graph.questions.question import Question, Row, View, step_of, titled


def _rule(view: View) -> Iterator[Row]:
    for bounds in view.bounds.values():
        if bounds.surely.in_part:
            continue
        by_actor: defaultdict[str, list[Facilitation]] = defaultdict(list)
        for facilitation in view.graph.facilitations_of(bounds.step.id):
            by_actor[facilitation.actor].append(facilitation)
        for actor in sorted(by_actor):
            firm = any(_is_firm_at_the_step(view, facilitation) for facilitation in by_actor[actor])
            certain = firm and not bounds.at_most.in_part
            yield _row(bounds, actor, by_actor[actor], Certainty.CERTAIN if certain else Certainty.POSSIBLE)


def _is_firm_at_the_step(view: View, facilitation: Facilitation) -> bool:
    """Whether a source firmly says that it helps at this very step; the shell and the barrier may be inferred."""
    claim = facilitation.step
    stated = claim is not None and claim.basis is Basis.STATED
    return stated and view.graph.is_valid(facilitation) and view.graph.part.fixes(facilitation.citations)


def _row(bounds: StepBounds, actor: str, facilitations: list[Facilitation], certainty: Certainty) -> Row:
    return Row(
        subject=f"{actor}@{bounds.step.id}",
        certainty=certainty,
        count=0,
        of=len({cover.actor for cover in bounds.recorded}),
        facts=(*facilitations, *bounds.counting),
        about=(actor, bounds.step.id),
        actors=(actor,),
        step=bounds.step.id,
    )


def _title(row: Row, view: View) -> Message:
    says = message(f"question.unwatched-facilitator.{row.certainty}", step=step_of(row, view).name)
    return titled(view.names(row.actors), says)


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({fact.by for fact in row.facts if isinstance(fact, Facilitation)}))


UNWATCHED_FACILITATOR = Question(
    id="unwatched-facilitator",
    severity=Severity.MEDIUM,
    rank=5,
    rule=_rule,
    title=_title,
    detail=_detail,
)
