"""A model as a Cypher script: what a push would put on a server, for `cypher-shell` to run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from barriers.model import Model
from graph.store.clearing import CLEARING
from graph.store.drawing import batches, draw, statements
from graph.store.schema import HIDE, OF_VERSION, SHOW, constraints
from graph.store.versions import VersionState, planned_version

_ROWS = 200
"""Rows in one statement: a parser takes far longer over one long statement than over several."""


def cypher_script(model: Model, name: str) -> Iterator[str]:
    """The lines of a script that puts a model on a server under this name; the same model gives the same lines.

    It may be run again: what it wrote before goes first, but for nodes to which others have drawn relations; these
    belong to no version any more. Whoever reads meanwhile may see half of it, which a push spares them.
    """
    key = f"{name}@{model.digest[:16]}"
    drawing = draw(model)
    told = planned_version(model, drawing, key, name, VersionState.WHOLE, "a script").properties
    yield f"// The model {name} of barriers, for a Neo4j server: cypher-shell --file THIS-FILE"
    yield "// On a server that others read from, `barriers neo4j push` is better: nobody sees half of what it writes."
    yield from (f"{statement};" for statement in constraints())
    yield "CALL db.awaitIndexes(300);"
    again = f"MATCH {OF_VERSION} SET n.version = n.version + ' ' + randomUUID()"
    yield from (_one_line(statement, key) for statement in (HIDE, *CLEARING, again))
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
        f"MATCH (:BarriersModel {{name: {literal(name)}}})-[:NOW]->(old:BarriersVersion) "
        f"WHERE old.key <> {literal(key)} "
        f"MATCH {OF_VERSION.replace('$key', 'old.key')} REMOVE n:$([n.label, 'Fact']);"
    )
    yield (
        f"MATCH (v:BarriersVersion {{key: {literal(key)}}}) MERGE (m:BarriersModel {{name: {literal(name)}}}) "
        f"WITH m, v OPTIONAL MATCH (m)-[now:NOW]->(old:BarriersVersion) WHERE old <> v "
        f"SET old.state = 'replaced', old.until = datetime() DELETE now MERGE (m)-[:NOW]->(v);"
    )
    yield _one_line(SHOW, key)


def _one_line(statement: str, key: str) -> str:
    """A statement of a push as one of a script, on the version of this key."""
    return f"{' '.join(statement.split())};".replace("$key", literal(key))


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
