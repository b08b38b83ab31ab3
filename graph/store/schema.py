"""What is stored on the server: nodes, relations, constraints. Declared here once, for Cypher, docs and tests.

Every node has the label `Stored` and one label of its own, and is keyed by (`model`, `id`), where `model` names one
version of a model. So several models, and two versions of one, live side by side and never meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from barriers.actors import Actor
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Edition, Source
from barriers.facilitation import Facilitation
from barriers.figures import Figure
from barriers.indicators import IndicatorList
from barriers.model import Country
from barriers.practices import Practice
from barriers.script import Barrier, Group, Script, Step, Track
from barriers.signals import Signal
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.ties import ClosedList, Cooperation, Duty, Lead, Membership
from barriers.weaknesses import Weakness

STORED_SCHEMA = 2
"""Counts up when what is stored changes its shape; an older one on a server is pushed again."""

EVERY = "Stored"
"""The label of everything in a version of a model, and of nothing else on the server."""


class NodeKind(NamedTuple):
    """A kind of node: its label, the noun whose fields are its properties, and the model's list that holds them."""

    label: str
    noun: type | None
    section: str = ""


NODE_KINDS = (
    NodeKind("Country", Country, "countries"),
    NodeKind("Edition", Edition, "editions"),
    NodeKind("Source", Source, "sources"),
    NodeKind("Actor", Actor, "actors"),
    NodeKind("Script", Script, "scripts"),
    NodeKind("Group", Group),
    NodeKind("Barrier", Barrier),
    NodeKind("Step", Step),
    NodeKind("Track", Track),
    NodeKind("Ceiling", Ceiling, "ceilings"),
    NodeKind("ClosedList", ClosedList, "closed_lists"),
    NodeKind("Weakness", Weakness, "weaknesses"),
    NodeKind("Signal", Signal, "signals"),
    NodeKind("Practice", Practice, "practices"),
    NodeKind("Statement", Statement, "statements"),
    NodeKind("Figure", Figure, "figures"),
    NodeKind("SwotItem", SwotItem, "swot"),
    NodeKind("IndicatorList", IndicatorList, "indicators"),
    NodeKind("Shell", None),
    NodeKind("Elsewhere", None),
)
"""`Elsewhere` stands for what a fact names and this model does not hold, such as an actor of another country."""

LABELS = tuple(kind.label for kind in NODE_KINDS)


class FactKind(NamedTuple):
    """A kind of fact that is a relation: the noun, the model's list, and the relations that it may be drawn as.

    Every one of its relations carries all its fields, so that any of them tells the whole fact.
    """

    noun: type
    section: str
    relations: tuple[str, ...]


FACT_KINDS = (
    FactKind(Coverage, "coverage", ("COVERS",)),
    FactKind(GeneralTask, "tasks", ("HAS_TASK_AT",)),
    FactKind(Facilitation, "facilitations", ("FACILITATES", "STANDS_IN")),
    FactKind(Membership, "memberships", ("MEMBER_OF",)),
    FactKind(Cooperation, "cooperation", ("COOPERATES",)),
    FactKind(Duty, "duties", ("REPORTS_TO",)),
    FactKind(Lead, "leads", ("LEADS",)),
)

DRAWN = (
    *("HAS", "LEADS_TO", "PASSES", "SURROUNDS", "KNOWS", "INCLUDES"),
    *("PART_OF", "KIND_OF", "SUCCESSOR_OF"),
    *("BOUNDS", "CLOSES", "TOUCHES", "SHOWS_AT", "ANSWERS", "IS_ABOUT"),
)
"""Relations without a fact of their own: they are drawn from the fields of the nodes that they join."""

RELATIONS = (*(name for kind in FACT_KINDS for name in kind.relations), *DRAWN)


def constraints() -> Iterator[str]:
    """The statements that set the keys up; they change nothing where they are already there."""
    for label in LABELS:
        name = f"barriers_{label.lower()}_key"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE (n.model, n.id) IS UNIQUE"
    yield "CREATE CONSTRAINT barriers_model_key IF NOT EXISTS FOR (n:Model) REQUIRE n.name IS UNIQUE"
    yield "CREATE CONSTRAINT barriers_version_key IF NOT EXISTS FOR (n:Version) REQUIRE n.key IS UNIQUE"
    yield f"CREATE INDEX barriers_stored_model IF NOT EXISTS FOR (n:{EVERY}) ON (n.model)"
