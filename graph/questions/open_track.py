"""open-track: a track too few of whose steps are held."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Fact
from barriers.words import Certainty, Severity
from graph.questions.question import Case, Question, Row, View
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


def _title(row: Row, view: View) -> str:
    name = next(track.name for track in view.graph.script.tracks if track.id == row.subject)
    steps = "step" if row.of == 1 else "steps"
    if row.certainty is Certainty.CERTAIN:
        return f"{name}: sources leave at most {row.count} of {row.of} {steps} held"
    return f"{name}: of {row.count} of {row.of} {steps} it is firmly said that somebody holds them"


def _detail(row: Row, view: View) -> str:
    sure = row.certainty is Certainty.CERTAIN
    readings = [view.readings[name] for name in row.about[1:]]
    loose = [reading for reading in readings if not (reading.at_most if sure else reading.surely).in_part]
    return "Open: " + ", ".join(reading.step.name for reading in loose) + "."


OPEN_TRACK = Question(
    id="open-track",
    asks="Through which tracks can a trafficker pass with most steps unheld?",
    in_short="less than half of the steps are said to be held",
    why="A trafficker needs one way through, not all of them; the least held track is the one that will be used.",
    severity=Severity.MEDIUM,
    severity_means="a whole way in and through is open",
    family="coverage, by track",
    certain_when="sources say of so many of its steps that nobody holds them that less than half can be held",
    possible_when="sources state, firmly, of less than half of its steps that somebody holds them",
    counted="steps of the track that are held, of its steps that are looked at",
    idea="crime-script analysis: a script is stopped where any one of its steps is (Cornish 1994)",
    rank=11,
    rule=open_tracks,
    title=_title,
    detail=_detail,
    cases=track_cases,
)
