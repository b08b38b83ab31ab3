"""The oracle merges worlds that no question can tell apart; here nothing is merged, and nothing changes."""

from __future__ import annotations

import ast
import sys
from itertools import product
from math import prod
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from barriers import Model
from barriers.facts import Fact
from barriers.words import Power
from tests.drawing import tries
from tests.graph import made
from tests.graph.oracle import UNNAMED, Cell, Oracle, StepWorlds, World
from tests.strategies import ceilings, covers, told_apart

SMALL = made.step(made.DOOR, forms=[made.SEXUAL], groups=[made.GIRLS], powers=[made.HINDER])


@st.composite
def small_models(draw: st.DrawFn) -> Model:
    facts: list[Fact] = [*draw(st.lists(covers(), max_size=2)), *draw(st.lists(ceilings(), max_size=2))]
    return made.town(*told_apart(facts), steps=[SMALL])


def looked_at(step: StepWorlds, degrees: dict[Cell, int]) -> World:
    """What the questions ask of one world, read off a complete assignment."""
    there = {cell for cell, degree in degrees.items() if degree > 0}
    held = {cell for cell in there if cell[1] in step.step.powers}
    return World(
        best=max((degrees[cell] for cell in held), default=0),
        intervened=frozenset(atom for _, _, atom in held) & step.asserted,
        intervening=min(2, len({actor for actor, _, _ in held})),
        by_record=bool(held & step.recorded),
        seen=any(cell[1] is Power.DETECT for cell in there & step.recorded),
        covering=frozenset(actor for actor, _, _ in there & step.recorded),
    )


@tries(60)
@given(small_models())
def test_merging_worlds_loses_none_and_adds_none(model: Model) -> None:
    """Every complete assignment of degrees to cells, one by one."""
    step = Oracle(model, made.NL, made.SCRIPT, made.EVERYTHING).steps[made.DOOR]
    cells = [cell for actor in (*step.actors, *UNNAMED) for cell in step.cells_of(actor)]
    choices = [step.degrees(cell) for cell in cells]
    assume(prod(map(len, choices)) <= 3**7)
    listed = (looked_at(step, dict(zip(cells, degrees, strict=True))) for degrees in product(*choices))

    assert step.all() == {world for world in listed if step.agrees(world)}


@tries(40)
@given(small_models())
def test_a_third_unnamed_actor_would_change_no_answer(model: Model) -> None:
    """Two actors that nobody recorded are enough."""
    step = Oracle(model, made.NL, made.SCRIPT, made.EVERYTHING).steps[made.DOOR]
    more = step.all((*UNNAMED, "(a third)"))

    assert more == step.all()


# What it may look at

PARTS = ("oracle", "at_odds", "records")


def tree_of(part: str) -> ast.Module:
    return ast.parse(Path(__file__).with_name(f"{part}.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", PARTS)
def test_the_oracle_imports_the_nouns_and_nothing_of_the_graph(part: str) -> None:
    """`barriers/`, the standard library, and its own parts."""
    imports = {node.module or "" for node in ast.walk(tree_of(part)) if isinstance(node, ast.ImportFrom)}
    names = {alias.name for node in ast.walk(tree_of(part)) if isinstance(node, ast.Import) for alias in node.names}
    own = {f"tests.graph.{other}" for other in PARTS}
    strange = {name for name in imports | names if name not in own and name.partition(".")[0] != "barriers"}

    assert strange <= sys.stdlib_module_names | {"collections.abc"}


@pytest.mark.parametrize("part", PARTS)
def test_the_oracle_does_not_ask_the_nouns_for_a_rule(part: str) -> None:
    """When a fact begins, whose voice fixes it, what is narrower: it has its own answer to each."""
    rules = {"begins", "fixes", "scope", "expand", "is_within", "is_narrower_than", "is_stated", "select"}
    rules |= {"contradicts", "topic_id", "script_of"}
    nodes = list(ast.walk(tree_of(part)))
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    called = {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}

    assert not rules & (asked | named)
    # A scope answers a question of this name; the countries that a statement concerns are only looked up.
    assert "concerns" not in called
