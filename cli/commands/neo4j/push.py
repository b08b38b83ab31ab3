"""`barriers neo4j push`: models put on the server, so that readers see the old or the new one, whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from barriers.messages import message, text
from cli.commands.neo4j import draft_option
from cli.helping import option, words_of
from cli.options import Asked, country_argument, data_options, debug_option

if TYPE_CHECKING:
    from graph.store.pushing import Pushed

EXAMPLES = ("barriers neo4j push NL RO DK", "barriers neo4j push NL --data my-data --draft spring")


@words_of("neo4j.push", examples=EXAMPLES)
@country_argument(many=True)
@draft_option
@option("--by", metavar="TEXT", help="help.neo4j.push.by")
@option("--force", is_flag=True, help="help.neo4j.push.force")
@data_options
@debug_option
def command(countries: tuple[str, ...], draft: str | None, by: str | None, force: bool, asked: Asked) -> None:
    """Put the models of these countries on the server, or all that are there."""
    from cli.opening import open_model, opened_store, stored_name
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
    case = "in-place" if pushed.before is not None and pushed.before.by else "new"
    return text(
        f"talk.pushed.{case if pushed.changed else 'nothing'}",
        name=version.name,
        where=where,
        facts=message("count.fact", n=version.facts),
        nodes=message("count.node", n=version.nodes),
        relations=message("count.relation", n=version.relations),
        by=pushed.before.by if pushed.before else "",
    )


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
