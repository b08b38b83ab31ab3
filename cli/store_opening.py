"""The server as the environment names it; the password comes from there or from a prompt, never from an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.neo4j_options import stored_name

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from barriers.findings import Audit
    from barriers.model import Model
    from cli.options import Asked
    from cli.work import AuditAll, Found, Work
    from graph import BarrierGraph
    from graph.store.connection import Settings, Store

_TURNS = 5
"""How often everything is read again because a model was pushed meanwhile."""


@contextmanager
def opened_store() -> Iterator[Store]:
    """The server that NEO4J_URI and the other variables name, reached.

    Raises `StoreTrouble` for anything that goes wrong with it, in the body of the `with` as well.
    """
    from graph.store.connection import open_store

    with open_store(asked_settings()) as store:
        yield store


def asked_settings() -> Settings:
    """The settings, with a password. Says on stderr when others could read along.

    Raises `StoreTrouble` for an address that cannot be right, and where there is no password and nobody to ask.
    """
    from barriers.errors import StoreTrouble
    from graph.store.connection import settings_from

    settings = settings_from(os.environ)
    if settings.is_exposed:
        secure = settings.uri.replace("://", "+s://", 1)
        click.echo(
            f"Warning: what goes to {settings.where} can be read on the way; set NEO4J_URI={secure} where the server"
            " speaks TLS.",
            err=True,
        )
    if "NEO4J_PASSWORD" in os.environ:
        return settings
    if not sys.stdin.isatty():
        raise StoreTrouble(
            f"There is no password for the user {settings.user!r} at {settings.where}: set NEO4J_PASSWORD, or run this"
            " in a terminal to be asked."
        )
    password = click.prompt(f"Password of {settings.user} at {settings.where}", hide_input=True, err=True)
    return replace(settings, password=password)


def with_stored_model(asked: Asked, countries: Sequence[str], leave_out: Iterable[str], work: Work[Found]) -> Found:
    """What `work` makes of the models of these countries on the server, and of audits that are asked there.

    No country means every one that is there. A server gives no snapshot, so the versions are read first and last, and
    everything again when one has changed. Raises `StoreTrouble`.
    """
    from barriers.errors import StoreTrouble
    from graph.store.differences import merged

    with opened_store() as store:
        for _ in range(_TURNS):
            names = [stored_name(code, asked.draft) for code in countries] or all_names(store, asked.draft)
            versions, models = _read(store, names, leave_out)
            model = merged(models)
            with suppress(_ChangedError):
                found = work(model, _asking(store, asked.draft, versions))
                _check_unchanged(store, versions)
                return found
        raise StoreTrouble(f"{' and '.join(names)} at {store.settings.where}: pushed again and again; try later.")


class _ChangedError(Exception):
    """A model was pushed while it was read."""


def _read(store: Store, names: Sequence[str], leave_out: Iterable[str]) -> tuple[dict[str, str], dict[str, Model]]:
    """The keys of the versions that were read, and the models, both by name."""
    from graph.store.reading_back import read_model
    from graph.store.versions import Version, read_whole

    def one(transaction: ManagedTransaction, version: Version) -> tuple[str, Model]:
        return version.key, read_model(transaction, version.key, tuple(leave_out))

    read = {name: read_whole(store, name, one) for name in names}
    return {name: key for name, (key, _) in read.items()}, {name: model for name, (_, model) in read.items()}


def _asking(store: Store, draft: str | None, versions: Mapping[str, str]) -> AuditAll:
    """The audits of graphs as the server answers them, while it holds these versions."""
    from graph.store.answers import ask, audit_from

    def audit_all(graphs: Sequence[BarrierGraph], digest: str) -> tuple[Audit, ...]:
        answers = [store.read(ask, stored_name(graph.country, draft), graph) for graph in graphs]
        # Answers on another version would name facts that were never read.
        _check_unchanged(store, versions)
        return tuple(audit_from(one, graph, digest) for one, graph in zip(answers, graphs, strict=True))

    return audit_all


def _check_unchanged(store: Store, versions: Mapping[str, str]) -> None:
    from graph.store.versions import current

    for name, key in versions.items():
        version = store.read(current, name)
        if version is None or version.key != key:
            raise _ChangedError


def all_names(store: Store, draft: str | None) -> list[str]:
    """Every model that is there, or every country's draft of this name."""
    from barriers.errors import StoreTrouble
    from graph.store.versions import stored_names

    there = [name for name in store.read(stored_names) if name.partition("/")[2] == (draft or "")]
    if not there:
        what = f"no draft {draft!r}" if draft else "no model"
        raise StoreTrouble(f"There is {what} at {store.settings.where}; `barriers neo4j push` puts one there.")
    return there
