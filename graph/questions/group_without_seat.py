"""group-without-seat: a target group for whom nobody sits in the national task force."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Fact
from barriers.messages import Message, message
from barriers.script import Group
from barriers.words import Basis, Certainty, Severity
from graph.questions.question import Question, Row, View, titled


def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    task_force = graph.home.task_force
    if task_force is None:
        return
    seats = graph.members_of(task_force)
    lists = graph.closed_lists_of(task_force)
    without = graph.script.expand(frozenset(group for closed in lists for group in closed.without))
    for group in _asked(view):
        atoms = graph.script.expand(frozenset([group.id]))
        firm = [seat for seat in seats if graph.is_firm(seat) and _serves(view, seat.actor, atoms)]
        if firm:
            continue
        # The source that closes the list may say of it that nobody there pays attention to a group.
        said = atoms <= without
        facts: list[Fact] = [*lists, *seats]
        yield Row(
            subject=group.id,
            certainty=Certainty.CERTAIN if said else Certainty.POSSIBLE,
            count=0,
            of=len(seats),
            facts=tuple(facts),
            about=(task_force, group.id),
            actors=(task_force,),
        )


def _asked(view: View) -> tuple[Group, ...]:
    """The groups to ask about: words for several groups and the groups that none of them includes."""
    script, chosen = view.graph.script, view.graph.selection.group
    if chosen is not None:
        return tuple(group for group in script.groups if group.id == chosen)
    included = {part for group in script.groups for part in group.includes}
    return tuple(group for group in script.groups if group.id not in included)


def _serves(view: View, actor: str, atoms: frozenset[str]) -> bool:
    """Whether a source firmly says that the actor pays special attention to any of these groups."""
    graph = view.graph
    return any(
        serving.basis is Basis.STATED
        and graph.part.fixes(serving.citations)
        and graph.script.expand(frozenset([serving.group])) & atoms
        for serving in graph.actor(actor).serves
    )


def _title(row: Row, view: View) -> Message:
    name = next(group.name for group in view.graph.script.groups if group.id == row.subject)
    table = view.names(row.actors)
    return titled(name, message(f"question.group-without-seat.{row.certainty}", table=table))


def _detail(row: Row, view: View) -> str:
    if row.certainty is Certainty.POSSIBLE:
        return ""
    return " ".join(closed.note for closed in view.graph.closed_lists_of(row.actors[0]) if closed.note)


GROUP_WITHOUT_SEAT = Question(
    id="group-without-seat",
    severity=Severity.HIGH,
    rank=8,
    rule=_rule,
    title=_title,
    detail=_detail,
)
