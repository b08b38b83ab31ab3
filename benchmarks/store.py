"""The server against what one would do without us: audits from there against files, a push against the plain driver.

Both sides of a ratio run one after the other, on the same server, on the same model.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from barriers.model import Model
from benchmarks import asking
from benchmarks.asking import timed
from benchmarks.models import COUNTRY, make_model
from graph.store.connection import Settings, Store, open_store
from graph.store.drawing import Drawing, draw
from graph.store.pushing import prepare, push
from graph.store.records import Properties
from graph.store.schema import EVERY
from tests.store.server import Access, Server

RELATIONS = 1_000_000
FACTS = 100_000

PLAIN = "plain"
"""The key under which the plain driver writes."""

HEAP = "4g"
"""Of the server: so many relations do not fit into the gigabyte that is enough for the tests."""


def report() -> Iterator[str]:
    """The figures; `BARRIERS_RELATIONS` and `BARRIERS_FACTS` make the models smaller, for a first look."""
    # As the command line does, for both sides.
    gc.disable()
    with _server() as (access, server):
        with _emptied(access):
            yield from asking.bundled_report(access)
        if server is not None:
            yield from asking.cold_report(server)
        with _emptied(access) as store:
            yield from asking.large_report(store, access, int(os.environ.get("BARRIERS_FACTS", FACTS)))
        with _emptied(access) as store:
            yield from push_report(store, int(os.environ.get("BARRIERS_RELATIONS", RELATIONS)))


@contextmanager
def _emptied(access: Access) -> Iterator[Store]:
    """An open way to the server, with nothing of ours on it before and after."""
    with open_store(Settings(access.uri, access.user, access.password)) as store:
        prepare(store)
        _empty(store)
        yield store
        _empty(store)


@contextmanager
def _server() -> Iterator[tuple[Access, Server | None]]:
    """The server that the environment names, else one of our own, which may be started anew."""
    given = Access.from_environment()
    if given is not None:
        yield given, None
        return
    with TemporaryDirectory() as folder:
        server = Server(Path(folder), heap=HEAP, java_options=())
        try:
            server.start()
            yield server.access, server
        finally:
            server.clear_away()


# A push


def push_report(store: Store, relations: int) -> Iterator[str]:
    """The whole of a push, from the model in memory to the switch, against the writing alone by the plain driver."""
    model = _of_relations(relations)
    drawing = draw(model)
    rows = sum(map(len, drawing.relations.values()))
    yield f"push of a model     {rows:,} relations, {sum(map(len, drawing.nodes.values())):,} nodes"
    without_nulls = _as_one_would_send(drawing)
    plain = timed(lambda: _merge(store, without_nulls))
    _empty(store)
    ours = timed(lambda: push(store, model, COUNTRY, "a benchmark"))
    yield f"  plain driver      {plain:7.1f} s   {rows / plain:9,.0f} relations a second (UNWIND ... MERGE alone)"
    yield f"  barriers push     {ours:7.1f} s   {rows / ours:9,.0f} relations a second (with all that a push does)"
    yield f"  ratio of rates {plain / ours:.2f}                             >= 1 is the aim"


def _of_relations(relations: int) -> Model:
    """A made-up model that is drawn as about so many relations, found from a small one."""
    small = draw(make_model(2_000))
    each = sum(map(len, small.relations.values())) / 2_000
    return make_model(int(relations / each))


def _as_one_would_send(drawing: Drawing) -> Drawing:
    """The drawing without what a row lacks."""

    def kept(row: Properties) -> Properties:
        return {name: value for name, value in row.items() if value is not None}

    sent = Drawing()
    for label, nodes in drawing.nodes.items():
        sent.nodes[label] = {name: kept(row) for name, row in nodes.items()}
    for joint, rows in drawing.relations.items():
        sent.relations[joint] = [{**row, "properties": kept(row["properties"])} for row in rows]
    return sent


def _merge(store: Store, drawing: Drawing) -> None:
    """What one writes without us: nodes and relations merged by their ids in batches of the same size."""
    for label, nodes in drawing.nodes.items():
        statement = (
            f"UNWIND $rows AS row MERGE (n:{EVERY} {{version: $version, label: '{label}', id: row.id}}) "
            f"SET n:{label}, n += row"
        )
        _write(store, statement, list(nodes.values()))
    for (kind, begin, end), rows in drawing.relations.items():
        statement = (
            f"UNWIND $rows AS row MATCH (a:{EVERY} {{version: $version, label: '{begin}', id: row.begin}}) "
            f"MATCH (b:{EVERY} {{version: $version, label: '{end}', id: row.end}}) "
            f"MERGE (a)-[r:{kind} {{id: coalesce(row.properties.id, '')}}]->(b) SET r += row.properties"
        )
        _write(store, statement, rows)


def _write(store: Store, statement: str, rows: list[Properties]) -> None:
    starts = [*range(0, len(rows), 5_000), len(rows)]
    with store.session() as session:
        for start, end in pairwise(starts):
            session.execute_write(
                lambda tx, batch: tx.run(statement, version=PLAIN, rows=batch).consume(), rows[start:end]
            )


def _empty(store: Store) -> None:
    with store.session() as session:
        session.run(f"MATCH (:{EVERY})-[r]->() CALL (r) {{ DELETE r }} IN TRANSACTIONS OF 10000 ROWS").consume()
        session.run(f"MATCH (n:{EVERY}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 10000 ROWS").consume()
        session.run("MATCH (n:BarriersModel|BarriersVersion) DETACH DELETE n").consume()
