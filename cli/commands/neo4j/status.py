"""`barriers neo4j status`: what stands on the server, and whether it is what the files say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli.commands.neo4j import draft_option
from cli.helping import option, words_of
from cli.options import Asked, Sink, country_argument, data_options, sink_options

if TYPE_CHECKING:
    from barriers.model import Model
    from graph.store.connection import Store
    from graph.store.contents import Compared

EXAMPLES = ("barriers neo4j status", "barriers neo4j status NL --all", "barriers neo4j status --repair")


@words_of("neo4j.status", legend=("help.neo4j.status.exits",), examples=EXAMPLES)
@country_argument(many=True)
@draft_option
@option("--all", "everything", is_flag=True, help="help.neo4j.status.all")
@option("--repair", is_flag=True, help="help.neo4j.status.repair")
@data_options
@sink_options
@click.pass_context
def command(
    ctx: click.Context,
    countries: tuple[str, ...],
    draft: str | None,
    everything: bool,
    repair: bool,
    asked: Asked,
    sink: Sink,
) -> None:
    """Look at these models, or at all that are there, and at what is left of others."""
    from cli.opening import opened_store
    from cli.output import answer
    from cli.troubles import Exit
    from graph.store.contents import remains
    from graph.store.contents import repair as clear
    from viz.reports.status import status_document

    with opened_store() as store:
        left = clear(store) if repair else remains(store)
        compared = list(_compared(store, countries, draft, asked))
        where = store.settings.where
    answer(status_document(where, compared, left, asked.again(), everything=everything or sink.format == "md"), sink)
    if any(not one.is_fine for one in compared) or any(one.is_rubbish for one in left):
        ctx.exit(Exit.FOUND)


def _compared(store: Store, countries: Sequence[str], draft: str | None, asked: Asked) -> Iterator[Compared]:
    """The models asked for, else all that are there, each beside the files of its country."""
    from cli.opening import stored_name
    from graph.store.contents import compare_with, examine
    from graph.store.versions import stored_names

    names = list(dict.fromkeys(stored_name(code, draft) for code in countries))
    if not names:
        names = [name for name in store.read(stored_names) if draft is None or name.partition("/")[2] == draft]
    for name in names:
        yield compare_with(examine(store, name), _local(asked, name.partition("/")[0]))


def _local(asked: Asked, code: str) -> Model | None:
    """The model of the files; None where they have no such country."""
    from barriers.errors import UnknownName
    from cli.opening import open_model

    try:
        return open_model(asked, [code])
    except UnknownName:
        return None
