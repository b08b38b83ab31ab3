"""dual-role: an actor that both covers and facilitates."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facilitation import Facilitation
from barriers.messages import Message, message, separated
from barriers.words import Awareness, Certainty, Severity
from graph.questions.presence import covered_steps
from graph.questions.question import Question, Row, View, titled


def _rule(view: View) -> Iterator[Row]:
    possible = covered_steps(view, surely=False)
    sure = covered_steps(view, surely=True)
    for actor, steps in possible.items():
        facilitations = view.graph.facilitations_by(actor)
        if not facilitations:
            continue
        firm = any(view.graph.is_valid(found) and view.graph.is_firm(found) for found in facilitations)
        covers = [cover for cover in view.graph.coverage_by(actor) if cover.step in steps]
        yield Row(
            subject=actor,
            certainty=Certainty.CERTAIN if firm and actor in sure else Certainty.POSSIBLE,
            count=len(steps),
            of=len(view.bounds),
            facts=(*facilitations, *covers),
            about=(actor, *sorted(steps)),
            actors=(actor,),
        )


def _title(row: Row, view: View) -> Message:
    facilitations = [fact for fact in row.facts if isinstance(fact, Facilitation)]
    shells = sorted({fact.shell.number for fact in facilitations if fact.shell})
    aware = {fact.awareness for fact in facilitations}
    knowing = (message(f"question.dual-role.knowing.{each}") for each in Awareness if each in aware)
    says = message(
        f"question.dual-role.{row.certainty}{'-in-a-shell' if shells else ''}",
        shells=separated(shells, "list.and"),
        knowing=separated(knowing, "list.or"),
    )
    return titled(view.names(row.actors), says)


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted(fact.by for fact in row.facts if isinstance(fact, Facilitation)))


DUAL_ROLE = Question(
    id="dual-role",
    severity=Severity.MEDIUM,
    rank=6,
    rule=_rule,
    title=_title,
    detail=_detail,
)
