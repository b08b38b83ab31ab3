"""How the server finds things: by the keys and by the relations from there, never by looking at everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph import QUESTIONS
from graph.cypher import STATUSES, cypher_of, parameters_of
from graph.store.connection import Store
from loaders import load_model
from tests.store.on_server import put

SCANS = ("AllNodesScan", "NodeByLabelScan", "AllRelationshipsScan", "RelationshipTypeScan", "UnionNodeByLabelsScan")
QUERIES = {question.id: cypher_of(question.id) for question in QUESTIONS} | {"the status of the steps": STATUSES}


@pytest.fixture(scope="module")
def name(asked_store: Store) -> Iterator[str]:
    """The Dutch model on the server, so that its statistics are those of a real one."""
    with put(asked_store, load_model(countries=["NL"]).model) as stored:
        yield stored


@pytest.mark.parametrize("asked", QUERIES)
def test_no_question_looks_at_everything_that_is_stored(asked: str, asked_store: Store, name: str) -> None:
    """The plan of each query, as the server explains it, is free of full scans."""
    assert scans_of(asked_store, QUERIES[asked], name) == []


def test_a_query_that_looks_at_everything_would_be_found(asked_store: Store, name: str) -> None:
    """Four planted scans: of all nodes, of a label, of all relations, of a kind of relation."""
    for planted in (
        "MATCH (n) RETURN count(n.id)",
        "MATCH (n:Step) WHERE n.name CONTAINS 'x' RETURN n",
        "MATCH ()-[r]->() RETURN sum(r.order)",
        "MATCH ()-[r:COVERS]->() WHERE r.state = 'x' RETURN r",
    ):
        assert scans_of(asked_store, planted, name) != [], planted


def scans_of(store: Store, query: str, name: str) -> list[str]:
    """The operators of a query's plan that look at everything of a kind."""
    with store.session() as session:
        plan = session.run(f"EXPLAIN {query}", parameters_of(name, "NL", "five-barriers")).consume().plan
    assert plan is not None
    return [operator for operator in _operators(plan) if any(scan in operator for scan in SCANS)]


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from _operators(child)
