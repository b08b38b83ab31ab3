"""`barriers search`: where words stand, in names, notes, facts and cited words."""

from __future__ import annotations

import click

from cli.completion import complete_countries
from cli.helping import option, words_of
from cli.options import Asked, Sink, asked_options, sink_options


@words_of(
    "search",
    examples=(
        "barriers search marechaussee",
        "barriers search hotel register --country NL",
        "barriers search police --all",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@option(
    "--country",
    "countries",
    multiple=True,
    metavar="COUNTRY",
    shell_complete=complete_countries,
    help="help.list.country",
)
@option("--all", "everything", is_flag=True, help="help.search.all")
@option("--ids", is_flag=True, help="help.search.ids")
@asked_options((), None, store=True)
@sink_options
def command(
    words: tuple[str, ...], countries: tuple[str, ...], everything: bool, ids: bool, asked: Asked, sink: Sink
) -> None:
    """Search the whole model; on paper everything that is found is told."""
    from shlex import quote

    from cli.opening import open_model
    from cli.output import answer
    from viz.reports.search import search_document

    again = "".join(f" --country {quote(one)}" for one in countries) + asked.again()
    everything = everything or sink.format != "table"
    answer(search_document(open_model(asked, countries), words, again, everything=everything, ids=ids), sink)
