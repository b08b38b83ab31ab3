"""Truth that can be open: a rule written with these words answers for one model, or for all changes of it at once.

Where everything is known, truths are True and False, and `some`, `every` and `no` are any, all and not. Where it is not
known which covers are there, a truth is a `Condition` on it, and the same rule puts together a circuit of conditions:
what follows if. Each gate of a circuit is a count, for that is enough: at least one of these, at least two of those.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Circuit:
    """Variables by name, and gates, in the order in which they were put in; each gate stands after what it counts.

    A gate is a number and what is counted: it is true when at least so many of these are. They are named by their
    places, counted from 1, with a minus where the opposite is meant.
    """

    nodes: list[str | tuple[int, ...]] = field(default_factory=list)
    _numbers: dict[str | tuple[int, ...], int] = field(default_factory=dict)

    def variable(self, name: str) -> Condition:
        """The condition that this is so; the same name is the same condition."""
        return Condition(self, self._number(name))

    def gate(self, least: int, counted: Iterable[int]) -> Truth:
        """Whether at least so many of these are so; `counted` holds one or more."""
        numbers = sorted(counted)
        if least == 1:
            numbers = sorted(set(numbers))
            if len(numbers) == 1:
                return Condition(self, numbers[0])
            if any(-number in numbers for number in numbers):
                return True
        return Condition(self, self._number((least, *numbers)))

    def _number(self, node: str | tuple[int, ...]) -> int:
        number = self._numbers.get(node)
        if number is None:
            self.nodes.append(node)
            number = self._numbers[node] = len(self.nodes)
        return number


@dataclass(frozen=True, slots=True)
class Condition:
    """A place in a circuit, with a minus where the opposite is meant. What it comes to is not known yet."""

    circuit: Circuit
    number: int

    def __bool__(self) -> bool:
        """Raises `TypeError`: a rule that asks here would take what is open for true."""
        raise TypeError("this is not known yet; ask with some, every and no")


Truth = bool | Condition


def at_least(least: int, truths: Iterable[Truth]) -> Truth:
    """Whether so many of these are true."""
    conditions: list[Condition] = []
    for truth in truths:
        if isinstance(truth, Condition):
            conditions.append(truth)
        elif truth:
            least -= 1
        if least <= 0:
            return True
    if least > len(conditions):
        return False
    return conditions[0].circuit.gate(least, [condition.number for condition in conditions])


def some(truths: Iterable[Truth]) -> Truth:
    """Whether one of these is true."""
    return at_least(1, truths)


def every(truths: Iterable[Truth]) -> Truth:
    """Whether all of these are true."""
    return no(at_least(1, map(no, truths)))


def no(truth: Truth) -> Truth:
    """Whether this is false."""
    return Condition(truth.circuit, -truth.number) if isinstance(truth, Condition) else not truth
