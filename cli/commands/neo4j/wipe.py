"""`barriers neo4j wipe`: one model taken away from the server."""

from __future__ import annotations

import sys

import click

from barriers.messages import message, text
from cli.commands.neo4j import draft_option
from cli.helping import option, words_of
from cli.options import country_argument, debug_option

EXAMPLES = ("barriers neo4j wipe NL --draft spring", "barriers neo4j wipe NL --yes")


@words_of("neo4j.wipe", examples=EXAMPLES)
@country_argument(many=False)
@draft_option
@option("--yes", is_flag=True, help="help.neo4j.wipe.yes")
@debug_option
def command(country: str, draft: str | None, yes: bool) -> None:
    """Take one model away; raises `click.UsageError` without anybody to ask, `StoreTrouble` while it is pushed."""
    from cli.opening import opened_store, stored_name
    from graph.store.clearing import wipe
    from graph.store.versions import busy, current_version, not_stored, stored_names

    if not yes and not sys.stdin.isatty():
        raise click.UsageError(text("error.nobody-to-ask"))
    name = stored_name(country, draft)
    with opened_store() as store:
        where = store.settings.where
        version = store.read(current_version, name)
        if version is None:
            raise not_stored(name, store.read(stored_names), where)
        told = {
            "name": name,
            "where": where,
            "facts": message("count.fact", n=version.facts),
            "nodes": message("count.node", n=version.nodes),
            "by": version.by or message("talk.nobody-known"),
        }
        if not yes and not click.confirm(text("talk.wipe", **told), err=True):
            raise click.Abort
        loading = wipe(store, name)
        if loading is not None:
            raise busy(loading, where, message("store.busy.wipe"))
    click.echo(text("talk.wiped", **told), err=True)
