"""facilitator-without-barrier: a facilitation at a step where nobody intervenes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.coverage import Facilitation
from barriers.messages import message
from barriers.words import Basis, Priority
from graph.questions.question import Row, View, certain_if, question, titled


@question("facilitator-without-barrier", Priority.MEDIUM, rank=5, former="unwatched-facilitator")
def _rule(view: View) -> Iterator[Row]:
    for step, bounds in view.bounds.items():
        if bounds.surely.in_part:
            continue
        by_actor: defaultdict[str, list[Facilitation]] = defaultdict(list)
        for facilitation in view.graph.facts_at(step, Facilitation):
            by_actor[facilitation.actor].append(facilitation)
        for actor, facilitations in sorted(by_actor.items()):
            settling = any(_is_settled_at_the_step(view, facilitation) for facilitation in facilitations)
            certainty = certain_if(settling and not bounds.at_most.in_part)
            says = message(f"question.facilitator-without-barrier.{certainty}", does=view.does, step=bounds.step.name)
            yield Row(
                subject=f"{actor}@{step}",
                certainty=certainty,
                title=titled(view.names([actor]), says),
                detail=" ".join(sorted({fact.by for fact in facilitations})),
                count=0,
                of=len({cover.actor for cover in bounds.recorded}),
                facts=(*facilitations, *bounds.counting),
                about=(actor, step),
                actors=(actor,),
                step=step,
            )


def _is_settled_at_the_step(view: View, facilitation: Facilitation) -> bool:
    """Whether a source settles that it helps at this very step; the shell and the barrier may be inferred."""
    claim = facilitation.step
    stated = claim is not None and claim.basis is Basis.STATED
    return stated and view.graph.is_valid(facilitation) and view.graph.part.fixes(facilitation.citations)
