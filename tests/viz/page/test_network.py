"""The network that pyvis builds."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from barriers import Model
from barriers.facts import Fact
from graph import BarrierGraph
from tests.drawing import tries
from tests.graph import made
from tests.strategies import models
from tests.viz.page.pictures import BUNDLED, acting, bundled, crowds, drawn, large
from viz.page import network
from viz.page.lanes import lanes
from viz.page.network import CORE, DASHES, ENDS, NoPicture, pyvis_network, vis_source
from viz.page.shells import shells

ACTORS = ("actor", "network", "facilitator")


def built(graph: BarrierGraph) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    return pyvis_network(graph)


def nodes_of(graph: BarrierGraph) -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in built(graph)[0]}


def edges_of(graph: BarrierGraph) -> list[dict[str, Any]]:
    return built(graph)[1]


def check(graph: BarrierGraph) -> None:
    """Nodes and edges are those of the graph, every end of an edge is a node, and no id is there twice."""
    nodes, edges = built(graph)
    ids = [node["id"] for node in nodes]
    assert len(set(ids)) == len(ids)
    assert len({edge["id"] for edge in edges}) == len(edges)
    assert {end for edge in edges for end in (edge["from"], edge["to"])} <= set(ids)
    assert {node.get("of", node["id"]) for node in nodes if node["kind"] in ACTORS} == acting(graph)
    assert [node["id"] for node in nodes if node["kind"] == "step"] == [step.id for step in graph.steps]
    actor = {node["id"]: node.get("of", node["id"]) for node in nodes}
    relations = Counter(
        (one, other, kind, value.id if isinstance(value, Fact) else None)
        for one, other, data in graph.shape.edges(data=True)
        for kind, value in [(data["kind"], data.get("value"))]
        if kind in ENDS
    )
    told = [(actor[edge["from"]], actor[edge["to"]], edge["kind"], edge["fact"]) for edge in edges]
    assert relations <= Counter(told)
    # What is more gathers facts at a barrier, where no steps are drawn.
    more = [
        edge for edge in edges if (actor[edge["from"]], actor[edge["to"]], edge["kind"], edge["fact"]) not in relations
    ]
    assert all(edge.get("only") == "shells" for edge in more)


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_nodes_and_edges_are_those_of_the_graph(country: str, script: str) -> None:
    """A comparison with networkx, relation by relation."""
    check(bundled(country, script))


def test_a_large_network_is_that_of_its_graph() -> None:
    """There actors have one place each, for nobody could look at all of them."""
    check(large(3_000))


@tries(60)
@given(models())
def test_a_made_network_is_that_of_its_graph(model: Model) -> None:
    """Whatever is ended, inferred or of another country."""
    check(drawn(model))


@tries(25)
@given(crowds())
def test_a_crowd_is_that_of_its_graph(model: Model) -> None:
    """In any shell and in none, at any barrier and at none."""
    check(drawn(model))


@pytest.mark.parametrize(("country", "script"), BUNDLED)
def test_every_node_has_a_place_in_a_layout(country: str, script: str) -> None:
    """And every place is that of a node; only steps and second places of institutions are missing from the shells."""
    graph = bundled(country, script)
    nodes = nodes_of(graph)
    in_lanes, in_shells = lanes(graph).boxes.keys(), shells(graph).boxes.keys()

    assert in_lanes == nodes.keys() - {CORE}
    missing = nodes.keys() - in_shells
    assert in_shells <= nodes.keys()
    assert all(nodes[name]["kind"] == "step" or (nodes[name].get("of") and "shell" not in name) for name in missing)


def test_no_two_lines_are_drawn_alike_and_only_orders_end_alike() -> None:
    """They are told apart in grey: of ends only that of an order of steps is also that of a report."""
    assert len(set(DASHES.values())) == len(DASHES)
    assert {kind for kind, end in ENDS.items() if list(ENDS.values()).count(end) > 1} == {"LEADS_TO", "REPORTS_TO"}


def test_an_actor_stands_beside_each_barrier_where_it_covers() -> None:
    """Its home bears its id, the other places name it."""
    nodes = nodes_of(bundled("NL", "five-barriers"))
    police = {name: node["barrier"] for name, node in nodes.items() if "nl.police" in (name, node.get("of"))}

    assert police == {
        "nl.police": "employment",
        "nl.police@accommodation": "accommodation",
        "nl.police@entry": "entry",
        "nl.police@identity": "identity",
    }


def test_the_chamber_of_commerce_stands_on_both_sides() -> None:
    """As an institution that covers and as one that makes possible."""
    nodes = nodes_of(bundled("NL", "five-barriers"))
    kinds = {node["kind"] for node in nodes.values() if "nl.chamber-of-commerce" in (node["id"], node.get("of"))}

    assert kinds == {"actor", "facilitator"}


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (made.cover(made.POLICE), "solid"),
        (made.cover(made.POLICE, state=made.PARTIAL), "dotted"),
        (made.cover(made.POLICE, state=made.MANDATE), "dashed"),
        (made.cover(made.POLICE, state=made.PLANNED), "dashed"),
        (made.cover(made.POLICE, basis=made.INFERRED), "dashed"),
        (made.cover(made.POLICE, power_basis=made.INFERRED), "dashed"),
        (made.cover(made.POLICE, state=made.ABSENT), "sparse"),
        (made.cover(made.POLICE, until=made.DAY.replace(year=2013)), "sparse"),
        (made.helps(made.BANK, shell=made.STATED, step=made.INFERRED), "dashed"),
        (made.helps(made.BANK, shell=made.INFERRED, step=made.STATED), "solid"),
        (made.membership(made.POLICE), "solid"),
        (made.membership(made.POLICE, basis=made.INFERRED), "dashed"),
    ],
)
def test_a_line_tells_state_and_basis_without_colour(fact: Fact, line: str) -> None:
    """Solid is what a source says is so; a solid line is not named in the data."""
    (edge,) = (edge for edge in edges_of(drawn(made.town(fact))) if edge["fact"] == fact.id and "only" not in edge)

    assert edge.get("line", "solid") == line
    assert line in DASHES


def test_a_fact_that_speaks_of_several_barriers_has_an_edge_to_each() -> None:
    """With ids of their own."""
    task = made.task(made.POLICE, "entry", "finance")
    edges = [edge for edge in edges_of(drawn(made.town(task))) if edge["kind"] == "HAS_TASK_AT"]

    assert [(edge["id"], edge["to"], edge["fact"]) for edge in edges] == [
        (task.id, "entry", task.id),
        (f"{task.id}>finance", "finance", task.id),
    ]


def test_one_edge_gathers_the_covers_of_an_actor_at_a_barrier() -> None:
    """In the shells, where no steps are drawn; the strongest line wins, and one that leads far away says so."""
    steps = [made.step(made.DOOR), made.step("entry.window"), made.step(made.LEDGER)]
    covers = [
        made.cover(made.POLICE, step=made.DOOR),
        made.cover(made.POLICE, step="entry.window", state=made.PARTIAL),
        made.cover(made.POLICE, step=made.LEDGER, state=made.PARTIAL),
    ]
    gathered = [edge for edge in edges_of(drawn(made.town(*covers, steps=steps))) if edge.get("only") == "shells"]

    assert [(edge["to"], edge.get("line"), edge.get("far"), sorted(edge["facts"])) for edge in gathered] == [
        ("entry", None, None, sorted(cover.id for cover in covers[:2])),
        ("finance", "dotted", True, [covers[2].id]),
    ]


def test_the_same_graph_gives_the_same_network() -> None:
    """Byte for byte."""
    graph = bundled("NL", "five-barriers")

    assert json.dumps(built(graph)) == json.dumps(built(graph))


def test_nothing_of_colours_or_places_is_in_it() -> None:
    """These belong to the style sheet and to the layouts."""
    nodes, edges = built(bundled("NL", "chain"))

    assert {name for node in nodes for name in node} <= {"id", "label", "kind", "of", "barrier", "shell"}
    told = {"id", "from", "to", "kind", "fact", "facts", "line", "only", "far"}
    assert {name for edge in edges for name in edge} <= told


def test_vis_network_comes_out_of_the_installed_pyvis() -> None:
    """The newest that it has."""
    source = vis_source()

    assert "vis-network" in source[:1_000]
    assert "9.1.2" in source[:1_000]


def test_newer_is_told_by_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """10 comes after 9."""
    for version in ("9.1.2", "10.0.1", "9.0.4"):
        folder = tmp_path / "lib" / f"vis-{version}"
        folder.mkdir(parents=True)
        (folder / "vis-network.min.js").write_text(version, encoding="utf-8")
    monkeypatch.setattr(network, "files", lambda _: tmp_path)

    assert vis_source() == "10.0.1"


def test_without_vis_network_one_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback."""
    (tmp_path / "lib").mkdir()
    monkeypatch.setattr(network, "files", lambda _: tmp_path)

    with pytest.raises(NoPicture, match="pip install pyvis"):
        vis_source()


def test_without_pyvis_one_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback."""
    monkeypatch.setitem(sys.modules, "pyvis", None)
    monkeypatch.setitem(sys.modules, "pyvis.network", None)

    with pytest.raises(NoPicture, match="pip install pyvis"):
        built(drawn(made.town()))
    with pytest.raises(NoPicture, match="pip install pyvis"):
        vis_source()
