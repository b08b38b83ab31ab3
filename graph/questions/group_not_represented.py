"""group-not-represented: a target group for whom nobody sits in the national task force."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import message
from barriers.script import Group
from barriers.words import Basis, Priority
from graph.questions.question import Row, Topic, View, certain_if, question, titled


@question("group-not-represented", Priority.HIGH, rank=8, topic=Topic.TASK_FORCE, former="group-without-seat")
def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    task_force = graph.home.task_force
    if task_force is None:
        return
    memberships = graph.members_of(task_force)
    lists = graph.complete_lists_of(task_force)
    without = graph.script.expand(frozenset(group for one in lists for group in one.without))
    for group in _asked(view):
        atoms = graph.script.expand(frozenset([group.id]))
        if any(graph.can_settle(membership) and _serves(view, membership.actor, atoms) for membership in memberships):
            continue
        # The source that closes the list may say of it that nobody there pays attention to a group.
        said = atoms <= without
        certainty = certain_if(said)
        says = message(f"question.group-not-represented.{certainty}", table=view.names([task_force]))
        yield Row(
            subject=group.id,
            certainty=certainty,
            title=titled(group.name, says),
            detail=" ".join(one.note for one in lists if one.note and said),
            count=0,
            of=len(memberships),
            facts=(*lists, *memberships),
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
    """Whether a source that settles it says that the actor pays special attention to any of these groups."""
    graph = view.graph
    return any(
        serving.basis is Basis.STATED
        and graph.part.fixes(serving.citations)
        and graph.script.expand(frozenset([serving.group])) & atoms
        for serving in graph.actor(actor).serves
    )
