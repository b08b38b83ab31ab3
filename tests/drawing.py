"""How hard Hypothesis tries, and how what it makes up is drawn: with few draws, from strategies that are made once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from math import prod
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

DEEP = bool(os.environ.get("BARRIERS_DEEP"))
"""Whether this run is to try everything, however long that takes."""

TIMES = 20 if DEEP else 1
"""How much harder a deep run tries."""


def tries(number: int) -> settings:
    """This many examples, more in a deep run."""
    return settings(max_examples=number * TIMES)


def usual(*cases: Any, deep: Iterable[Any] = ()) -> list[Any]:
    """These cases of a test, and in a deep run the others too: they are made alike."""
    return [*cases, *(case for case in deep if DEEP and case not in cases)]


def often(*usual: Any, times: int = 4, seldom: Iterable[Any] = ()) -> list[Any]:
    """The usual values several times as often as the others; the first is what a failing example shrinks to."""
    return [*chain.from_iterable([usual] * times), *seldom]


def chosen(draw: st.DrawFn, *choices: Sequence[Any]) -> tuple[Any, ...]:
    """A value from each list, in a single draw, for it is the drawing that takes the time."""
    return _picked(draw(_numbers(_ways(choices))), choices)


def one_of_each(*choices: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """The same as a strategy, for those that are made once: to make one takes longer than to draw from it."""
    return _numbers(_ways(choices)).map(lambda number: _picked(number, choices))


def _ways(choices: Sequence[Sequence[Any]]) -> int:
    ways = prod(map(len, choices))
    # From here on Hypothesis would prefer small numbers, and with them the first of each list.
    assert ways < 2**24
    return ways


@cache
def _numbers(ways: int) -> st.SearchStrategy[int]:
    return st.integers(0, ways - 1)


def _picked(number: int, choices: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    picked = []
    for values in choices:
        number, place = divmod(number, len(values))
        picked.append(values[place])
    return tuple(picked)


@lru_cache(maxsize=256)
def up_to(most: int, one: Callable[..., st.SearchStrategy[Any]], *about: Any, least: int = 0) -> Any:
    """Lists of what `one` makes when it is told these; made once for the casts that come again."""
    return st.lists(one(*about), min_size=least, max_size=most)
