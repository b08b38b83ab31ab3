"""Truths that are open come to what they come to, whichever way it turns out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.truth import Circuit, Condition, Gate, Truth, at_least, every, no, some
from tests.drawing import tries

NAMES = "abc"
WORLDS = [dict(zip(NAMES, values, strict=True)) for values in product((False, True), repeat=len(NAMES))]


def test_what_is_known_is_plain_truth() -> None:
    assert [some([]), some([False, True]), every([]), every([True, False]), no(True)] == [
        *(False, True, True, False, False)
    ]
    assert [at_least(2, [True, False]), at_least(2, [True, False, True])] == [False, True]


def test_what_is_known_goes_before_what_is_open() -> None:
    a = Circuit().variable("a")

    assert [some([a, True]), every([a, False])] == [True, False]
    assert [some([a, False]), every([a, True]), at_least(2, [True, a])] == [a, a, a]


def test_a_rule_that_asks_what_is_open_is_told_so() -> None:
    a = Circuit().variable("a")

    with pytest.raises(TypeError, match="not known yet"):
        bool(a)
    with pytest.raises(TypeError, match="not known yet"):
        any([a])


def test_one_thing_said_twice_is_one_node() -> None:
    circuit = Circuit()
    a, b, c = map(circuit.variable, NAMES)
    either = some([a, b])

    assert [some([b, a]), no(every([no(a), no(b)])), some([a, either]), some([either, every([a, c])])] == [either] * 4
    assert [some([a, no(a)]), every([a, no(a)])] == [True, False]
    assert some([a, every([a, b])]) == a


def test_a_count_counts_each_time() -> None:
    a = Circuit().variable("a")

    assert comes_to(at_least(2, [a, a]), {"a": True})


formulas = st.recursive(
    st.sampled_from([*NAMES, True, False]),
    lambda parts: st.tuples(st.sampled_from([1, 2, 3, "every", "no"]), st.lists(parts, min_size=1, max_size=4)),
    max_leaves=12,
)


@given(formulas)
@tries(120)
def test_any_formula_comes_to_what_it_says_in_each_world(formula: object) -> None:
    circuit = Circuit()
    found = truth_of(formula, {name: circuit.variable(name) for name in NAMES})

    for world in WORLDS:
        assert comes_to(found, world) == truth_of(formula, world)


def truth_of(formula: object, values: dict[str, Truth] | dict[str, bool]) -> Truth:
    if isinstance(formula, bool):
        return formula
    if isinstance(formula, str):
        return values[formula]
    assert isinstance(formula, tuple)
    word, parts = formula
    truths = [truth_of(part, values) for part in parts]
    if word == "no":
        return no(truths[0])
    return every(truths) if word == "every" else at_least(word, truths)


def comes_to(truth: Truth, world: dict[str, bool]) -> bool:
    """What a truth is in a world, counted node by node."""
    if not isinstance(truth, Condition):
        return truth
    values: list[bool] = [False]
    for node in truth.circuit.nodes:
        if isinstance(node, Gate):
            counted = sum(values[abs(number)] == (number > 0) for number in node.counted)
            values.append(counted >= node.least)
        else:
            values.append(world[node])
    return values[abs(truth.number)] == (truth.number > 0)
