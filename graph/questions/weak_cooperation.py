"""weak-cooperation: a cooperation whose printed ratings are mostly none or weak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.messages import message, separated
from barriers.ties import Cooperation
from barriers.words import Basis, Priority
from graph.questions.question import Row, View, certain_if, question, titled
from graph.questions.ratings import WEAK, is_mostly, told_with_respondents


@question("weak-cooperation", Priority.LOW, rank=17, former="weak-tie")
def _rule(view: View) -> Iterator[Row]:
    # By who rates whom, what a source prints, whoever speaks.
    by_pair: defaultdict[tuple[str, str], list[Cooperation]] = defaultdict(list)
    for tie in view.graph.part.cooperation:
        if tie.basis is Basis.STATED and view.graph.is_valid(tie):
            by_pair[tie.actor, tie.partner].append(tie)
    for (actor, partner), ties in sorted(by_pair.items()):
        weak = [tie for tie in ties if is_mostly(tie, WEAK)]
        if weak:
            told = separated(dict.fromkeys(told_with_respondents(tie, WEAK) for tie in weak), "list.semicolon")
            pair = message("question.weak-cooperation.pair", who=view.names([actor]), whom=view.names([partner]))
            yield Row(
                subject=f"{actor}+{partner}",
                # What a survey says settles nothing, however many were asked.
                certainty=certain_if(any(map(view.graph.can_settle, weak))),
                title=titled(pair, message("question.weak-cooperation.rated", told=told)),
                detail=" ".join(dict.fromkeys(part for tie in weak for part in (tie.suspicion, tie.note) if part)),
                count=len(weak),
                of=len(ties),
                facts=tuple(weak),
                about=tuple(dict.fromkeys((actor, partner))),
                actors=(actor, partner),
            )
