"""`barriers show`: everything known about one id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.completion import complete_countries, complete_ids
from cli.helping import option, words_of
from cli.options import Asked, Sink, asked_options, sink_options

if TYPE_CHECKING:
    from viz.reports.profile import Desk


@words_of(
    "show",
    legend=("help.show.ids",),
    examples=(
        "barriers show employment.escort",
        "barriers show nl.chamber-of-commerce",
        "barriers show shell.3 --format md",
        'barriers show nl-swot --at "p. 38"',
    ),
)
@click.argument("name", metavar="ID", shell_complete=complete_ids)
@option("--country", metavar="COUNTRY", shell_complete=complete_countries, help="help.show.country")
@option("--at", default="", metavar="PLACE", help="help.show.at")
@asked_options(("as_of",), "help.show.script", store=True)
@sink_options
def command(name: str, country: str | None, at: str, asked: Asked, sink: Sink) -> None:
    """Show one id."""
    from cli.output import answer
    from viz.reports.profile import profile, profile_document

    answer(profile_document(profile(_desk(name, country, asked), name, at)), sink)


def _desk(name: str, country: str | None, asked: Asked) -> Desk:
    """The model with a graph and audit for each country and script that the id may belong to."""
    from cli.opening import open_model
    from graph import audit_graph, build_graph
    from viz.reports.profile import Desk, home_of

    model = open_model(asked, [country] if country else [])
    home, script = home_of(model, name)
    codes = [country.upper()] if country else [home] if home else [one.code for one in model.countries]
    wanted = asked.script or script
    scripts = [wanted] if wanted else list(model.script_by_id)
    graphs = tuple(build_graph(model, code, one, asked.selection()) for code in codes for one in scripts)
    return Desk(model, graphs, tuple(audit_graph(graph, "") for graph in graphs))
