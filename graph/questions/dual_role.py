"""dual-role: an actor that both covers and facilitates."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facilitation import Facilitation
from barriers.words import Certainty, Severity
from graph.questions.presence import covered_steps
from graph.questions.question import Question, Row, View


def _rule(view: View) -> Iterator[Row]:
    possible = covered_steps(view, surely=False)
    sure = covered_steps(view, surely=True)
    for actor, steps in possible.items():
        facilitations = view.graph.facilitations_by(actor)
        if not facilitations:
            continue
        firm = any(
            facilitation.is_stated and view.graph.is_valid(facilitation) and view.graph.part.fixes(facilitation.citations)
            for facilitation in facilitations
        )
        covers = [cover for cover in view.graph.coverage_by(actor) if cover.step in steps]
        yield Row(
            subject=actor,
            certainty=Certainty.CERTAIN if firm and actor in sure else Certainty.POSSIBLE,
            count=len(steps),
            of=len(view.readings),
            facts=(*facilitations, *covers),
            about=(actor, *sorted(steps)),
            actors=(actor,),
        )


def _title(row: Row, view: View) -> str:
    shells = sorted({fact.shell.number for fact in row.facts if isinstance(fact, Facilitation) and fact.shell})
    ring = f" (shell {' and '.join(map(str, shells))})" if shells else ""
    return f"{view.names(row.actors)}: may stop traffickers and helps them unawares or knowingly{ring}"


def _detail(row: Row, view: View) -> str:
    return " ".join(sorted(fact.by for fact in row.facts if isinstance(fact, Facilitation)))


DUAL_ROLE = Question(
    id="dual-role",
    asks="Who both covers steps and facilitates?",
    why="The same counter that could notice a trafficker gives out what the trafficker needs.",
    severity=Severity.MEDIUM,
    severity_means="a partner whose own procedure helps",
    family="pattern",
    certain_when="sources firmly state both that it covers a step and that it facilitates",
    possible_when="both are recorded, at least one of them inferred or said by a voice that cannot settle it",
    counted="steps that it covers, of the steps looked at",
    idea="the guide's own example: a Chamber of Commerce as institution and unaware facilitator (Guide ch. 3.2)",
    rank=6,
    rule=_rule,
    title=_title,
    detail=_detail,
)
