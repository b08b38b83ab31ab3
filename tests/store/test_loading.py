"""The statements that write a drawing: what stands in them, and how rows become batches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.store import drawing as drawing_module
from graph.store.drawing import (
    CREATE_FEW_NODES,
    CREATE_FEW_RELATIONS,
    Drawing,
    batches,
    create_nodes,
    create_relations,
    draw,
    statements,
    written,
)
from tests.store.stores import small


def test_a_node_has_its_properties_by_their_place_in_the_row() -> None:
    """Their names stand in the statement once, and not in each row."""
    drawing = Drawing()
    drawing.add("Actor", "nl.police", {"name": "Police", "note": None})
    drawing.add("Actor", "nl.bank", {"name": "Bank", "note": "by night"})
    ((statement, rows),) = statements(drawing)

    assert statement == (
        "UNWIND $rows AS row CREATE (n:BarriersNode {model: $model, version: $version, label: 'Actor', "
        "name: row[0], note: row[1], caption: row[2], id: row[3]})"
    )
    assert list(rows) == [["Police", None, "nl.police", "nl.police"], ["Bank", "by night", "nl.bank", "nl.bank"]]


def test_a_relation_has_its_ends_first_and_then_its_properties() -> None:
    drawing = Drawing()
    drawing.add("Actor", "nl.police", {})
    drawing.relate("COVERS", "nl.police", "entry.door", power="detect")
    statement, rows = list(statements(drawing))[-1]

    assert statement == (
        "UNWIND $rows AS row MATCH (a:BarriersNode {version: $version, label: 'Actor', id: row[0]}) "
        "MATCH (b:BarriersNode {version: $version, label: 'Elsewhere', id: row[1]}) "
        "CREATE (a)-[:COVERS {power: row[2]}]->(b)"
    )
    assert list(rows) == [["nl.police", "entry.door", "detect"]]


def test_the_statements_are_the_same_for_every_model_of_the_same_kinds() -> None:
    """Else the server would plan each of them anew: what no record has is named all the same, and null in each row."""
    model = small()
    unlimited = tuple(replace(cover, since=None, until=None) for cover in model.coverage)
    limited = tuple(replace(cover, since=date(2014, 1, 1), until=date(2014, 2, 1)) for cover in model.coverage)
    one, other = (dict(statements(draw(replace(model, coverage=covers)))) for covers in (unlimited, limited))

    assert one.keys() == other.keys()


def test_only_what_is_declared_can_stand_in_a_statement() -> None:
    """Labels, kinds and names of fields are our own; nothing that was read ever becomes Cypher."""
    for label in ("Actor) DETACH DELETE n //", "Nobody"):
        with pytest.raises(ValueError, match="not in"):
            create_nodes(label, {"id": 0})
        with pytest.raises(ValueError, match="not in"):
            create_relations("COVERS", "Actor", label, {})
    with pytest.raises(ValueError, match="not in"):
        create_relations("COVERS]->() DETACH DELETE a //", "Actor", "Step", {})
    for name in ("id: 1}) DETACH DELETE n //", "a`b", "", "näme"):
        with pytest.raises(ValueError, match="No field has such a name"):
            create_nodes("Actor", {"id": 0, name: 1})
        with pytest.raises(ValueError, match="No field has such a name"):
            create_relations("COVERS", "Actor", "Step", {name: 2})


def test_kinds_of_which_there_are_few_go_together_and_one_of_many_has_its_own_statement(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nodes before the relations that need them; what a row lacks is not sent."""
    monkeypatch.setattr(drawing_module, "FEW", 2)
    drawing = Drawing()
    for name in ("nl.police", "nl.bank"):
        drawing.add("Actor", name, {"name": name, "note": None})
    drawing.add("Step", "entry.door", {"name": None})
    drawing.relate("PART_OF", "nl.bank", "nl.police", basis="stated", since=None)
    found = [(statement, list(rows)) for statement, rows in written(drawing)]

    assert found == [
        (CREATE_FEW_NODES, [["Step", {"caption": "entry.door", "id": "entry.door"}]]),
        (
            create_nodes("Actor", {"name": 0, "note": 1, "caption": 2, "id": 3}),
            [[name, None, name, name] for name in ("nl.police", "nl.bank")],
        ),
        (CREATE_FEW_RELATIONS, [["PART_OF", "Actor", "nl.bank", "Actor", "nl.police", {"basis": "stated"}]]),
    ]


def test_rows_come_in_batches_of_a_size_and_none_is_empty() -> None:
    assert list(batches(([number] for number in range(5)), 2)) == [[[0], [1]], [[2], [3]], [[4]]]
    assert list(batches([], 2)) == []
