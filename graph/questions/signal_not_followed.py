"""signal-not-followed: a signal that somebody gives or could give, and nobody follows up."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Signal
from barriers.messages import Message, Phrase, message, separated
from barriers.words import Certainty, Severity, State
from graph.questions.question import Question, Row, View, titled

_SHORT = (State.ABSENT, State.PARTIAL)


def _rule(view: View) -> Iterator[Row]:
    shown: dict[str, list[str]] = {}
    signals: dict[str, Signal] = {}
    for name in view.bounds:
        for signal in view.graph.signals_at(name):
            signals[signal.id] = signal
            steps = shown.setdefault(signal.id, [])
            if name not in steps:
                steps.append(name)
    for name, signal in signals.items():
        certainty = _certainty(signal, view)
        if certainty is not None:
            yield Row(
                subject=name,
                certainty=certainty,
                count=len(shown[name]),
                of=len(view.bounds),
                facts=(signal,),
                about=(name, *shown[name], *signal.noticed_by),
                actors=signal.noticed_by,
            )


def _certainty(signal: Signal, view: View) -> Certainty | None:
    """What is firmly said of a signal in force settles it; everything else leaves it open."""
    if not (view.graph.is_firm(signal) and view.graph.is_valid(signal)):
        return Certainty.POSSIBLE
    if signal.follow_up in _SHORT:
        return Certainty.CERTAIN
    return None if signal.follow_up is State.WORKING else Certainty.POSSIBLE


def _title(row: Row, view: View) -> Message:
    signal = _signal(row)
    where = separated(view.bounds[name].step.name for name in row.about if name in view.bounds)
    follow_up = signal.follow_up or "not-said"
    return titled(where, message(f"question.signal-not-followed.{row.certainty}.{follow_up}", signal=signal.says))


def _detail(row: Row, _: View) -> Phrase:
    should = _signal(row).should_follow
    return message("question.signal-not-followed.detail", should=should.rstrip(".")) if should else ""


def _signal(row: Row) -> Signal:
    return next(fact for fact in row.facts if isinstance(fact, Signal))


SIGNAL_NOT_FOLLOWED = Question(
    id="signal-not-followed",
    severity=Severity.MEDIUM,
    rank=12,
    rule=_rule,
    title=_title,
    detail=_detail,
)
