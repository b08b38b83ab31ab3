"""`barriers neo4j push`: models put on the server, so that readers see the old or the new one, whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from cli.neo4j_options import data_options, draft_option, stored_name
from cli.options import Asked, country_argument, debug_option

if TYPE_CHECKING:
    from graph.store.pushing import Pushed

EPILOG = """\b
Example:
  barriers neo4j push NL RO DK
  barriers neo4j push NL --data my-data --draft spring
"""


@click.command("push", epilog=EPILOG)
@country_argument(many=True)
@draft_option
@click.option("--by", metavar="TEXT", help="Who pushes, for others to read. [default: user of the server and system]")
@click.option("--force", is_flag=True, help="Push even what the server has already, as after a change by hand.")
@data_options
@debug_option
def command(countries: tuple[str, ...], draft: str | None, by: str | None, force: bool, asked: Asked) -> None:
    """Put the models of these countries on the server, or of all that are there.

    A model is loaded beside the one that is there and takes its place in one moment; until then everybody reads the
    old one. What the server has already is not written again. Where somebody else is pushing the same model, nothing
    is written, and who it is and since when is said.
    """
    from cli.opening import open_model
    from cli.store_opening import opened_store
    from graph.store.pushing import push

    codes = [country.code for country in open_model(asked, countries).countries]
    chosen = list(dict.fromkeys(code.upper() for code in countries)) or codes
    models = {code: open_model(asked, [code]) for code in chosen}
    with opened_store() as store:
        who = by or _who(store.settings.user)
        for code, model in models.items():
            name = stored_name(code, draft)
            with _bar(name) as told:
                pushed = push(store, model, name, who, told, force=force)
            click.echo(_said(pushed, store.settings.where), err=True)


def _who(user: str) -> str:
    """The user of the server, and of this system where it tells."""
    import getpass

    try:
        return f"{user} ({getpass.getuser()})"
    except (OSError, KeyError):
        return user


def _said(pushed: Pushed, where: str) -> str:
    version = pushed.version
    about = f"{version.facts} facts, {version.nodes} nodes, {version.relations} relations"
    if not pushed.changed:
        return f"{version.name}: {where} has this model already ({about}); nothing was changed."
    before = f", in place of that of {pushed.before.by}" if pushed.before is not None and pushed.before.by else ""
    return f"{version.name}: pushed to {where} ({about}){before}."


@contextmanager
def _bar(name: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr where that is a terminal, from the first batch on; it goes when it is done."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _, __: None
        return
    done = 0

    def told(number: int, rows: int) -> None:
        nonlocal done
        done += number
        filled = 30 * done // max(rows, 1)
        click.echo(f"\r{name} [{'#' * filled:<30}] {100 * done // max(rows, 1):3} %", nl=False, err=True)

    try:
        yield told
    finally:
        if done:
            click.echo(f"\r{'':<{len(name) + 40}}\r", nl=False, err=True)
