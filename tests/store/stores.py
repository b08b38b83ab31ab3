"""How these tests reach the store: an emptied server, the command line on it, and what stands there counted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from neo4j import Query

from barriers import Model
from graph.store.connection import Settings, Store
from loaders import load_model
from tests.cli.running import DATA, PLAIN, ROOT, run
from tests.store.server import SECONDS_TO_START, Access, NoServer, Server

Versions = dict[str, tuple[Path, Model]]
"""Versions of one model by name, with the folders from which they load."""

BYSTANDER = "CREATE (:Person {name: $name, model: 'NL', id: 'nl.police'})-[:KNOWS {since: 1}]->(:Person {name: $name})"


def running(server: Server) -> Iterator[Server]:
    """The server for as long as a fixture lasts; where it cannot be started, the tests fail and say why."""
    try:
        server.start()
        yield server
    except NoServer as missing:
        pytest.fail(str(missing), pytrace=False)
    finally:
        server.clear_away()


def settings_of(access: Access) -> Settings:
    """The settings by which the store finds a server of the tests."""
    return Settings(access.uri, access.user, access.password)


def small(**notes: str) -> Model:
    """The small Dutch model of the command line's tests, its country with another note where one is given."""
    model = load_model(DATA, countries=["NL"]).model
    (country,) = model.countries
    return replace(model, countries=(replace(country, **notes),))


def neo4j(access: Access, *words: str | Path, data: Path | None = None, **environment: str | None) -> Result:
    """The result of `barriers neo4j` with these words, on a server."""
    return run("neo4j", *words, data=data, **(PLAIN | {"NEO4J_DATABASE": None} | access.environment | environment))


def start_push(access: Access, folder: Path) -> subprocess.Popen[bytes]:
    """`barriers neo4j push NL` as a program of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "cli", "neo4j", "push", "NL", "--force", "--data", str(folder)],
        cwd=ROOT,
        env=os.environ | access.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def empty(store: Store) -> None:
    """Take everything away, bystanders included, on a server of any limit."""
    statement = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
    with store.session() as session:
        session.run(Query(statement, timeout=SECONDS_TO_START)).consume()


def counted(store: Store, statement: str) -> dict[str, Any]:
    """What a statement gives for each key, as `key` and `found`, on a server of any limit."""
    with store.session() as session:
        rows = session.run(Query(statement, timeout=SECONDS_TO_START))
        return {row["key"]: row["found"] for row in rows}


def keys_there(store: Store) -> dict[str, int]:
    """The number of our nodes under each key, wherever it comes from."""
    return counted(store, "MATCH (n:BarriersNode) RETURN n.version AS key, count(*) AS found")


def versions_there(store: Store) -> dict[str, str]:
    """The state of each version, by its key."""
    return counted(store, "MATCH (v:BarriersVersion) RETURN v.key AS key, v.state AS found")


def current_keys(store: Store) -> dict[str, str]:
    """The version that readers take, by the name of the model."""
    return counted(store, "MATCH (m:BarriersModel)-[:NOW]->(v) RETURN m.name AS key, v.key AS found")


def is_tidy(store: Store) -> bool:
    """Whether everything of ours belongs to a version that readers take, or took a moment ago."""
    states = versions_there(store)
    assert set(states.values()) <= {"whole", "replaced"}, states
    assert set(keys_there(store)) <= set(states)
    assert sorted(key for key, state in states.items() if state == "whole") == sorted(current_keys(store).values())
    return True
