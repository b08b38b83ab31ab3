"""Readers: each finishes on the version that it took, gives what was pushed or says why not, and asks seldom."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest

from barriers import StoreTrouble
from graph.store import reading
from graph.store.clearing import wipe
from graph.store.connection import Store, open_store
from graph.store.pushing import push
from graph.store.reading import stored_model, stored_models
from tests.cli.running import ROOT
from tests.drawing import DEEP
from tests.store.server import Access
from tests.store.stores import Versions, small

READERS = 12 if DEEP else 4
SECONDS_BETWEEN = 1.2


def before_each_reading(monkeypatch: pytest.MonkeyPatch, work: Callable[[int], object]) -> None:
    """Does something each time between the key of a version and its rows."""
    usual = reading.stored_rows
    turns = iter(range(100))

    def rows(store: Store, keys: list[str]) -> object:
        work(next(turns))
        return usual(store, keys)

    monkeypatch.setattr(reading, "stored_rows", rows)


def test_a_reader_finishes_on_the_version_that_it_took(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever pushes meanwhile is seen by the next one who asks."""
    push(store, small(), "NL", "anna")
    before_each_reading(monkeypatch, lambda turn: push(store, small(note=str(turn)), "NL", "bert"))

    assert stored_model(store, "NL") == small()
    assert stored_model(store, "NL") == small(note="0")


def test_a_reader_whose_version_was_cleared_meanwhile_takes_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a version is no version."""
    push(store, small(), "NL", "anna")

    def replaced(turn: int) -> None:
        if turn == 0:
            wipe(store, "NL")
            push(store, small(note="another"), "NL", "bert")

    before_each_reading(monkeypatch, replaced)

    assert stored_model(store, "NL") == small(note="another")


def test_a_reader_looks_again_where_a_model_has_no_version_for_a_moment(store: Store) -> None:
    """A server shows a switch relation by relation: the old one may be gone and the new one not yet there."""
    push(store, small(), "NL", "anna")
    with store.session() as session:
        session.run("MATCH (m:BarriersModel)-[now:NOW]->(v) SET m.meant = v.key DELETE now").consume()
    looked = Event()

    def come() -> None:
        looked.wait(10)
        back = "MATCH (m:BarriersModel) MATCH (v:BarriersVersion {key: m.meant}) CREATE (m)-[:NOW]->(v) REMOVE m.meant"
        with store.session() as session:
            session.run(back).consume()

    other = Thread(target=come)
    other.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.store.versions.sleep", lambda _: (looked.set(), other.join()))
        assert stored_model(store, "NL") == small()


def test_a_reader_gives_up_where_no_version_ever_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left waiting for ever."""
    push(store, small(), "NL", "anna")

    def replaced(turn: int) -> None:
        wipe(store, "NL")
        push(store, small(note=str(turn)), "NL", "bert")

    before_each_reading(monkeypatch, replaced)

    with pytest.raises(StoreTrouble, match="pushed again and again"):
        stored_model(store, "NL")


def test_whoever_reads_while_somebody_pushes_all_the_time_is_answered(
    store: Store, neo4j_access: Access, versions: Versions
) -> None:
    """Programs of their own, with nothing kept on their machine; each answer is that of one of the two versions."""
    push(store, versions["one"][1], "NL", "anna")
    over = Event()
    pushes = []

    def keep_pushing() -> None:
        with open_store(store.settings) as own:
            while not over.is_set():
                for _, model in versions.values():
                    pushes.append(push(own, model, "NL", "bert", force=True))
                    over.wait(SECONDS_BETWEEN)

    thread = Thread(target=keep_pushing)
    thread.start()
    try:
        with ThreadPoolExecutor(READERS) as pool:
            answers = list(pool.map(lambda _: audited(neo4j_access), range(READERS)))
    finally:
        over.set()
        thread.join()

    digests = {model.digest for _, model in versions.values()}
    assert [(code, said) for code, said, _ in answers if code not in (0, 1)] == []
    assert {json.loads(told)["model"]["digest"] for _, _, told in answers} <= digests
    assert pushes


def audited(access: Access) -> tuple[int, str, str]:
    """The exit code of an audit in a program of its own, what it said, and its answer."""
    words = ["audit", "NL", "--store", "neo4j", "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "cli", *words],
        cwd=ROOT,
        env=os.environ | access.environment | {"BARRIERS_CACHE": "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr, done.stdout


# What somebody changed by hand


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n:Actor {version: $key}) WITH n LIMIT 1 SET n.name = 'By hand'",
        "MATCH (n:Actor {version: $key}) WITH n LIMIT 1 REMOVE n.name",
        "MATCH (:Coverage {version: $key})-[r:CITES]->() WITH r LIMIT 1 DELETE r",
    ],
)
def test_a_model_that_was_changed_by_hand_is_refused(store: Store, statement: str) -> None:
    """With the commands that tell what was changed and that put it back; the others are read all the same."""
    key = push(store, small(), "NL/spring", "anna").version.key
    push(store, small(), "NL", "anna")
    with store.session() as session:
        session.run(statement, key=key).consume()

    with pytest.raises(StoreTrouble, match=r"`barriers neo4j push NL --draft spring --force` puts it back"):
        stored_model(store, "NL/spring")
    assert stored_models(store, []).models == {"NL": small()}


def test_a_model_that_a_release_with_other_fields_pushed_is_not_taken_for_changed(store: Store) -> None:
    """It has another digest here, though every row is there."""
    key = push(store, small(), "NL", "anna").version.key
    with store.session() as session:
        session.run("MATCH (v:BarriersVersion {key: $key}) SET v.digest = 'x', v.declared = 'y'", key=key).consume()

    assert stored_model(store, "NL") == small()


# What others see of it


def test_whoever_lists_the_transactions_sees_who_reads_what(store: Store) -> None:
    """With the key of the version, so that nobody clears it; a reader holds no machine for long."""
    key = push(store, small(), "NL", "anna").version.key
    statement = "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE currentQuery STARTS WITH 'SHOW' RETURN metaData"

    (found,) = store.rows(statement, does=f"reads {key}")

    assert found["metaData"].pop("turn")
    assert found["metaData"] == {"app": "barriers", "does": f"reads {key}", "by": "neo4j"}
