"""weak-tie: a cooperation whose printed ratings are mostly none or weak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.messages import Message, message, separated
from barriers.ties import Cooperation
from barriers.words import Basis, Certainty, Severity
from graph.questions.question import Question, Row, View, titled
from graph.questions.ratings import WEAK, is_mostly, told_with_respondents


def _rule(view: View) -> Iterator[Row]:
    for (actor, partner), ties in sorted(_in_force(view).items()):
        weak = [tie for tie in ties if is_mostly(tie, WEAK)]
        if weak:
            yield Row(
                subject=f"{actor}+{partner}",
                # What a survey says settles nothing, however many were asked.
                certainty=Certainty.CERTAIN if any(map(view.graph.is_firm, weak)) else Certainty.POSSIBLE,
                count=len(weak),
                of=len(ties),
                facts=tuple(weak),
                about=tuple(dict.fromkeys((actor, partner))),
                actors=(actor, partner),
            )


def _in_force(view: View) -> dict[tuple[str, str], list[Cooperation]]:
    """By who rates whom, what a source prints, whoever speaks."""
    ties: defaultdict[tuple[str, str], list[Cooperation]] = defaultdict(list)
    for tie in view.graph.part.cooperation:
        if tie.basis is Basis.STATED and view.graph.is_valid(tie):
            ties[tie.actor, tie.partner].append(tie)
    return ties


def _title(row: Row, view: View) -> Message:
    who, whom = (view.names([name]) for name in row.actors)
    ties = [fact for fact in row.facts if isinstance(fact, Cooperation)]
    told = separated(dict.fromkeys(told_with_respondents(tie, WEAK) for tie in ties), "list.semicolon")
    pair = message("question.weak-tie.pair", who=who, whom=whom)
    return titled(pair, message("question.weak-tie.rated", told=told))


def _detail(row: Row, _: View) -> str:
    ties = [fact for fact in row.facts if isinstance(fact, Cooperation)]
    return " ".join(dict.fromkeys(part for tie in ties for part in (tie.suspicion, tie.note) if part))


WEAK_TIE = Question(
    id="weak-tie",
    severity=Severity.LOW,
    rank=17,
    rule=_rule,
    title=_title,
    detail=_detail,
)
