"""One server for the whole run, started when a test first asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store.server import Access, NoServer, Server


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
