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

_ROWS = 2_000
"""Rows in one statement: few enough for a small server, and each statement is planned for itself."""


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
            yield from columns_of(batch)
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


def columns_of(batch: list[Values]) -> Iterator[str]:
    """The lines that make `row` out of a text for each column.

    The server takes a literal list apart and plans the statement around each of its values, which for a model takes it
    a minute and a half; a text is one value, however long.
    """
    texts: list[str] = []

    def cell(values: Iterable[Any]) -> str:
        column = list(values)
        if all(value == column[0] and type(value) is type(column[0]) for value in column):
            return literal(column[0])
        text, cast = _column(column)
        texts.append(text)
        return cast.format(f"c{len(texts) - 1}[i]")

    def told(values: tuple[Any, ...]) -> str:
        if not isinstance(values[0], dict):
            return cell(values)
        names = sorted(set(chain.from_iterable(values)))
        return "{" + ", ".join(f"{name}: {cell(value.get(name) for value in values)}" for name in names) + "}"

    row = ", ".join(map(told, zip(*batch, strict=True)))
    if texts:
        yield "WITH " + ",\n".join(f"{text} AS c{place}" for place, text in enumerate(texts))
    yield f"UNWIND range(0, {len(batch) - 1}) AS i WITH [{row}] AS row"


_CASTS = {bool: "toBoolean({})", int: "toInteger({})", float: "toFloat({})", date: "date({})", str: "{}"}
_BETWEEN = ("|", "\t", "\x1e", "\x1d")


def _column(values: list[Any]) -> tuple[str, str]:
    """Values as one text that is split again, with nothing for None, and how each of them is made of its part.

    Written one by one are texts that hold every sign that could stand between, or nothing where others are None.
    """
    parts = [value if isinstance(value, list) else [value] for value in values if value is not None]
    kinds = {_kind(part) for part in chain.from_iterable(parts)}
    shapes = {isinstance(value, list) for value in values if value is not None}
    has_lists = True in shapes
    outer, inner = _signs(map(str, chain.from_iterable(parts)))
    empty = {str(value) for value in values if isinstance(value, str | list) and not value}
    if (
        len(kinds) != 1
        or len(shapes) != 1
        or not inner
        or (has_lists and "" in chain(*parts))
        or (empty and None in values)
    ):
        return literal(values), "{}"
    cast = _CASTS[kinds.pop()]
    written = [_text(value, inner) for value in values]
    part = "CASE {0} WHEN '' THEN " + ("[]" if has_lists and None not in values else "null") + " ELSE %s END"
    made = f"[x IN split({{0}}, {literal(inner)}) | {cast.format('x')}]" if has_lists else cast.format("{0}")
    made = part % made if None in values or has_lists else made
    return f"split({literal(outer.join(written))}, {literal(outer)})", made


def _kind(value: Any) -> type:
    return next((kind for kind in _CASTS if isinstance(value, kind)), object)


def _signs(texts: Iterable[str]) -> tuple[str, str]:
    """Two signs that stand in none of these texts; nothing in place of one that is not found."""
    taken = set(chain.from_iterable(texts))
    first, second, *_ = *(sign for sign in _BETWEEN if sign not in taken), "", ""
    return first, second


def _text(value: Any, between: str) -> str:
    if isinstance(value, list):
        return between.join(_text(part, between) for part in value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


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
