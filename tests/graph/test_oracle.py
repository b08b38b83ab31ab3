"""The oracle merges worlds that no question can tell apart; here nothing is merged, and nothing changes."""

from __future__ import annotations

from itertools import product
from math import prod

from hypothesis import assume, given
from hypothesis import strategies as st

from barriers import Model
from barriers.facts import Fact
from barriers.words import Power
from tests.graph import made
from tests.graph.oracle import UNNAMED, Cell, Oracle, StepWorlds, World
from tests.strategies import ceilings, covers, told_apart, tries

SMALL = made.step(made.DOOR, forms=[made.SEXUAL], groups=[made.GIRLS], holds=[made.HINDER])


@st.composite
def small_models(draw: st.DrawFn) -> Model:
    facts: list[Fact] = [*draw(st.lists(covers(), max_size=2)), *draw(st.lists(ceilings(), max_size=2))]
    return made.town(*told_apart(facts), steps=[SMALL])


def looked_at(step: StepWorlds, degrees: dict[Cell, int]) -> World:
    """What the questions ask of one world, read off a complete assignment."""
    there = {cell for cell, degree in degrees.items() if degree > 0}
    held = {cell for cell in there if cell[1] in step.step.holds}
    return World(
        best=max((degrees[cell] for cell in held), default=0),
        held=frozenset(atom for _, _, atom in held) & step.asserted,
        holders=min(2, len({actor for actor, _, _ in held})),
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
