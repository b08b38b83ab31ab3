"""The graph: built once from the model, then frozen; it answers in our own words."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import networkx as nx
import pytest

from barriers import Cooperation, Group, Rating, Route, Selection
from barriers.coverage import Ceiling, Coverage, Facilitation, GeneralTask, Weakness
from barriers.ties import Membership
from graph import BarrierGraph, View, build_graph
from tests.graph.made import (
    BANK,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    INFERRED,
    LABOUR,
    LEDGER,
    NL,
    PLATFORM,
    POLICE,
    SCRIPT,
    SEXUAL,
    STATED,
    TABLE,
    actor,
    by,
    complete,
    cover,
    helps,
    home,
    in_part,
    membership,
    relation,
    said,
    step,
    task,
    town,
    weakness,
)

FACTS = [
    cover(POLICE),
    in_part(),
    helps(BANK, shell=STATED, barrier=STATED, step=STATED),
    membership(POLICE),
    complete(),
    task(HALL, "entry"),
    weakness(DOOR, POLICE),
    said("the police", about=(DOOR, POLICE, "entry", SCRIPT)),
]


def whole() -> BarrierGraph:
    """The town with one fact of each kind, a route, and two steps of which the first leads to the second."""
    first = replace(step(DOOR), leads_to=(LEDGER,))
    belongs = [actor(BANK, part_of=(relation(HALL),)), actor(HALL, successor_of=(relation(POLICE),))]
    model = town(*FACTS, steps=[first, step(LEDGER)], actors=belongs)
    rated = Cooperation(actor=POLICE, partner=HALL, ratings=(Rating("weak", 40.0),), citations=by("report"), country=NL)
    through = Route("straight", "Straight through", frozenset([SEXUAL]), (DOOR, LEDGER), ours=True)
    scripts = (replace(model.scripts[0], routes=(through,)),)
    return build_graph(replace(model, cooperation=(rated,), scripts=scripts), NL, SCRIPT)


@pytest.mark.parametrize(
    ("begin", "relation_kind", "end"),
    [
        (SCRIPT, "HAS", "entry"),
        ("entry", "HAS", DOOR),
        (DOOR, "LEADS_TO", LEDGER),
        ("straight", "PASSES", DOOR),
        ("shell.3", "SURROUNDS", "entry"),
        (BANK, "STANDS_IN", "shell.3"),
        (BANK, "FACILITATES", "entry"),
        (BANK, "FACILITATES", DOOR),
        (POLICE, "COVERS", DOOR),
        (POLICE, "MEMBER_OF", TABLE),
        (POLICE, "COOPERATES", HALL),
        (BANK, "PART_OF", HALL),
        (HALL, "SUCCESSOR_OF", POLICE),
        (HALL, "HAS_TASK_AT", "entry"),
        (FACTS[1].id, "BOUNDS", DOOR),
        (FACTS[4].id, "LISTS", TABLE),
        (FACTS[6].id, "TOUCHES", DOOR),
        (FACTS[6].id, "TOUCHES", POLICE),
        (FACTS[7].id, "IS_ABOUT", DOOR),
        (FACTS[7].id, "IS_ABOUT", POLICE),
        (FACTS[7].id, "IS_ABOUT", "entry"),
        (FACTS[7].id, "IS_ABOUT", SCRIPT),
    ],
)
def test_the_graph_has_the_shape_of_the_design(begin: str, relation_kind: str, end: str) -> None:
    """A relation is an edge; whatever bounds, closes or groups is a node."""
    edges = whole().shape.get_edge_data(begin, end, default={})

    assert relation_kind in {data["kind"] for data in edges.values()}


def test_a_route_keeps_the_order_of_its_steps() -> None:
    """The first step is number 1."""
    shape = whole().shape
    orders = {end: data["order"] for _, end, data in shape.out_edges("straight", data=True)}

    assert orders == {DOOR: 1, LEDGER: 2}


def test_the_graph_answers_with_our_own_values() -> None:
    """Facts at a place, facts of an actor; nothing of networkx."""
    graph = whole()

    assert graph.facts_at(DOOR, Coverage) == graph.facts_by(POLICE, Coverage) == (FACTS[0],)
    assert graph.facts_at(DOOR, Ceiling) == (FACTS[1],)
    assert graph.facts_at(DOOR, Facilitation) == graph.facts_at("entry", Facilitation) == (FACTS[2],)
    assert graph.facts_at("shell.3", Facilitation) == graph.facts_by(BANK, Facilitation) == (FACTS[2],)
    assert graph.facts_by(POLICE, Membership) == graph.members_of(TABLE) == (FACTS[3],)
    assert graph.complete_lists_of(TABLE) == (FACTS[4],)
    assert graph.facts_at("entry", GeneralTask) == (FACTS[5],)
    assert graph.facts_at(DOOR, Weakness) == graph.facts_at(POLICE, Weakness) == (FACTS[6],)


def test_a_name_that_is_not_there_has_nothing() -> None:
    """An empty tuple, no error."""
    graph = whole()

    assert graph.facts_at("nowhere", Coverage) == graph.facts_by("nobody", Coverage) == ()
    assert graph.wholes_of("nobody", settled=True) == {"nobody"}


def test_the_graph_is_frozen() -> None:
    """A changed question is asked of a changed model."""
    graph = whole()

    with pytest.raises(nx.NetworkXError):
        graph.shape.add_edge(BANK, DOOR)
    with pytest.raises(FrozenInstanceError):
        graph.country = "BE"  # type: ignore[misc]


def test_the_graph_tells_what_it_is() -> None:
    """Country, script, day and size, for whoever meets it in a debugger."""
    assert repr(whole()) == "<BarrierGraph NL town 2014-01-31: 2 steps>"


def test_a_step_that_is_not_looked_at_takes_its_relations_along() -> None:
    """The actor stays, its cover of that step does not."""
    steps = [replace(step(DOOR, forms=[SEXUAL]), leads_to=(LEDGER,)), step(LEDGER, forms=[LABOUR])]
    model = town(cover(POLICE), helps(BANK, step=STATED), steps=steps)
    graph = build_graph(model, NL, SCRIPT, Selection(form=LABOUR))

    assert [found.id for found in graph.steps] == [LEDGER]
    assert graph.facts_by(POLICE, Coverage) == ()
    assert graph.facts_by(BANK, Facilitation) == ()


def test_facts_of_actors_that_are_not_there_are_left_out() -> None:
    """The loader tells of them; the graph does not stumble."""
    graph = build_graph(town(cover("nl.ghost"), helps("nl.ghost", step=STATED)), NL, SCRIPT)

    assert graph.facts_at(DOOR, Coverage) == ()
    assert graph.facts_at(DOOR, Facilitation) == ()


def test_what_is_stated_and_what_is_inferred_of_one_relation_both_stay() -> None:
    """That the bank is part of the town hall is stated, though we had inferred it as well."""
    belongs = actor(BANK, part_of=(relation(HALL, STATED), relation(HALL, INFERRED)))
    graph = build_graph(town(actors=[belongs]), NL, SCRIPT)

    assert graph.wholes_of(BANK, settled=True) == {BANK, HALL}


def test_the_task_force_comes_first_among_the_national_networks() -> None:
    """Once, even where the country lists it again."""
    named = build_graph(town(country=home(national_networks=(PLATFORM, TABLE))), NL, SCRIPT)
    none = build_graph(town(country=home(task_force=None)), NL, SCRIPT)

    assert named.networks == (TABLE, PLATFORM)
    assert none.networks == ()


def test_a_group_that_is_looked_at_is_spelled_out() -> None:
    """Children are girls and boys; nobody in particular is everybody."""
    children = build_graph(town(), NL, SCRIPT, Selection(group="children"))

    assert children.groups == {"girls", "boys"}
    assert build_graph(town(), NL, SCRIPT).groups == frozenset()


def test_a_group_that_no_step_concerns_leaves_no_step() -> None:
    """And so no finding about one."""
    model = town(cover(POLICE, DETECT, groups=[GIRLS]))
    known = (*model.scripts[0].groups, Group("elders", "Elders"))
    wider = replace(model, scripts=(replace(model.scripts[0], groups=known),))

    assert build_graph(wider, NL, SCRIPT, Selection(group="elders")).steps == ()


@pytest.mark.parametrize(
    ("actors", "sentence"),
    [
        ([], ""),
        ([POLICE], "Police"),
        ([POLICE, HALL], "Police and Town hall"),
        ([POLICE, HALL, BANK], "Police, Town hall and Bank"),
        ([POLICE, HALL, BANK, TABLE], "Police, Town hall and 2 more"),
    ],
)
def test_at_most_three_actors_are_named_in_a_sentence(actors: list[str], sentence: str) -> None:
    """More are counted."""
    assert str(View(whole()).names(actors)) == sentence
