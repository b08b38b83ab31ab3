"""dual-role: an actor that both covers and facilitates."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facilitation import Facilitation
from barriers.words import Awareness, Certainty, Severity
from graph.questions.presence import covered_steps
from graph.questions.question import Question, Row, View

_KNOWING = {
    Awareness.DELIBERATE: "knowingly",
    Awareness.DELIBERATE_OR_UNAWARE: "knowingly or unawares",
    Awareness.UNAWARE: "unawares",
    Awareness.UNKNOWN: "whether it knows is not said",
}


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
            of=len(view.readings),
            facts=(*facilitations, *covers),
            about=(actor, *sorted(steps)),
            actors=(actor,),
        )


def _title(row: Row, view: View) -> str:
    facilitations = [fact for fact in row.facts if isinstance(fact, Facilitation)]
    shells = sorted({fact.shell.number for fact in facilitations if fact.shell})
    ring = f" in shell {' and '.join(map(str, shells))}" if shells else ""
    knowing = " or ".join(sorted({_KNOWING[fact.awareness] for fact in facilitations}))
    covers = "covers" if row.certainty is Certainty.CERTAIN else "could cover"
    return f"{view.names(row.actors)}: {covers} steps, and facilitates{ring}, {knowing}"


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted(fact.by for fact in row.facts if isinstance(fact, Facilitation)))


DUAL_ROLE = Question(
    id="dual-role",
    asks="Who both covers steps and facilitates?",
    in_short="may cover steps and facilitate as well",
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
