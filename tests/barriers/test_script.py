"""A script puts its parts in order, and knows which groups a word for several stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barriers import Barrier, Group, Route, Script, Step
from barriers.words import Form, Power

GROUPS = ("everybody", "minors", "girls", "boys", "adults")
FORMS = frozenset([Form.LABOUR])


def script(
    *groups: Group,
    barriers: tuple[Barrier, ...] = (),
    steps: tuple[Step, ...] = (),
    routes: tuple[Route, ...] = (),
) -> Script:
    return Script("doors", "Doors", barriers, steps, groups, frozenset(Power), routes)


def group(name: str, *includes: str) -> Group:
    return Group(name, name.title(), includes)


def step(name: str) -> Step:
    return Step(name, name.partition(".")[0], name, FORMS, frozenset([Power.HINDER]), frozenset(["adults"]), ours=True)


PEOPLE = script(
    group("everybody", "minors", "adults"),
    group("minors", "girls", "boys"),
    group("girls"),
    group("boys"),
    group("adults"),
)

# Any ways of including one another, circles among them.
INCLUDES = st.dictionaries(st.sampled_from(GROUPS), st.lists(st.sampled_from(GROUPS), max_size=3), max_size=5)
SETS = st.frozensets(st.sampled_from([*GROUPS, "unknown"]))


# Groups


@pytest.mark.parametrize(
    ("groups", "expanded"),
    [
        ("", ""),
        ("girls", "girls"),
        ("minors", "girls boys"),
        ("everybody", "girls boys adults"),
        ("minors girls", "girls boys"),
        ("unknown", "unknown"),
        ("unknown minors", "unknown girls boys"),
    ],
)
def test_a_word_for_several_groups_stands_for_them(groups: str, expanded: str) -> None:
    assert PEOPLE.expand(frozenset(groups.split())) == frozenset(expanded.split())


@pytest.mark.parametrize(
    ("groups", "expanded"),
    [
        ("girls", "girls"),
        ("boys", "boys"),
        ("minors", "adults"),
        ("everybody", "everybody"),
        ("girls minors", "adults"),
    ],
)
def test_circles_come_to_an_end_and_never_stand_for_everybody(groups: str, expanded: str) -> None:
    """The loader refuses them; a script made in memory may have one."""
    circles = script(
        group("girls", "boys"),
        group("boys", "girls"),
        group("minors", "minors", "adults"),
        group("everybody", "everybody"),
        group("adults"),
    )

    assert circles.expand(frozenset(groups.split())) == frozenset(expanded.split())


@given(INCLUDES, SETS)
def test_no_groups_are_made_of_some_and_some_of_none(includes: dict[str, list[str]], groups: frozenset[str]) -> None:
    made = script(*(group(name, *parts) for name, parts in includes.items()))

    assert bool(made.expand(groups)) == bool(groups)


@given(INCLUDES, SETS)
def test_expanding_twice_is_expanding_once(includes: dict[str, list[str]], groups: frozenset[str]) -> None:
    made = script(*(group(name, *parts) for name, parts in includes.items()))
    once = made.expand(groups)

    assert made.expand(once) == once


@given(SETS, SETS)
def test_more_groups_stand_for_more(some: frozenset[str], more: frozenset[str]) -> None:
    assert PEOPLE.expand(some) <= PEOPLE.expand(some | more)


# Order


def test_barriers_stand_in_their_order_and_steps_behind_them() -> None:
    made = script(
        barriers=(Barrier("work", "Work", 2), Barrier("entry", "Entry", 1)),
        steps=(step("work.wharf"), step("entry.quay"), step("work.pay"), step("entry.offer")),
    )

    assert [barrier.id for barrier in made.barriers] == ["entry", "work"]
    assert [found.id for found in made.steps] == ["entry.offer", "entry.quay", "work.pay", "work.wharf"]


def test_groups_and_routes_stand_by_id() -> None:
    made = script(
        group("young"),
        group("old"),
        routes=tuple(Route(name, name, FORMS, ("entry.offer", "entry.quay")) for name in ("c", "a", "b")),
    )

    assert [found.id for found in made.groups] == ["old", "young"]
    assert [route.id for route in made.routes] == ["a", "b", "c"]


def test_a_script_in_another_order_is_the_same_script() -> None:
    parts = (step("entry.offer"), step("entry.quay"))

    assert script(steps=parts) == script(steps=parts[::-1])
