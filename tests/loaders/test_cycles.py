"""Cycles among ids that lead to ids."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.references import find_cycles

WAYS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4), max_size=6)


def reached(start: str, ways: Mapping[str, list[str]]) -> set[str]:
    """Everything that one gets to from here in one step or more."""
    found: set[str] = set()
    waiting = list(ways.get(start, []))
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(ways.get(here, []))
    return found


@pytest.mark.parametrize(
    ("ways", "cycles"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["a"]}, [("a", "a")]),
        ({"c": ["a"], "b": ["c"], "a": ["b"]}, [("a", "b", "c", "a")]),
        ({"z": ["b"], "b": ["c"], "c": ["b"]}, [("b", "c", "b")]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [("a", "b", "a"), ("c", "d", "c")]),
        ({"a": ["nowhere"]}, []),
    ],
)
def test_cycles_are_found(ways: dict[str, list[str]], cycles: list[tuple[str, ...]]) -> None:
    assert find_cycles(ways) == cycles


@given(WAYS)
def test_a_cycle_leads_from_step_to_step_and_back(ways: dict[str, list[str]]) -> None:
    for cycle in find_cycles(ways):
        assert cycle[0] == cycle[-1]
        assert all(there in ways[here] for here, there in pairwise(cycle))


@given(WAYS)
def test_where_ids_lead_back_to_themselves_a_cycle_is_told_among_them(ways: dict[str, list[str]]) -> None:
    told = {name for cycle in find_cycles(ways) for name in cycle}

    for name in ways:
        around = {other for other in reached(name, ways) if name in reached(other, ways)}
        assert not around or around & told


@given(WAYS)
def test_each_cycle_closes_at_an_id_that_was_on_none_before(ways: dict[str, list[str]]) -> None:
    told: set[str] = set()
    for cycle in find_cycles(ways):
        assert cycle[-1] not in told
        told.update(cycle)


@given(WAYS)
def test_order_changes_nothing(ways: dict[str, list[str]]) -> None:
    mixed = sorted(ways.items(), reverse=True)

    assert find_cycles({name: list(reversed(to)) for name, to in mixed}) == find_cycles(ways)


def test_a_long_chain_is_no_danger_to_the_stack() -> None:
    chain = {str(number): [str(number + 1)] for number in range(20_000)}

    assert find_cycles(chain) == []
