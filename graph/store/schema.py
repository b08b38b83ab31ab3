"""What is stored on the server: nodes, relations, constraints. It follows from how the kinds are declared.

Every node has the label `Stored` and one label of its own, and is keyed by (`model`, `id`), where `model` names one
version of a model. So several models, and two versions of one, live side by side and never meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from barriers.actors import RELATION_FIELDS
from barriers.facts import Citation, Fact
from barriers.model import ALL_KINDS, FACTS, SECTIONS
from barriers.schema import Record, fields_of, names_of
from barriers.script import Crosswalk, Script

STORED_SCHEMA = 2
"""Counts up when what is stored changes its shape; an older one on a server is pushed again."""

DECLARED = sha256(repr([(word, names_of(kind)) for word, kind in ALL_KINDS.items()]).encode()).hexdigest()[:16]
"""Which fields this release knows. Another one gives the same model another digest, though nothing is wrong with it."""

EVERY = "Stored"
"""The label of everything in a version of a model, and of nothing else on the server."""


NESTED: dict[str, type[Record]] = {
    part.name: part.inner for part in fields_of(Script) if part.is_noun and part.inner not in (Citation, Crosswalk)
}
"""What of a script stands in nodes of its own: the lists that hold it, and its kinds."""


def is_node(kind: type[Record]) -> bool:
    """Whether records of this kind are nodes; else each of their relations carries all their fields."""
    return not (issubclass(kind, Fact) and kind.DRAWN.begin)


LABELS = (
    *(kind.__name__ for kind in (*SECTIONS.values(), *NESTED.values()) if is_node(kind)),
    *("Shell", "Elsewhere"),
)
"""`Elsewhere` stands for what a fact names and this model does not hold, such as an actor of another country."""

RELATIONS = (
    *("HAS", "LEADS_TO", "PASSES", "SURROUNDS", "KNOWS", "INCLUDES"),
    *(word.upper() for word in RELATION_FIELDS),
    *dict.fromkeys(relation for kind in FACTS.values() for relation in kind.DRAWN.relations),
)


def constraints() -> Iterator[str]:
    """The statements that set the keys up; they change nothing where they are already there."""
    for label in LABELS:
        name = f"barriers_{label.lower()}_key"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE (n.model, n.id) IS UNIQUE"
    yield "CREATE CONSTRAINT barriers_model_key IF NOT EXISTS FOR (n:Model) REQUIRE n.name IS UNIQUE"
    yield "CREATE CONSTRAINT barriers_version_key IF NOT EXISTS FOR (n:Version) REQUIRE n.key IS UNIQUE"
    yield f"CREATE INDEX barriers_stored_model IF NOT EXISTS FOR (n:{EVERY}) ON (n.model)"
