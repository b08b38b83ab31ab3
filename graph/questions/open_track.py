"""open-track: a track too few of whose steps are held."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Fact
from barriers.messages import Message, Phrase, message, separated
from barriers.script import Track
from barriers.words import Certainty, Severity
from graph.questions.question import Question, Row, View, titled
from graph.reading import Degree, StepReading


def open_tracks(view: View, least: int | None = None) -> Iterator[Row]:
    """The tracks with fewer than `least` steps held; half of their steps, rounded up, where it is not told."""
    form = view.graph.selection.form
    for track in view.graph.script.tracks:
        names = [name for name in dict.fromkeys(track.steps) if name in view.readings]
        if not names or (form is not None and form not in track.forms):
            continue
        readings = [view.readings[name] for name in names]
        wanted = -(-len(readings) // 2) if least is None else least
        can_be = sum(reading.most > Degree.NONE for reading in readings)
        surely = sum(reading.least > Degree.NONE for reading in readings)
        if can_be < wanted:
            yield _row(track, readings, Certainty.CERTAIN, can_be)
        elif surely < wanted:
            yield _row(track, readings, Certainty.POSSIBLE, surely)


def _row(track: Track, readings: list[StepReading], certainty: Certainty, count: int) -> Row:
    facts: dict[str, Fact] = {}
    for reading in readings:
        if certainty is Certainty.POSSIBLE:
            facts |= {cover.id: cover for cover in reading.recorded}
        if certainty is Certainty.POSSIBLE or reading.most is Degree.NONE:
            facts |= {ceiling.id: ceiling for ceiling in reading.counting}
    return Row(
        subject=track.id,
        certainty=certainty,
        count=count,
        of=len(readings),
        facts=tuple(facts[name] for name in sorted(facts)),
        about=(track.id, *(reading.step.id for reading in readings)),
    )


def _title(row: Row, view: View) -> Message:
    name = next(track.name for track in view.graph.script.tracks if track.id == row.subject)
    return titled(name, message(f"question.open-track.{row.certainty}", held=row.count, n=row.of))


def _detail(row: Row, view: View) -> Phrase:
    sure = row.certainty is Certainty.CERTAIN
    readings = [view.readings[name] for name in row.about[1:]]
    loose = [reading for reading in readings if (reading.most if sure else reading.least) is Degree.NONE]
    return message("question.open-track.detail", steps=separated(reading.step.name for reading in loose))


OPEN_TRACK = Question(
    id="open-track",
    severity=Severity.MEDIUM,
    rank=11,
    rule=open_tracks,
    title=_title,
    detail=_detail,
)
