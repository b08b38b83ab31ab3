"""An audit published beside the model that it was made of: findings and the status of each step as nodes.

    (:Audit)-[:FOUND]->(:Finding)-[:CONCERNS]->(whatever it speaks of)
    (:Audit)-[:SHOWS]->(:StepStatus)-[:OF]->(:Step)

The server does not reason: the audit comes from the same Python as everywhere. Its nodes stand in the version of the
model, so they go when it goes. No reader takes them for a part of the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from barriers.errors import StoreTrouble
from barriers.findings import Audit
from barriers.messages import ENGLISH, language, message, separated, speaking, text
from barriers.model import Model
from barriers.selection import Selection
from graph.audit import audit_graph
from graph.barrier_graph import BarrierGraph
from graph.store.connection import Store
from graph.store.drawing import CREATE_FEW_RELATIONS, Drawing, draw, few_relations
from graph.store.pushing import LOCK_MODEL
from graph.store.records import Properties
from graph.store.schema import DERIVED_RELATIONS, EVERY
from graph.store.versions import Version, current_version

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the audit, the id under which it stands there, and whether it stood there before."""

    audit: Audit
    id: str
    again: bool


def publish(
    store: Store, version: Version, model: Model, graph: BarrierGraph, selection: Selection, by: str
) -> Published:
    """Put the audit of a graph beside this version of its model, which readers have to take.

    The same audit published again replaces itself: same version, country, script, day and filters. Raises
    `StoreTrouble` where another version has taken the place meanwhile, or where somebody has drawn relations by hand to
    a finding that is no longer there; then nothing is written.
    """
    audit = audit_graph(graph, model.digest)
    # Like a model it is stored in the first language, whoever publishes it.
    with speaking(language(ENGLISH)):
        drawing = drawn_audit(audit, selection, draw(model).labels, graph, by)
    name = audit_id(audit, selection)
    again = store.write(f"publishes {version.key}", _replace, version, name, drawing, store.settings.where)
    return Published(audit, name, again)


def audit_id(audit: Audit, selection: Selection) -> str:
    """What tells an audit from others of the same version: country, script, day and filters."""
    return ":".join(filter(None, (audit.country.lower(), audit.script, audit.as_of.isoformat(), _filters(selection))))


def _filters(selection: Selection) -> str:
    """The filters in words, such as `form=labour group=minors`; empty without any. The day is no filter here."""
    given = {name: value for name, value in asdict(selection).items() if value and name != "as_of"}
    return " ".join(f"{name}={value}" for name, value in sorted(given.items()))


# What is drawn


def drawn_audit(audit: Audit, selection: Selection, labels: Mapping[str, str], graph: BarrierGraph, by: str) -> Drawing:
    """The nodes and relations of an audit; `labels` are those of the model's nodes, by their ids.

    What a finding names and the model does not hold as a node, such as a level, stands in its words only.
    """
    name = audit_id(audit, selection)
    own: Properties = {"audit": name, "derived": True, "country": audit.country, "script": audit.script}
    drawing = Drawing(labels=dict(labels))

    def add(label: str, node: str, caption: str, told: Properties, mark: str = "") -> None:
        shown = [label, mark] if mark else [label]
        drawing.add(label, node, {**own, "as_of": audit.as_of, "shown": shown, "caption": caption, **told})

    def relate(kind: str, begin: str, ends: tuple[str, ...]) -> None:
        for end in dict.fromkeys(_node(end, audit.script, labels) for end in ends):
            if end is not None:
                drawing.relate(kind, begin, end)

    about = {"filters": _filters(selection), "handling": audit.handling.value, "digest": audit.digest, "by": by}
    counts = {"steps": len(audit.steps), "findings": len(audit.findings)}
    add("Audit", name, " ".join((audit.country, *name.split(":")[1:])), about | counts)
    names = {step.id: step.name for step in graph.steps}
    for place, step in enumerate(audit.steps, start=1):
        node = f"{name}/{step.step}"
        called, status = names[step.step], text(f"status.{step.status}")
        told = {"step": step.step, "barrier": step.barrier, "status": step.status.value, "reason": str(step.reason)}
        add("StepStatus", node, f"{called}: {status}", {**told, "place": place}, status_label(step.status))
        drawing.relate("SHOWS", name, node)
        relate("OF", node, (step.step,))
        relate("RESTS_ON", node, step.facts)
    for place, finding in enumerate(audit.findings, start=1):
        node = f"{name}/{finding.id}"
        said = {part: str(getattr(finding, part)) for part in _AS_TEXT}
        counts = {"count": finding.count, "of": finding.of, "place": place}
        # A priority is called as in the answers for programs.
        more = {"finding": finding.id, "remedies": list(finding.remedies), "severity": finding.priority.value}
        add("Finding", node, str(finding.title), {**said, **counts, **more})
        drawing.relate("FOUND", name, node)
        relate("CONCERNS", node, finding.about)
        relate("RESTS_ON", node, finding.facts)
        relate("ASKS", node, finding.ask)
    return drawing


