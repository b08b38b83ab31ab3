"""The server as the environment names it; the password comes from there or from a prompt, never from an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.neo4j_options import stored_name

if TYPE_CHECKING:
    from barriers.model import Model
    from graph.store.connection import Settings, Store


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


def stored_models(
    store: Store, countries: Iterable[str], draft: str | None, leave_out: Collection[str] = ()
) -> dict[str, Model]:
    """The models of these countries on the server, by their names there; no country means every one that is there.

    Lists that `leave_out` names stay empty. Raises `StoreTrouble` where a model is not there, or none at all.
    """
    from graph.store.reading_back import stored_model

    names = list(dict.fromkeys(stored_name(code, draft) for code in countries)) or _all_names(store, draft)
    return {name: stored_model(store, name, leave_out) for name in names}


def _all_names(store: Store, draft: str | None) -> list[str]:
    """Every model that is there, or every country's draft of this name."""
    from barriers.errors import StoreTrouble
    from graph.store.versions import stored_names

    there = [name for name in store.read(stored_names) if name.partition("/")[2] == (draft or "")]
    if not there:
        what = f"no draft {draft!r}" if draft else "no model"
        raise StoreTrouble(f"There is {what} at {store.settings.where}; `barriers neo4j push` puts one there.")
    return there
