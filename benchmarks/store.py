"""The server against what one would do without us: a push against the plain driver, an audit there against memory.

Both sides of a ratio run one after the other in the same process, on the same server, on the same made-up model.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from barriers.model import Model
from benchmarks.models import COUNTRY, make_model
from graph import audit_graph, build_graph
from graph.store.answers import ask, audit_from
from graph.store.connection import Settings, Store, open_store
from graph.store.drawing import Drawing, draw
from graph.store.pushing import prepare, push
from graph.store.reading_back import read_model
from graph.store.records import Properties
from graph.store.schema import EVERY
from tests.store.server import Access, Server

RELATIONS = 1_000_000
FACTS = 100_000
PLAIN = "plain"
"""The key under which the plain driver writes."""

SCRIPT = "five-barriers"
HEAP = "4g"
"""Of the server: an audit of so many facts does not fit into the gigabyte that is enough for the tests."""


def report() -> Iterator[str]:
    """The two ratios; `BARRIERS_RELATIONS` and `BARRIERS_FACTS` make the models smaller, for a first look."""
    # As the command line does, for both sides.
    gc.disable()
    with _server() as access, open_store(Settings(access.uri, access.user, access.password)) as store:
        prepare(store)
        yield from push_report(store, int(os.environ.get("BARRIERS_RELATIONS", RELATIONS)))
        _empty(store)
        yield from audit_report(store, int(os.environ.get("BARRIERS_FACTS", FACTS)))


@contextmanager
def _server() -> Iterator[Access]:
    """The server that the environment names, else one of our own, with nothing on it."""
    given = Access.from_environment()
    if given is not None:
        yield given
        return
    with TemporaryDirectory() as folder:
        server = Server(Path(folder), heap=HEAP, java_options=())
        try:
            server.start()
            yield server.access
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
    plain = _timed(lambda: _merge(store, without_nulls))
    _empty(store)
    ours = _timed(lambda: push(store, model, COUNTRY, "a benchmark"))
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
        statement = f"UNWIND $rows AS row MERGE (n:{label} {{model: $model, id: row.id}}) SET n:{EVERY}, n += row"
        _write(store, statement, list(nodes.values()))
    for (kind, begin, end), rows in drawing.relations.items():
        statement = (
            f"UNWIND $rows AS row MATCH (a:{begin} {{model: $model, id: row.begin}}) "
            f"MATCH (b:{end} {{model: $model, id: row.end}}) "
            f"MERGE (a)-[r:{kind} {{id: coalesce(row.properties.id, '')}}]->(b) SET r += row.properties"
        )
        _write(store, statement, rows)


def _write(store: Store, statement: str, rows: list[Properties]) -> None:
    starts = [*range(0, len(rows), 5_000), len(rows)]
    with store.session() as session:
        for start, end in pairwise(starts):
            session.execute_write(
                lambda tx, batch: tx.run(statement, model=PLAIN, rows=batch).consume(), rows[start:end]
            )


# An audit


def audit_report(store: Store, facts: int) -> Iterator[str]:
    """An audit on the server, its model read for the words, against the same in memory and against the reading."""
    model = make_model(facts)
    graph = build_graph(model, COUNTRY, SCRIPT)
    version = push(store, model, COUNTRY, "a benchmark").version
    memory = _timed(lambda: audit_graph(build_graph(model, COUNTRY, SCRIPT), ""))
    began = perf_counter()
    answers = store.read(ask, COUNTRY, graph)
    first = perf_counter() - began
    again = _timed(lambda: store.read(ask, COUNTRY, graph))
    reading = _timed(lambda: store.read(read_model, version.key))
    words = _timed(lambda: audit_from(answers, graph, ""))
    same = audit_from(answers, graph, "") == audit_graph(graph, "")
    yield f"audit of {facts:,} facts, {len(graph.steps):,} steps; the same findings: {'yes' if same else 'NO'}"
    yield f"  in memory         {memory:7.2f} s"
    yield f"  on the server     {again:7.2f} s   (asked for the first time, with the planning: {first:.2f} s)"
    yield f"  its model read    {reading:7.2f} s   and put into words {words:.2f} s"
    yield f"  ratio {again / memory:.1f} for the asking, {(again + reading + words) / memory:.1f} for all of it"


def _empty(store: Store) -> None:
    with store.session() as session:
        session.run(f"MATCH (:{EVERY})-[r]->() CALL (r) {{ DELETE r }} IN TRANSACTIONS OF 10000 ROWS").consume()
        session.run(f"MATCH (n:{EVERY}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 10000 ROWS").consume()
        session.run("MATCH (n) WHERE n:Model OR n:Version DETACH DELETE n").consume()


def _timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = perf_counter()
    work()
    return perf_counter() - began
