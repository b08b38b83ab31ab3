"""signal-not-followed: a signal that somebody gives or could give, and nobody follows up."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.signals import Signal
from barriers.words import Certainty, Severity, State
from graph.questions.question import Question, Row, View

_SHORT = (State.ABSENT, State.PARTIAL)
_OPEN = {
    None: "whether anybody follows it up is not said",
    State.ABSENT: "perhaps nobody follows it up",
    State.PARTIAL: "perhaps followed up only in part",
    State.COMPETENT: "somebody may follow it up; that anybody does is not said",
    State.PLANNED: "to be followed up, by a plan",
    State.WORKING: "that it is followed up is not firmly said",
}


def _rule(view: View) -> Iterator[Row]:
    shown: dict[str, list[str]] = {}
    signals: dict[str, Signal] = {}
    for name in view.readings:
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
                of=len(view.readings),
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


def _title(row: Row, view: View) -> str:
    signal = _signal(row)
    where = ", ".join(view.readings[name].step.name for name in row.about if name in view.readings)
    if row.certainty is Certainty.POSSIBLE:
        return f"{where}: {signal.says}; {_OPEN[signal.follow_up]}"
    if signal.follow_up is State.PARTIAL:
        return f"{where}: {signal.says}; followed up only in part"
    return f"{where}: {signal.says}; a source says that nobody follows it up"


def _detail(row: Row, _: View) -> str:
    should = _signal(row).should_follow
    return f"What should follow: {should.rstrip('.')}." if should else ""


def _signal(row: Row) -> Signal:
    return next(fact for fact in row.facts if isinstance(fact, Signal))


SIGNAL_NOT_FOLLOWED = Question(
    id="signal-not-followed",
    asks="Which signals does nobody follow up?",
    in_short="can be noticed; that anybody follows it up is not said",
    why="Whoever notices something and sees that nothing comes of it stops telling.",
    severity=Severity.MEDIUM,
    severity_means="noticed, and let pass",
    family="pattern",
    certain_when="a source firmly says of the signal that nobody follows it up, or only in part",
    possible_when="a signal is recorded, and no source firmly says how far it is followed up",
    counted="steps at which it shows, of the steps looked at",
    idea="soft signals are followed up badly, and whose turn it is to act is unclear (NL SWOT p. 41)",
    rank=12,
    rule=_rule,
    title=_title,
    detail=_detail,
)
