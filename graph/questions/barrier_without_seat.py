"""barrier-without-seat: a barrier none of whose recorded holders sits in the national task force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from barriers.messages import Message, Phrase, message, separated
from barriers.words import Certainty, Severity
from graph.questions.question import Question, Row, View, titled


def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    task_force = graph.home.task_force
    if task_force is None:
        return
    seats = graph.seats_in(task_force)
    firm = {task_force, *(seat.actor for seat in seats if graph.is_firm(seat) and graph.is_valid(seat))}
    every = {task_force, *(seat.actor for seat in seats)}
    surely, perhaps = _holders(view)
    for barrier in graph.script.barriers:
        inside = {name for name in perhaps[barrier.id] if graph.wholes_of(name, firmly=True) & firm}
        outside = perhaps[barrier.id] - inside
        if not outside or surely[barrier.id] & inside:
            continue
        may_sit = {name for name in perhaps[barrier.id] if graph.wholes_of(name, firmly=False) & every}
        certain = graph.is_closed(task_force) and bool(surely[barrier.id]) and not may_sit
        yield _row(view, barrier.id, task_force, outside, Certainty.CERTAIN if certain else Certainty.POSSIBLE)


def _holders(view: View) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """By barrier, who surely holds any of its steps, and who does in some world because somebody recorded it."""
    surely: defaultdict[str, set[str]] = defaultdict(set)
    perhaps: defaultdict[str, set[str]] = defaultdict(set)
    for bounds in view.bounds.values():
        surely[bounds.step.barrier].update(bounds.sure_holders)
        perhaps[bounds.step.barrier].update(bounds.possible_holders)
    return surely, perhaps


def _row(view: View, barrier: str, task_force: str, holders: set[str], certainty: Certainty) -> Row:
    covers = [
        cover
        for bounds in view.bounds.values()
        for cover in bounds.recorded
        if bounds.step.barrier == barrier and cover.actor in holders and cover.power in bounds.step.holds
    ]
    lists = view.graph.closed_lists_of(task_force) if certainty is Certainty.CERTAIN else ()
    return Row(
        subject=barrier,
        certainty=certainty,
        count=0,
        of=len(holders),
        facts=(*covers, *lists),
        about=(barrier, *sorted(holders), task_force),
        actors=tuple(sorted(holders)),
    )


def _title(row: Row, view: View) -> Message:
    name = next(barrier.name for barrier in view.graph.script.barriers if barrier.id == row.subject)
    table = view.names([view.graph.home.task_force or ""])
    return titled(name, message(f"question.barrier-without-seat.{row.certainty}", table=table))


def _detail(row: Row, view: View) -> Phrase:
    return separated(view.graph.actor(name).called for name in row.actors)


BARRIER_WITHOUT_SEAT = Question(
    id="barrier-without-seat",
    severity=Severity.MEDIUM,
    rank=16,
    rule=_rule,
    title=_title,
    detail=_detail,
)
