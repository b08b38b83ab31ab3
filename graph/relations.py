"""The nodes and relations of a graph, listed once: the questions look them up, networkx is made from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from barriers.facts import Fact

if TYPE_CHECKING:
    import networkx as nx


class Edge(NamedTuple):
    """`begin` -[`kind`]-> `end`; `key` tells relations of one kind between the same two apart.

    `value` is the fact that it stands for, if it stands for one, `order` its place on a route.
    """

    begin: str
    end: str
    kind: str
    key: str
    value: Any = None
    order: int | None = None


@dataclass(frozen=True)
class Relations:
    """Filled by `graph.build` and by nobody else afterwards. `nodes` gives each id its kind and value."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    listed: list[Edge] = field(default_factory=list)

    def __contains__(self, name: str) -> bool:
        return name in self.nodes

    def add_node(self, name: str, kind: str, value: Any, **more: Any) -> None:
        """A node; a second one of the same id takes its place."""
        self.nodes[name] = {"kind": kind, "value": value, **more}

    def relate(self, begin: str, end: str, kind: str, value: Any = None, **more: Any) -> None:
        """A relation between two nodes that are both there.

        A step that was left out takes its relations along: without it nothing is added.
        """
        if begin in self.nodes and end in self.nodes:
            key = more.pop("key", None) or (value.id if isinstance(value, Fact) else kind)
            self.listed.append(Edge(begin, end, kind, key, value, **more))

    @cached_property
    def into(self) -> dict[tuple[str, str], list[Edge]]:
        """The relations that end at a node, by node and kind, each sorted by its key."""
        return self._by("end")

    @cached_property
    def out_of(self) -> dict[tuple[str, str], list[Edge]]:
        """The relations that begin at a node, by node and kind, each sorted by its key."""
        return self._by("begin")

    def _by(self, end: str) -> dict[tuple[str, str], list[Edge]]:
        found: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
        for relation in self.listed:
            found[getattr(relation, end), relation.kind].append(relation)
        for relations in found.values():
            relations.sort(key=lambda relation: relation.key)
        return dict(found)

    def shape(self) -> nx.MultiDiGraph:
        """The same as a frozen networkx graph, for questions about ways and for export."""
        # networkx takes longer to import than the whole audit takes to answer, and a lookup does not need it.
        import networkx as nx  # noqa: PLC0415

        graph = nx.MultiDiGraph()
        graph.add_nodes_from(self.nodes.items())
        for relation in self.listed:
            data: dict[str, Any] = {"kind": relation.kind}
            if relation.value is not None:
                data["value"] = relation.value
            if relation.order is not None:
                data["order"] = relation.order
            graph.add_edge(relation.begin, relation.end, key=relation.key, **data)
        return nx.freeze(graph)
