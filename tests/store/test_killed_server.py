"""A server that is killed in the middle of a push: it begins again with one whole version.

Ten kills, with BARRIERS_DEEP=1 only: each costs a start, and the server plans every statement anew.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import pytest

from graph.store.connection import Store, open_store
from graph.store.pushing import push
from tests.cli.running import run
from tests.store.server import Access, Server
from tests.store.stores import Versions, empty, is_tidy, settings_of, start_push
from tests.store.test_killed import push_when_free, reader, stands_whole

TIMES = 10


@pytest.fixture
def killable(strict_server: Server) -> Iterator[Store]:
    """The server that may be killed, reached by the store, with nothing on it."""
    with open_store(settings_of(strict_server.access)) as opened:
        empty(opened)
        yield opened
        empty(opened)


def audited(access: Access) -> str:
    """An audit of what stands there, by the command line; of a server that has just begun it is the first question."""
    return run("audit", "NL", "--store", "neo4j", data=None, **access.environment).stdout


@pytest.mark.deep
def test_a_server_that_is_killed_at_any_moment_has_one_whole_version_when_it_is_started_again(
    killable: Store, strict_server: Server, versions: Versions
) -> None:
    """Who pushed is told in one sentence, readers go on with a whole version, and the next push clears the rest."""
    store, known = killable, {model.digest for _, model in versions.values()}
    push(store, versions["one"][1], "NL", "anna")
    began = time.monotonic()
    push(store, versions["two"][1], "NL", "anna")
    whole = time.monotonic() - began
    with reader(store, known) as seen:
        for turn in range(TIMES):
            folder, _ = versions["one" if turn % 2 else "two"]
            client = start_push(strict_server.access, folder)
            time.sleep(0.5 + whole * random.uniform(0.2, 1.2))  # noqa: S311 - chance, not a secret
            strict_server.restart()
            _, told = client.communicate()
            assert client.returncode in (0, 3), told
            assert told.count(b"\n") == 1

            assert audited(strict_server.access).startswith("NETHERLANDS")
            assert stands_whole(store, known)
            push_when_free(store, versions["two" if turn % 2 else "one"][1])
            assert is_tidy(store)
    assert seen
    assert set(seen) <= known
