"""What the recorded statements fix about a step, and what they leave open.

A model stands for all the worlds that agree with it. For the questions about steps two extreme readings
bound them all: the darkest, in which everything that is not fixed is absent, and the brightest, in which it
is full. This module works out both for one step; docs/method.md explains them with an example.

What holds in every world that an incomplete record allows is its certain answer, what holds in some a possible one:
Imielinski & Lipski, Incomplete information in relational databases, Journal of the ACM 31 (1984), 761-791.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import product
from typing import TypeVar

from barriers.coverage import Ceiling, Coverage
from barriers.scope import Scope
from barriers.script import Step
from barriers.words import Bound, Form, Power, State
from graph.barrier_graph import BarrierGraph

Atom = tuple[str, Form]
"""One target group in one form of exploitation: the smallest part of a step that a statement can speak of."""

Cell = tuple[str, Power, Atom]
"""One actor with one power for one atom."""

Statement = TypeVar("Statement", Coverage, Ceiling)


class Degree(IntEnum):
    """How far somebody holds a step."""

    NONE = 0
    IN_PART = 1
    FULLY = 2


_DEGREES = {State.ABSENT: Degree.NONE, State.PARTIAL: Degree.IN_PART, State.WORKING: Degree.FULLY}


@dataclass(frozen=True)
class StepReading:
    """The two extreme readings of one step.

    `recorded` are the covers that concern at least one atom of the step as it is looked at.
    """

    graph: BarrierGraph
    step: Step
    atoms: tuple[Atom, ...]
    recorded: tuple[Coverage, ...]
    ceilings: tuple[Ceiling, ...]

    # What the statements fix

    @cached_property
    def fixed(self) -> dict[Cell, Degree]:
        """The cells that firm, valid statements settle, each with the least degree that they leave it.

        The narrower statement wins. Equal ones that differ settle what they agree on: somebody who acts in part,
        says one, and fully, says another, acts at least in part; where one says not at all, they settle nothing.
        """
        by_cell: defaultdict[Cell, list[Coverage]] = defaultdict(list)
        for cover in self.recorded:
            if cover.state in _DEGREES and self.graph.is_firm(cover) and self.graph.is_valid(cover):
                for atom in self._atoms_of(cover):
                    by_cell[cover.actor, cover.power, atom].append(cover)
        fixed = {}
        for cell, covers in by_cell.items():
            degrees = {_DEGREES[cover.state] for cover in self._narrowest(covers)}
            if len(degrees) == 1 or Degree.NONE not in degrees:
                fixed[cell] = min(degrees)
        return fixed

    @cached_property
    def bounds(self) -> dict[Atom, tuple[Ceiling, ...]]:
        """The ceilings that count at each atom: firm, valid, undisputed, and the narrowest of these."""
        firm = [found for found in self.ceilings if self.graph.is_firm(found) and self.graph.is_valid(found)]
        bounds: dict[Atom, tuple[Ceiling, ...]] = {}
        if firm:
            for atom in self.atoms:
                here = [found for found in firm if self.graph.scope(found).concerns(*atom)]
                bounds[atom] = tuple(self._narrowest([found for found in here if not self._is_disputed(found, atom)]))
        return bounds

    @cached_property
    def counting(self) -> tuple[Ceiling, ...]:
        """The ceilings that count at any atom, each once."""
        found = {ceiling.id: ceiling for ceilings in self.bounds.values() for ceiling in ceilings}
        return tuple(found[name] for name in sorted(found))

    def _is_disputed(self, ceiling: Ceiling, atom: Atom) -> bool:
        """Nobody holds it, says one source; another names somebody, at least as narrowly."""
        if ceiling.bound is not Bound.ABSENT:
            return False
        scope = self.graph.scope(ceiling)
        return any(
            cover.power in self.step.holds
            and cover.state in (State.WORKING, State.PARTIAL)
            and self.graph.is_firm(cover)
            and self.graph.is_valid(cover)
            and self._scopes[cover.id].concerns(*atom)
            and self._scopes[cover.id].is_within(scope)
            for cover in self.recorded
        )

    def most_at(self, atom: Atom) -> Degree:
        """How far the step can be held for an atom at most."""
        kinds = {ceiling.bound for ceiling in self.bounds.get(atom, ())}
        if kinds == {Bound.ABSENT}:
            return Degree.NONE
        return Degree.IN_PART if Bound.PARTIAL in kinds else Degree.FULLY

    def somebody_at(self, atom: Atom) -> bool:
        """Whether a source says that the step is held in part, by whomever, and no other denies it."""
        return {ceiling.bound for ceiling in self.bounds.get(atom, ())} == {Bound.PARTIAL}

    # The two readings

    @cached_property
    def sure_holders(self) -> dict[str, Degree]:
        """The actors that hold the step in every world, with the best degree over its atoms."""
        holders: dict[str, Degree] = {}
        for (actor, power, atom), degree in self.fixed.items():
            sure = min(degree, self.most_at(atom))
            if power in self.step.holds and sure > Degree.NONE:
                holders[actor] = max(sure, holders.get(actor, Degree.NONE))
        return dict(sorted(holders.items()))

    @cached_property
    def least(self) -> Degree:
        """The best holding degree in the darkest reading."""
        somebody = Degree.IN_PART if any(map(self.somebody_at, self.atoms)) else Degree.NONE
        return max([somebody, *self.sure_holders.values()])

    @cached_property
    def most(self) -> Degree:
        """The best holding degree in the brightest reading: actors that nobody recorded exist too."""
        return max(map(self.most_at, self.atoms))

    @cached_property
    def fewest_holders(self) -> int:
        """The number of actors that hold the step in the darkest reading."""
        sure = tuple(self.sure_holders)
        unexplained = any(
            self.somebody_at(atom) and not any(self._can_hold(actor, atom) for actor in sure) for atom in self.atoms
        )
        return len(sure) + (1 if unexplained else 0)

    def _can_hold(self, actor: str, atom: Atom) -> bool:
        return any(self.fixed.get((actor, power, atom)) != Degree.NONE for power in self.step.holds)

    @cached_property
    def is_held_for_all(self) -> bool:
        """Whether firm statements fix, for every atom, that somebody holds the step fully."""
        full = {atom for (_, power, atom), degree in self.fixed.items() if power in self.step.holds and degree == 2}
        return all(atom in full and self.most_at(atom) is Degree.FULLY for atom in self.atoms)

    # Presences: silence never supplies one

    @cached_property
    def detectors(self) -> tuple[str, ...]:
        """The actors that detect in every world, at least in part."""
        return tuple(
            sorted({actor for (actor, power, _), degree in self.fixed.items() if power is Power.DETECT and degree})
        )

    @cached_property
    def possible_detectors(self) -> tuple[str, ...]:
        """The actors that detect in some world, because somebody recorded it in whatever state."""
        return self.possible_with({Power.DETECT})

    @cached_property
    def possible_holders(self) -> tuple[str, ...]:
        """The actors that hold the step in some world, because somebody recorded it in whatever state."""
        return self.possible_with(self.step.holds)

    def possible_with(self, powers: Iterable[Power]) -> tuple[str, ...]:
        """The actors of whom somebody recorded one of these powers, and nothing rules it out."""
        wanted = frozenset(powers)
        return tuple(
            sorted(
                {
                    cover.actor
                    for cover in self.recorded
                    if cover.power in wanted and cover.state is not State.ABSENT and self._can_be(cover)
                }
            )
        )

    def _can_be(self, cover: Coverage) -> bool:
        """Whether the cover can be there, at least in part, for any of its atoms."""
        holding = cover.power in self.step.holds
        return any(
            self.fixed.get((cover.actor, cover.power, atom)) != Degree.NONE
            and not (holding and self.most_at(atom) is Degree.NONE)
            for atom in self._atoms_of(cover)
        )

    # Scopes

    @cached_property
    def _scopes(self) -> dict[str, Scope]:
        facts: tuple[Coverage | Ceiling, ...] = (*self.recorded, *self.ceilings)
        return {fact.id: self.graph.scope(fact) for fact in facts}

    def _atoms_of(self, fact: Coverage | Ceiling) -> tuple[Atom, ...]:
        scope = self._scopes[fact.id]
        return tuple(atom for atom in self.atoms if scope.concerns(*atom))

    def _narrowest(self, facts: list[Statement]) -> list[Statement]:
        """Those that no other is strictly narrower than."""
        if len(facts) < 2:
            return facts
        scopes = self._scopes
        return [
            fact
            for fact in facts
            if not any(scopes[other.id].is_narrower_than(scopes[fact.id]) for other in facts if other is not fact)
        ]


def read_step(graph: BarrierGraph, step: Step) -> StepReading:
    """The reading of one step, for the groups and forms that are looked at.

    A step of which nothing is recorded has one too, in which everything is open.
    """
    groups = graph.script.expand(step.groups)
    groups = groups & graph.groups if graph.groups else groups
    forms = step.forms if graph.selection.form is None else step.forms & {graph.selection.form}
    atoms = tuple(product(sorted(groups), sorted(forms)))

    def concerning(facts: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(fact for fact in facts if any(graph.scope(fact).concerns(*atom) for atom in atoms))

    return StepReading(
        graph, step, atoms, concerning(graph.coverage_of(step.id)), concerning(graph.ceilings_of(step.id))
    )
