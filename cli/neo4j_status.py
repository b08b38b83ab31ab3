"""`barriers neo4j status`: what stands on the server, and whether it is what the files say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli import exits
from cli.neo4j_options import as_options, data_options, draft_option, stored_name
from cli.options import Asked, Sink, country_argument, sink_options

if TYPE_CHECKING:
    from barriers.model import Model
    from cli.render import Block, Grid
    from cli.screen import Screen
    from graph.store.comparison import Compared
    from graph.store.connection import Store
    from graph.store.contents import Remains

EPILOG = """\b
Exit codes:
  0   everything is as in the files
  1   something differs, was changed by hand, or is left of a killed push
  3   broken data, or a server that cannot be used

\b
Example:
  barriers neo4j status
  barriers neo4j status NL --all
  barriers neo4j status --repair
"""


@click.command("status", epilog=EPILOG)
@country_argument(many=True)
@draft_option
@click.option("--all", "everything", is_flag=True, help="Name every id that differs.")
@click.option("--repair", is_flag=True, help="Clear what is left of killed pushes and of old versions.")
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
    """Which models the server has, by whom and since when, whether they equal the files, and what differs.

    It also tells of what was changed by hand on the server, and of what is left of pushes that were killed.
    """
    from cli.render import Answer, render
    from cli.store_opening import opened_store
    from graph.store.contents import remains
    from graph.store.contents import repair as clear
    from viz.store_view import status_data

    with opened_store() as store:
        left = clear(store) if repair else remains(store)
        compared = list(_compared(store, countries, draft, asked))
        options = as_options(asked)
        where = store.settings.where
    render(
        Answer(
            data=lambda: status_data(where, compared, left),
            grid=lambda: _grid(compared),
            paper=lambda: _paper(where, compared, left, options),
            draw=lambda screen: _draw(screen, where, compared, left, options, everything),
        ),
        sink,
    )
    if any(not one.is_fine for one in compared) or any(one.is_rubbish for one in left):
        ctx.exit(exits.FOUND)


def _compared(store: Store, countries: Sequence[str], draft: str | None, asked: Asked) -> Iterator[Compared]:
    """The models asked for, else all that are there, each beside the files of its country."""
    from graph.store.comparison import compare_with
    from graph.store.contents import examine
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


def _draw(
    screen: Screen, where: str, compared: Sequence[Compared], left: Sequence[Remains], options: str, everything: bool
) -> None:
    from cli.neo4j_status_screen import draw_status

    draw_status(screen, where, compared, left, options=options, everything=everything)


def _grid(compared: Sequence[Compared]) -> Grid:
    from cli.render import Grid
    from viz.store_view import HEADER, counted, row

    rows = [
        (*row(one), one.standing.altered, "; ".join(counted(difference) for difference in one.differences))
        for one in compared
    ]
    return Grid((*HEADER, "altered", "differences"), rows)


def _paper(where: str, compared: Sequence[Compared], left: Sequence[Remains], options: str) -> Iterator[Block]:
    from cli.render import Grid, Heading
    from viz.store_view import HEADER, left_over, named, notices, row

    yield Heading(f"Models at {where}", 1)
    yield Grid(HEADER, [row(one) for one in compared])
    yield from notices(compared, options)
    yield from left_over(left)
    for one in compared:
        if one.differences:
            yield Heading(f"{one.standing.version.name}, as the files would change it")
            yield Grid(
                ("kind", "files", "id"),
                [(difference.kind, *names) for difference in one.differences for names in named(difference)],
            )
