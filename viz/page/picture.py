"""Who stands in the picture of a graph, and beside which barrier; how many nodes stand for one actor.

Standing somewhere is a property of a relation, so an actor has as many nodes as places: one beside each barrier where
it covers a step, one in each shell and at each barrier where it makes something possible. The node that bears the
actor's own id is its home; each other one names the actor in `of`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from barriers.coverage import SHELLS, Facilitation
from barriers.messages import text
from barriers.script import Barrier, Step
from barriers.words import ActorKind
from graph import BarrierGraph
from graph.relations import Edge
from viz.page.boxes import LINE, PADDING, size_of, text_width, wrapped
from viz.page.words import NUMBERS
from viz.symbols import STATUSES, with_symbol
from viz.wording import counted

TIES = ("MEMBER_OF", "COOPERATES", "REPORTS_TO", "COORDINATES", "HAS_TASK_AT")
"""The relations between actors, and between actors and barriers, that are edges of the picture."""

MOST_PLACES = 600
"""Where actors have more places than this beside barriers, each has its home only: nobody could look at them all."""

_ACTOR_TEXT = 102
_LONG_ACTOR_TEXT = 132
"""For names that would not fit into three lines."""

BARRIER_TEXT = 172
"""The width of what stands in the box of a barrier, in pixels."""

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Spot(NamedTuple):
    """A node for an actor: at which barrier (empty for none of this script), in which shell (None: not stated).

    `elsewhere` tells whether it stands at a barrier of another script.
    """

    node: str
    actor: str
    kind: str
    lines: tuple[str, ...]
    barrier: str = ""
    shell: int | None = None
    elsewhere: bool = False

    @property
    def of(self) -> str:
        """The actor, where the node's id is not the actor's own."""
        return "" if self.node == self.actor else self.actor

    @property
    def size(self) -> tuple[int, int]:
        """How much room its label takes."""
        return size_of(self.lines)


@dataclass(frozen=True)
class Picture:
    """Nodes and their neighbours, without places yet."""

    graph: BarrierGraph

    # Barriers and steps

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The steps that are looked at, in the order of the script."""
        return {step.id: step for step in self.graph.steps}

    @cached_property
    def steps_at(self) -> dict[str, list[Step]]:
        """The same, by barrier."""
        return dict(grouped(self.graph.steps, attrgetter("barrier")))

    @cached_property
    def barriers(self) -> tuple[Barrier, ...]:
        """The barriers at which there is a step or anybody."""
        used = {*self.steps_at, *(spot.barrier for spot in self.standings), *(one.end for one in self.ties)}
        return tuple(barrier for barrier in self.graph.script.barriers if barrier.id in used)

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The name of each barrier of the script and its place there, in lines: `4 Employment`."""
        return {
            barrier.id: wrapped(f"{place} {barrier.name}", BARRIER_TEXT, most=2)
            for place, barrier in enumerate(self.graph.script.barriers, start=1)
        }

    # Relations

    @cached_property
    def by_kind(self) -> defaultdict[str, list[Edge]]:
        """The relations of each kind, in their order."""
        return grouped(self.graph.relations.listed, attrgetter("kind"))

    @cached_property
    def ties(self) -> list[Edge]:
        """The relations that tie an actor to another or to a barrier."""
        return [relation for kind in TIES for relation in self.by_kind[kind]]

    @cached_property
    def covered(self) -> dict[str, Counter[str]]:
        """For each actor how many covers it has at each barrier."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for cover in self.by_kind["COVERS"]:
            found[cover.begin][self.steps[cover.end].barrier] += 1
        return dict(sorted(found.items()))

    @cached_property
    def standing_of(self) -> dict[str, Spot]:
        """Where each facilitation stands, by the id of the fact, such as `nl.banks@shell.3@finance`.

        No id of an actor has an @.
        """
        barrier_of = {step.id: step.barrier for step in self.graph.script.steps}
        ours = {barrier.id for barrier in self.graph.script.barriers}
        found = {}
        for relation in (*self.by_kind["FACILITATES"], *self.by_kind["STANDS_IN"]):
            fact: Facilitation = relation.value
            claimed = fact.barrier.id if fact.barrier else barrier_of.get(fact.step.id, "?") if fact.step else ""
            barrier = claimed if claimed in ours else ""
            shell = fact.shell.number if fact.shell else None
            places = [fact.actor, f"shell.{shell}" if shell else "shell-not-stated", *filter(None, [barrier])]
            where = {"barrier": barrier, "shell": shell, "elsewhere": bool(claimed and not barrier)}
            found[fact.id] = self._spot("@".join(places), fact.actor, "facilitator", **where)
        return found

    # Actors

    @cached_property
    def homes(self) -> dict[str, str]:
        """For each actor that covers the barrier where it covers most; of equals the first in the script."""
        order = [barrier.id for barrier in self.graph.script.barriers]
        return {actor: max(order, key=counts.__getitem__) for actor, counts in self.covered.items()}

    @cached_property
    def institutions(self) -> tuple[Spot, ...]:
        """Who covers steps: the home of each actor, and its other places."""
        each = [(actor, barrier) for actor, counts in self.covered.items() for barrier in sorted(counts)]
        places = each if len(each) <= MOST_PLACES else self.homes.items()
        return tuple(
            self._spot(actor if self.homes[actor] == barrier else f"{actor}@{barrier}", actor, barrier=barrier)
            for actor, barrier in places
        )

    @cached_property
    def standings(self) -> tuple[Spot, ...]:
        """Who makes steps possible, once for each shell and barrier."""
        unique = {spot.node: spot for spot in self.standing_of.values()}
        return tuple(unique[node] for node in sorted(unique))

    @cached_property
    def others(self) -> tuple[Spot, ...]:
        """Who neither covers nor facilitates and is tied to somebody or has a general task; networks first."""
        there = self.covered.keys() | {spot.actor for spot in self.standings}
        known = self.graph.part.actor_by_id
        tied = {name for tie in self.ties for name in (tie.begin, tie.end) if name in known} - there
        spots = [self._spot(actor, actor) for actor in tied]
        return tuple(sorted(spots, key=lambda spot: (spot.kind != "network", spot.node)))

    def _spot(self, node: str, actor: str, kind: str = "", **where: Any) -> Spot:
        known = self.graph.actor(actor)
        is_network = known.kind is ActorKind.NETWORK or (actor, "MEMBER_OF") in self.graph.relations.into
        lines = wrapped(known.called, _ACTOR_TEXT)
        if lines[-1].endswith("…"):
            lines = wrapped(known.called, _LONG_ACTOR_TEXT)
        return Spot(node, actor, kind or ("network" if is_network else "actor"), lines, **where)

    @cached_property
    def node_of(self) -> dict[str, str]:
        """The node of each actor to which its ties go: its home, or its first place where it only facilitates."""
        found: dict[str, str] = {}
        for spot in (*self.institutions, *self.others, *self.standings):
            if spot.actor not in found or not spot.of:
                found[spot.actor] = spot.node
        return found

    @cached_property
    def nodes_at(self) -> dict[tuple[str, str], str]:
        """The node of each actor that covers, by actor and barrier."""
        return {(spot.actor, spot.barrier): spot.node for spot in self.institutions}

    def covering_node(self, actor: str, barrier: str) -> str:
        """The node from which an actor's covers at a barrier go out."""
        return self.nodes_at.get((actor, barrier), actor)

    @cached_property
    def steps_of(self) -> dict[str, list[str]]:
        """The steps at which each node covers or makes something possible."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for cover in self.by_kind["COVERS"]:
            found[self.covering_node(cover.begin, self.steps[cover.end].barrier)].append(cover.end)
        for relation in self.by_kind["FACILITATES"]:
            found[self.standing_of[relation.value.id].node].append(relation.end)
        return dict(found)

    @property
    def nowhere(self) -> str:
        """What to call the place of those who stand at none of the barriers; empty where all stand at one."""
        away = {one.elsewhere for one in self.standing_of.values() if not one.barrier}
        if not away:
            return ""
        words = {True: text("page.graph.other-script"), False: text("page.graph.no-barrier")}
        return text("page.graph.or").join(words[one] for one in sorted(away))


def shell_words(number: int | None) -> str:
    """`shell 2`, `shell not stated`."""
    return text("page.node.shell", number=number) if number in SHELLS else text("page.node.no-shell")


def barrier_box(name: tuple[str, ...]) -> tuple[int, int]:
    """Room for the name of a barrier and for the two lines below, which tell how its steps stand."""
    return BARRIER_TEXT + 2 * PADDING, (len(name) + 2) * LINE + 2 * PADDING


def tally_widths() -> dict[str, float]:
    """How wide each sign is of `9 steps: 3 short, 1 seen, 5 unknown`, whatever the numbers and the statuses.

    The page breaks this into two lines, for it changes there.
    """
    told = [*(counted(number, "step") for number in NUMBERS), *map(with_symbol, STATUSES), ",:"]
    return {sign: round(text_width(sign), 2) for sign in sorted(set("".join(told)))}


def grouped(things: Iterable[Thing], key: Callable[[Thing], Key]) -> defaultdict[Key, list[Thing]]:
    """The things by their key, in their order; nothing for a key that none has."""
    found: defaultdict[Key, list[Thing]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    return found
