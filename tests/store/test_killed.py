"""A push that is killed in the middle: readers see one whole version, and nothing is left in the end.

Two kills in a usual run, 50 with BARRIERS_DEEP=1.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from barriers import Model, StoreTrouble
from graph.store.connection import Store, open_store
from graph.store.contents import examine, remains
from graph.store.pushing import push
from graph.store.reading import stored_model
from tests.drawing import DEEP
from tests.store.server import Access
from tests.store.stores import Versions, is_tidy, start_push

TIMES = 50 if DEEP else 2


@contextmanager
def reader(store: Store, known: set[str]) -> Iterator[list[str]]:
    """Reads the model again and again, in a thread of its own; gives the digests of what it read.

    A server that is away is waited for; anything else that is not one of the known versions ends up in the list.
    Between two looks it takes a breath: else most of what the server does is to answer it.
    """
    seen: list[str] = []
    over = Event()

    def look() -> None:
        while not over.is_set():
            try:
                with open_store(store.settings) as own:
                    while not over.is_set():
                        digest = stored_model(own, "NL").digest
                        seen.append(digest if digest in known else f"not one of the versions: {digest}")
                        over.wait(0.1)
            except StoreTrouble as trouble:
                if "No Neo4j server answers" not in str(trouble) and "was lost" not in str(trouble):
                    seen.append(str(trouble))
                time.sleep(0.05)

    thread = Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def test_a_push_that_is_killed_at_any_moment_leaves_the_old_version_and_nothing_after_the_next_push(
    store: Store, neo4j_access: Access, versions: Versions
) -> None:
    """A reader sees one of the two versions all the time, whole, and the next push clears what was left."""
    known = {model.digest for _, model in versions.values()}
    push(store, versions["one"][1], "NL", "anna")
    began = time.monotonic()
    client = start_push(neo4j_access, versions["two"][0])
    _, said = client.communicate()
    assert client.returncode == 0, said
    whole = time.monotonic() - began
    left = 0
    with reader(store, known) as seen:
        for turn in range(TIMES):
            folder, _ = versions["one" if turn % 2 else "two"]
            client = start_push(neo4j_access, folder)
            # Starting Python takes a good part of the time, and there nothing can go wrong.
            time.sleep(whole * random.uniform(0.3, 1.1))  # noqa: S311 - chance, not a secret
            client.kill()
            client.communicate()
            left += sum(one.is_rubbish for one in remains(store))
            assert stands_whole(store, known)

            push_when_free(store, versions["two" if turn % 2 else "one"][1])

            assert is_tidy(store)
    assert seen
    assert set(seen) <= known
    # Else the kills were all too early or too late to show anything.
    assert left or not DEEP


def stands_whole(store: Store, known: set[str]) -> bool:
    """Whether what readers take is one of these versions, with every node and relation of it."""
    after = examine(store, "NL")
    return after.altered == 0 and after.version.digest in known


def push_when_free(store: Store, model: Model) -> None:
    """Push; the server may need a moment to notice that a client is gone, and then tells who is pushing."""
    for _ in range(5):
        try:
            push(store, model, "NL", "anna")
        except StoreTrouble as trouble:
            assert "is pushing the model NL" in str(trouble)  # noqa: PT017 - what else is wrong must come through
        else:
            return
    pytest.fail("a push that was killed holds its lock")
