"""A brute-force oracle: it lists worlds and asks in how many of them a finding holds.

It imports the nouns of `barriers/` and no rule of `graph/`. A model stands for all worlds that agree with it.
A world gives every cell (actor, power, group and form) of a step a degree: 0 none, 1 in part, 2 fully; it
decides which memberships that are not firmly stated are taken, and so on. Every cell is given every degree that the
records leave open; worlds that no question can tell apart are merged on the way, which changes no answer
(`test_oracle.py` compares with a listing that merges nothing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from barriers import Ceiling, Model, Selection, Step
from barriers.words import Bound, Power, State
from tests.graph.at_odds import contradictions
from tests.graph.records import DEGREE, Atom, Records, intervening

Answer = tuple[frozenset[str], frozenset[str]]
"""The subjects of a question: certain, and possible but not certain."""

Cell = tuple[str, Power, Atom]

UNNAMED = ("(somebody)", "(somebody else)")
"""Actors that nobody recorded; two are enough, for no question counts beyond two."""


# One step


class Life(NamedTuple):
    """How one actor stands to a step in a world.

    The best degree with which it holds the step, and where; whether a recorded cover of its own holds, sees, is
    there at all. Of where, only what a source asserts is kept.
    """

    best: int = 0
    intervened: frozenset[Atom] = frozenset()
    by_record: bool = False
    seen: bool = False
    covers: bool = False


class World(NamedTuple):
    """All that the questions ask of a world of one step; `intervening` counts to two."""

    best: int = 0
    intervened: frozenset[Atom] = frozenset()
    intervening: int = 0
    by_record: bool = False
    seen: bool = False
    covering: frozenset[str] = frozenset()


class StepWorlds:
    """The worlds of one step."""

    def __init__(self, records: Records, step: Step) -> None:
        self.records, self.step = records, step
        self._degrees: dict[Cell, list[int]] = {}
        self.atoms = records.atoms(step)
        self.covers = records.covers_of(step)
        self.actors = sorted({cover.actor for cover in self.covers})
        self.powers = sorted({*step.powers, *(cover.power for cover in self.covers)})
        self.counting = {atom: self._counting(atom) for atom in self.atoms}
        self.asserted = frozenset(atom for atom in self.atoms if self._bounds(atom) == {Bound.PARTIAL})
        self.recorded = {
            (cover.actor, cover.power, atom)
            for cover in self.covers
            for atom in self.atoms
            if cover.state is not State.ABSENT and records.speaks_of(cover, atom)
        }

    def _counting(self, atom: Atom) -> list[Ceiling]:
        """The ceilings that count here: settling, undisputed, and the narrowest of those."""
        records = self.records
        settling = [
            found
            for found in records.ceilings_of(self.step)
            if records.can_settle(found) and records.speaks_of(found, atom) and not self._disputed(found, atom)
        ]
        return records.narrowest(settling)

    def _disputed(self, ceiling: Ceiling, atom: Atom) -> bool:
        """Whether settling records name a holder, as narrowly, where the ceiling says nobody."""
        records = self.records
        return ceiling.bound is Bound.ABSENT and any(
            intervening(cover.power, self.step)
            and cover.state in (State.ACTIVE, State.PARTIAL)
            and records.can_settle(cover)
            and records.speaks_of(cover, atom)
            and records.extent(ceiling).covers(records.extent(cover))
            for cover in self.covers
        )

    def _bounds(self, atom: Atom) -> set[Bound]:
        return {ceiling.bound for ceiling in self.counting[atom]}

    @property
    def somebody_says_in_part(self) -> bool:
        """Whether a ceiling that counts anywhere says in part."""
        return any(Bound.PARTIAL in self._bounds(atom) for atom in self.atoms)

    def degrees(self, cell: Cell) -> list[int]:
        """What a world may give this cell; each question asks again."""
        if cell not in self._degrees:
            self._degrees[cell] = self._left_open(cell)
        return self._degrees[cell]

    def _left_open(self, cell: Cell) -> list[int]:
        actor, power, atom = cell
        stating = [
            cover
            for cover in self.covers
            if (cover.actor, cover.power) == (actor, power)
            and cover.state in DEGREE
            and self.records.can_settle(cover)
            and self.records.speaks_of(cover, atom)
        ]
        said = {DEGREE[cover.state] for cover in self.records.narrowest(stating)} or {0, 2}
        # Statements of equal scope that differ leave open what lies between them.
        left_open = range(min(said), max(said) + 1)
        return sorted({min(degree, self._highest(power, atom)) for degree in left_open})

    def _highest(self, power: Power, atom: Atom) -> int:
        """A ceiling bounds whoever holds the step, not who merely sees it."""
        if not intervening(power, self.step) or not self._bounds(atom):
            return 2
        return 1 if Bound.PARTIAL in self._bounds(atom) else 0

    def cells_of(self, actor: str) -> list[Cell]:
        """The cells of one actor, recorded or not."""
        return [(actor, power, atom) for power, atom in product(self.powers, self.atoms)]

    def give(self, life: Life, cell: Cell, degree: int) -> Life:
        """The actor's life once one more cell has its degree."""
        _, power, atom = cell
        if degree == 0:
            return life
        holds, recorded = intervening(power, self.step), cell in self.recorded
        return Life(
            best=max(life.best, degree) if holds else life.best,
            intervened=life.intervened | ({atom} & self.asserted) if holds else life.intervened,
            by_record=life.by_record or (holds and recorded),
            seen=life.seen or (recorded and power is Power.DETECT),
            covers=life.covers or recorded,
        )

    def lives_of(self, actor: str) -> set[Life]:
        """Every way in which the cells of one actor may be filled."""
        lives = {Life()}
        for cell in self.cells_of(actor):
            degrees = self.degrees(cell)
            lives = {self.give(life, cell, degree) for life in lives for degree in degrees}
        return lives

    def agrees(self, world: World) -> bool:
        """Whether somebody holds the step wherever a source says that it is held in part."""
        return world.intervened >= self.asserted

    def all(self, unnamed: Iterable[str] = UNNAMED) -> set[World]:
        """Every world of this step."""
        worlds = {World()}
        for actor in (*self.actors, *unnamed):
            lives = self.lives_of(actor)
            worlds = {_join(world, actor, life) for world in worlds for life in lives}
        return {world for world in worlds if self.agrees(world)}


