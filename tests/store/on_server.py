"""A model put on the test server for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

import pytest

from barriers import Model
from graph.store.connection import Store, open_store
from graph.store.drawing import draw, load_drawing
from graph.store.pushing import prepare
from tests.store.server import Access
from tests.store.stores import settings_of


@pytest.fixture(scope="session")
def asked_store(neo4j_access: Access) -> Iterator[Store]:
    """An open way to the server for the whole run, with the keys set up."""
    with open_store(settings_of(neo4j_access)) as opened:
        prepare(opened)
        yield opened


@contextmanager
def put(store: Store, model: Model) -> Iterator[str]:
    """The name of a model that is on the server as long as the `with` lasts."""
    name = f"made-{token_hex(6)}"
    load_drawing(store, name, name, draw(model))
    with store.session() as session:
        session.run(
            "CREATE (:BarriersModel {name: $name})-[:NOW]->(:BarriersVersion {key: $name, name: $name})", name=name
        ).consume()
        try:
            yield name
        finally:
            session.run("MATCH (n:BarriersNode {version: $name}) DETACH DELETE n", name=name).consume()
            session.run("MATCH (n:BarriersModel|BarriersVersion {name: $name}) DETACH DELETE n", name=name).consume()
