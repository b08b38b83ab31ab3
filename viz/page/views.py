"""What a page is made of: the model, and a view for each country under each script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from barriers.facts import Fact
from barriers.findings import Audit
from barriers.model import Model
from barriers.words import Handling
from graph import BarrierGraph
from viz.document import Item
from viz.markup import marked
from viz.reports.comparison import Comparison, compare
from viz.reports.header import strictest
from viz.reports.profile import Desk
from viz.reports.summary import AuditView, audit_view


@dataclass(frozen=True)
class PageView:
    """One country under one script, with the key by which the page tells it from the others."""

    graph: BarrierGraph
    audit: Audit

    @cached_property
    def key(self) -> str:
        """`nl-five-barriers`."""
        return f"{self.graph.country.lower()}-{self.graph.script.id}"

    @cached_property
    def shown(self) -> AuditView:
        """What the command line shows of the audit."""
        return audit_view(self.graph, self.audit)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts that stand in the graph, by id: those that a relation carries, and nodes that a finding rests on.

        Asked of the graph, so that a kind of fact which it learns to hold is here as well. Any other node without a
        relation touches nothing of this script; it stands in the view of its own script.
        """
        relations = self.graph.relations
        found = {one.value.id: one.value for one in relations.listed if isinstance(one.value, Fact)}
        for finding in self.audit.findings:
            for name in finding.facts:
                if name not in found and name in relations:
                    found[name] = relations.nodes[name]["value"]
        return dict(sorted(found.items()))

    @cached_property
    def touched(self) -> dict[str, tuple[str, ...]]:
        """The ids of what each of these facts touches: actors, steps, barriers, shells."""
        touched: dict[str, dict[str, None]] = {name: dict.fromkeys(fact.actor_ids) for name, fact in self.facts.items()}
        for relation in self.graph.relations.listed:
            if isinstance(relation.value, Fact):
                found = touched[relation.value.id]
                found |= {name: None for name in (relation.begin, relation.end) if name not in touched}
        return {name: tuple(found) for name, found in touched.items()}

    @cached_property
    def steps(self) -> frozenset[str]:
        """The ids of the steps that are looked at."""
        return frozenset(step.id for step in self.graph.steps)

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The ids of the actors that these facts touch, sorted."""
        known = self.graph.part.actor_by_id
        return tuple(sorted({name for names in self.touched.values() for name in names if name in known}))


class PageDesk(Desk):
    """A desk whose names are marked, so that each stands in its own direction within a sentence."""

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every id that has one, marked."""
        return {key: marked(known) for key, known in Desk(self.model, (), ()).names.items()}


@dataclass(frozen=True)
class Book:
    """Everything that a page tells of: the model and its views, script after script."""

    model: Model
    views: tuple[PageView, ...]

    @cached_property
    def desk(self) -> Desk:
        """The desk at which facts are put into words."""
        return PageDesk(self.model, tuple(view.graph for view in self.views), tuple(view.audit for view in self.views))

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts of all views, by id."""
        found = {name: fact for view in self.views for name, fact in view.facts.items()}
        return dict(sorted(found.items()))

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The ids of the actors that any fact touches, sorted."""
        return tuple(sorted({name for view in self.views for name in view.actors}))

    @cached_property
    def entries(self) -> dict[str, Item]:
        """Each fact in words, by its id, kind after kind and by what it says."""
        return {entry.id: entry for entry in self.desk.items(self.facts.values())}

    @property
    def digest(self) -> str:
        """The digest of what was audited."""
        return self.views[0].audit.digest if self.views else self.model.digest

    @cached_property
    def cited(self) -> dict[str, int]:
        """How many facts of the page cite each source, those that countries are offered among them."""
        cited = {name: fact.citations for name, fact in self.facts.items()}
        for comparison in self.comparisons:
            for receiver in comparison.receivers:
                cited |= {offer.practice.id: offer.practice.citations for offer in receiver.offers}
        return dict(Counter(name for citations in cited.values() for name in {one.source for one in citations}))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries, in the order that was asked for."""
        return tuple(dict.fromkeys(view.graph.country for view in self.views))

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """The ids of the scripts, in their order."""
        return tuple(dict.fromkeys(view.graph.script.id for view in self.views))

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The countries side by side, script after script; none where there is only one country."""
        if len(self.countries) < 2:
            return ()
        return tuple(
            _marked(compare(self.model, [(view.graph, view.audit) for view in same]))
            for _, same in groupby(self.views, key=lambda view: view.graph.script.id)
        )

    @cached_property
    def handling(self) -> Handling:
        """The strictest of anything that is shown."""
        shown = (comparison.handling for comparison in self.comparisons)
        facts = (entry.handling for entry in self.entries.values())
        return strictest([*(view.audit.handling for view in self.views), *shown, *facts])


def _marked(comparison: Comparison) -> Comparison:
    """The comparison with the names in its table marked."""
    shown = (
        one._replace(name=marked(one.name), steps=tuple(step._replace(name=marked(step.name)) for step in one.steps))
        for one in comparison.shown
    )
    return comparison._replace(shown=tuple(shown))


def book_of(model: Model, graphs: Sequence[BarrierGraph], audits: Sequence[Audit]) -> Book:
    """The book of these graphs and their audits, which come in the same order, script after script."""
    return Book(model, tuple(PageView(graph, audit) for graph, audit in zip(graphs, audits, strict=True)))
