"""What stands on a server, as sentences, rows and data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from graph.store.clearing import LONGEST_READING
from graph.store.comparison import Compared, Difference, Verdict
from graph.store.contents import Remains
from graph.store.versions import VersionState

HEADER = ("model", "pushed by", "since", "facts", "digest", "files")

Row = tuple[str, str, str, str, str, str]


def row(one: Compared) -> Row:
    """A model in a line; its digest shortened."""
    version = one.standing.version
    return (version.name, version.by, moment(version.since), str(version.facts), version.digest[:12], one.verdict)


def moment(when: datetime | None) -> str:
    """A moment of the server's clock."""
    return f"{when:%Y-%m-%d %H:%M:%S} UTC" if when else "not known"


def counted(difference: Difference) -> str:
    """`coverage: 2 added, 1 changed`, as the files would change what is there."""
    parts = [
        f"{len(names)} {word}"
        for word, names in (
            ("added", difference.added),
            ("removed", difference.removed),
            ("changed", difference.changed),
        )
        if names
    ]
    return f"{difference.kind.replace('_', ' ')}: {', '.join(parts)}"


def named(difference: Difference) -> Iterator[tuple[str, str]]:
    """Each id that differs, with what the files would do to it."""
    yield from (("added", name) for name in difference.added)
    yield from (("removed", name) for name in difference.removed)
    yield from (("changed", name) for name in difference.changed)


def notices(compared: Iterable[Compared], options: str = "") -> Iterator[str]:
    """What somebody should know of a model, with what to do; `options` say which files it was compared with."""
    for one in compared:
        name = one.standing.version.name
        country, _, draft = name.partition("/")
        again = f"barriers neo4j push {country}{f' --draft {draft}' if draft else ''}{options}"
        if one.verdict is Verdict.UNREADABLE:
            yield f"{name} can no longer be read, for somebody changed it on the server: {again} --force puts it back."
        elif one.standing.altered:
            yield f"{name} is not what was pushed, for somebody changed it on the server: {again} --force puts it back."
        elif one.verdict is Verdict.DIFFERS:
            yield f"{name} is not what the files say: {again} puts them there."


def left_over(remains: Iterable[Remains]) -> Iterator[str]:
    """What readers do not take: being loaded, kept for a while, or left behind."""
    for one in remains:
        version = one.version
        whose = f"{version.name}: " if version.name else ""
        if version.state is VersionState.LOADING:
            yield f"{whose}being pushed by {version.by} since {moment(version.begun)}, {one.nodes} nodes so far."
        elif version.state is VersionState.REPLACED:
            until = moment(version.until + LONGEST_READING) if version.until else "the next push"
            yield f"{whose}the version before, {one.nodes} nodes, is kept for readers until {until}."
        elif version.name:
            yield (
                f"{whose}left of a push by {version.by} at {moment(version.begun)}, {one.nodes} nodes:"
                " barriers neo4j status --repair clears it."
            )
        else:
            yield f"{one.nodes} nodes that belong to no version: barriers neo4j status --repair clears them."


def status_data(where: str, compared: Sequence[Compared], remains: Sequence[Remains]) -> dict[str, Any]:
    """All of it, for other programs."""
    return {
        "schema": 1,
        "server": where,
        "models": [_model(one) for one in compared],
        "remains": [
            {
                "version": one.version.key,
                "model": one.version.name,
                "state": one.version.state,
                "by": one.version.by,
                "begun": _iso(one.version.begun),
                "until": _iso(one.version.until),
                "nodes": one.nodes,
            }
            for one in remains
        ],
    }


def _model(one: Compared) -> dict[str, Any]:
    version = one.standing.version
    return {
        "model": version.name,
        "version": version.key,
        "by": version.by,
        "since": _iso(version.since),
        "facts": version.facts,
        "nodes": version.nodes,
        "relations": version.relations,
        "digest": version.digest,
        "stored_schema": version.schema,
        "files": one.verdict,
        "altered": one.standing.altered,
        "differences": {
            difference.kind: {
                "added": difference.added,
                "removed": difference.removed,
                "changed": difference.changed,
            }
            for difference in one.differences
        },
    }


def _iso(when: datetime | None) -> str | None:
    return when.isoformat(timespec="seconds") if when else None
