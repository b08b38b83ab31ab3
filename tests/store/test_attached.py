"""What others attach to our nodes by hand: it is told, it moves along, and it is never taken away."""

from __future__ import annotations

import pytest

from barriers import Model, StoreTrouble
from graph.store.attached import Attached, attached
from graph.store.clearing import tidy, wipe
from graph.store.connection import Store
from graph.store.contents import examine, remains, repair
from graph.store.drawing import draw, load_drawing
from graph.store.pushing import push
from graph.store.reading import stored_model
from tests.cli.running import DATA
from tests.store.server import Access
from tests.store.stores import current_keys, keys_there, neo4j, small, versions_there

ACTOR = "nl.police"

NOTES = (
    "MATCH (a:BarriersNode {version: $key, id: 'nl.police'}) MATCH (b:BarriersNode {version: $key, id: 'NL'})"
    "CREATE (a)-[:TRAINED_ON {days: 3, at: [1.5, 2.0], by: 'anna'}]->(:Dataset {name: 'D', version: $key}),"
    " (:Note {text: 'ask them'})-[:ABOUT {seen: true}]->(a), (a)-[:KNOWS_WELL]->(b), (a)-[:LIKES]->(a)"
)
"""Two relations to nodes of theirs, one of them in the other direction; one between two of ours, and one to itself."""

AT_HAND = """
MATCH (x)-[r]->(y) WHERE type(r) IN ['TRAINED_ON', 'ABOUT', 'KNOWS_WELL', 'LIKES', 'REVIEWED']
AND NOT (type(r) = 'ABOUT' AND x:BarriersNode)
RETURN coalesce(x.id, x.text, x.key) AS begin, type(r) AS kind, coalesce(y.id, y.name, y.key) AS end,
       properties(r) AS told, coalesce(x.version, '') AS of
ORDER BY kind
"""


def note(store: Store, key: str, statement: str = NOTES) -> None:
    """Somebody attaches something to a version."""
    with store.session() as session:
        session.run(statement, key=key).consume()


def by_hand(store: Store) -> list[tuple[object, ...]]:
    """What is attached, with its ends and properties."""
    with store.session() as session:
        return [(found["begin"], found["kind"], found["end"], found["told"]) for found in session.run(AT_HAND)]


EXPECTED = [
    ("ask them", "ABOUT", ACTOR, {"seen": True}),
    (ACTOR, "KNOWS_WELL", "NL", {}),
    (ACTOR, "LIKES", ACTOR, {}),
    (ACTOR, "TRAINED_ON", "D", {"days": 3, "at": [1.5, 2.0], "by": "anna"}),
]


def without_actor(model: Model) -> Model:
    """The model without the actor to which things are attached, and without what names it."""
    return Model(countries=model.countries, sources=model.sources)


def test_what_is_attached_by_hand_moves_to_the_next_version_and_the_next(store: Store) -> None:
    """With its type, its direction and its properties; the versions before hold none of it, and go as ever."""
    keys = [push(store, small(), "NL", "anna").version.key]
    note(store, keys[0])

    for number in range(4):
        keys.append(push(store, small(note=f"version {number}"), "NL", "anna").version.key)

        assert by_hand(store) == EXPECTED
        assert attached(store, keys[:-1]) == ()
    assert {one.relation for one in attached(store, keys[-1:])} == {"ABOUT", "KNOWS_WELL", "LIKES", "TRAINED_ON"}
    assert stored_model(store, "NL") == small(note="version 3")


def test_what_is_attached_is_no_part_of_the_model_and_is_told(store: Store, neo4j_access: Access) -> None:
    """The model reads as it was pushed, nothing counts as changed, and the status names what is there."""
    key = push(store, small(), "NL", "anna").version.key
    note(store, key)
    standing = examine(store, "NL")
    status = neo4j(neo4j_access, "status", data=DATA)

    assert standing.altered == 0
    assert stored_model(store, "NL") == small()
    assert standing.attached == (
        Attached(key, "Actor", ACTOR, "ABOUT", 1),
        Attached(key, "Actor", ACTOR, "KNOWS_WELL", 1),
        Attached(key, "Actor", ACTOR, "LIKES", 1),
        Attached(key, "Actor", ACTOR, "TRAINED_ON", 1),
        Attached(key, "Country", "NL", "KNOWS_WELL", 1),
    )
    assert status.exit_code == 0
    assert f"attached by hand, to Actor {ACTOR} (ABOUT)," in " ".join(status.stdout.split())


def test_a_relation_of_ours_that_a_hand_draws_between_two_of_our_nodes_changes_the_model(store: Store) -> None:
    """It is told as such, and a forced push puts it back; between two versions it is theirs, and moves."""
    key = push(store, small(), "NL", "anna").version.key
    other = push(store, small(), "RO", "anna").version.key
    note(store, key, "MATCH (a:BarriersNode {version: $key, id: 'nl.police'}) CREATE (a)-[:COVERS]->(a)")
    note(
        store,
        other,
        "MATCH (a:BarriersNode {id: 'nl.police'}) WHERE a.version STARTS WITH 'NL'"
        "MATCH (b:BarriersNode {version: $key, id: 'nl.police'}) CREATE (a)-[:COVERS {like: 1}]->(b)",
    )

    assert examine(store, "NL").altered == 1
    assert [one.relation for one in examine(store, "NL").attached] == ["COVERS"]
    new = push(store, small(), "NL", "anna", force=True).version.key
    assert examine(store, "NL").altered == 0
    assert [(one.version, one.relation) for one in attached(store, [new, other])] == [
        (new, "COVERS"),
        (other, "COVERS"),
    ]


