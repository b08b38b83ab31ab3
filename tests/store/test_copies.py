"""What somebody copies by hand on the server: the advice that is given is true, and the copy stays theirs."""

from __future__ import annotations

import pytest

from graph.store.connection import Store
from graph.store.pushing import push
from tests.cli.running import DATA
from tests.drawing import usual
from tests.store.server import Access
from tests.store.stores import current_keys, neo4j, small, versions_there

A_NODE = "MATCH (n:Step) WITH n LIMIT 1 CREATE (c:BarriersNode:Step:Mine) SET c += properties(n)"
A_MODEL = "MATCH (n:BarriersModel) CREATE (c:BarriersModel:Mine) SET c += properties(n)"
A_VERSION = "MATCH (n:BarriersVersion) CREATE (c:BarriersVersion:Mine) SET c += properties(n)"
A_SECOND_NOW = "MATCH (m:BarriersModel)-[:NOW]->(v) CREATE (m)-[:NOW]->(v)"


def by_hand(store: Store, *statements: str) -> None:
    """Statements as somebody would type them in Neo4j Browser."""
    with store.session() as session:
        for statement in statements:
            session.run(statement).consume()


@pytest.mark.parametrize(
    ("label", "copy"),
    usual(("BarriersNode", A_NODE), deep=[("BarriersModel", A_MODEL), ("BarriersVersion", A_VERSION)]),
)
def test_after_a_copy_without_keys_a_forced_push_puts_the_model_back(
    store: Store, neo4j_access: Access, label: str, copy: str
) -> None:
    """The key is there again, and the copy, with what hangs on it, is its maker's."""
    push(store, small(), "NL", "anna")
    by_hand(store, f"DROP CONSTRAINT {label.lower()}_key", copy, "MATCH (c:Mine) CREATE (c)-[:SEEN_BY]->(:Person)")

    forced = neo4j(neo4j_access, "push", "NL", "--force", data=DATA)
    status = neo4j(neo4j_access, "status", data=DATA)

    assert (forced.exit_code, forced.stderr.count("\n")) == (0, 1)
    assert (status.exit_code, status.stdout.count("NL ")) == (0, 1)
    assert sorted(versions_there(store).values()) == ["replaced", "whole"]
    with store.session() as session:
        (mine,) = session.run("MATCH (c:Mine)-[:SEEN_BY]->(:Person) RETURN labels(c) AS labels").value("labels")
    assert mine == ["Mine"]


def test_of_two_that_readers_are_sent_to_one_is_left(store: Store, neo4j_access: Access) -> None:
    """However often somebody said NOW."""
    push(store, small(), "NL", "anna")
    by_hand(store, A_SECOND_NOW)

    forced = neo4j(neo4j_access, "push", "NL", "--force", data=DATA)

    with store.session() as session:
        number = session.run("MATCH (:BarriersModel)-[r:NOW]->() RETURN count(r) AS n").single(strict=True)["n"]
    assert (forced.exit_code, number) == (0, 1)
    assert neo4j(neo4j_access, "status", data=DATA).exit_code == 0


def test_a_version_that_was_copied_under_another_key_is_cleared_as_is_said(store: Store, neo4j_access: Access) -> None:
    """Nobody ever pushed it, and readers do not take it."""
    push(store, small(), "NL", "anna")
    by_hand(store, "MATCH (n:BarriersVersion) CREATE (c) SET c = properties(n), c.key = 'NL@copy', c:BarriersVersion")

    before = neo4j(neo4j_access, "status", data=DATA)
    after = neo4j(neo4j_access, "status", "--repair", data=DATA)

    assert (before.exit_code, after.exit_code) == (1, 0)
    assert "barriers neo4j status --repair clears it" in " ".join(before.stdout.split())
    assert list(versions_there(store)) == list(current_keys(store).values())
