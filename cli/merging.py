"""Several models of a server taken as one, and what has to be said of it: which are passed over, and what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from barriers.messages import listed, message, text
from cli.called import stored_codes
from cli.opening import stored_name

if TYPE_CHECKING:
    from graph.store.connection import Store
    from graph.store.merging import Merged, Unlike

_MOST_IDS = 5
"""Ids of a kind that are named; `neo4j status --all` names each."""


def merged_model(store: Store, countries: Iterable[str], draft: str | None, leave_out: Collection[str] = ()) -> Merged:
    """The models of these countries on the server as one; no country means every one that is there.

    Lists that `leave_out` names stay empty. What the models do not agree on is said on stderr; so is, where no country
    was asked for, which of them cannot be read, and the others are taken.

    Raises `UnknownName` where a model is not there, `StoreTrouble` where there is none at all, `ModelTrouble` where one
    that was asked for cannot be read, or none can.
    """
    from graph.store.merging import merged
    from graph.store.reading import stored_models

    names = [stored_name(code, draft) for code in stored_codes(store, countries)]
    read = stored_models(store, names, draft, leave_out)
    found = merged(read.models)
    for line in (*map(str, read.troubles), *_differing(found, store.settings.where)):
        click.echo(line, err=True)
    return found


def _differing(found: Merged, where: str) -> Iterator[str]:
    """What the models do not agree on, kind by kind, and the command that renews those that do not count."""
    from graph.store.versions import push_command

    if not found.unlike:
        return
    yield text("talk.unlike", where=where, first=found.names[0])
    alike: defaultdict[Unlike, list[str]] = defaultdict(list)
    for one in found.unlike:
        alike[one._replace(name="")].append(one.name)
    for one, names in alike.items():
        case = "talk.unlike.left-out" if one.left_out else "talk.unlike.kind"
        shown = (
            listed(one.ids)
            if len(one.ids) <= _MOST_IDS
            else message("list.more", named=", ".join(one.ids[:_MOST_IDS]), n=len(one.ids) - _MOST_IDS)
        )
        yield text(case, kind=one.kind.replace("_", " "), ids=shown, names=listed(names), n=len(names))
    others = list(dict.fromkeys(one.name for one in found.unlike))
    yield text("talk.unlike.renew", command=push_command(*others))
