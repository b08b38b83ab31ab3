"""What is stored on the server: nodes, relations, constraints. It follows from how the kinds are declared.

Every node has the label `BarriersNode` and one label of its own, and is keyed by (`version`, `label`, `id`): the key of
one version of a model, its own label, and the id of what it stands for. So several models, and two versions of one,
live side by side and never meet. Whatever is changed or deleted is found by our label and our key, for other people's
nodes may have any other label, and properties like ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from barriers.actors import RELATION_FIELDS
from barriers.facts import Citation, Fact
from barriers.model import ALL_KINDS, FACTS, SECTIONS
from barriers.schema import Record, fields_of, names_of
from barriers.script import Crosswalk, Script

STORED_SCHEMA = 3
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


KEYS = {"BarriersModel": ("name",), "BarriersVersion": ("key",), EVERY: ("version", "label", "id")}
"""The properties by which nodes of our labels are found; there is one node of each key."""


def constraints() -> Iterator[str]:
    """The statements that set the keys up, on labels of our own only; where they are there, they change nothing."""
    for label, key in KEYS.items():
        name, values = f"{label.lower()}_key", ", ".join(f"n.{part}" for part in key)
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE ({values}) IS UNIQUE"
