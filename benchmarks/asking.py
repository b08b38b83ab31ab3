"""Whole commands that ask a server, against the same from files: what a person waits for."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.models import COUNTRY, make_model
from benchmarks.processes import BARRIERS
from graph import audit
from graph.store.cache import OFF, VARIABLE
from graph.store.connection import Settings, Store, open_store
from graph.store.pushing import push
from graph.store.reading_back import READING
from loaders import load_model
from tests.store.server import Access, Server

ROUNDS = 11
BUNDLED = "NL"
AUDIT = ("audit", BUNDLED)
ASKED = (*AUDIT, "--store", "neo4j")


def bundled_report(access: Access) -> Iterator[str]:
    """The audit of the Netherlands from the server against files, with what is kept on this machine and without."""
    _push_bundled(access)
    with TemporaryDirectory() as kept:
        warm, without = access.environment | {VARIABLE: kept}, access.environment | {VARIABLE: OFF}
        seconds_of(ASKED, warm)
        rounds = [(seconds_of(AUDIT), seconds_of(ASKED, warm), seconds_of(ASKED, without)) for _ in range(ROUNDS)]
    files, server, read = (median(column) for column in zip(*rounds, strict=True))
    ratio = median(mine / other for other, mine, _ in rounds)
    yield f"barriers audit NL, whole process, {ROUNDS} rounds in turns"
    yield f"  from files        {files:7.2f} s"
    yield f"  from the server   {server:7.2f} s   ratio {ratio:.2f}                   <= 2 is the aim"
    yield f"  with nothing kept {read:7.2f} s   ratio {median(mine / other for other, _, mine in rounds):.2f}"


def cold_report(server: Server) -> Iterator[str]:
    """The same once, the first thing that a server is asked after it has started."""
    _push_bundled(server.access)
    server.stop()
    server.start()
    first, second = (seconds_of(ASKED, server.access.environment | {VARIABLE: OFF}) for _ in range(2))
    yield "barriers audit NL, whole process, when the server has just started"
    yield f"  the first         {first:7.2f} s                                <= 5 is the aim"
    yield f"  the second        {second:7.2f} s"


def large_report(store: Store, access: Access, facts: int) -> Iterator[str]:
    """The audit of a large model against what nobody can spare: its rows from the server, and the asking in memory."""
    model = make_model(facts)
    key = push(store, model, COUNTRY, "a benchmark").version.key
    words = ("audit", COUNTRY, "--store", "neo4j")
    with TemporaryDirectory() as kept:
        seconds_of(words, access.environment | {VARIABLE: OFF})
        without = seconds_of(words, access.environment | {VARIABLE: OFF})
        filling = seconds_of(words, access.environment | {VARIABLE: kept})
        warm = seconds_of(words, access.environment | {VARIABLE: kept})
        size = sum(path.stat().st_size for path in Path(kept).rglob("*") if path.is_file())
    reading = timed(lambda: store.rows(READING, keys=[key]))
    asking = timed(lambda: audit(model, COUNTRY))
    least = reading + asking
    yield f"barriers audit of {facts:,} facts, whole process"
    yield f"  rows and audit    {least:7.2f} s   ({reading:.2f} s for its rows, {asking:.2f} s for the audit in memory)"
    yield f"  from the server   {without:7.2f} s   ratio {without / least:.2f}                   <= 1.5 is the aim"
    yield f"  and then kept     {filling:7.2f} s   ratio {filling / least:.2f}   ({size / 1e6:.0f} MB)"
    yield f"  from what is kept {warm:7.2f} s   ratio {warm / least:.2f}"


def _push_bundled(access: Access) -> None:
    with open_store(Settings(access.uri, access.user, access.password)) as store:
        push(store, load_model(countries=[BUNDLED]).model, BUNDLED, "a benchmark")


def seconds_of(words: tuple[str, ...], environment: Mapping[str, str] | None = None) -> float:
    """Seconds that a command takes; it may find something, and may not fail."""
    begin = perf_counter()
    done = subprocess.run(
        [BARRIERS, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    seconds = perf_counter() - begin
    assert done.returncode in (0, 1), f"{words} ended with {done.returncode}: {done.stderr.decode()}"
    return seconds


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = perf_counter()
    work()
    return perf_counter() - began