def test_a_push_without_a_node_to_which_something_is_attached_is_refused_before_anything_is_written(
    store: Store,
) -> None:
    """The node is named, readers keep what they had, and nothing of the new version is there."""
    key = push(store, small(), "NL", "anna").version.key
    note(store, key)
    seen: list[int] = []

    with pytest.raises(StoreTrouble, match=rf"no longer in the model NL: Actor {ACTOR}\. Nothing was written"):
        push(store, without_actor(small()), "NL", "bert", lambda *_: seen.append(1), force=True)

    assert seen == []
    assert versions_there(store) == {key: "whole"}
    assert by_hand(store) == EXPECTED


def test_what_is_attached_while_a_push_loads_is_not_lost_either(store: Store) -> None:
    """Where its node stays it moves; where its node goes, the push is taken back."""
    old = push(store, small(), "NL", "anna").version.key

    def meanwhile(*_: int) -> None:
        if not by_hand(store):
            note(store, old)

    with pytest.raises(StoreTrouble, match="Nothing was written"):
        push(store, without_actor(small()), "NL", "bert", meanwhile)
    assert current_keys(store) == {"NL": old}
    assert set(keys_there(store)) == {old}
    note(store, old, "MATCH ()-[r:TRAINED_ON|ABOUT|KNOWS_WELL|LIKES]->() DELETE r")

    new = push(store, small(note="another"), "NL", "bert", meanwhile).version.key
    assert by_hand(store) == EXPECTED
    assert {one.version for one in attached(store, [old, new])} == {new}


@pytest.mark.parametrize("state", ["replaced", "dead", "loading", None])
def test_clearing_an_old_version_moves_what_is_attached_to_it(store: Store, state: str | None) -> None:
    """Also what a killed push has left, and nodes that no version tells of."""
    now = push(store, small(), "NL", "anna").version.key
    load_drawing(store, "NL", "NL@old", draw(small()))
    if state is not None:
        note(
            store, state, "CREATE (:BarriersVersion {key: 'NL@old', name: 'NL', state: $key, until: datetime('2020')})"
        )
    note(store, "NL@old")

    assert repair(store) == ()

    assert set(keys_there(store)) == {now}
    assert by_hand(store) == EXPECTED
    assert {one.version for one in attached(store, [now, "NL@old"])} == {now}


def test_a_version_with_something_that_has_no_other_place_stays_and_is_told(store: Store) -> None:
    """Nothing of it goes: neither with a push, nor with a repair, which tells of it."""
    push(store, without_actor(small()), "NL", "anna")
    load_drawing(store, "NL", "NL@old", draw(small()))
    note(store, "dead", "CREATE (:BarriersVersion {key: 'NL@old', name: 'NL', state: $key})")
    note(store, "NL@old")
    nodes = keys_there(store)["NL@old"]

    tidy(store, "NL")
    left = repair(store)

    assert [(one.version.key, one.nodes, bool(one.attached)) for one in left] == [("NL@old", nodes, True)]
    assert by_hand(store) == EXPECTED
    note(store, "", "MATCH ()-[r:TRAINED_ON|ABOUT|KNOWS_WELL|LIKES]->() DELETE r")
    assert repair(store) == ()


def test_what_is_attached_to_a_version_as_such_moves_too(store: Store) -> None:
    """A note on the version that readers take stays with the one that they take."""
    push(store, small(), "NL", "anna")
    note(
        store,
        "",
        "MATCH (v:BarriersVersion) CREATE (:Note {text: $key})-[:REVIEWED]->(v), (:Note)-[:REVIEWED]->(:Step)",
    )
    for number in range(4):
        key = push(store, small(note=f"version {number}"), "NL", "anna").version.key

        assert [row for row in by_hand(store) if row[0] == ""] == [("", "REVIEWED", "NL", {})]
        assert [one.version for one in attached(store, [key])] == [key]


def test_a_model_with_something_attached_is_not_wiped(store: Store, neo4j_access: Access) -> None:
    """It is named, and nothing was taken away."""
    key = push(store, small(), "NL", "anna").version.key
    note(store, key)
    there = keys_there(store)

    told = neo4j(neo4j_access, "wipe", "NL", "--yes")

    assert told.exit_code == 3
    assert f"to the model NL: Actor {ACTOR}, Country NL. Nothing was taken away" in told.stderr
    assert (keys_there(store), by_hand(store)) == (there, EXPECTED)


def test_a_node_of_a_model_to_which_something_is_attached_outlives_the_model(store: Store) -> None:
    """The wipe takes our relation away and leaves theirs; a push takes the node again."""
    push(store, small(), "NL", "anna")
    note(store, "on the model", "MATCH (m:BarriersModel) CREATE (:Note {text: $key})-[:REVIEWED]->(m)")

    assert wipe(store, "NL") is None

    assert (keys_there(store), versions_there(store), current_keys(store)) == ({}, {}, {})
    assert by_hand(store) == [("on the model", "REVIEWED", "NL", {})]
    push(store, small(), "NL", "anna")
    assert stored_model(store, "NL") == small()


def test_a_property_that_a_hand_changed_is_told_and_replaced_by_the_next_version(store: Store) -> None:
    """A note in a property of ours is a change of the model, unlike a node beside it."""
    key = push(store, small(), "NL", "anna").version.key
    note(store, key, "MATCH (a:BarriersNode {version: $key, id: 'nl.police'}) SET a.remark = 'ask them'")

    assert examine(store, "NL").altered == 1
    push(store, small(note="another"), "NL", "anna")
    assert examine(store, "NL").altered == 0
    assert [one.version.key for one in remains(store)] == [key]
