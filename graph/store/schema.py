"""What is stored on the server: nodes, relations, constraints. It follows from how the kinds are declared.

Every node has the label `BarriersNode` and one label of its own, and is keyed by (`version`, `label`, `id`): the key of
one version of a model, its own label, and the id of what it stands for. So several models, and two versions of one,
live side by side and never meet. Whatever is changed or deleted is found by our label and our key, for other people's
nodes may have any other label, and properties like ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import sha256

from barriers.actors import RELATION_FIELDS
from barriers.facts import Citation
from barriers.model import ALL_KINDS, FACTS, SECTIONS
from barriers.schema import Record, fields_of, names_of
from barriers.script import Crosswalk, Script

STORED_SCHEMA = 4
"""Counts up when what is stored changes its shape; an older one on a server is pushed again."""

DECLARED = sha256(repr([(word, names_of(kind)) for word, kind in ALL_KINDS.items()]).encode()).hexdigest()[:16]
"""Which fields this release knows. Another one gives the same model another digest, though nothing is wrong with it."""

EVERY = "BarriersNode"
"""The label of everything in a version of a model, and of nothing else on the server."""

OF_VERSION = f"(n:{EVERY} {{version: $key}}) WHERE n.label IS NOT NULL AND n.id IS NOT NULL"
"""The nodes of one version; an index of three properties serves only where all three are spoken of."""

NESTED: dict[str, type[Record]] = {
    part.name: part.inner for part in fields_of(Script) if part.is_noun and part.inner not in (Citation, Crosswalk)
}
"""What of a script stands in nodes of its own: the lists that hold it, and its kinds."""

LABELS = (
    *(kind.__name__ for kind in (*SECTIONS.values(), *NESTED.values())),
    *("Shell", "Elsewhere"),
)
"""`Elsewhere` stands for what a fact names and this model does not hold, such as an actor of another country."""

RELATIONS = (
    *("HAS", "LEADS_TO", "PASSES", "SURROUNDS", "KNOWS", "INCLUDES", "CITES", "ABOUT"),
    *(word.upper() for word in RELATION_FIELDS),
    *dict.fromkeys(relation for kind in FACTS.values() for relation in kind.DRAWN.relations),
)

DERIVED = ("Audit", "Finding", "StepStatus")
DERIVED_RELATIONS = ("FOUND", "CONCERNS", "ASKS", "SHOWS", "OF", "RESTS_ON")
"""What published audits are made of. Their nodes stand in the version too, as `derived`: no reader takes them."""

OURS = "|".join((*RELATIONS, *DERIVED_RELATIONS))
"""All kinds as a pattern names them; between two nodes of one version they are ours, and all others are not."""

FACT = "Fact"
"""The label of every fact that holds now, beside that of its kind."""

_FACT_LABELS = [kind.__name__ for kind in FACTS.values()]

SHOW = f"""
MATCH (v:BarriersVersion {{key: $key}}) MATCH {OF_VERSION}
SET n:$(CASE WHEN n.label IN {_FACT_LABELS} THEN [n.label, '{FACT}'] ELSE [n.label] END)
CREATE (v)-[:HOLDS]->(n)
"""
HIDE = f"MATCH {OF_VERSION} REMOVE n:$(coalesce(n.shown, [n.label, '{FACT}']))"
"""What makes the nodes of a version those of now, and what makes them those of before: the labels that they carry.

Of what is published `shown` tells them: a status is a label as well.
"""

KEYS = {"BarriersModel": ("name",), "BarriersVersion": ("key",), EVERY: ("version", "label", "id")}
"""The properties by which nodes of our labels are found; there is one node of each key."""


def constraints() -> Iterator[str]:
    """The statements that set the keys up, on labels of our own only; where they are there, they change nothing."""
    for label, key in KEYS.items():
        name, values = f"{label.lower()}_key", ", ".join(f"n.{part}" for part in key)
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE ({values}) IS UNIQUE"


_ONCE_LABELS = (
    "actor barrier ceiling closedlist country edition elsewhere figure group indicatorlist model practice script shell "
    "signal source statement step swotitem track version weakness"
)
_ONCE = frozenset(f"barriers_{label}_key" for label in _ONCE_LABELS.split())
_ONCE_INDEX = "barriers_stored_model"
"""The constraints and the index that releases with schema 2 made, on labels that are not ours alone.

They let two versions of a model not carry the same labels, and forbid others what is no business of ours.
"""


def drops(known: Collection[str]) -> Iterator[str]:
    """The statements that take away what an earlier release set up, of the names of indexes that are there."""
    for name in sorted(_ONCE.intersection(known)):
        yield f"DROP CONSTRAINT {name} IF EXISTS"
    if _ONCE_INDEX in known:
        yield f"DROP INDEX {_ONCE_INDEX} IF EXISTS"