def _join(world: World, actor: str, life: Life) -> World:
    return World(
        best=max(world.best, life.best),
        intervened=world.intervened | life.intervened,
        intervening=min(2, world.intervening + (life.best > 0)),
        by_record=world.by_record or life.by_record,
        seen=world.seen or life.seen,
        covering=world.covering | {actor} if life.covers else world.covering,
    )


# All questions


class Oracle:
    """The worlds of all steps, and the answers of every question."""

    def __init__(self, model: Model, country: str, script: str, selection: Selection) -> None:
        self.records = Records(model, country, script, selection)
        self.steps = {step.id: StepWorlds(self.records, step) for step in self.records.steps}
        self.worlds = {name: step.all() for name, step in self.steps.items()}

    def answers(self) -> dict[str, Answer]:
        """Question by question, what holds in every world and what in some."""
        return self.answers_without_tables() | {
            "outside-networks": sort_out(self._outside()),
            "group-not-represented": sort_out(self._unrepresented()),
        }

    def answers_without_tables(self) -> dict[str, Answer]:
        """The questions for which nobody need list who may sit where; those double with every actor."""
        return {
            "uncovered-step": sort_out(self._of_steps(lambda _, world: world.best == 0)),
            "single-stakeholder": sort_out(self._of_steps(lambda _, world: world.intervening < 2)),
            "insufficient-cover": sort_out(self._insufficient()),
            "detected-only": sort_out(self._of_steps(lambda _, world: world.best == 0 and world.seen)),
            "facilitator-without-barrier": sort_out(self._unwatched()),
            "dual-role": sort_out(self._dual()),
            "contradiction": (contradictions(self.records), frozenset()),
        }

    def _of_steps(self, holds: Callable[[StepWorlds, World], bool]) -> Iterator[tuple[str, set[bool]]]:
        for name, worlds in self.worlds.items():
            yield name, {holds(self.steps[name], world) for world in worlds}

    def _insufficient(self) -> Iterator[tuple[str, set[bool]]]:
        """What a source says of the step as a whole is enough, unless nobody does anything in any world."""
        for name, worlds in self.worlds.items():
            step = self.steps[name]
            is_said = any(step.counting[atom] for atom in step.atoms) and any(world.best for world in worlds)
            yield name, {is_said or _on_paper(step, world) for world in worlds}

    # Who facilitates

    def _unwatched(self) -> Iterator[tuple[str, set[bool]]]:
        facts = [fact for fact in self.records.facilitations() if fact.step and fact.step.id in self.worlds]
        places = {(fact.actor, fact.step.id) for fact in facts if fact.step}
        for actor, step in sorted(places):
            claims = [
                fact.step.basis == "stated" and self.records.in_force(fact) and self.records.settled(fact.citations)
                for fact in facts
                if fact.step and (fact.actor, fact.step.id) == (actor, step)
            ]
            open_or_not = {world.best == 0 for world in self.worlds[step]}
            truths = product(*(truth(settling) for settling in claims))
            yield f"{actor}@{step}", {nobody and any(true) for nobody, true in product(open_or_not, list(truths))}

    def _dual(self) -> Iterator[tuple[str, set[bool]]]:
        facts = self.records.facilitations()
        for actor in sorted({fact.actor for fact in facts}):
            claims = [self.records.can_settle(fact) for fact in facts if fact.actor == actor]
            truths = [any(true) for true in product(*(truth(settling) for settling in claims))]
            yield actor, {covers and helps for covers, helps in product(self._covering(actor), truths)}

    def _covering(self, actor: str) -> set[bool]:
        """Whether the actor covers any step, in each world."""
        by_step = [{actor in world.covering for world in worlds} for worlds in self.worlds.values()]
        return {any(covers) for covers in product(*by_step)}

    # Who sits at the national table

    def _outside(self) -> Iterator[tuple[str, set[bool]]]:
        networks = self.records.networks()
        if networks:
            tables = self._tables()
            for actor in sorted(self.records.actors.keys() - networks):
                yield (
                    actor,
                    {covers and actor not in inside for covers, inside in product(self._covering(actor), tables)},
                )

    def _tables(self) -> set[frozenset[str]]:
        """In each world, the actors that sit in a national network or belong to what does."""
        actors = sorted(self.records.actors)
        networks = self.records.networks()
        links = sorted({*self._links()})
        certain = [link for link in links if link[2]]
        uncertain = [link for link in links if not link[2]]
        tables = set()
        for memberships in product(*(self._memberships(actor) for actor in actors)):
            represented = {actor for actor, sits in zip(actors, memberships, strict=True) if sits} | networks
            for taken in product([True, False], repeat=len(uncertain)):
                true = [*certain, *(link for link, there in zip(uncertain, taken, strict=True) if there)]
                tables.add(frozenset(_upstream(represented, true)))
        return tables

    def _memberships(self, actor: str) -> set[bool]:
        """Whether the actor itself sits in any national network, in each world."""
        by_network = [self._sits(actor, network) for network in sorted(self.records.networks())]
        return {any(memberships) for memberships in product(*by_network)}

    def _sits(self, actor: str, network: str) -> set[bool]:
        """Only a list that is in force closes a network; a list of nobody closes nothing."""
        memberships = self.records.memberships_in(network)
        mine = [self.records.can_settle(membership) for membership in memberships if membership.actor == actor]
        if any(mine):
            return {True}
        closed = bool(self.records.lists_of(network)) and bool(memberships)
        return {False} if closed and not mine else {True, False}

    def _links(self) -> Iterator[tuple[str, str, bool]]:
        """From an actor to what it belongs to: the whole, the kind, the forerunner, the successor."""
        for actor in self.records.actors.values():
            for relation in (*actor.part_of, *actor.kind_of, *actor.successor_of):
                yield actor.id, relation.to, relation.basis == "stated"
            for relation in actor.successor_of:
                yield relation.to, actor.id, relation.basis == "stated"

    # For whom somebody sits there

    def _unrepresented(self) -> Iterator[tuple[str, set[bool]]]:
        task_force = self.records.home.task_force
        if task_force is None:
            return
        for group in self._groups_asked():
            attending = [
                self._attends(actor, task_force, self.records.words([group]))
                for actor in (*self.records.actors, *UNNAMED)
            ]
            yield group, {not any(somebody) for somebody in product(*attending)}

    def _groups_asked(self) -> list[str]:
        """The group that is selected, else those that belong to no other."""
        groups = self.records.script.groups
        if self.records.selection.group is not None:
            return [group.id for group in groups if group.id == self.records.selection.group]
        parts = {part for group in groups for part in group.includes}
        return [group.id for group in groups if group.id not in parts]

    def _attends(self, actor: str, task_force: str, groups: set[str]) -> set[bool]:
        """Whether the actor sits in the task force and attends to any of the groups, in each world."""
        memberships = self._sits(actor, task_force)
        by_group = [self._serves(actor, group, memberships) for group in sorted(groups)]
        return {sits and any(served) for sits in memberships for served in product(*by_group)}

    def _serves(self, actor: str, group: str, memberships: set[bool]) -> set[bool]:
        """What the list says of its members yields only to a settling word on a settling member."""
        records = self.records
        servings = records.actors[actor].serves if actor in records.actors else ()
        settling = any(
            serving.basis == "stated" and records.settled(serving.citations) and group in records.words([serving.group])
            for serving in servings
        )
        lists = records.lists_of(records.home.task_force or "")
        denied = any(group in records.words(one.without) for one in lists)
        if denied and not (settling and memberships == {True}):
            return {False}
        return {True} if settling else {True, False}


def _on_paper(step: StepWorlds, world: World) -> bool:
    """Held in part and no further, and some record says that it is held."""
    return world.best == 1 and (world.by_record or step.somebody_says_in_part)


def _upstream(represented: Iterable[str], links: Iterable[tuple[str, str, bool]]) -> set[str]:
    """The represented and all that belong to them at any remove."""
    inside = set(represented)
    grown = True
    while grown:
        joining = {part for part, whole, _ in links if whole in inside} - inside
        inside |= joining
        grown = bool(joining)
    return inside


def truth(settling: bool) -> tuple[bool, ...]:
    """What a recorded claim can be: true where it is settling, else true or not."""
    return (True,) if settling else (True, False)


def sort_out(found: Iterable[tuple[str, set[bool]]]) -> Answer:
    """Certain is what holds in every world, possible what holds in some but not in every one."""
    answers = dict(found)
    certain = frozenset(subject for subject, values in answers.items() if values == {True})
    return certain, frozenset(subject for subject, values in answers.items() if values == {True, False})
