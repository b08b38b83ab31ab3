"""strangers: two actors on one step of whom a source says that they do not work together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.messages import Message, Phrase, message, separated
from barriers.ties import Cooperation
from barriers.words import Certainty, Severity
from graph.questions.presence import covered_steps, settled
from graph.questions.question import Question, Row, View, titled
from graph.questions.ratings import NONE, is_mostly, told_with_respondents

Ties = list[Cooperation]


def _rule(view: View) -> Iterator[Row]:
    pairs = _rated(view)
    if not pairs:
        return
    perhaps, surely = covered_steps(view, surely=False), covered_steps(view, surely=True)
    for (one, other), ties in sorted(pairs.items()):
        apart = [tie for tie in ties if is_mostly(tie, NONE)]
        shared = perhaps.get(one, frozenset()) & perhaps.get(other, frozenset())
        said = settled(view, apart, [tie for tie in ties if tie not in apart])
        if not apart or not shared or said is None:
            continue
        both = surely.get(one, frozenset()) & surely.get(other, frozenset())
        certain = said is Certainty.CERTAIN and bool(both)
        yield _row(view, (one, other), apart, both if certain else shared, certain)


def _rated(view: View) -> dict[tuple[str, str], Ties]:
    """By two actors, in the order of their names, what either says of the cooperation, where anything is printed."""
    pairs: defaultdict[tuple[str, str], Ties] = defaultdict(list)
    for tie in view.graph.part.cooperation:
        if tie.total and tie.actor != tie.partner:
            first, second = sorted((tie.actor, tie.partner))
            pairs[first, second].append(tie)
    return pairs


def _row(view: View, pair: tuple[str, str], apart: Ties, steps: frozenset[str], certain: bool) -> Row:
    covers = [cover for name in pair for cover in view.graph.coverage_by(name) if cover.step in steps]
    return Row(
        subject="+".join(pair),
        certainty=Certainty.CERTAIN if certain else Certainty.POSSIBLE,
        count=len(steps),
        of=len(view.bounds),
        facts=(*apart, *covers),
        about=(*pair, *sorted(steps)),
        actors=pair,
    )


def _title(row: Row, view: View) -> Message:
    tie = next(fact for fact in row.facts if isinstance(fact, Cooperation))
    told = told_with_respondents(tie, NONE)
    steps = [view.bounds[name].step.name for name in row.about if name in view.bounds]
    if len(steps) == 1:
        says = message(f"question.strangers.{row.certainty}-at-one", step=steps[0], told=told)
    else:
        says = message(f"question.strangers.{row.certainty}", n=len(steps), told=told)
    return titled(view.names(row.actors), says)


def _detail(row: Row, view: View) -> Phrase:
    names = separated(view.bounds[name].step.name for name in row.about if name in view.bounds)
    suspicions = sorted({fact.suspicion for fact in row.facts if isinstance(fact, Cooperation) and fact.suspicion})
    return separated([message("question.strangers.detail", steps=names), *suspicions], "list.sentence")


STRANGERS = Question(
    id="strangers",
    severity=Severity.MEDIUM,
    rank=14,
    rule=_rule,
    title=_title,
    detail=_detail,
)
