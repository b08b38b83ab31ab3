"""signal-not-followed: a signal that somebody gives or could give, and nobody follows up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.coverage import Signal
from barriers.messages import message
from barriers.words import Certainty, Priority, State
from graph.questions.question import Row, View, question, titled

_SHORT = (State.ABSENT, State.PARTIAL)


@question("signal-not-followed", Priority.MEDIUM, rank=12)
def _rule(view: View) -> Iterator[Row]:
    shown: defaultdict[str, list[str]] = defaultdict(list)
    signals: dict[str, Signal] = {}
    for step in view.bounds:
        for signal in view.graph.facts_at(step, Signal):
            signals[signal.id] = signal
            shown[signal.id].append(step)
    for name, signal in signals.items():
        certainty = _certainty(signal, view)
        if certainty is not None:
            should, follow_up = signal.should_follow.rstrip("."), signal.follow_up or "not-said"
            says = message(f"question.signal-not-followed.{certainty}.{follow_up}", signal=signal.says)
            yield Row(
                subject=name,
                certainty=certainty,
                title=titled(view.step_names(shown[name]), says),
                detail=message("question.signal-not-followed.detail", should=should) if signal.should_follow else "",
                count=len(shown[name]),
                of=len(view.bounds),
                facts=(signal,),
                about=(name, *shown[name], *signal.noticed_by),
                actors=signal.noticed_by,
            )


def _certainty(signal: Signal, view: View) -> Certainty | None:
    """What a source that settles it says of a signal in force counts; everything else leaves it open."""
    if not view.graph.settles(signal):
        return Certainty.POSSIBLE
    if signal.follow_up in _SHORT:
        return Certainty.CERTAIN
    return None if signal.follow_up is State.ACTIVE else Certainty.POSSIBLE
