"""contradiction: two statements that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from barriers.coverage import Ceiling, Coverage
from barriers.facts import Fact
from barriers.messages import Phrase, message
from barriers.statements import Statement
from barriers.words import Basis, Bound, Certainty, Priority, State
from graph.bounds import StepBounds
from graph.questions.question import Row, Topic, View, question, titled

_ACTS = (State.ACTIVE, State.PARTIAL)


@question("contradiction", Priority.LOW, rank=18, topic=Topic.DISAGREEMENT)
def _rule(view: View) -> Iterator[Row]:
    for bounds in view.bounds.values():
        covers = [cover for cover in bounds.recorded if cover.is_stated and view.graph.is_valid(cover)]
        ceilings = [
            ceiling for ceiling in bounds.ceilings if ceiling.basis is Basis.STATED and view.graph.is_valid(ceiling)
        ]
        for actor, facts in _about_an_actor(bounds, covers).items():
            says = message("question.contradiction.on-actors", who=view.names([actor]))
            yield _row(bounds, f"{actor}@{bounds.step.id}", says, facts, (actor,))
        facts = _about_the_step(bounds, covers, ceilings)
        if facts:
            yield _row(bounds, bounds.step.id, message("question.contradiction.on-a-step", does=view.does), facts, ())
    yield from _outside_the_steps(view)


def _outside_the_steps(view: View) -> Iterator[Row]:
    """Topic by topic, the statements on it where they do not all give the same answer."""
    graph = view.graph
    topics: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in graph.part.statements:
        if statement.basis is Basis.STATED and graph.is_valid(statement) and _is_of_the_script(statement, view):
            topics[statement.topic_id].append(statement)
    # Actors of another country are not asked: they are known only where that country is read as well.
    own = {actor.id for actor in graph.part.actors if actor.country == graph.country}
    for topic, there in sorted(topics.items()):
        # Where two answers differ, every statement contradicts one of them.
        if any(one.contradicts(there[0]) for one in there):
            names = sorted({name for one in there for name in one.about})
            asks = there[0].topic
            yield Row(
                subject=topic,
                certainty=Certainty.CERTAIN,
                title=titled(f"{asks[:1].upper()}{asks[1:]}", message("question.contradiction.on-a-topic")),
                detail=" / ".join(dict.fromkeys(statement.claim for statement in there)),
                count=len(there),
                of=len(there),
                facts=tuple(there),
                about=(topic, *names),
                actors=tuple(name for name in names if name in own),
            )


def _is_of_the_script(statement: Statement, view: View) -> bool:
    """Whether it speaks of a part of this script, or of no part of any."""
    script_of = view.graph.part.script_of
    spoken_of = {script_of[name] for name in statement.about if name in script_of}
    return not spoken_of or view.graph.script.id in spoken_of


def _about_an_actor(bounds: StepBounds, covers: list[Coverage]) -> dict[str, dict[str, Fact]]:
    """By actor, the statements on what it does at the step that exclude one another."""
    found: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
    judged = [cover for cover in covers if cover.state in (State.ABSENT, *_ACTS)]
    for one, other in combinations(judged, 2):
        same = one.actor == other.actor and one.power is other.power
        if same and one.state is not other.state and _meet(bounds, one, other):
            found[one.actor] |= {one.id: one, other.id: other}
    return {actor: found[actor] for actor in sorted(found)}


def _meet(bounds: StepBounds, one: Coverage, other: Coverage) -> bool:
    """Whether they speak of the same, and neither is an exception to the other."""
    mine, theirs = bounds.graph.scope(one), bounds.graph.scope(other)
    if mine.is_narrower_than(theirs) or theirs.is_narrower_than(mine):
        return False
    return any(mine.concerns(*atom) and theirs.concerns(*atom) for atom in bounds.atoms)


def _about_the_step(bounds: StepBounds, covers: list[Coverage], ceilings: list[Ceiling]) -> dict[str, Fact]:
    """Nobody intervenes, says one; somebody does, or in part, says another, at least as narrowly."""
    found: dict[str, Fact] = {}
    scope = bounds.graph.scope
    for ceiling in ceilings:
        if ceiling.bound is not Bound.ABSENT:
            continue
        deniers: list[Coverage | Ceiling] = [
            cover for cover in covers if cover.power in bounds.step.powers and cover.state in _ACTS
        ]
        deniers += [other for other in ceilings if other.bound is Bound.PARTIAL]
        for denier in deniers:
            if scope(denier).is_within(scope(ceiling)):
                found |= {ceiling.id: ceiling, denier.id: denier}
    return found


def _row(bounds: StepBounds, subject: str, says: Phrase, facts: dict[str, Fact], actors: tuple[str, ...]) -> Row:
    told = tuple(facts[name] for name in sorted(facts))
    return Row(
        subject=subject,
        certainty=Certainty.CERTAIN,
        title=titled(bounds.step.name, says),
        detail=" / ".join(fact.note for fact in told if fact.note),
        count=len(facts),
        of=len(bounds.recorded) + len(bounds.ceilings),
        facts=told,
        about=(bounds.step.id, *actors),
        actors=actors,
        step=bounds.step.id,
    )
