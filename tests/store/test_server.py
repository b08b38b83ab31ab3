"""The server that the tests start: it answers, it keeps its data, it leaves nothing behind."""

from __future__ import annotations

import pytest
from neo4j.exceptions import AuthError

from tests.store.server import Access, Server


def test_the_server_answers_a_query(neo4j_access: Access) -> None:
    """Whoever asks for the server finds it ready."""
    with neo4j_access.driver() as driver:
        records, _, _ = driver.execute_query("RETURN 1 AS one")

    assert [record["one"] for record in records] == [1]


def test_the_server_refuses_a_wrong_password(neo4j_access: Access) -> None:
    """The password is asked for, so that tests can see what happens when it is wrong."""
    with (
        Access(neo4j_access.uri, neo4j_access.user, "not the password").driver() as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_the_server_keeps_its_data_when_it_is_killed_and_started_again(own_server: Server) -> None:
    """What was committed before a SIGKILL is there after the restart, at the same address."""
    with own_server.access.driver() as driver:
        driver.execute_query("CREATE (:Kept {word: $word})", word="still here")
        before = own_server.pid
        own_server.kill()
        assert own_server.pid is None
        assert not own_server.access.answers()

        own_server.start()

        records, _, _ = driver.execute_query(
            "MATCH (kept:Kept) WITH kept, kept.word AS word DETACH DELETE kept RETURN word"
        )
    assert own_server.pid not in (None, before)
    assert [record["word"] for record in records] == ["still here"]
