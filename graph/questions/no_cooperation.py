"""no-cooperation: two actors on one step of whom a source says that they do not work together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from barriers.coverage import Coverage
from barriers.messages import Message, message, separated
from barriers.ties import Cooperation
from barriers.words import Certainty, Power, Priority
from graph.questions.question import Row, View, certain_if, question, titled
from graph.questions.ratings import NONE, is_mostly, told_with_respondents


@question("no-cooperation", Priority.MEDIUM, rank=14, former="strangers")
def _rule(view: View) -> Iterator[Row]:
    pairs = _rated(view)
    if not pairs:
        return
    perhaps, surely = (view.steps_by_actor(Power, surely=sure) for sure in (False, True))
    for pair, ties in sorted(pairs.items()):
        apart = [tie for tie in ties if is_mostly(tie, NONE)]
        shared, both = (sorted(set.intersection(*(set(by.get(name, ())) for name in pair))) for by in (perhaps, surely))
        said = view.settled(apart, [tie for tie in ties if tie not in apart])
        if not apart or not shared or said is None:
            continue
        certainty = certain_if(said is Certainty.CERTAIN and both)
        steps = both if certainty is Certainty.CERTAIN else shared
        covers = [cover for name in pair for cover in view.graph.facts_by(name, Coverage) if cover.step in steps]
        detail = message("question.no-cooperation.detail", steps=view.step_names(steps))
        suspicions = sorted({tie.suspicion for tie in apart if tie.suspicion})
        yield Row(
            subject="+".join(pair),
            certainty=certainty,
            title=titled(view.names(pair), _says(view, certainty, apart[0], steps)),
            detail=separated([detail, *suspicions], "list.sentence"),
            count=len(steps),
            of=len(view.bounds),
            facts=(*apart, *covers),
            about=(*pair, *steps),
            actors=pair,
        )


def _rated(view: View) -> dict[tuple[str, str], list[Cooperation]]:
    """By two actors, in the order of their names, what either says of the cooperation, where anything is printed."""
    pairs: defaultdict[tuple[str, str], list[Cooperation]] = defaultdict(list)
    for tie in view.graph.part.cooperation:
        if tie.total and tie.actor != tie.partner:
            first, second = sorted((tie.actor, tie.partner))
            pairs[first, second].append(tie)
    return pairs


def _says(view: View, certainty: Certainty, tie: Cooperation, steps: Sequence[str]) -> Message:
    told = told_with_respondents(tie, NONE)
    if len(steps) == 1:
        return message(f"question.no-cooperation.{certainty}-at-one", step=view.bounds[steps[0]].step.name, told=told)
    return message(f"question.no-cooperation.{certainty}", n=len(steps), told=told)