_AS_TEXT = ("question", "certainty", "subject", "title", "detail", "counted")


def status_label(status: str) -> str:
    """The label that a status has beside `StepStatus`, by which Browser and Bloom colour it."""
    return "".join(part.capitalize() for part in status.split("-"))


def _node(name: str, script: str, labels: Mapping[str, str]) -> str | None:
    """The node of this id, or of a group of the script; None where it has none."""
    return next((one for one in (name, f"{script}/{name}") if one in labels), None)


# What is written

_OF_AUDIT = (
    f"(n:{EVERY} {{version: $version, derived: true, audit: $audit}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL"
)
_DERIVED = "|".join(DERIVED_RELATIONS)

_LOOSEN = (
    f"MATCH {_OF_AUDIT} REMOVE n:$(n.shown)",
    f"MATCH {_OF_AUDIT} MATCH (n)-[r:{_DERIVED}]->(:{EVERY} {{version: $version}}) DELETE r",
    f"MATCH {_OF_AUDIT} MATCH (:BarriersVersion {{key: $version}})-[r:HOLDS]->(n) DELETE r",
)
_HELD = f"MATCH {_OF_AUDIT} AND NOT n.id IN $ids AND EXISTS {{ (n)--() }} RETURN n.finding AS finding ORDER BY n.id"
_DROP = f"MATCH {_OF_AUDIT} AND NOT n.id IN $ids DELETE n"
_NODES = f"""
MATCH (v:BarriersVersion {{key: $version}})
UNWIND $rows AS row
MERGE (n:{EVERY} {{version: $version, label: row[0], id: row[1].id}})
SET n = row[1], n.model = $model, n.version = $version, n.label = row[0], n:$(row[1].shown)
SET (CASE row[0] WHEN 'Audit' THEN n END).published = datetime()
CREATE (v)-[:HOLDS]->(n)
"""


def _replace(transaction: ManagedTransaction, version: Version, audit: str, drawing: Drawing, where: str) -> bool:
    """Write an audit in place of itself, and say whether it was there.

    What others have drawn to its nodes stays: a node that is still there is written over and not made anew.
    """
    # Nobody else can put another version in its place, or take this one away, until all is written.
    transaction.run(LOCK_MODEL, name=version.name).consume()
    current = current_version(transaction, version.name)
    if current is None or current.key != version.key:
        raise StoreTrouble(message("store.changed", name=version.name, where=where))
    own = {"version": version.key, "audit": audit}
    nodes = [[label, told] for label, named in drawing.nodes.items() for told in named.values()]
    ids = [name for named in drawing.nodes.values() for name in named]
    loosened = [transaction.run(statement, own).consume() for statement in _LOOSEN]
    held = [str(found["finding"]) for found in transaction.run(_HELD, own, ids=ids)]
    if held:
        names = separated(held[:_MOST_NAMED])
        raise StoreTrouble(message("store.publish.held", name=version.name, where=where, n=len(held), ids=names))
    transaction.run(_DROP, own, ids=ids).consume()
    transaction.run(_NODES, own, model=version.name, rows=nodes).consume()
    transaction.run(CREATE_FEW_RELATIONS, version=version.key, rows=list(few_relations(drawing))).consume()
    return any(summary.counters.labels_removed for summary in loosened)
