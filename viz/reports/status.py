"""What stands on a server: its models beside the files, what differs, what is to be done, what is left of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from barriers.messages import Phrase, message, separated, text
from graph.store.attached import Attached
from graph.store.clearing import LONGEST_READING
from graph.store.contents import Compared, Difference, Remains, Verdict
from graph.store.versions import VersionState, push_command
from viz.document import Block, Cell, Column, Document, Either, Gap, Heading, Masthead, Pairs, Paragraph, Records, Table
from viz.reports.data import SCHEMA, picked
from viz.wording import counted

_RECORDS = ("model", "pushed by", "since", "facts", "digest", "files", "altered", "differences")
_WAYS = ("added", "removed", "changed")

_ATTACHED = "kind id relation times"

_SHOWN = 5
"""How many nodes with something by hand are named where not all of them are asked for."""


def status_document(
    where: str, compared: Sequence[Compared], remains: Sequence[Remains], options: str = "", *, everything: bool
) -> Document:
    """The models at a server; `options` say which files they were compared with. No model gives the server only.

    With `everything`, and on paper always, each id that differs is named.
    """
    return Document(
        blocks=lambda: _blocks(where, compared, remains, options, everything=everything),
        data=lambda: _data(where, compared, remains),
        records=lambda: _records(compared),
    )


def _blocks(
    where: str, compared: Sequence[Compared], remains: Sequence[Remains], options: str, *, everything: bool
) -> Iterator[Block]:
    models = counted(len(compared), "model") if compared else text("server.no-models")
    yield Masthead(text("server.title"), (where, models))
    if compared:
        # On a narrow screen the digest goes; --format json has it whole.
        columns = (
            # A long name is broken, before the others are: 40 letters and the country are the longest there is.
            Column(text("server.model"), most=(24, 43)),
            Column(text("server.pushed-by"), share=1),
            Column(text("server.since")),
            Column(text("server.facts"), right=True),
            Column(text("server.digest"), spare=True),
            Column(text("server.files")),
        )
        yield Table(columns, list(map(_line, compared)), name="models")
    for one in compared:
        if one.differences:
            yield Gap()
            yield Heading(text("server.differs", name=one.standing.version.name), 3)
            for difference in one.differences:
                yield Paragraph(_counted(difference), indent=2)
                if everything:
                    yield Pairs(tuple(_named(difference)), indent=4)
    told = [*_notices(compared, options), *_by_hand(compared, everything=everything), *_left_over(remains)]
    if told:
        yield Gap()
        yield from map(Paragraph, told)
    if not everything and any(one.differences for one in compared):
        yield Gap()
        yield Paragraph(text("server.next", command=f"barriers neo4j status --all{options}"))


def _row(one: Compared) -> tuple[str, str, str, int, str, str]:
    """A model in a line; its digest shortened."""
    version = one.standing.version
    verdict = text(f"server.files.{one.verdict.name.lower()}")
    return (version.name, version.by, _moment(version.since), version.facts, version.digest[:12], verdict)


def _line(one: Compared) -> tuple[Cell, ...]:
    """The same for readers: a narrow screen leaves seconds out, so that names need not be broken."""
    name, by, since, facts, digest, verdict = _row(one)
    when = one.standing.version.since
    brief = text("server.moment", moment=f"{when:%Y-%m-%d %H:%M}") if when else since
    return (name, by, Either(brief, since), facts, digest, verdict)


def _moment(when: datetime | None) -> str:
    """A moment of the server's clock."""
    return text("server.moment", moment=f"{when:%Y-%m-%d %H:%M:%S}") if when else text("server.not-known")


def _counted(difference: Difference) -> str:
    """`coverage: 2 added, 1 changed`, as the files would change what is there."""
    found = [(way, len(getattr(difference, way))) for way in _WAYS]
    parts = separated(message(f"server.{way}.n", n=number) for way, number in found if number)
    return text("server.difference", kind=difference.kind.replace("_", " "), parts=parts)


