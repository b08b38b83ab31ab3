"""open-track: a track too few of whose steps are held."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Fact
from barriers.messages import Message, Phrase, message, separated
from barriers.words import Certainty, Severity
from graph.bounds import StepBounds
from graph.questions.question import Case, Question, Row, View, titled
from graph.truth import at_least, every, no


def track_cases(view: View, least: int | None = None) -> Iterator[Case]:
    """When a track has fewer than `least` steps held; half of their steps, rounded up, where it is not told."""
    for track in view.graph.passes:
        all_bounds = _bounds_along(track, view)
        wanted = -(-len(all_bounds) // 2) if least is None else least
        can_be = at_least(wanted, (bounds.at_most.in_part for bounds in all_bounds))
        surely = at_least(wanted, (bounds.surely.in_part for bounds in all_bounds))
        yield Case(track, Certainty.CERTAIN, no(can_be), of_track=True)
        yield Case(track, Certainty.POSSIBLE, every((can_be, no(surely))), of_track=True)


def open_tracks(view: View, least: int | None = None) -> Iterator[Row]:
    """The tracks with fewer than `least` steps held; half of their steps, rounded up, where it is not told."""
    for case in track_cases(view, least):
        if case.truth:
            yield _row(case, _bounds_along(case.where, view))


def _bounds_along(track: str, view: View) -> list[StepBounds]:
    return [view.bounds[name] for name in view.graph.passes[track]]


def _row(case: Case, all_bounds: list[StepBounds]) -> Row:
    certainty = case.certainty
    degrees = [bounds.at_most if certainty is Certainty.CERTAIN else bounds.surely for bounds in all_bounds]
    facts: dict[str, Fact] = {}
    for bounds in all_bounds:
        if certainty is Certainty.POSSIBLE:
            facts |= {cover.id: cover for cover in bounds.recorded}
        if certainty is Certainty.POSSIBLE or not bounds.at_most.in_part:
            facts |= {ceiling.id: ceiling for ceiling in bounds.counting}
    return Row(
        subject=case.subject,
        certainty=certainty,
        count=sum(bool(held.in_part) for held in degrees),
        of=len(all_bounds),
        facts=tuple(facts[name] for name in sorted(facts)),
        about=(case.subject, *(bounds.step.id for bounds in all_bounds)),
    )


def _title(row: Row, view: View) -> Message:
    name = next(track.name for track in view.graph.script.tracks if track.id == row.subject)
    return titled(name, message(f"question.open-track.{row.certainty}", held=row.count, n=row.of))


def _detail(row: Row, view: View) -> Phrase:
    sure = row.certainty is Certainty.CERTAIN
    all_bounds = [view.bounds[name] for name in row.about[1:]]
    loose = [bounds for bounds in all_bounds if not (bounds.at_most if sure else bounds.surely).in_part]
    return message("question.open-track.detail", steps=separated(bounds.step.name for bounds in loose))


OPEN_TRACK = Question(
    id="open-track",
    severity=Severity.MEDIUM,
    rank=11,
    rule=open_tracks,
    title=_title,
    detail=_detail,
    cases=track_cases,
)
