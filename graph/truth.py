"""Truth that can be open: a rule written with these words answers for one model, or for all changes of it at once.

Where everything is known, truths are True and False, and `some`, `every` and `no` are any, all and not. Where it is not
known which covers are there, a truth is a `Condition` on it, and the same rule puts together a circuit of conditions:
what follows if. Each gate of a circuit is a count, for that is enough: at least one of these, at least two of those.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Gate(NamedTuple):
    """True when at least so many nodes are; they are named by their numbers, below 0 where the opposite is meant."""

    least: int
    counted: tuple[int, ...]


@dataclass(slots=True, eq=False)
class Circuit:
    """Variables and gates, numbered from 1 in their order; each gate stands after what it counts."""

    nodes: list[Any] = field(default_factory=list)
    _numbers: dict[Any, int] = field(default_factory=dict)
    _made: dict[Gate, Truth] = field(default_factory=dict)

    def variable(self, name: Hashable) -> Condition:
        """The condition that this is so, whatever the name is; the same name is the same condition."""
        return Condition(self, self._number(name))

    def gate(self, least: int, counted: Iterable[int]) -> Truth:
        """Whether at least so many of these are so; `counted` holds one or more."""
        asked = Gate(least, tuple(sorted(counted)))
        if asked not in self._made:
            self._made[asked] = self._gate(asked)
        return self._made[asked]

    def _gate(self, asked: Gate) -> Truth:
        least, counted = asked
        if least > 1:
            return Condition(self, self._number(asked))
        numbers = set(self._alternatives(counted))
        opposites = [number for number in numbers if number < 0]
        if any(-number in numbers for number in opposites):
            return True
        kept = sorted(numbers.difference([number for number in opposites if self._is_within(number, numbers)]))
        return Condition(self, kept[0] if len(kept) == 1 else self._number(Gate(1, tuple(kept))))

    def _alternatives(self, numbers: Iterable[int]) -> Iterator[int]:
        """One of these, and of what is itself one of several, these."""
        for number in numbers:
            node = self.nodes[number - 1] if number > 0 else None
            yield from node.counted if isinstance(node, Gate) and node.least == 1 else (number,)

    def _is_within(self, number: int, numbers: set[int]) -> bool:
        """Whether this is so only where another of these is: all of several, one of which is here itself."""
        node = self.nodes[-number - 1]
        return isinstance(node, Gate) and node.least == 1 and any(-one in numbers for one in node.counted)

    def _number(self, node: Any) -> int:
        number = self._numbers.get(node)
        if number is None:
            self.nodes.append(node)
            number = self._numbers[node] = len(self.nodes)
        return number


class Condition(NamedTuple):
    """A place in a circuit, below 0 where the opposite is meant. What it comes to is not known yet."""

    circuit: Circuit
    number: int

    def __bool__(self) -> bool:
        """Raises `TypeError`: a rule that asks here would take what is open for true."""
        raise TypeError("this is not known yet; ask with some, every and no")


Truth = bool | Condition


def at_least(least: int, truths: Iterable[Truth]) -> Truth:
    """Whether so many of these are true; `least` is 1 or more."""
    conditions: list[Condition] = []
    for truth in truths:
        if truth is True:
            least -= 1
            if least == 0:
                return True
        elif truth is not False:
            conditions.append(truth)
    if least > len(conditions):
        return False
    if len(conditions) == 1:
        return conditions[0]
    return conditions[0].circuit.gate(least, [condition.number for condition in conditions])


def some(truths: Iterable[Truth]) -> Truth:
    """Whether one of these is true."""
    return at_least(1, truths)


def every(truths: Iterable[Truth]) -> Truth:
    """Whether all of these are true."""
    conditions: list[Condition] = []
    for truth in truths:
        if truth is False:
            return False
        if truth is not True:
            conditions.append(truth)
    if len(conditions) < 2:
        return conditions[0] if conditions else True
    return no(conditions[0].circuit.gate(1, [-condition.number for condition in conditions]))


def no(truth: Truth) -> Truth:
    """Whether this is false."""
    return not truth if truth is True or truth is False else Condition(truth.circuit, -truth.number)
