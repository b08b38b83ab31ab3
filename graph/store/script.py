"""A model as a Cypher script: what a push would put on a server, for `cypher-shell` to run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from barriers.model import Model
from graph.store.drawing import batches, draw, statements
from graph.store.schema import OF_VERSION, constraints
from graph.store.versions import VersionState, planned_version

_ROWS = 200
"""Rows in one statement: a parser takes far longer over one long statement than over several."""


def cypher_script(model: Model, name: str) -> Iterator[str]:
    """The lines of a script that puts a model on a server under this name; the same model gives the same lines.

    It may be run again: what it wrote before goes first. Whoever reads meanwhile may see half of it, which a push
    spares them.
    """
    key = f"{name}@{model.digest[:16]}"
    drawing = draw(model)
    told = planned_version(model, drawing, key, name, VersionState.WHOLE, "a script").properties
    yield f"// The model {name} of barriers, for a Neo4j server: cypher-shell --file THIS-FILE"
    yield "// On a server that others read from, `barriers neo4j push` is better: nobody sees half of what it writes."
    yield from (f"{statement};" for statement in constraints())
    yield "CALL db.awaitIndexes(300);"
    own = OF_VERSION.replace("$key", literal(key))
    yield f"MATCH {own} CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS;"
    for statement, rows in statements(drawing):
        written = statement.replace("$model", literal(name)).replace("$version", literal(key))
        for batch in batches(rows, _ROWS):
            yield "UNWIND ["
            yield ",\n".join(map(literal, batch))
            yield f"] {written.removeprefix('UNWIND $rows ')};"
    yield (
        f"MERGE (v:BarriersVersion {{key: {literal(key)}}}) SET v += {literal(told)}, "
        f"v.begun = datetime(), v.since = datetime();"
    )
    yield (
        f"MATCH (v:BarriersVersion {{key: {literal(key)}}}) MERGE (m:BarriersModel {{name: {literal(name)}}}) "
        f"WITH m, v OPTIONAL MATCH (m)-[now:NOW]->(old:BarriersVersion) WHERE old <> v "
        f"SET old.state = 'replaced', old.until = datetime() DELETE now MERGE (m)-[:NOW]->(v);"
    )


_ESCAPED = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(value: Any) -> str:
    """A property, a list of them or a row of them as Cypher writes it; keys are names of our own."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return "'" + value.translate(_ESCAPED) + "'" if isinstance(value, str) else repr(value)
