"""`barriers neo4j wipe`: one model taken away from the server."""

from __future__ import annotations

import sys

import click

from cli.completion import complete_countries
from cli.neo4j_options import draft_option, stored_name
from cli.options import debug_option

EPILOG = """\b
Example:
  barriers neo4j wipe NL --draft spring
  barriers neo4j wipe NL --yes
"""


@click.command("wipe", epilog=EPILOG)
@click.argument("country", shell_complete=complete_countries)
@draft_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@debug_option
def command(country: str, draft: str | None, yes: bool) -> None:
    """Take one model away with all its versions, after asking.

    Nothing else on the server is touched, and nothing is done while somebody pushes this model.
    """
    from barriers.messages import message
    from cli.store_opening import opened_store
    from graph.store.clearing import wipe
    from graph.store.versions import busy, current_version, not_stored, stored_names

    if not yes and not sys.stdin.isatty():
        raise click.UsageError("There is nobody to ask; --yes takes the model away without asking.")
    name = stored_name(country, draft)
    with opened_store() as store:
        where = store.settings.where
        version = store.read(current_version, name)
        if version is None:
            raise not_stored(name, store.read(stored_names), where)
        about = f"{version.facts} facts, {version.nodes} nodes, pushed by {version.by or 'nobody known'}"
        if not yes and not click.confirm(f"Take the model {name} away from {where} ({about})?", err=True):
            raise click.Abort
        loading = wipe(store, name)
        if loading is not None:
            raise busy(loading, where, message("store.busy.wipe"))
    click.echo(f"{name}: taken away from {where} ({about}).", err=True)