def _named(difference: Difference) -> Iterator[tuple[str, str]]:
    """Each id that differs, with what the files would do to it."""
    for way in _WAYS:
        yield from ((text(f"server.{way}"), name) for name in getattr(difference, way))


def _notices(compared: Iterable[Compared], options: str) -> Iterator[str]:
    """What somebody should know of a model, with what to do."""
    for one in compared:
        name = one.standing.version.name
        again = f"{push_command(name)}{options}"
        if one.verdict is Verdict.UNREADABLE:
            yield text("server.unreadable", name=name, command=f"{again} --force")
        elif one.verdict is Verdict.OLDER:
            yield text("server.older", name=name, command=again)
        elif one.verdict is Verdict.NEWER:
            yield text("server.newer", name=name)
        elif one.standing.altered:
            yield text("server.altered", name=name, command=f"{again} --force")
        elif one.verdict is Verdict.DIFFERS:
            yield text("server.not-the-files", name=name, command=again)


def _by_hand(compared: Iterable[Compared], *, everything: bool) -> Iterator[str]:
    """What others have attached to a model that readers take."""
    for one in compared:
        there = one.standing.attached
        if there:
            shown = there if everything else there[:_SHOWN]
            yield text("server.attached", name=one.standing.version.name, **_told_of(there, shown))


def _told_of(there: Sequence[Attached], shown: Sequence[Attached]) -> dict[str, Phrase]:
    """How many relations by hand there are, and at which nodes they are."""
    nodes = [message("server.attached.at", node=f"{one.kind} {one.id}".strip(), relation=one.relation) for one in shown]
    names: Phrase = separated(nodes)
    if len(shown) < len(there):
        names = message("store.attached.more", names=names, more=len(there) - len(shown))
    return {"relations": message("count.relation", n=sum(one.times for one in there)), "names": names}


def _left_over(remains: Iterable[Remains]) -> Iterator[str]:
    """What readers do not take: being loaded, kept for a while, or left behind."""
    for one in remains:
        version, nodes = one.version, message("count.node", n=one.nodes)
        if one.attached:
            yield text("server.attached.left", name=version.name, **_told_of(one.attached, one.attached[:_SHOWN]))
            continue
        told = {"name": version.name, "by": version.by, "begun": _moment(version.begun), "nodes": nodes}
        if version.state is VersionState.LOADING:
            yield text("server.loading", **told)
        elif version.state is VersionState.REPLACED and version.until:
            yield text("server.replaced", until=_moment(version.until + LONGEST_READING), **told)
        elif version.state is VersionState.REPLACED:
            yield text("server.replaced.until-push", **told)
        else:
            yield text("server.left" if version.name else "server.nobodys", **told)


def _records(compared: Sequence[Compared]) -> Records:
    rows = [(*_row(one)[:-1], one.verdict, one.standing.altered, [*map(_counted, one.differences)]) for one in compared]
    return Records(_RECORDS, rows)


def _data(where: str, compared: Sequence[Compared], remains: Sequence[Remains]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "server": where,
        "models": list(map(_model, compared)),
        "remains": [
            picked(one.version, "state by")
            | {"version": one.version.key, "model": one.version.name, "nodes": one.nodes}
            | {"attached": [picked(by_hand, _ATTACHED) for by_hand in one.attached]}
            | {name: _iso(getattr(one.version, name)) for name in ("begun", "until")}
            for one in remains
        ],
    }


def _model(one: Compared) -> dict[str, Any]:
    version = one.standing.version
    return picked(version, "by facts nodes relations digest") | {
        "model": version.name,
        "version": version.key,
        "since": _iso(version.since),
        "stored_schema": version.schema,
        "files": one.verdict,
        "altered": one.standing.altered,
        "attached": [picked(by_hand, _ATTACHED) for by_hand in one.standing.attached],
        "differences": {kind.kind: picked(kind, " ".join(_WAYS)) for kind in one.differences},
    }


def _iso(when: datetime | None) -> str | None:
    return when.isoformat(timespec="seconds") if when else None
