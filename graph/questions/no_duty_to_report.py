"""no-duty-to-report: an actor that detects and need not report to the registrar."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.ties import Duty
from barriers.words import Certainty, Obligation, Power, Severity
from graph.questions.presence import detected_steps, settled
from graph.questions.question import Question, Row, View

_FREE = (Obligation.VOLUNTARY, Obligation.NOT_OBLIGED)


def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    # Who is reported to has nobody to report to.
    registrars = {duty.to for duty in graph.part.duties}
    surely = detected_steps(view, surely=True)
    for actor, steps in detected_steps(view, surely=False).items():
        duties = graph.duties_of(actor)
        free = [duty for duty in duties if duty.duty in _FREE]
        said = settled(view, free, [duty for duty in duties if duty.duty not in _FREE])
        if actor in registrars or said is None:
            continue
        certain = said is Certainty.CERTAIN and actor in surely
        covers = [cover for cover in graph.coverage_by(actor) if cover.step in steps and cover.power is Power.DETECT]
        yield Row(
            subject=actor,
            certainty=Certainty.CERTAIN if certain else Certainty.POSSIBLE,
            count=len(steps),
            of=len(view.readings),
            facts=(*duties, *covers),
            about=(actor, *sorted(steps), *sorted({duty.to for duty in duties} - {actor})),
            actors=(actor,),
        )


def _title(row: Row, view: View) -> str:
    who = view.names(row.actors)
    duties = [fact for fact in row.facts if isinstance(fact, Duty)]
    if not duties:
        return f"{who}: could detect; whether it must report is not said"
    free = [duty for duty in duties if duty.duty in _FREE]
    to = view.names(sorted({duty.to for duty in free or duties}))
    if row.certainty is Certainty.CERTAIN:
        freely = all(duty.duty is Obligation.VOLUNTARY for duty in free)
        return f"{who}: detects, and {'is free to report or not' if freely else 'need not report'} to {to}"
    if free:
        return f"{who}: could detect, and perhaps need not report to {to}"
    return f"{who}: could detect; that it must report to {to} is not firmly said"


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({fact.note for fact in row.facts if isinstance(fact, Duty) and fact.note}))


NO_DUTY_TO_REPORT = Question(
    id="no-duty-to-report",
    asks="Who detects and need not report to the registrar?",
    in_short="may detect; a duty to report is not recorded",
    why="Victims whom nobody must report are missing from every figure on which plans are made.",
    severity=Severity.MEDIUM,
    severity_means="victims seen, and counted nowhere",
    family="pattern",
    certain_when="sources firmly say that it detects, and that it need not report or may do so freely",
    possible_when="it is recorded as detecting, and no source firmly says that it must report",
    counted="steps at which it detects, of the steps looked at",
    idea="NL SWOT pp. 7-8: many known victims are not reported, as not all who meet them must",
    rank=15,
    rule=_rule,
    title=_title,
    detail=_detail,
)
