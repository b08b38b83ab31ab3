"""`barriers stability`: how far the gaps that sources state depend on single sources, facts and readings."""

from __future__ import annotations

import click

from cli.helping import option, words_of
from cli.options import Asked, Sink, asked_options, country_argument, sink_options


@words_of("stability", examples=("barriers stability NL", "barriers stability RO --script chain --format csv"))
@country_argument(many=False)
@option("--seed", type=click.IntRange(min=0), default=1, show_default=True, metavar="N", help="help.stability.seed")
@asked_options(("as_of", "form", "group"), store=True)
@sink_options
def command(country: str, seed: int, asked: Asked, sink: Sink) -> None:
    """Change the data of one country in turns, and tell which stated gaps survive."""
    from cli.opening import open_graphs
    from cli.output import answer
    from graph.stability import stability
    from viz.reports.stability import stability_document

    _, (graph,) = open_graphs(asked, [country], whole=False)
    answer(stability_document(graph, stability(graph, seed)), sink)
