"""The network: pyvis builds nodes and edges, and vis-network comes out of the installed pyvis.

Plain structure, without colours and places: the page takes colours from its style sheet by kind and status, and places
from a layout. An edge is drawn in a layout where both its ends have a place, unless `only` names another layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from barriers.coverage import Coverage, Facilitation
from barriers.errors import BarriersError
from barriers.facts import Fact
from barriers.messages import text
from barriers.words import Basis, State
from graph import BarrierGraph
from graph.relations import Edge
from viz.page.lanes import lanes
from viz.page.picture import Picture, grouped

CORE = "core"
"""The node in the middle of the shells; it stands for no actor."""

ENDS = {
    "COVERS": "bar",
    "FACILITATES": "arrow",
    "LEADS_TO": "vee",
    "MEMBER_OF": "circle",
    "COOPERATES": "curve",
    "REPORTS_TO": "vee",
    "COORDINATES": "diamond",
    "HAS_TASK_AT": "box",
}
"""The relations that are edges, in the order in which they are listed and drawn, and how each ends, in the words of
vis-network: a cover bars the way, a facilitation goes through."""

DASHES = {"solid": None, "dotted": (2, 4), "dashed": (7, 5), "sparse": (1, 8)}
"""What the line of an edge can be, the strongest first, with the lengths of its dashes and of the gaps in pixels."""

_GIVEN_BY_PYVIS = ("arrows", "color", "shape")

_Edge = tuple[str, str, str, str, dict[str, Any]]
"""The name, ends and kind of an edge, and what else is known of it."""


class NoPicture(BarriersError):
    """The library that draws the network is not there."""

    def __str__(self) -> str:
        return text("page.no-picture")


def vis_source() -> str:
    """The text of vis-network, from the newest that the installed pyvis has."""
    try:
        root = files("pyvis") / "lib"
        found = [folder for folder in root.iterdir() if folder.name.startswith("vis-")]
        return (max(found, key=_version) / "vis-network.min.js").read_text(encoding="utf-8")
    except (ModuleNotFoundError, OSError, ValueError):
        raise NoPicture from None


def _version(folder: Traversable) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in folder.name.removeprefix("vis-").split(".")]


def pyvis_network(graph: BarrierGraph) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The nodes and edges of a graph as pyvis hands them to vis-network, in a fixed order.

    Nodes: `id`, `label`, `kind` (step, actor, network, facilitator, barrier, core), `of` where the node is one of
    several places of that actor, `barrier` and `shell` where it stands. All are boxes. A label is a name in lines; how
    steps stand now, which has room in the boxes of steps and barriers, is put in by the page.
    Edges: `id`, `from`, `to`, `kind`, `fact`, or `facts` where one line gathers several; `line` where it is not solid;
    `only` where it belongs to one layout; `far` where it leads away from the barrier at which the actor stands.
    """
    try:
        # It brings IPython and takes a quarter of a second, so it is imported where it is used.
        from pyvis.network import Network  # type: ignore[import-untyped] # noqa: PLC0415
    except ModuleNotFoundError:
        raise NoPicture from None
    picture = Picture(graph)
    network = Network(directed=True)
    network.node_ids = _Ids()
    for node in _nodes(picture):
        network.add_node(node.pop("id"), **node)
    for edge in _edges(picture):
        network.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    return [_without_defaults(node) for node in network.nodes], [_without_defaults(edge) for edge in network.edges]


class _Ids(set[str]):
    """For the list in which pyvis looks up each id, which takes as long as the square of their number."""

    append = set.add


def _without_defaults(values: dict[str, Any]) -> dict[str, Any]:
    """The page gives shapes, colours and ends of lines by kind; what is empty or usual is left out."""
    usual = ("", None, "solid")
    kept = {name: value for name, value in values.items() if name not in _GIVEN_BY_PYVIS and value not in usual}
    return {"fact": None, **kept} if "from" in kept else kept


# Nodes


