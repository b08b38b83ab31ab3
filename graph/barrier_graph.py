"""The graph in the field's words; networkx stays inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from barriers.actors import RELATION_FIELDS, Actor
from barriers.coverage import Ceiling, Coverage, Scope
from barriers.facts import Fact
from barriers.model import Country, Model
from barriers.script import Script, Step
from barriers.selection import Selection
from barriers.ties import CompleteList, Membership
from barriers.words import Basis
from graph.relations import Edge, Relations

if TYPE_CHECKING:
    import networkx as nx

SomeFact = TypeVar("SomeFact", bound=Fact)


@dataclass(frozen=True)
class BarrierGraph:
    """One country under one script on one day.

    `relations` are its nodes and relations, `part` the model that it was built from (already filtered). All
    answers are tuples of our own values, sorted by id; an unknown or unrelated id gives an empty one.
    """

    relations: Relations
    part: Model
    script: Script
    country: str
    as_of: date
    selection: Selection

    def __repr__(self) -> str:
        return f"<BarrierGraph {self.country} {self.script.id} {self.as_of}: {len(self.steps)} steps>"

    @cached_property
    def shape(self) -> nx.MultiDiGraph:
        """The graph as networkx has it, made when it is first asked for, then frozen."""
        return self.relations.shape()

    # The script

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are looked at, in the order of the script."""
        return tuple(step for step in self.script.steps if step.id in self.relations)

    @cached_property
    def passes(self) -> dict[str, tuple[str, ...]]:
        """The routes of the form that is looked at, by id, each with those of its steps that are, each once."""
        form = self.selection.form
        steps = {step.id for step in self.steps}
        found = {
            route.id: tuple(name for name in dict.fromkeys(route.steps) if name in steps)
            for route in self.script.routes
            if form is None or form in route.forms
        }
        return {name: passed for name, passed in found.items() if passed}

    @cached_property
    def groups(self) -> frozenset[str]:
        """The groups that are looked at; empty for all."""
        return self.script.expand(frozenset([self.selection.group])) if self.selection.group else frozenset()

    # What is recorded, of any kind

    def facts_at(self, place: str, kind: type[SomeFact]) -> tuple[SomeFact, ...]:
        """The facts of a kind that are drawn to this node, each once."""
        return _once(self.relations.into.get((place, name), ()) for name in kind.DRAWN.relations)

    def facts_by(self, actor: str, kind: type[SomeFact]) -> tuple[SomeFact, ...]:
        """The facts of a kind that are drawn from this node, each once."""
        return _once(self.relations.out_of.get((actor, name), ()) for name in kind.DRAWN.relations)

    # Networks

    @cached_property
    def home(self) -> Country:
        """The country itself."""
        return self.part.country_by_code[self.country]

    @cached_property
    def networks(self) -> tuple[str, ...]:
        """The national networks of the country, its task force first."""
        return tuple(dict.fromkeys(filter(None, (self.home.task_force, *self.home.national_networks))))

    def members_of(self, network: str) -> tuple[Membership, ...]:
        """Who sits in a network on the day."""
        return tuple(membership for membership in self.facts_at(network, Membership) if self.is_valid(membership))

    def complete_lists_of(self, network: str) -> tuple[CompleteList, ...]:
        """The lists of a network that hold on the day, stated with a voice that can fix them."""
        return tuple(filter(self.settles, self.facts_at(network, CompleteList)))

    def is_complete(self, network: str) -> bool:
        """Whether a missing membership means no: a list holds on the day, and somebody is recorded on it."""
        return bool(self.complete_lists_of(network)) and bool(self.facts_at(network, Membership))

    def represented(self, actors: Iterable[str], networks: Iterable[str], *, settled: bool) -> set[str]:
        """Those among the actors that sit in one of these networks, or are part of one or of whoever sits there.

        `settled` takes only what settles it; otherwise whoever had a membership that has ended may still have it.
        """
        memberships = (membership for network in networks for membership in self.facts_at(network, Membership))
        there = {
            *networks,
            *(membership.actor for membership in memberships if not settled or self.settles(membership)),
        }
        return {name for name in actors if self.wholes_of(name, settled=settled) & there}

    def wholes_of(self, actor: str, *, settled: bool) -> frozenset[str]:
        """The actor and everything it is part of, a kind of, or the successor or forerunner of, at any remove.

        `settled` follows only what a source states; otherwise the analyst's inferences as well.
        """
        reached = {actor}
        waiting = [actor]
        while waiting:
            here = waiting.pop()
            for other, relation in self._upward(here):
                if other not in reached and (not settled or relation.basis is Basis.STATED):
                    reached.add(other)
                    waiting.append(other)
        return frozenset(reached)

    def _upward(self, actor: str) -> Iterator[tuple[str, Any]]:
        for word in RELATION_FIELDS:
            for relation in self.relations.out_of.get((actor, word.upper()), ()):
                yield relation.end, relation.value
        for relation in self.relations.into.get((actor, "SUCCESSOR_OF"), ()):
            # Whoever took the membership over inherits it, so the forerunner is not without one.
            yield relation.begin, relation.value

    # Facts

    def actor(self, name: str) -> Actor:
        """The actor of this id."""
        return self.part.actor_by_id[name]

    def scope(self, fact: Coverage | Ceiling) -> Scope:
        """For whom and for how long a statement holds."""
        if fact.id not in self._scopes:
            self._scopes[fact.id] = self.part.scope(fact, self.script)
        return self._scopes[fact.id]

    @cached_property
    def _scopes(self) -> dict[str, Scope]:
        """The scopes worked out so far; several questions ask for the same."""
        return {}

    def is_valid(self, fact: Fact) -> bool:
        """Whether a fact holds on the day; it has begun, or the selection would have left it out."""
        return fact.until is None or self.as_of <= fact.until

    def can_settle(self, fact: Fact) -> bool:
        """Whether a fact is stated with a voice that can fix it: law, official or report."""
        return fact.is_stated and self.part.fixes(fact.citations)

    def settles(self, fact: Fact) -> bool:
        """Whether a fact can settle something and holds on the day."""
        return self.can_settle(fact) and self.is_valid(fact)


def _once(drawn: Iterable[Iterable[Edge]]) -> tuple[Any, ...]:
    """The facts behind relations, each once, by id."""
    facts = {relation.key: relation.value for relations in drawn for relation in relations}
    return tuple(facts[name] for name in sorted(facts))
