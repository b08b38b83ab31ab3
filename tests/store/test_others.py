"""Other people's nodes and relations on a shared server: no command of ours changes or deletes any of them.

Made-up neighbourhoods stand beside our models, with names and keys like ours: a few dozen in a usual run, and 200 with
BARRIERS_DEEP=1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.store import clearing
from graph.store.clearing import wipe
from graph.store.connection import Store
from graph.store.contents import repair
from graph.store.pushing import push
from graph.store.reading import stored_model
from graph.store.script import cypher_script
from loaders import dump_model
from tests.cli.running import DATA, run
from tests.drawing import DEEP
from tests.store.server import Access
from tests.store.stores import current_keys, empty, neo4j, small
from tests.store.test_script import run_script

AT_ONCE = 8
"""Neighbourhoods that stand on the server together."""

LABELS = ("Model", "Version", "Stored", "Actor", "Step", "Source", "Coverage", "Fact", "Shell", "Finding", "Person")
RELATIONS = ("NOW", "HOLDS", "HAS", "COVERS", "CITES", "ABOUT", "FOUND", "SHOWS", "TRAINED_ON")
KEY = "the key of our version"
"""Stands for the key that the push before has made up."""

values = st.sampled_from(
    ["NL", "RO", KEY, "nl.police", "Actor", "loading", "dead", "whole", "replaced", "", 1, -1.5, True, ["NL", "RO"]]
)
properties = st.dictionaries(
    st.sampled_from(["name", "model", "version", "label", "id", "key", "state", "until", "schema", "number", "digest"]),
    values,
    max_size=7,
)
nodes = st.lists(st.tuples(st.sets(st.sampled_from(LABELS), max_size=4), properties), min_size=1, max_size=6)


@st.composite
def neighbourhoods(draw: st.DrawFn) -> dict[str, Any]:
    """Some nodes, and relations among them, loops too."""
    found = draw(nodes)
    place = st.integers(0, len(found) - 1)
    relations = st.lists(st.tuples(place, st.sampled_from(RELATIONS), place, properties), max_size=6)
    return {
        "nodes": [{"labels": sorted(labels), "told": told} for labels, told in found],
        "relations": [list(row) for row in draw(relations)],
    }


PLACE = """
CALL () {
  UNWIND range(0, size($nodes) - 1) AS place
  CREATE (n) SET n = $nodes[place].told, n:$($nodes[place].labels)
  RETURN collect(n) AS made
}
WITH made UNWIND $relations AS row
WITH made[row[0]] AS begin, made[row[2]] AS end, row
CREATE (begin)-[r:$(row[1])]->(end) SET r = row[3]
"""

OTHERS = "NOT any(label IN labels({0}) WHERE label IN ['BarriersModel', 'BarriersVersion', 'BarriersNode'])"
NODES = f"MATCH (n) WHERE {OTHERS.format('n')} RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS told"
BETWEEN = f"""
MATCH (a)-[r]->(b) WHERE {OTHERS.format("a")} AND {OTHERS.format("b")}
RETURN elementId(r) AS id, elementId(a) AS a, type(r) AS type, elementId(b) AS b, properties(r) AS told
"""


def others_there(store: Store) -> dict[str, str]:
    """Every node and relation of others, to the last sign, by what the server calls it."""
    with store.session() as session:
        found = [record.data() for statement in (NODES, BETWEEN) for record in session.run(statement)]
    return {
        one["id"]: repr([one[name] if name != "told" else sorted(one[name].items()) for name in one]) for one in found
    }


def put_beside(store: Store, neighbourhood: dict[str, Any], key: str) -> None:
    """Put it on the server; what stands for the key of our version becomes that."""

    def filled(told: dict[str, Any]) -> dict[str, Any]:
        return {name: key if value == KEY else value for name, value in told.items()}

    with store.session() as session:
        session.run(
            PLACE,
            nodes=[{**node, "told": filled(node["told"])} for node in neighbourhood["nodes"]],
            relations=[[*row[:3], filled(row[3])] for row in neighbourhood["relations"]],
        ).consume()


def commands(data: Path, changed: Path, folder: Path) -> list[tuple[str | Path, ...]]:
    """Every command that talks to a server, in the order in which somebody may use them."""
    return [
        ("push", "NL", "--data", data),
        ("push", "NL", "--data", data, "--force", "--publish"),
        ("push", "NL", "--data", changed),
        ("publish", "NL", "--form", "labour"),
        ("status", "--data", data),
        ("status", "--repair", "--data", data),
        ("pull", "NL", "-o", folder / "pulled"),
        ("audit", "NL", "--store", "neo4j"),
        ("wipe", "NL", "--yes"),
        ("push", "NL", "--data", data),
    ]


@pytest.fixture
def changed_data(tmp_path: Path) -> Path:
    """The small data with another note."""
    dump_model(small(note="another"), tmp_path / "changed")
    return tmp_path / "changed"


def test_no_command_touches_what_is_not_ours(
    store: Store,
    neo4j_access: Access,
    changed_data: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever labels, keys and states they have; and each command does what it does on a server of its own."""
    # Old versions go at once, so that clearing is seen as well.
    monkeypatch.setattr(clearing, "LONGEST_READING", clearing.LONGEST_READING * 0)

    @settings(
        max_examples=200 // AT_ONCE if DEEP else 2,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(neighbourhoods(), min_size=AT_ONCE, max_size=AT_ONCE))
    def untouched(beside: list[dict[str, Any]]) -> None:
        empty(store)
        key = push(store, small(), "NL", "anna").version.key
        for neighbourhood in beside:
            put_beside(store, neighbourhood, key)
        before = others_there(store)
        codes = []
        for words in commands(DATA, changed_data, tmp_path_factory.mktemp("pulled")):
            if words[0] == "audit":
                codes.append(run(*words, data=None, **neo4j_access.environment).exit_code)
            else:
                codes.append(neo4j(neo4j_access, *words).exit_code)
            assert others_there(store) == before, words
        assert codes == [0, 0, 0, 0, 1, 1, 0, codes[7], 0, 0]
        assert codes[7] in (0, 1)
        assert stored_model(store, "NL") == small()
        assert list(current_keys(store)) == ["NL"]

    untouched()


# What was once taken for ours


def test_a_node_called_model_and_its_relation_stay_when_a_model_of_that_name_is_pushed(store: Store) -> None:
    with store.session() as session:
        session.run("CREATE (:Model {name: 'NL', owner: 'anna'})-[:TRAINED_ON]->(:Dataset)").consume()
    before = others_there(store)
    for note in ("one", "two"):
        push(store, small(note=note), "NL", "anna")

    assert len(before) == 3
    assert others_there(store) == before


def test_a_node_called_stored_stays_when_the_server_is_repaired(store: Store) -> None:
    with store.session() as session:
        session.run("CREATE (:Stored {sku: 'A2', model: 'T-Ford'})").consume()
    before = others_there(store)

    assert repair(store) == ()
    assert others_there(store) == before


def test_a_node_called_version_keeps_its_state_when_a_model_of_that_name_is_wiped(store: Store) -> None:
    with store.session() as session:
        session.run("CREATE (:Version {name: 'NL'})").consume()
    before = others_there(store)
    push(store, small(), "NL", "anna")

    assert wipe(store, "NL") is None
    assert others_there(store) == before


def test_a_node_called_version_without_our_properties_is_no_trouble(store: Store, neo4j_access: Access) -> None:
    with store.session() as session:
        session.run("CREATE (:Version {number: '1.0'})").consume()

    assert neo4j(neo4j_access, "push", "NL", data=DATA).exit_code == 0
    assert neo4j(neo4j_access, "status", data=DATA).exit_code == 0


# What others have drawn to ours

ATTACH = """
MATCH (n:Actor {id: $id}) CREATE (note:Note {text: 'ask them'})-[:ABOUT {since: 1}]->(n)-[:SEEN_BY]->(:Person)
"""
ATTACHED = "MATCH (:Note)-[r:ABOUT {since: 1}]->(n)-[s:SEEN_BY]->(:Person) RETURN n.id AS id, n.version AS version"


def attached(store: Store) -> list[tuple[str, str]]:
    with store.session() as session:
        return [(found["id"], found["version"]) for found in session.run(ATTACHED)]


@pytest.mark.deep
def test_a_script_that_is_run_again_leaves_what_others_have_drawn(
    store: Store, neo4j_access: Access, tmp_path: Path
) -> None:
    """The node to which it leads stays too, and belongs to no version any more."""
    path = tmp_path / "model.cypher"
    path.write_text("\n".join(cypher_script(small(), "NL")), encoding="utf-8")
    run_script(path, neo4j_access)
    with store.session() as session:
        session.run(ATTACH, id=small().actors[0].id).consume()
    before = others_there(store)

    run_script(path, neo4j_access)

    assert others_there(store) == before
    assert [name for name, _ in attached(store)] == [small().actors[0].id]
    assert stored_model(store, "NL") == small()


# What an earlier release has left

OF_BEFORE = (
    "CREATE CONSTRAINT barriers_actor_key IF NOT EXISTS FOR (n:Actor) REQUIRE (n.model, n.id) IS UNIQUE",
    "CREATE CONSTRAINT barriers_model_key IF NOT EXISTS FOR (n:Model) REQUIRE n.name IS UNIQUE",
    "CREATE INDEX barriers_stored_model IF NOT EXISTS FOR (n:Stored) ON (n.model)",
)
OF_OTHERS = "CREATE CONSTRAINT barriers_of_europe_key IF NOT EXISTS FOR (n:Europe) REQUIRE n.name IS UNIQUE"


def test_the_keys_of_an_earlier_release_are_in_nobodys_way(store: Store) -> None:
    """A second version of a model carries labels beside the first; whatever else begins with our name stays."""
    with store.session() as session:
        for statement in (*OF_BEFORE, OF_OTHERS):
            session.run(statement).consume()
    for note in ("one", "two"):
        push(store, small(note=note), "NL", "anna")
    with store.session() as session:
        names = {found["name"] for found in session.run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'barriers'")}
        session.run("DROP CONSTRAINT barriers_of_europe_key").consume()

    assert names == {"barriersmodel_key", "barriersversion_key", "barriersnode_key", "barriers_of_europe_key"}
    assert stored_model(store, "NL") == small(note="two")
