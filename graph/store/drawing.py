"""A model drawn as nodes and relations in the shape of docs/graph.md, and written into one version on the server.

Only facts are drawn, never a status or a count. Every record is a node, every fact among them; a relation that a fact
draws between two others stands there for people, and tells no reader anything. What is written goes in batches; values
travel as parameters only. A row is a list of values, and the statement names their properties: the driver packs each
text of each row anew, and as maps half of the texts would be the names of properties. What is None in a row is no
property.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from barriers.actors import RELATION_FIELDS
from barriers.coverage import SHELLS
from barriers.facts import Fact
from barriers.messages import ENGLISH, language
from barriers.model import SECTIONS, Model
from barriers.schema import fields_of, ids_in, referring, worked_out_once
from barriers.script import Script
from graph.store.captions import caption, names_in, shortened
from graph.store.records import Properties, cited_in, to_properties
from graph.store.schema import EVERY, LABELS, NESTED, RELATIONS
from graph.store.waiting import loads
from graph.store.weights import weight_of

if TYPE_CHECKING:
    from graph.store.connection import Store

Joint = tuple[str, str, str]
"""The kind of a relation, with the labels of the nodes where it begins and where it ends."""

_NO_ENDS = frozenset(("Source", "Edition", "Country"))
"""Their ids may be those of others as well; a citation knows that it names a source, and nothing else ends there."""

_PLACES = frozenset(("actor", "network", "step", "barrier", "script"))
"""What a fact may be about."""


@dataclass
class Drawing:
    """Nodes by label, and relations by kind and the labels that they join; each row is properties, by id.

    What a row lacks and others of its kind may have is None in it.
    """

    nodes: defaultdict[str, dict[str, Properties]] = field(default_factory=lambda: defaultdict(dict))
    relations: defaultdict[Joint, list[Properties]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, str] = field(default_factory=dict)

    def add(self, label: str, name: str, properties: Properties) -> None:
        """A node; its caption is its id, unless its properties have another."""
        called = shortened(properties.get("caption") or name)
        self.nodes[label][name] = {**properties, "caption": called, "id": name}
        if label not in _NO_ENDS:
            self.labels.setdefault(name, label)

    def relate(self, kind: str, begin: str, end: str, **properties: Any) -> None:
        """A relation; an end that this model does not hold is drawn as something elsewhere."""
        self._join(kind, (self._label(begin), begin), (self._label(end), end), properties)

    def cite(self, begin: tuple[str, str], value: Any) -> None:
        """The sources that a record cites, from the node of this label and id."""
        for told in cited_in(value):
            name = told.pop("source")
            label = "Source" if name in self.nodes["Source"] else self._label(name)
            self._join("CITES", begin, (label, name), told)

    def _label(self, name: str) -> str:
        if name not in self.labels:
            self.add("Elsewhere", name, {})
        return self.labels[name]

    def _join(self, kind: str, begin: tuple[str, str], end: tuple[str, str], properties: Properties) -> None:
        row = {"begin": begin[1], "end": end[1], "properties": properties}
        self.relations[kind, begin[0], end[0]].append(row)


def draw(model: Model) -> Drawing:
    """All of a model. The same model gives the same rows in the same order."""
    drawing = Drawing()
    names = names_in(model)
    for section, kind in SECTIONS.items():
        for value in getattr(model, section):
            leave_out = NESTED if kind is Script else ()
            told = {**to_properties(value, leave_out), "caption": caption(value, names)}
            drawing.add(kind.__name__, value.id, told)
    for number in SHELLS:
        # In the first language, whoever pushes: what is stored must not differ from one to the next.
        means = language(ENGLISH).words(f"shell.{number}", None)
        drawing.add("Shell", f"shell.{number}", {"number": number, "means": means, "caption": means})
    for script in model.scripts:
        _draw_script(drawing, script)
    for section, kind in SECTIONS.items():
        for value in getattr(model, section):
            drawing.cite((kind.__name__, value.id), value)
    for actor in model.actors:
        for word in RELATION_FIELDS:
            for relation in getattr(actor, word):
                drawing.relate(word.upper(), actor.id, relation.to, basis=relation.basis.value)
    for fact in model.facts():
        _draw_fact(drawing, fact)
    return drawing


def _draw_fact(drawing: Drawing, fact: Fact) -> None:
    """What a fact is about, and the relations that it draws: with its plain fields where they join two others."""
    kind = type(fact)
    about = (name for part in _about(kind) for name in ids_in(getattr(fact, part)))
    for name in dict.fromkeys(about):
        drawing.relate("ABOUT", fact.id, name)
    if not kind.DRAWN.begin:
        for relation, begin, end in fact.drawn():
            drawing.relate(relation, begin, end)
        return
    told = drawing.nodes[kind.__name__][fact.id]
    plain = {"fact": fact.id, **{name: told[name] for name in _plain(kind)}, "weight": weight_of(fact)}
    # A claim has a basis of its own.
    bases = {claim.id: claim.basis.value for claim in (getattr(fact, name) for name in _claims(kind)) if claim}
    for relation, begin, end in fact.drawn():
        drawing.relate(relation, begin, end, **{**plain, "basis": bases.get(end, plain["basis"])})


@worked_out_once
def _ends(kind: Any) -> tuple[str, ...]:
    """The fields that name what the relations of a kind of fact join."""
    return tuple(filter(None, (kind.DRAWN.begin, *chain(*kind.DRAWN.relations.values()))))


@worked_out_once
def _about(kind: Any) -> tuple[str, ...]:
    """The fields that name what a fact is about: what it joins, and whatever else it refers to of these kinds."""
    return tuple(
        dict.fromkeys((*_ends(kind), *(name for name, refers in referring(kind) if _PLACES.issuperset(refers.to))))
    )


@worked_out_once
def _claims(kind: Any) -> tuple[str, ...]:
    """Those among what it joins that have fields of their own."""
    return tuple(part.name for part in fields_of(kind) if part.is_noun and part.name in _ends(kind))


@worked_out_once
def _plain(kind: Any) -> tuple[str, ...]:
    """The fields that have no fields of their own, but for those that the relation tells by where it stands."""
    return tuple(part.name for part in fields_of(kind) if not part.is_noun and part.name not in _ends(kind))


def _draw_script(drawing: Drawing, script: Script) -> None:
    def add(label: str, name: str, part: Any, **more: Any) -> None:
        drawing.add(label, name, {**to_properties(part), "caption": part.name, "script": script.id, **more})
        drawing.cite((label, name), part)

    for group in script.groups:
        add("Group", f"{script.id}/{group.id}", group, word=group.id)
        drawing.relate("KNOWS", script.id, f"{script.id}/{group.id}")
    for group in script.groups:
        for included in group.includes:
            name = f"{script.id}/{included}"
            if name not in drawing.labels:
                # A word that the script does not explain stands for itself.
                told = {"word": included, "unknown": True, "script": script.id, "caption": included}
                drawing.add("Group", name, told)
            drawing.relate("INCLUDES", f"{script.id}/{group.id}", name)
    for barrier in script.barriers:
        add("Barrier", barrier.id, barrier)
        drawing.relate("HAS", script.id, barrier.id)
        for number in SHELLS:
            drawing.relate("SURROUNDS", f"shell.{number}", barrier.id)
    for step in script.steps:
        add("Step", step.id, step)
        drawing.relate("HAS", step.barrier, step.id)
    for step in script.steps:
        for following in step.leads_to:
            drawing.relate("LEADS_TO", step.id, following)
    for route in script.routes:
        add("Route", route.id, route)
        drawing.relate("HAS", script.id, route.id)
        for order, name in enumerate(route.steps, start=1):
            drawing.relate("PASSES", route.id, name, order=order)


# The statements that write it

BATCH = 5_000
"""Rows in one transaction: enough that the way to the server does not count, few enough for a small server."""

FEW = 1_000
"""Below so many rows of a kind they go with those of others; above, a statement of their own is faster."""

Values = list[Any]
AfterBatch = Callable[[int], None]
"""Called with the number of rows after each batch."""


def load_drawing(store: Store, model: str, version: str, drawing: Drawing, told: AfterBatch = lambda _: None) -> None:
    """Write every row of a drawing under the key of this version of a model, which nobody reads yet.

    Each batch is a transaction of its own, and one round trip.
    """
    does = loads(version)
    for statement, rows in written(drawing):
        for batch in batches(rows, BATCH):
            store.rows(statement, writing=True, does=does, model=model, version=version, rows=batch)
            told(len(batch))


def written(drawing: Drawing) -> Iterator[tuple[str, Iterator[Values]]]:
    """What `statements` gives, with all kinds of which there are few in two statements: nodes, and relations.

    Most kinds have few rows, and each statement costs a turn to the server and back, and a plan.
    """
    few, many = Drawing(), Drawing()
    for label, nodes in drawing.nodes.items():
        (few if len(nodes) < FEW else many).nodes[label] = nodes
    for joint, relations in drawing.relations.items():
        (few if len(relations) < FEW else many).relations[joint] = relations
    yield CREATE_FEW_NODES, ([label, _told(row)] for label, nodes in few.nodes.items() for row in nodes.values())
    yield from statements(many)
    yield CREATE_FEW_RELATIONS, few_relations(few)


def few_relations(drawing: Drawing) -> Iterator[Values]:
    """The relations of a drawing as the rows that `CREATE_FEW_RELATIONS` takes."""
    for (kind, begin, end), relations in drawing.relations.items():
        for row in relations:
            yield [kind, begin, row["begin"], end, row["end"], _told(row["properties"])]


def _told(properties: Properties) -> Properties:
    return {name: value for name, value in properties.items() if value is not None}


CREATE_FEW_NODES = f"""
UNWIND $rows AS row CREATE (n:{EVERY})
SET n = row[1], n.model = $model, n.version = $version, n.label = row[0]
"""

CREATE_FEW_RELATIONS = f"""
UNWIND $rows AS row
MATCH (a:{EVERY} {{version: $version, label: row[1], id: row[2]}})
MATCH (b:{EVERY} {{version: $version, label: row[3], id: row[4]}})
CREATE (a)-[r:$(row[0])]->(b) SET r = row[5]
"""


def statements(drawing: Drawing) -> Iterator[tuple[str, Iterator[Values]]]:
    """The Cypher that writes a drawing, each with its rows; it takes `$model`, `$version` and `$rows`."""
    for label, nodes in drawing.nodes.items():
        names = _names(nodes.values())
        places = {name: place for place, name in enumerate(names)}
        yield create_nodes(label, places), ([*map(node.get, names)] for node in nodes.values())
    for (kind, begin, end), rows in drawing.relations.items():
        names = _names(row["properties"] for row in rows)
        places = {name: place for place, name in enumerate(names, 2)}
        yield (
            create_relations(kind, begin, end, places),
            ([row["begin"], row["end"], *map(row["properties"].get, names)] for row in rows),
        )


def batches(rows: Iterable[Values], size: int) -> Iterator[list[Values]]:
    """The rows in lists of at most this size; no list where there is no row."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def _names(rows: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """The properties of rows, each once, in the order in which they come."""
    return tuple(dict.fromkeys(name for row in rows for name in row))


def create_nodes(label: str, places: Mapping[str, int]) -> str:
    """The statement for nodes of one label, with the place of each property in a row.

    Only labels that are declared can stand in it. The nodes do not carry them yet: readers take what does.
    """
    label = LABELS[LABELS.index(label)]
    properties = ["model: $model", "version: $version", f"label: '{label}'", *_properties(places)]
    return f"UNWIND $rows AS row CREATE (n:{EVERY} {{{', '.join(properties)}}})"


def create_relations(kind: str, begin: str, end: str, places: Mapping[str, int]) -> str:
    """The statement for relations of one kind between nodes of these labels; all three have to be declared.

    A row begins with the ids of the two nodes.
    """
    kind, begin, end = RELATIONS[RELATIONS.index(kind)], LABELS[LABELS.index(begin)], LABELS[LABELS.index(end)]
    return (
        f"UNWIND $rows AS row MATCH (a:{EVERY} {{version: $version, label: '{begin}', id: row[0]}}) "
        f"MATCH (b:{EVERY} {{version: $version, label: '{end}', id: row[1]}}) "
        f"CREATE (a)-[:{kind} {{{', '.join(_properties(places))}}}]->(b)"
    )


def _properties(places: Mapping[str, int]) -> list[str]:
    """`name: row[place]` for each; names are those of fields, and nothing else can stand in a statement."""
    strange = [name for name in places if not (name.isascii() and name.isidentifier())]
    if strange:
        raise ValueError(f"No field has such a name: {strange}.")
    return [f"{name}: row[{place}]" for name, place in places.items()]
