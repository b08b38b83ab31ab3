"""Locks: who holds one is told, nobody waits for long, and a client that was stopped stands in nobody's way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from time import monotonic

import pytest
from neo4j import Transaction
from neo4j.exceptions import Neo4jError

from barriers import StoreTrouble
from barriers.messages import Message
from graph.store import waiting
from graph.store.clearing import bury, tidy, wipe
from graph.store.connection import Store, open_store
from graph.store.contents import examine
from graph.store.drawing import draw, load_drawing
from graph.store.pushing import LOCK_MODEL, LOCK_VERSION, push
from graph.store.reading import stored_model
from graph.store.versions import VersionState
from graph.store.waiting import loads, pushes, reads
from graph.store.waiting import running as transactions
from tests.cli.running import ROOT
from tests.store.server import Access
from tests.store.stores import (
    Versions,
    current_keys,
    is_tidy,
    keys_there,
    neo4j,
    small,
    versions_there,
)

STOPS_ITSELF = """
import os, signal, sys
from pathlib import Path
from graph.store.connection import open_store, settings_from
from graph.store.pushing import push
from loaders import load_model

def stop(*_):
    if not stopped:
        stopped.append(True)
        os.kill(os.getpid(), signal.SIGSTOP)

stopped = []
with open_store(settings_from(os.environ)) as store:
    push(store, load_model(Path(sys.argv[1]), countries=["NL"]).model, "NL", "anna", stop)
"""
"""A push that stops after its first batch, as if its machine had been sent to sleep."""

ENDED_BY_HAND = """
SHOW TRANSACTIONS YIELD transactionId, metaData
WHERE metaData.app = 'barriers' AND metaData.does STARTS WITH 'pushes NL@'
RETURN transactionId AS number
"""
"""As docs/neo4j.md says."""


@contextmanager
def stopped_push(access: Access, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A push by anna that has been stopped in the middle; it is killed at the end."""
    command = [sys.executable, "-c", STOPS_ITSELF, str(folder)]
    environment = os.environ | access.environment
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE) as client:
        try:
            _, status = os.waitpid(client.pid, os.WUNTRACED)
            assert os.WIFSTOPPED(status)
            yield client
        finally:
            client.kill()


@contextmanager
def held(store: Store, statement: str, **values: str) -> Iterator[Transaction]:
    """Somebody in Neo4j Browser who has begun something and not finished it."""
    with store.driver.session() as session, session.begin_transaction(metadata={"app": "browser"}) as transaction:
        transaction.run(statement, **values).consume()
        yield transaction


def test_a_push_that_was_stopped_and_ended_as_the_docs_say_is_in_nobodys_way(
    store: Store, neo4j_access: Access, versions: Versions
) -> None:
    """Before, the next one is told who is pushing; after, it goes through, and the stopped one leaves nothing."""
    push(store, small(), "NL", "carla")
    with stopped_push(neo4j_access, versions["one"][0]) as client:
        began = monotonic()
        with pytest.raises(StoreTrouble, match=r"anna is pushing the model NL .* since 2"):
            push(store, small(note="mine"), "NL", "bert")
        assert monotonic() - began < 10

        with store.session() as session:
            (number,) = session.run(ENDED_BY_HAND).value("number")
            session.run("TERMINATE TRANSACTIONS $number", number=number).consume()
        began = monotonic()
        push(store, small(note="mine"), "NL", "bert")
        assert monotonic() - began < 20
        assert stored_model(store, "NL") == small(note="mine")
        assert is_tidy(store)

        client.send_signal(signal.SIGCONT)
        _, said = client.communicate()
        assert client.returncode == 1
        assert b"StoreTrouble: Somebody at" in said
    assert stored_model(store, "NL") == small(note="mine")
    assert is_tidy(store)


