"""What the recorded statements fix about a step, and what they leave open.

A model stands for all the worlds that agree with it. For the questions about steps two extreme worlds
bound them all: the darkest, in which everything that is not fixed is absent, and the brightest, in which it
is full. This module works out both for one step; docs/method.md explains them with an example.

What holds in every world that an incomplete record allows is its certain answer, what holds in some a possible one:
Imielinski & Lipski, Incomplete information in relational databases, Journal of the ACM 31 (1984), 761-791.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product, repeat
from typing import NamedTuple, TypeVar

from barriers.coverage import Ceiling, Coverage, Scope
from barriers.script import Step
from barriers.words import Bound, Form, Power, State
from graph.barrier_graph import BarrierGraph
from graph.truth import Truth, at_least, every, no, some

Atom = tuple[str, Form]
"""One target group in one form of exploitation: the smallest part of a step that a statement can speak of."""

Cell = tuple[str, Power, Atom]
"""One actor with one power for one atom."""

Statement = TypeVar("Statement", bound=Coverage | Ceiling)


class Degree(NamedTuple):
    """How far something is done: at least in part, and fully."""

    in_part: Truth
    fully: Truth


class Fixed(NamedTuple):
    """What is settled of a cell: that it is none, that it is at least in part, and fully."""

    nobody: Truth
    in_part: Truth
    fully: Truth


class Top(NamedTuple):
    """How far somebody can intervene for an atom: `somebody` surely does in part, in part at most, fully."""

    somebody: Truth
    in_part: Truth
    fully: Truth


_SILENT = Fixed(False, False, False)
_FREE = Top(False, True, True)


_SAYS = {State.ABSENT: "nobody", State.PARTIAL: "in_part", State.ACTIVE: "fully"}
"""What the states say that fix anything."""


@dataclass(frozen=True)
class StepBounds:
    """The two extreme worlds of one step.

    `recorded` are the covers that concern at least one atom of the step as it is looked at. `there` tells of each
    whether it is there, as far as that is open; empty where all are. What is a `Truth` here is then open too, and
    whatever else follows from it cannot be asked for.
    """

    graph: BarrierGraph
    step: Step
    atoms: tuple[Atom, ...]
    recorded: tuple[Coverage, ...]
    ceilings: tuple[Ceiling, ...]
    there: tuple[Truth, ...] = field(default=(), kw_only=True)

    # What the statements fix

    @cached_property
    def present(self) -> tuple[tuple[Coverage, Truth], ...]:
        """What is recorded, each with whether it is there."""
        return tuple(zip(self.recorded, self.there or repeat(True), strict=False))

    @cached_property
    def cells(self) -> dict[Cell, Fixed]:
        """What settling, valid statements say of each cell.

        The narrower statement wins. Equal ones that differ settle what they agree on: somebody who acts in part,
        says one, and fully, says another, acts at least in part; where one says not at all, they settle nothing.
        """
        by_cell: defaultdict[Cell, list[tuple[Coverage, Truth]]] = defaultdict(list)
        for cover, there in self.present:
            if cover.state in _SAYS and self.graph.settles(cover):
                for atom in self._atoms_of(cover):
                    by_cell[cover.actor, cover.power, atom].append((cover, there))
        # An actor mostly says one and the same of all its cells.
        fixed: dict[tuple[int, ...], Fixed] = {}
        cells = {}
        for cell, covers in by_cell.items():
            said = tuple(id(cover) for cover, _ in covers)
            if said not in fixed:
                fixed[said] = self._fixed(covers)
            cells[cell] = fixed[said]
        return cells

    def _fixed(self, covers: list[tuple[Coverage, Truth]]) -> Fixed:
        said: dict[str, list[Truth]] = {"nobody": [], "in_part": [], "fully": []}
        for cover, counts in self._narrowest(covers):
            said[_SAYS[cover.state]].append(counts)
        nobody, in_part, fully = map(some, said.values())
        acts = some((in_part, fully))
        return Fixed(every((nobody, no(acts))), every((acts, no(nobody))), every((fully, no(in_part), no(nobody))))

    @cached_property
    def _bounding(self) -> dict[Atom, list[tuple[Ceiling, Truth]]]:
        """The settling, valid ceilings at each atom, each with whether it counts: undisputed and the narrowest."""
        settling = list(filter(self.graph.settles, self.ceilings))
        bounding = {}
        if settling:
            for atom in self.atoms:
                here = [found for found in settling if self.graph.scope(found).concerns(*atom)]
                bounding[atom] = self._narrowest([(found, no(self._is_disputed(found, atom))) for found in here])
        return bounding

    @cached_property
    def ceilings_at(self) -> dict[Atom, tuple[Ceiling, ...]]:
        """The ceilings that count at each atom: settling, valid, undisputed, and the narrowest of these."""
        return {atom: tuple(found for found, counts in here if counts) for atom, here in self._bounding.items()}

    @cached_property
    def counting(self) -> tuple[Ceiling, ...]:
        """The ceilings that count at any atom, each once."""
        found = {ceiling.id: ceiling for ceilings in self.ceilings_at.values() for ceiling in ceilings}
        return tuple(found[name] for name in sorted(found))

    def counts(self, *kinds: Bound) -> Truth:
        """Whether any ceiling of these kinds counts at any atom."""
        return some(counts for here in self._bounding.values() for found, counts in here if found.bound in kinds)

    def _is_disputed(self, ceiling: Ceiling, atom: Atom) -> Truth:
        """Nobody intervenes, says one source; another names somebody, at least as narrowly."""
        if ceiling.bound is not Bound.ABSENT:
            return False
        scope = self.graph.scope(ceiling)
        return some(
            there
            for cover, there in self.present
            if cover.power in self.step.powers
            and cover.state in (State.ACTIVE, State.PARTIAL)
            and self.graph.settles(cover)
            and self._scopes[cover.id].concerns(*atom)
            and self._scopes[cover.id].is_within(scope)
        )

    @cached_property
    def tops(self) -> dict[Atom, Top]:
        """What the ceilings that count leave of each atom."""
        return {atom: self._top(self._bounding.get(atom, [])) for atom in self.atoms}

    def _top(self, here: list[tuple[Ceiling, Truth]]) -> Top:
        if not here:
            return _FREE
        nobody, in_part = (
            some(counts for found, counts in here if found.bound is bound) for bound in (Bound.ABSENT, Bound.PARTIAL)
        )
        return Top(every((in_part, no(nobody))), some((in_part, no(nobody))), no(some((in_part, nobody))))

    # The two extreme worlds

    @cached_property
    def sure(self) -> dict[str, Degree]:
        """The actors of whom settling statements say that they intervene, and how far that is so in every world."""
        degrees: defaultdict[str, list[Degree]] = defaultdict(list)
        for (actor, power, atom), said in self.cells.items():
            if power in self.step.powers:
                top = self.tops[atom]
                degrees[actor].append(Degree(every((said.in_part, top.in_part)), every((said.fully, top.fully))))
        return {actor: _best(degrees[actor]) for actor in sorted(degrees)}

    @cached_property
    def sure_intervening(self) -> tuple[str, ...]:
        """The actors that intervene in every world."""
        return self.sure_with(self.step.powers)

    @cached_property
    def surely(self) -> Degree:
        """How far somebody intervenes in the darkest world."""
        somebody = Degree(some(top.somebody for top in self.tops.values()), False)
        return _best([somebody, *self.sure.values()])

    @cached_property
    def at_most(self) -> Degree:
        """How far somebody intervenes in the brightest world: actors that nobody recorded exist too."""
        return _best([Degree(top.in_part, top.fully) for top in self.tops.values()])

    @cached_property
    def has_two_intervening(self) -> Truth:
        """Whether at least two actors intervene in the darkest world."""
        unexplained = some(
            every((top.somebody, no(some(self._may_be(actor, atom) for actor in self.sure))))
            for atom, top in self.tops.items()
            if top.somebody is not False
        )
        return at_least(2, [unexplained, *(degree.in_part for degree in self.sure.values())])

    def _may_be(self, actor: str, atom: Atom) -> Truth:
        """Whether one that surely intervenes can be the one who does for this atom."""
        can_intervene = some(no(self.cells.get((actor, power, atom), _SILENT).nobody) for power in self.step.powers)
        return every((self.sure[actor].in_part, can_intervene))

    @cached_property
    def is_intervened_for_all(self) -> Truth:
        """Whether settling statements fix, for every atom, that somebody intervenes fully."""
        return every(every((self.intervened[atom].fully, self.tops[atom].fully)) for atom in self.atoms)

    @cached_property
    def intervened(self) -> dict[Atom, Degree]:
        """How far settling statements fix that somebody intervenes for an atom, whatever is said of the whole."""
        cells: dict[Atom, list[Degree]] = {atom: [] for atom in self.atoms}
        for (_, power, atom), said in self.cells.items():
            if power in self.step.powers:
                cells[atom].append(Degree(said.in_part, said.fully))
        return {atom: _best(found) for atom, found in cells.items()}

    # Presences: silence never supplies one

    @property
    def is_detected(self) -> Truth:
        """Whether anybody detects in every world, at least in part."""
        return some(said.in_part for (_, power, _), said in self.cells.items() if power is Power.DETECT)

    def sure_with(self, powers: Iterable[Power]) -> tuple[str, ...]:
        """The actors that have one of these powers in every world, at least in part.

        Of a power of the step, what a source says of the step as a whole takes it away too.
        """
        wanted, own = frozenset(powers), self.step.powers
        found = {
            actor
            for (actor, power, atom), said in self.cells.items()
            if power in wanted and said.in_part and (power not in own or self.tops[atom].in_part)
        }
        return tuple(sorted(found))

    def possible_with(self, powers: Iterable[Power]) -> tuple[str, ...]:
        """The actors of whom somebody recorded one of these powers, in whatever state, and nothing rules it out."""
        wanted = frozenset(powers)
        return tuple(sorted({cover.actor for cover, can_be in self._possible if cover.power in wanted and can_be}))

    def is_possible_with(self, powers: Iterable[Power]) -> Truth:
        """Whether somebody recorded of anybody one of these powers, and nothing rules it out."""
        wanted = frozenset(powers)
        return some(can_be for cover, can_be in self._possible if cover.power in wanted)

    @cached_property
    def _possible(self) -> tuple[tuple[Coverage, Truth], ...]:
        """What is recorded of who acts, each with whether it can be there, at least in part, for any of its atoms."""
        return tuple(
            (cover, every((there, some(self._can_be(cover, atom) for atom in self._atoms_of(cover)))))
            for cover, there in self.present
            if cover.state is not State.ABSENT
        )

    def _can_be(self, cover: Coverage, atom: Atom) -> Truth:
        is_open = no(self.cells.get((cover.actor, cover.power, atom), _SILENT).nobody)
        return every((is_open, self.tops[atom].in_part)) if cover.power in self.step.powers else is_open

    # Scopes

    @cached_property
    def _scopes(self) -> dict[str, Scope]:
        facts: tuple[Coverage | Ceiling, ...] = (*self.recorded, *self.ceilings)
        return {fact.id: self.graph.scope(fact) for fact in facts}

    def _atoms_of(self, fact: Coverage | Ceiling) -> tuple[Atom, ...]:
        scope = self._scopes[fact.id]
        return tuple(atom for atom in self.atoms if scope.concerns(*atom))

    def _narrowest(self, facts: list[tuple[Statement, Truth]]) -> list[tuple[Statement, Truth]]:
        """Each with whether it counts: it is there, and nothing is that is strictly narrower."""
        if len(facts) < 2:
            return facts
        counting = []
        for fact, there in facts:
            scope = self._scopes[fact.id]
            narrower = [truth for other, truth in facts if self._scopes[other.id].is_narrower_than(scope)]
            counting.append((fact, every((there, *map(no, narrower)))))
        return counting


def _best(found: Sequence[Degree]) -> Degree:
    return Degree(some(one.in_part for one in found), some(one.fully for one in found))


def bounds_of(graph: BarrierGraph, step: Step) -> StepBounds:
    """The bounds of one step, for the groups and forms that are looked at.

    A step of which nothing is recorded has one too, in which everything is open.
    """
    groups = graph.script.expand(step.groups)
    groups = groups & graph.groups if graph.groups else groups
    forms = step.forms if graph.selection.form is None else step.forms & {graph.selection.form}
    atoms = tuple(product(sorted(groups), sorted(forms)))

    def concerning(facts: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(fact for fact in facts if any(graph.scope(fact).concerns(*atom) for atom in atoms))

    return StepBounds(
        graph, step, atoms, concerning(graph.facts_at(step.id, Coverage)), concerning(graph.facts_at(step.id, Ceiling))
    )
