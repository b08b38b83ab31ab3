"""One server for the whole run, started when a test first asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.store.connection import Store, open_store
from tests.store.on_server import asked_store
from tests.store.server import Access, NoServer, Server
from tests.store.stores import current_keys, empty, settings_of

__all__ = ["asked_store"]


@pytest.fixture(scope="session")
def started_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Our own server; it goes with all it holds at the end of the run."""
    server = Server(tmp_path_factory.mktemp("neo4j"))
    try:
        server.start()
        yield server
    except NoServer as missing:
        pytest.fail(str(missing), pytrace=False)
    finally:
        server.clear_away()


@pytest.fixture(scope="session")
def neo4j_access(request: pytest.FixtureRequest) -> Access:
    """The server that NEO4J_URI names, else our own."""
    given = Access.from_environment()
    if given is None:
        started: Server = request.getfixturevalue("started_server")
        return started.access
    if not given.answers():
        pytest.fail(f"NEO4J_URI names {given.uri}, where no server answers.", pytrace=False)
    return given


@pytest.fixture
def own_server(started_server: Server) -> Iterator[Server]:
    """A server that may be killed: our own one, whatever NEO4J_URI says; after the test it runs again."""
    yield started_server
    started_server.start()


@pytest.fixture(scope="session")
def _free_server(neo4j_access: Access) -> Access:
    """A server on which everything may be deleted: one that holds somebody's models is refused."""
    with open_store(settings_of(neo4j_access)) as store:
        if current_keys(store):
            pytest.fail("NEO4J_URI names a server that holds models; the tests want one that may be emptied.")
    return neo4j_access


@pytest.fixture
def store(_free_server: Access) -> Iterator[Store]:
    """The server, reached by the store, with nothing on it."""
    with open_store(settings_of(_free_server)) as opened:
        empty(opened)
        yield opened
        empty(opened)
