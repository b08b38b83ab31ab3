"""A model as a Cypher script: what a push would put on a server, for `cypher-shell` to run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from barriers.model import Model
from graph.store.clearing import CLEARING
from graph.store.drawing import CREATE_FEW_RELATIONS, Drawing, Values, batches, draw, few_relations, statements
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
    for statement, rows in _alike(drawing):
        written = statement.strip().removeprefix("UNWIND $rows AS row").strip()
        written = written.replace("$model", literal(name)).replace("$version", literal(key))
        for batch in batches(rows, _ROWS):
            yield from _columns(batch)
            yield f"{written};"
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


def _alike(drawing: Drawing) -> Iterator[tuple[str, Iterable[Values]]]:
    """The statements that write it, each with its rows; relations with the same properties go together."""
    yield from statements(Drawing(drawing.nodes))
    groups: defaultdict[frozenset[str], list[Values]] = defaultdict(list)
    for joint, relations in drawing.relations.items():
        rows = list(few_relations(Drawing(relations=defaultdict(list, {joint: relations}))))
        groups[frozenset(chain.from_iterable(row[-1] for row in rows))] += rows
    for rows in groups.values():
        yield CREATE_FEW_RELATIONS, rows


def _columns(batch: list[Values]) -> Iterator[str]:
    """The lines that make `row` out of a list for each column.

    The server takes a list of plain values as one value, and a statement that it has planned serves again for others;
    a list of rows it takes apart into each of their values, and plans each statement for minutes.
    """
    lists: list[str] = []

    def cell(values: Iterable[Any]) -> str:
        column = list(values)
        if all(value is None for value in column):
            return "null"
        is_day = any(isinstance(value, date) for value in column)
        lists.append(literal([value.isoformat() if isinstance(value, date) else value for value in column]))
        picked = f"c{len(lists) - 1}[i]"
        return f"date({picked})" if is_day else picked

    def told(values: tuple[Any, ...]) -> str:
        if not isinstance(values[0], dict):
            return cell(values)
        names = sorted(set(chain.from_iterable(values)))
        return "{" + ", ".join(f"{name}: {cell(value.get(name) for value in values)}" for name in names) + "}"

    row = ", ".join(map(told, zip(*batch, strict=True)))
    yield "WITH " + ",\n".join(f"{values} AS c{place}" for place, values in enumerate(lists))
    yield f"UNWIND range(0, {len(batch) - 1}) AS i WITH [{row}] AS row"


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