def _nodes(picture: Picture) -> Iterator[dict[str, Any]]:
    lines_of = lanes(picture.graph).labels
    for barrier in picture.barriers:
        yield _node(barrier.id, "barrier", picture.names[barrier.id])
    for name, step in picture.steps.items():
        yield _node(name, "step", lines_of[name], barrier=step.barrier)
    for spot in (*picture.institutions, *picture.standings, *picture.others):
        yield _node(spot.node, spot.kind, spot.lines, of=spot.of, barrier=spot.barrier, shell=spot.shell)
    yield _node(CORE, "core", (text("page.node.core"),))


def _node(name: str, kind: str, lines: tuple[str, ...], **more: Any) -> dict[str, Any]:
    return {"id": name, "label": "\n".join(lines), "shape": "box", "kind": kind, **more}


# Edges


def _edges(picture: Picture) -> Iterator[dict[str, Any]]:
    """The edges, each with an id of its own: that of its fact where it is the only one of it."""
    used: set[str] = set()
    for name, begin, end, kind, more in (*_of_relations(picture), *_at_barriers(picture)):
        # A fact that speaks of several places has an edge to each.
        own = name or f"{begin}>{end}"
        while own in used:
            own = f"{own}>{end}"
        used.add(own)
        yield {"id": own, "from": begin, "to": end, "kind": kind, **more}


def _of_relations(picture: Picture) -> Iterator[_Edge]:
    """An edge for each relation."""
    for kind in ENDS:
        for relation in picture.by_kind[kind]:
            fact = relation.value.id if isinstance(relation.value, Fact) else None
            more: dict[str, Any] = {"fact": fact, "line": line_of(picture.graph, relation)}
            if kind == "FACILITATES" and relation.end not in picture.steps:
                # In the lanes they stand in that of their barrier.
                more["only"] = "shells"
            yield fact or "", *_ends(picture, relation), kind, more


def _ends(picture: Picture, relation: Edge) -> tuple[str, str]:
    """The nodes between which a relation runs."""
    if relation.kind == "COVERS":
        return picture.covering_node(relation.begin, picture.steps[relation.end].barrier), relation.end
    if relation.kind == "FACILITATES":
        return picture.standing_of[relation.value.id].node, relation.end
    homes = picture.node_of
    return homes.get(relation.begin, relation.begin), homes.get(relation.end, relation.end)


def _at_barriers(picture: Picture) -> Iterator[_Edge]:
    """Where no steps are drawn: one edge for all covers of an actor at a barrier, and one for a facilitation at a step.

    `far` marks those that lead away from the barrier where the actor stands.
    """
    together = grouped(picture.by_kind["COVERS"], lambda one: (one.begin, picture.steps[one.end].barrier))
    for (actor, barrier), relations in sorted(together.items()):
        lines = [line_of(picture.graph, relation) for relation in relations]
        best = min(lines, key=list(DASHES).index)
        facts = [relation.value.id for relation in relations]
        far = picture.homes[actor] != barrier or None
        yield "", actor, barrier, "COVERS", {"facts": facts, "line": best, "only": "shells", "far": far}
    for relation in picture.by_kind["FACILITATES"]:
        fact = relation.value
        if fact.barrier is None and relation.end in picture.steps:
            at = picture.standing_of[fact.id]
            more = {"fact": fact.id, "line": line_of(picture.graph, relation), "only": "shells"}
            yield fact.id, at.node, at.barrier, "FACILITATES", more


def line_of(graph: BarrierGraph, relation: Edge) -> str:
    """The line of a relation: solid for what a source says is so, and three that say less."""
    fact = relation.value
    if not isinstance(fact, Fact):
        return "solid"
    if not graph.is_valid(fact):
        return "sparse"
    if isinstance(fact, Coverage):
        if fact.state is State.ABSENT:
            return "sparse"
        if not fact.is_stated or fact.state in (State.PLANNED, State.MANDATE):
            return "dashed"
        return "dotted" if fact.state is State.PARTIAL else "solid"
    if isinstance(fact, Facilitation):
        claims = [claim for claim in (fact.barrier, fact.step) if claim is not None and claim.id == relation.end]
        return "solid" if any(claim.basis is Basis.STATED for claim in claims) else "dashed"
    return "solid" if fact.basis is Basis.STATED else "dashed"
