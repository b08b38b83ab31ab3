"""no-duty-to-report: an actor that detects and need not report to the registrar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from barriers.coverage import Coverage
from barriers.messages import Message, message
from barriers.ties import Duty
from barriers.words import Certainty, Obligation, Power, Priority
from graph.questions.question import Row, View, certain_if, notes_of, question, titled

_FREE = (Obligation.VOLUNTARY, Obligation.NOT_OBLIGED)


@question("no-duty-to-report", Priority.MEDIUM, rank=15)
def _rule(view: View) -> Iterator[Row]:
    # Who is reported to has nobody to report to.
    registrars = {duty.to for duty in view.graph.part.duties}
    surely = view.steps_by_actor({Power.DETECT}, surely=True)
    for actor, steps in view.steps_by_actor({Power.DETECT}, surely=False).items():
        duties = view.graph.facts_by(actor, Duty)
        free = [duty for duty in duties if duty.duty in _FREE]
        said = view.settled(free, [duty for duty in duties if duty not in free])
        if actor in registrars or said is None:
            continue
        certainty = certain_if(said is Certainty.CERTAIN and actor in surely)
        covers = (cover for cover in view.graph.facts_by(actor, Coverage) if cover.power is Power.DETECT)
        yield Row(
            subject=actor,
            certainty=certainty,
            title=titled(view.names([actor]), _says(view, certainty, duties, free)),
            detail=notes_of(duties),
            count=len(steps),
            of=len(view.bounds),
            facts=(*duties, *(cover for cover in covers if cover.step in steps)),
            about=(actor, *steps, *sorted({duty.to for duty in duties} - {actor})),
            actors=(actor,),
        )


def _says(view: View, certainty: Certainty, duties: Sequence[Duty], free: Sequence[Duty]) -> Message:
    if not duties:
        return message("question.no-duty-to-report.possible")
    to = view.names(sorted({duty.to for duty in free or duties}))
    if certainty is Certainty.CERTAIN:
        if all(duty.duty is Obligation.VOLUNTARY for duty in free):
            return message("question.no-duty-to-report.certain-free", to=to)
        return message("question.no-duty-to-report.certain", to=to)
    if free:
        return message("question.no-duty-to-report.possible-free", to=to)
    return message("question.no-duty-to-report.possible-obliged", to=to)
