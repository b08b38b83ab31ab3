"""One server for the whole run, started when a test first asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.store.cache import OFF, VARIABLE
from graph.store.connection import Store, open_store
from loaders import dump_model, load_model
from tests.store.on_server import asked_store
from tests.store.server import Access, Server
from tests.store.stores import Versions, current_keys, empty, running, settings_of, small
from tests.store.strict import CERTIFICATES, STRICT, certify

__all__ = ["asked_store"]


@pytest.fixture(scope="session", autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Nothing of the tests is kept in the folder of whoever runs them, and nothing there answers for the server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, OFF)
        yield


@pytest.fixture(scope="session")
def started_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Our own server; it goes with all it holds at the end of the run."""
    yield from running(Server(tmp_path_factory.mktemp("neo4j")))


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


@pytest.fixture(scope="session")
def _strict_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("strict-neo4j"), STRICT, scheme="bolt+ssc")
    certify(server.folder / CERTIFICATES)
    yield from running(server)


@pytest.fixture
def strict_server(_strict_server: Server) -> Iterator[Server]:
    """A server that speaks TLS alone, ends what takes long, and may be killed; after the test it runs again.

    It is another than the one that everything else uses: a server that was killed has to plan every query anew.
    """
    yield _strict_server
    _strict_server.start()


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """Two versions of the small Dutch model."""
    found = {}
    for name in ("one", "two"):
        folder = tmp_path_factory.mktemp(name)
        dump_model(small(note=f"version {name}"), folder)
        found[name] = (folder, load_model(folder, countries=["NL"]).model)
    return found


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
