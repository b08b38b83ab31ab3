"""open-track: a track too few of whose steps are held."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Fact
from barriers.messages import Message, Phrase, message, separated
from barriers.words import Certainty, Severity
from graph.questions.question import Case, Question, Row, View, titled
from graph.reading import StepReading
from graph.truth import at_least, every, no


def track_cases(view: View, least: int | None = None) -> Iterator[Case]:
    """When a track has fewer than `least` steps held; half of their steps, rounded up, where it is not told."""
    for track in view.graph.passes:
        readings = _readings(track, view)
        wanted = -(-len(readings) // 2) if least is None else least
        can_be = at_least(wanted, (reading.at_most.in_part for reading in readings))
        surely = at_least(wanted, (reading.surely.in_part for reading in readings))
        yield Case(track, Certainty.CERTAIN, no(can_be), of_track=True)
        yield Case(track, Certainty.POSSIBLE, every((can_be, no(surely))), of_track=True)


def open_tracks(view: View, least: int | None = None) -> Iterator[Row]:
    """The tracks with fewer than `least` steps held; half of their steps, rounded up, where it is not told."""
    for case in track_cases(view, least):
        if case.truth:
            yield _row(case, _readings(case.where, view))


def _readings(track: str, view: View) -> list[StepReading]:
    return [view.readings[name] for name in view.graph.passes[track]]


def _row(case: Case, readings: list[StepReading]) -> Row:
    certainty = case.certainty
    bounds = [reading.at_most if certainty is Certainty.CERTAIN else reading.surely for reading in readings]
    facts: dict[str, Fact] = {}
    for reading in readings:
        if certainty is Certainty.POSSIBLE:
            facts |= {cover.id: cover for cover in reading.recorded}
        if certainty is Certainty.POSSIBLE or not reading.at_most.in_part:
            facts |= {ceiling.id: ceiling for ceiling in reading.counting}
    return Row(
        subject=case.subject,
        certainty=certainty,
        count=sum(bool(held.in_part) for held in bounds),
        of=len(readings),
        facts=tuple(facts[name] for name in sorted(facts)),
        about=(case.subject, *(reading.step.id for reading in readings)),
    )


def _title(row: Row, view: View) -> Message:
    name = next(track.name for track in view.graph.script.tracks if track.id == row.subject)
    return titled(name, message(f"question.open-track.{row.certainty}", held=row.count, n=row.of))


def _detail(row: Row, view: View) -> Phrase:
    sure = row.certainty is Certainty.CERTAIN
    readings = [view.readings[name] for name in row.about[1:]]
    loose = [reading for reading in readings if not (reading.at_most if sure else reading.surely).in_part]
    return message("question.open-track.detail", steps=separated(reading.step.name for reading in loose))


OPEN_TRACK = Question(
    id="open-track",
    severity=Severity.MEDIUM,
    rank=11,
    rule=open_tracks,
    title=_title,
    detail=_detail,
    cases=track_cases,
)
