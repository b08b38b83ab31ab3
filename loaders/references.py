"""Everything that refers to something: dangling and double ids, circles, powers and groups of the script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from barriers.actors import Actor
from barriers.coverage import Ceiling, Coverage
from barriers.errors import Problem, nearest_names
from barriers.facts import Fact
from barriers.model import Model
from barriers.places import Place
from barriers.script import Script, Step
from barriers.ties import ClosedList, Membership
from barriers.weaknesses import Weakness
from barriers.words import ActorKind
from loaders.circles import find_circle
from loaders.files import DataFile
from loaders.marked import place_of


@dataclass(frozen=True, slots=True)
class _Names:
    """The ids of a model by kind, and the countries that were left unread."""

    model: Model
    unread: frozenset[str]

    @property
    def of_steps(self) -> dict[str, tuple[Script, Step]]:
        return {step.id: (script, step) for script in self.model.scripts for step in script.steps}

    @property
    def of_barriers(self) -> frozenset[str]:
        return frozenset(barrier.id for script in self.model.scripts for barrier in script.barriers)

    def is_unread(self, name: str) -> bool:
        """Whether it may stand in the folder of a country that was not asked for."""
        return name.partition(".")[0].upper() in self.unread


def check_references(read: Iterable[DataFile], model: Model, unread: frozenset[str]) -> Iterator[Problem]:
    """Every reference that leads nowhere or where it may not lead; `unread` are countries left out."""
    names = _Names(model, unread)
    yield from _doubles(read)
    for script in model.scripts:
        yield from _script(script, model)
    for actor in model.actors:
        yield from _actor(actor, names)
    yield from _circles_of_actors(model)
    yield from _countries(names)
    steps = names.of_steps
    barriers = names.of_barriers
    for source in model.sources:
        yield from _known("edition", source.edition, {edition.id for edition in model.editions}, None)
    for fact in model.facts():
        yield from _fact(fact, names, steps, barriers)


def _dangling(kind: str, name: str, known: Iterable[str], place: Place | None) -> Problem:
    return Problem(
        place_of(name, place),
        "dangling-id",
        found=f"the {kind} {str(name)!r}, which is defined nowhere",
        expected=f"the id of a {kind}",
        nearest=", ".join(nearest_names(name, known)),
        remedy=f"correct the id, or define the {kind}",
    )


def _known(kind: str, name: str | None, known: Iterable[str], place: Place | None) -> Iterator[Problem]:
    if name is not None and name not in (names := set(known)):
        yield _dangling(kind, name, names, place)


def _doubles(read: Iterable[DataFile]) -> Iterator[Problem]:
    """Ids are one namespace: `barriers show` must know what is meant."""
    first: dict[str, Place] = {}
    for part in read:
        for kind, value in _named(part):
            place = place_of(value.id, getattr(value, "place", None))
            if value.id in first:
                same = isinstance(value, Fact)
                yield Problem(
                    place if not same else value.place or place,
                    "duplicate-fact" if same else "duplicate-id",
                    found=f"the same {kind} a second time" if same else f"the id {str(value.id)!r} a second time",
                    expected=f"once; it stands first at {first[value.id]}",
                    remedy="merge the two, or cite another place" if same else "give one of them another id",
                )
            else:
                first[value.id] = place


def _named(part: DataFile) -> Iterator[tuple[str, object]]:
    script = part.script
    if script is not None:
        yield "script", script
        for value in (*script.barriers, *script.steps, *script.groups, *script.tracks, *script.crosswalks):
            yield type(value).__name__.lower(), value
    for value in (*part.editions, *part.sources, *part.actors):
        yield type(value).__name__.lower(), value
    facts = (*part.coverage, *part.ceilings, *part.tasks, *part.facilitations, *part.memberships)
    for value in (*facts, *part.closed_lists, *part.cooperation, *part.weaknesses):
        yield value.KIND, value


def _script(script: Script, model: Model) -> Iterator[Problem]:
    barriers = {barrier.id for barrier in script.barriers}
    steps = {step.id: step for step in script.steps}
    groups = {group.id for group in script.groups}
    for group in script.groups:
        for part in group.includes:
            yield from _known("group", part, groups, None)
    for step in script.steps:
        yield from _known("barrier", step.barrier, barriers, step.place)
        for group in step.groups:
            yield from _known("group", group, groups, step.place)
        for following in step.leads_to:
            yield from _known("step", following, steps, step.place)
        for power in step.holds - script.powers:
            yield _unknown_power(power, script, step.place)
        yield from _citations(step, model)
    if not script.may_circle:
        circle = find_circle({step.id: step.leads_to for step in script.steps})
        if circle:
            yield Problem(
                place_of(steps[circle[0]].id, steps[circle[0]].place),
                "circle",
                found=f"steps that lead in a circle: {' > '.join(circle)}",
                expected="a way from first to last",
                remedy="take one of these leads_to out, or say may_circle: true in the script",
            )
    for track in script.tracks:
        yield from _citations(track, model)
        for name in track.steps:
            yield from _known("step", name, steps, track.place)
        for here, there in zip(track.steps, track.steps[1:], strict=False):
            if here in steps and there in steps and there not in steps[here].leads_to:
                yield Problem(
                    place_of(there, track.place),
                    "off-the-path",
                    found=f"the track {track.id} goes from {here} to {there}",
                    expected=f"a step that {here} leads to: {', '.join(steps[here].leads_to) or 'none'}",
                    remedy="add it to leads_to, or correct the track",
                )
    for crosswalk in script.crosswalks:
        for row in crosswalk.rows:
            yield from _known("barrier", row.barrier, barriers, None)


def _unknown_power(power: str, script: Script, place: Place | None) -> Problem:
    known = sorted(script.powers)
    return Problem(
        place_of(power, place),
        "unknown-power",
        found=f"the power {str(power)!r}",
        expected=f"one that the script {script.id} knows: {', '.join(known)}",
        nearest=", ".join(nearest_names(power, known)),
        remedy="use one of these, or add it to the script's powers",
    )


def _citations(owner: object, model: Model, place: Place | None = None) -> Iterator[Problem]:
    for citation in getattr(owner, "citations", ()):
        source = model.source_by_id.get(citation.source)
        where = place or getattr(owner, "place", None)
        if source is None:
            yield _dangling("source", citation.source, model.source_by_id, where)
        elif citation.lines is not None and source.edition is None:
            yield Problem(
                place_of(citation.source, where),
                "no-edition",
                found=f"lines of the source {citation.source}, which has no text edition",
                expected="lines only where the source names its edition",
                remedy="take lines out, or add the edition",
            )


def _actor(actor: Actor, names: _Names) -> Iterator[Problem]:
    known = names.model.actor_by_id
    yield from _citations(actor, names.model)
    for relation in (*actor.part_of, *actor.kind_of, *actor.successor_of):
        if not names.is_unread(relation.to):
            yield from _known("actor", relation.to, known, actor.place)
        yield from _citations(relation, names.model, actor.place)
    groups = {group.id for script in names.model.scripts for group in script.groups}
    for serving in actor.serves:
        yield from _known("group", serving.group, groups, actor.place)
        yield from _citations(serving, names.model, actor.place)


def _circles_of_actors(model: Model) -> Iterator[Problem]:
    for word in ("part_of", "kind_of", "successor_of"):
        ways = {actor.id: tuple(relation.to for relation in getattr(actor, word)) for actor in model.actors}
        circle = find_circle(ways)
        if circle:
            yield Problem(
                place_of(circle[0], model.actor_by_id[circle[0]].place),
                "circle",
                found=f"actors that are {word} one another in a circle: {' > '.join(circle)}",
                expected="a last one that is not part of the others",
                remedy=f"take one of these {word} out",
            )


def _countries(names: _Names) -> Iterator[Problem]:
    model = names.model
    for country in model.countries:
        yield from _known("source", country.main_source, model.source_by_id, None)
        networks = tuple(filter(None, (country.task_force, *country.national_networks)))
        for name in (*networks, *country.ask):
            yield from _known("actor", name, model.actor_by_id, None)
        for name in networks:
            yield from _network(name, model, None)


def _network(name: str, model: Model, place: Place | None) -> Iterator[Problem]:
    actor = model.actor_by_id.get(name)
    if actor is not None and actor.kind is not ActorKind.NETWORK:
        yield Problem(
            place_of(name, place),
            "not-a-network",
            found=f"{str(name)!r}, which is of the kind {actor.kind}",
            expected="an actor of the kind network",
            remedy="name the network, or change the kind of the actor",
        )


def _fact(
    fact: Fact, names: _Names, steps: dict[str, tuple[Script, Step]], barriers: frozenset[str]
) -> Iterator[Problem]:
    model = names.model
    yield from _citations(fact, model)
    for name in fact.actor_ids:
        if not names.is_unread(name):
            yield from _known("actor", name, model.actor_by_id, fact.place)
    if isinstance(fact, Coverage | Ceiling):
        yield from _known("step", fact.step, steps, fact.place)
        if fact.step in steps:
            yield from _on_a_step(fact, *steps[fact.step])
    for barrier in getattr(fact, "barriers", ()):
        yield from _known("barrier", barrier, barriers, fact.place)
    for kind, known in (("barrier", barriers), ("step", steps)):
        claim = getattr(fact, kind, None)
        if claim is not None and not isinstance(claim, str):
            yield from _known(kind, claim.id, known, fact.place)
    if isinstance(fact, Membership | ClosedList):
        yield from _network(fact.network, model, fact.place)
    if isinstance(fact, ClosedList):
        groups = {group.id for script in model.scripts for group in script.groups}
        for group in fact.without:
            yield from _known("group", group, groups, fact.place)
    if isinstance(fact, Weakness):
        everything = {*steps, *barriers, *model.actor_by_id}
        for name in fact.touches:
            if not names.is_unread(name):
                yield from _known("step, barrier or actor", name, everything, fact.place)


def _on_a_step(fact: Coverage | Ceiling, script: Script, step: Step) -> Iterator[Problem]:
    if isinstance(fact, Coverage) and fact.power not in script.powers:
        yield _unknown_power(fact.power, script, fact.place)
    known = {group.id for group in script.groups}
    for group in fact.groups:
        yield from _known("group", group, known, fact.place)
    groups, of_step = script.expand(fact.groups), script.expand(step.groups)
    for kind, mine, theirs in (("groups", groups, of_step), ("forms", fact.forms, step.forms)):
        if mine and not mine & theirs:
            yield Problem(
                fact.place or place_of(fact.step),
                "beside-the-step",
                found=f"a statement on {fact.step} for the {kind} {', '.join(sorted(mine))}",
                expected=f"{kind} that matter to the step: {', '.join(sorted(theirs))}",
                remedy=f"correct the {kind}, or add them to the step",
            )
