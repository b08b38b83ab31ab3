"""no-duty-to-report: an actor that detects and need not report to the registrar."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, message
from barriers.ties import Duty
from barriers.words import Certainty, Obligation, Power, Severity
from graph.questions.presence import detected_steps, settled
from graph.questions.question import Question, Row, View, titled

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
            of=len(view.bounds),
            facts=(*duties, *covers),
            about=(actor, *sorted(steps), *sorted({duty.to for duty in duties} - {actor})),
            actors=(actor,),
        )


def _title(row: Row, view: View) -> Message:
    who, duties = view.names(row.actors), _duties(row)
    if not duties:
        return titled(who, message("question.no-duty-to-report.possible"))
    free = [duty for duty in duties if duty.duty in _FREE]
    to = view.names(sorted({duty.to for duty in free or duties}))
    if row.certainty is Certainty.CERTAIN:
        if all(duty.duty is Obligation.VOLUNTARY for duty in free):
            return titled(who, message("question.no-duty-to-report.certain-free", to=to))
        return titled(who, message("question.no-duty-to-report.certain", to=to))
    if free:
        return titled(who, message("question.no-duty-to-report.possible-free", to=to))
    return titled(who, message("question.no-duty-to-report.possible-obliged", to=to))


def _detail(row: Row, _: View) -> str:
    return " ".join(sorted({duty.note for duty in _duties(row) if duty.note}))


def _duties(row: Row) -> list[Duty]:
    return [fact for fact in row.facts if isinstance(fact, Duty)]


NO_DUTY_TO_REPORT = Question(
    id="no-duty-to-report",
    severity=Severity.MEDIUM,
    rank=15,
    rule=_rule,
    title=_title,
    detail=_detail,
)
