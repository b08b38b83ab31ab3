"""dual-role: an actor that both covers and facilitates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.coverage import Coverage, Facilitation
from barriers.messages import Message, message, separated
from barriers.words import Awareness, Certainty, Power, Priority
from graph.questions.question import Row, View, certain_if, question, titled


@question("dual-role", Priority.MEDIUM, rank=6)
def _rule(view: View) -> Iterator[Row]:
    sure = view.steps_by_actor(Power, surely=True)
    for actor, steps in view.steps_by_actor(Power, surely=False).items():
        facilitations = view.graph.facts_by(actor, Facilitation)
        if facilitations:
            certainty = certain_if(actor in sure and any(map(view.graph.settles, facilitations)))
            yield Row(
                subject=actor,
                certainty=certainty,
                title=titled(view.names([actor]), _says(certainty, facilitations)),
                detail=" ".join(sorted(fact.by for fact in facilitations)),
                count=len(steps),
                of=len(view.bounds),
                facts=(
                    *facilitations,
                    *(cover for cover in view.graph.facts_by(actor, Coverage) if cover.step in steps),
                ),
                about=(actor, *steps),
                actors=(actor,),
            )


def _says(certainty: Certainty, facilitations: Iterable[Facilitation]) -> Message:
    shells = sorted({fact.shell.number for fact in facilitations if fact.shell})
    aware = {fact.awareness for fact in facilitations}
    knowing = (message(f"question.dual-role.knowing.{each}") for each in Awareness if each in aware)
    return message(
        f"question.dual-role.{certainty}{'-in-a-shell' if shells else ''}",
        shells=separated(shells, "list.and"),
        knowing=separated(knowing, "list.or"),
    )
