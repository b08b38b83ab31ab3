"""A server with a limit for every transaction that says nothing else: what we send says itself how long it may take."""

from __future__ import annotations

from contextlib import suppress
from time import sleep

import pytest
from neo4j.exceptions import ClientError

from graph.store.connection import Store, open_store
from graph.store.pushing import push
from graph.store.reading import stored_model
from tests.store.server import Server
from tests.store.stores import empty, settings_of, small
from tests.store.strict import SECONDS

LONG = "UNWIND range(1, $rows) AS x RETURN count(x % 7) AS rows"


def too_many(store: Store) -> int:
    """So many rows that counting them takes longer than the limit."""
    rows = 2_000_000
    with store.driver.session() as session, suppress(ClientError):
        while True:
            session.run(LONG, rows=rows).consume()
            rows *= 2
    return rows


@pytest.mark.deep
def test_a_limit_of_the_server_ends_neither_a_push_nor_what_is_read(strict_server: Server) -> None:
    """A push that takes longer, and a statement that does."""
    pauses = iter([SECONDS + 1.0])
    with open_store(settings_of(strict_server.access)) as store:
        empty(store)
        push(store, small(), "NL", "anna", lambda *_: sleep(next(pauses, 0.0)))
        rows = too_many(store)

        assert stored_model(store, "NL") == small()
        assert store.rows(LONG, rows=rows)[0]["rows"] == rows
        empty(store)