def test_a_batch_that_a_stopped_client_has_left_open_is_ended_with_its_version(store: Store) -> None:
    """It holds locks on what is to be cleared, and nobody would ever finish it."""
    push(store, small(), "NL", "anna")
    load_drawing(store, "NL", "NL@dead", draw(small()))
    with store.session() as session:
        session.run("CREATE (:BarriersVersion {key: 'NL@dead', name: 'NL', state: 'loading'})").consume()
    batch = "MATCH (n:BarriersNode {version: 'NL@dead'}) SET n.half = true"
    with store.driver.session() as session:
        left = session.begin_transaction(metadata={"app": "barriers", "does": loads("NL@dead")})
        left.run(batch).consume()

        began = monotonic()
        assert tidy(store, "NL") is None

        assert monotonic() - began < 10
        assert "NL@dead" not in keys_there(store)
        with pytest.raises(Neo4jError):
            left.run("RETURN 1").consume()


WAYS = {
    "push": lambda store: push(store, small(note="mine"), "NL", "bert"),
    "wipe": lambda store: wipe(store, "NL"),
}


@pytest.mark.parametrize("way", WAYS)
def test_whoever_waits_for_a_lock_is_told_for_whom_and_gives_up_after_a_while(
    store: Store, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence with the way out; nothing has changed, and it works when the other one is done."""
    monkeypatch.setattr(waiting, "LONGEST_WAIT", 1.0)
    monkeypatch.setattr(waiting, "LOOK_AFTER", 0.5)
    key = push(store, small(), "NL", "anna").version.key
    said: list[Message] = []
    with held(store, LOCK_MODEL, name="NL"), open_store(store.settings, said.append) as own:
        began = monotonic()
        with pytest.raises(StoreTrouble) as trouble:
            WAYS[way](own)
        assert monotonic() - began < 10

    assert len(said) == 1
    assert str(said[0]).startswith("Waiting for neo4j, whose transaction neo4j-transaction-")
    assert str(said[0]).endswith(" UTC.")
    assert str(trouble.value).startswith(
        f"neo4j blocks what this needs at {store.settings.where}, by transaction neo4j-"
    )
    assert "TERMINATE TRANSACTION 'neo4j-transaction-" in str(trouble.value)
    assert versions_there(store) == {key: "whole"}
    assert examine(store, "NL").altered == 0
    WAYS[way](store)
    assert current_keys(store).get("NL") != key


def test_a_push_that_has_to_wait_at_its_end_goes_on_when_it_may(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has said for whom it waits."""
    monkeypatch.setattr(waiting, "LOOK_AFTER", 0.5)
    push(store, small(), "NL", "anna")
    said: list[Message] = []
    holding: list[Transaction] = []

    def meanwhile(*_: int) -> None:
        if not holding:
            holding.append(other.begin_transaction())
            holding[0].run(LOCK_MODEL, name="NL").consume()
            Timer(1.5, holding[0].rollback).start()

    with store.driver.session() as other, open_store(store.settings, said.append) as own:
        push(own, small(note="mine"), "NL", "bert", meanwhile)

    assert [one.key for one in said] == ["store.waits.seen"]
    assert stored_model(store, "NL") == small(note="mine")


def test_a_push_that_waits_too_long_at_its_end_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own transaction has no limit on the server, and ends all the same."""
    monkeypatch.setattr(waiting, "LONGEST_WAIT", 1.0)
    monkeypatch.setattr(waiting, "LOOK_AFTER", 0.5)
    key = push(store, small(), "NL", "anna").version.key
    holding: list[Transaction] = []

    def meanwhile(*_: int) -> None:
        if not holding:
            holding.append(other.begin_transaction())
            holding[0].run(LOCK_MODEL, name="NL").consume()

    with store.driver.session() as other:
        with pytest.raises(StoreTrouble, match="neo4j blocks what this needs"):
            push(store, small(note="mine"), "NL", "bert", meanwhile)
        holding[0].rollback()

    assert versions_there(store) == {key: "whole"}
    assert set(keys_there(store)) == {key}


def test_the_command_says_on_stderr_for_whom_it_waits(
    store: Store, neo4j_access: Access, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lines: that it waits, and that it has given up."""
    monkeypatch.setattr(waiting, "LONGEST_WAIT", 1.0)
    monkeypatch.setattr(waiting, "LOOK_AFTER", 0.5)
    with held(store, LOCK_MODEL, name="NL"):
        told = neo4j(neo4j_access, "push", "NL", data=versions["one"][0])

    assert (told.exit_code, told.stdout) == (3, "")
    waits, held_by = told.stderr.splitlines()
    assert waits.startswith("Waiting for neo4j, whose transaction ")
    assert " blocks what this needs " in held_by


def test_a_dead_version_is_dead_however_long_its_lock_takes(store: Store) -> None:
    """Nobody says that they push it; before, a lock that took two seconds made it alive."""
    with store.session() as session:
        session.run("CREATE (:BarriersVersion {key: 'NL@dead', name: 'NL', state: 'loading'})").consume()
    with held(store, LOCK_VERSION, key="NL@dead") as other:
        Timer(3.0, other.rollback).start()

        assert bury(store, "NL@dead") is VersionState.DEAD


def test_who_pushes_a_version_is_found_though_nothing_is_locked(store: Store) -> None:
    """What its transaction says of itself is enough; looking changes nothing."""
    with store.session() as session:
        session.run("CREATE (:BarriersVersion {key: 'NL@one', name: 'NL', state: 'loading'})").consume()
    about = store.about(pushes("NL@one"), "anna")
    with store.session() as session, session.begin_transaction(metadata=about) as hold:
        hold.run("RETURN 1").consume()
        (found,) = [one for one in transactions(store) if one.turn == about["turn"]]

        assert (found.does, found.by, found.blocked) == ("pushes NL@one", "anna", False)
        assert bury(store, "NL@one") is VersionState.LOADING
    assert bury(store, "NL@one", keep=False) is VersionState.DEAD
    assert versions_there(store) == {"NL@one": "loading"}


def test_a_transaction_that_this_user_may_not_look_at_is_told_by_its_number(store: Store) -> None:
    """An administrator knows more."""
    unseen = waiting.Running("neo4j-transaction-7")

    assert str(unseen.said("waits", "host:1")) == (
        "Waiting for transaction neo4j-transaction-7 of somebody else at host:1, which this user may not look at."
    )
    assert "TERMINATE TRANSACTION 'neo4j-transaction-7'" in str(unseen.said("held", store.settings.where))


# Versions that are kept


def test_of_many_versions_two_are_kept_beside_the_one_that_readers_take(store: Store) -> None:
    """The newest, however fast they come; ten pushes leave three."""
    keys = [push(store, small(note=f"{number}"), "NL", "anna").version.key for number in range(10)]

    assert versions_there(store) == {keys[9]: "whole", keys[8]: "replaced", keys[7]: "replaced"}
    assert set(keys_there(store)) == set(keys[7:])


def test_a_version_that_somebody_reads_is_kept_until_they_are_done(store: Store) -> None:
    """Whatever its age, and however many came after it."""
    first = push(store, small(), "NL", "anna").version
    about = store.about(f"reads RO@other {first.key}")
    with store.session(writing=False) as session, session.begin_transaction(metadata=about) as reader:
        reader.run("RETURN 1").consume()
        last = [push(store, small(note=f"{number}"), "NL", "anna").version.key for number in range(5)]

        assert set(versions_there(store)) == {first.key, *last[-3:]}
        assert keys_there(store)[first.key] == first.nodes
    push(store, small(note="at last"), "NL", "anna")
    assert first.key not in versions_there(store)


def test_a_reader_says_what_it_reads() -> None:
    """Another transaction reads nothing of ours."""
    assert reads("reads NL@1 RO@2") == ("NL@1", "RO@2")
    assert reads("reads") == reads("pushes NL@1") == reads("") == ()
