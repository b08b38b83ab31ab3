"""The oracle's part on levels, groups, routes, signals, coordinators, ties, duties and memberships at a barrier.

As the other parts it imports the nouns of `barriers/` and no rule of `graph/`: worlds are listed, and a finding is
looked for in each. What a world of a step is asked here is a set of marks ("somebody of this level holds it"); cells
leave their marks when they are there, and worlds with the same marks are one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import product

from barriers import Cooperation, Model, Selection
from barriers.facts import Fact
from barriers.words import Basis, Level, Obligation, Power
from tests.graph.oracle import Answer, Cell, StepWorlds, sort_out, truth
from tests.graph.records import DEGREE, Records, intervening

Marks = frozenset[Hashable]
Marking = Callable[[StepWorlds, Cell], Iterable[Hashable]]

STRANGER_AT = {f"(somebody at {level} level)": level for level in Level}
"""Actors that nobody recorded, one at each level."""


def marked_worlds(step: StepWorlds, marking: Marking) -> set[Marks]:
    """The worlds of a step, each by the marks that its cells leave."""
    ways: set[tuple[Marks, bool, bool]] = set()
    for actor in (*step.actors, *STRANGER_AT):
        for cell in step.cells_of(actor):
            degrees = step.degrees(cell)
            held = {("intervened", cell[2])} if intervening(cell[1], step.step) and cell[2] in step.asserted else set()
            ways.add((frozenset({*held, *marking(step, cell)}), 0 in degrees, max(degrees) > 0))
    worlds: set[Marks] = {frozenset()}
    for marks, may_lack, may_have in ways:
        worlds = {world | marks for world in worlds if may_have} | {world for world in worlds if may_lack}
    return {world for world in worlds if all(("intervened", atom) in world for atom in step.asserted)}


class OracleMore:
    """The answers of the questions that `Oracle` does not know."""

    def __init__(self, model: Model, country: str, script: str, selection: Selection) -> None:
        self.records = Records(model, country, script, selection)
        self.steps = {step.id: StepWorlds(self.records, step) for step in self.records.steps}

    def answers(self) -> dict[str, Answer]:
        """Question by question, what holds in every world and what in some."""
        return self.answers_without_tables() | {"barrier-not-represented": sort_out(self._unrepresented())}

    def answers_without_tables(self) -> dict[str, Answer]:
        """All for which nobody need list who may sit where."""
        return {
            "missing-level": sort_out(self._levels()),
            "group-not-covered": sort_out(self._groups()),
            "open-route": sort_out(self._routes()),
            "signal-not-followed": sort_out(self._signals()),
            "no-coordinator": sort_out(self._coordinators()),
            "no-cooperation": sort_out(self._no_cooperation()),
            "no-duty-to-report": sort_out(self._duties()),
            "weak-cooperation": self._weak(),
        }

    # Coverage

    def _levels(self) -> Iterator[tuple[str, set[bool]]]:
        def marking(step: StepWorlds, cell: Cell) -> Iterable[Hashable]:
            if not intervening(cell[1], step.step):
                return ()
            return {STRANGER_AT[cell[0]]} if cell[0] in STRANGER_AT else self.records.actors[cell[0]].levels

        for name, step in self.steps.items():
            if step.step.levels:
                worlds = marked_worlds(step, marking)
                for level in step.step.levels:
                    yield f"{name}+{level}", {level not in world for world in worlds}

    def _groups(self) -> Iterator[tuple[str, set[bool]]]:
        def marking(step: StepWorlds, cell: Cell) -> Iterable[Hashable]:
            return {cell[2][0]} if intervening(cell[1], step.step) else ()

        for name, step in self.steps.items():
            worlds = marked_worlds(step, marking)
            for group in {group for group, _ in step.atoms}:
                yield f"{name}+{group}", {group not in world for world in worlds}

    def _routes(self) -> Iterator[tuple[str, set[bool]]]:
        def marking(step: StepWorlds, cell: Cell) -> Iterable[Hashable]:
            return {"somebody"} if intervening(cell[1], step.step) else ()

        form = self.records.selection.form
        for route in self.records.script.routes:
            passed = {name for name in route.steps if name in self.steps}
            if passed and form in (None, *route.forms):
                by_step = [
                    {"somebody" in world for world in marked_worlds(self.steps[name], marking)} for name in passed
                ]
                # Fewer than half of them, rounded up, is fewer than half of them.
                yield route.id, {2 * sum(held) < len(passed) for held in product(*by_step)}

    # Signals and coordinators

    def _signals(self) -> Iterator[tuple[str, set[bool]]]:
        for signal in self.records.kept(self.records.model.signals):
            if self.steps.keys() & set(signal.steps):
                settling = self.records.can_settle(signal)
                said = {DEGREE[signal.follow_up]} if settling and signal.follow_up in DEGREE else {0, 1, 2}
                yield signal.id, {there and degree < 2 for there, degree in product(truth(settling), said)}

    def _coordinators(self) -> Iterator[tuple[str, set[bool]]]:
        coordinators = self.records.kept(self.records.model.coordinators)
        for barrier in {step.step.barrier for step in self.steps.values()}:
            recorded = [truth(self.records.can_settle(one)) for one in coordinators if barrier in one.barriers]
            # Somebody of whom no source speaks may lead as well.
            yield barrier, {not any(leading) for leading in product(*recorded, (True, False))}

    # Two actors

    def _no_cooperation(self) -> Iterator[tuple[str, set[bool]]]:
        ties = [tie for tie in self.records.kept(self.records.model.cooperation) if any(_shares(tie))]
        for pair in {frozenset({tie.actor, tie.partner}) for tie in ties}:
            mine = [tie for tie in ties if {tie.actor, tie.partner} == pair]
            apart = [tie for tie in mine if _most(tie, {"none", "none-but-useful"})]
            if len(pair) == 2 and apart:
                other = [tie for tie in mine if tie not in apart]
                shared = self._meet(pair)
                strange = self._which_is_true(apart, other)
                yield "+".join(sorted(pair)), {both and true for both, true in product(shared, strange)}

    def _which_is_true(self, saying: Iterable[Fact], denying: Iterable[Fact]) -> set[bool]:
        """What settling records say; both where they say both, or where none is firm."""
        said = {True for fact in saying if self.records.can_settle(fact)}
        return (said | {False for fact in denying if self.records.can_settle(fact)}) or {True, False}

    def _meet(self, pair: frozenset[str]) -> set[bool]:
        """Whether both cover one step, in each world."""

        def marking(step: StepWorlds, cell: Cell) -> Iterable[Hashable]:
            return {cell[0]} if cell[0] in pair and cell in step.recorded else ()

        by_step = [{pair <= world for world in marked_worlds(step, marking)} for step in self.steps.values()]
        return {any(both) for both in product(*by_step)}

    def _weak(self) -> Answer:
        """Judged by what is printed, without worlds; only a voice that settles something makes it certain."""
        poor = {"none", "none-but-useful", "none-to-weak", "weak"}
        weak = [
            tie
            for tie in self.records.kept(self.records.model.cooperation)
            if tie.basis is Basis.STATED and self.records.in_force(tie) and _most(tie, poor)
        ]
        certain = frozenset(f"{tie.actor}+{tie.partner}" for tie in weak if self.records.can_settle(tie))
        return certain, frozenset(f"{tie.actor}+{tie.partner}" for tie in weak) - certain

    # Duties

    def _duties(self) -> Iterator[tuple[str, set[bool]]]:
        duties = self.records.kept(self.records.model.duties)
        receiving = {duty.to for duty in duties}
        for actor in {actor for step in self.steps.values() for actor in step.actors} - receiving:
            mine = [duty for duty in duties if duty.actor == actor]
            free = [duty for duty in mine if duty.duty is not Obligation.OBLIGED]
            obliged = [duty for duty in mine if duty.duty is Obligation.OBLIGED]
            worlds = product(self._detects(actor), self._which_is_true(free, obliged))
            yield actor, {sees and need_not for sees, need_not in worlds}

    def _detects(self, actor: str) -> set[bool]:
        def marking(step: StepWorlds, cell: Cell) -> Iterable[Hashable]:
            return {"sees"} if cell[:2] == (actor, Power.DETECT) and cell in step.recorded else ()

        by_step = [{"sees" in world for world in marked_worlds(step, marking)} for step in self.steps.values()]
        return {any(sees) for sees in product(*by_step)}

    # Memberships

    def _unrepresented(self) -> Iterator[tuple[str, set[bool]]]:
        task_force = self.records.home.task_force
        if task_force is None:
            return

        def marking(step: StepWorlds, cell: Cell) -> Iterable[Hashable]:
            return {cell[0]} if intervening(cell[1], step.step) and cell in step.recorded else ()

        worlds = {
            name: {frozenset(world & self.records.actors.keys()) for world in marked_worlds(step, marking)}
            for name, step in self.steps.items()
        }
        tables = self._tables(task_force)
        for barrier in {step.step.barrier for step in self.steps.values()}:
            by_step = [worlds[name] for name, step in self.steps.items() if step.step.barrier == barrier]
            intervening_there = {frozenset[Hashable]().union(*together) for together in product(*by_step)}
            yield barrier, {bool(who) and not who & inside for who, inside in product(intervening_there, tables)}

    def _tables(self, task_force: str) -> set[frozenset[str]]:
        """In each world, who sits in the task force, or belongs to what does."""
        memberships = self.records.memberships_in(task_force)
        closed = bool(self.records.lists_of(task_force)) and bool(memberships)
        choices = []
        for actor in sorted(self.records.actors):
            mine = [self.records.can_settle(membership) for membership in memberships if membership.actor == actor]
            may = (True, False) if mine or not closed else (False,)
            choices.append((True,) if any(mine) or actor == task_force else may)
        links = list(self._links())
        tables = set()
        for sitting in product(*choices):
            represented = {actor for actor, sits in zip(sorted(self.records.actors), sitting, strict=True) if sits}
            for true in product(*(truth(stated) for _, _, stated in links)):
                tables.add(
                    _with_all_below(represented, [link[:2] for link, there in zip(links, true, strict=True) if there])
                )
        return tables

    def _links(self) -> Iterator[tuple[str, str, bool]]:
        for actor in self.records.actors.values():
            for relation in (*actor.part_of, *actor.kind_of, *actor.successor_of):
                yield actor.id, relation.to, relation.basis is Basis.STATED
            for relation in actor.successor_of:
                yield relation.to, actor.id, relation.basis is Basis.STATED


def _with_all_below(represented: set[str], links: list[tuple[str, str]]) -> frozenset[str]:
    inside = set(represented)
    for _ in links:
        inside |= {part for part, whole in links if whole in inside}
    return frozenset(inside)


def _shares(tie: Cooperation) -> list[float]:
    return [rating.per_cent for rating in tie.ratings]


def _most(tie: Cooperation, kinds: set[str]) -> bool:
    """More than half of those asked, in hundredths, for sums of decimal fractions are not exact."""
    return sum(round(100 * rating.per_cent) for rating in tie.ratings if rating.rating in kinds) > 5_000
