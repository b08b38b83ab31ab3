"""`barriers show`: everything known about one id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cli.completion import complete_countries
from cli.options import Asked, Sink, asked_options, id_argument, sink_options

if TYPE_CHECKING:
    from cli.render import Block, Grid
    from cli.screen import Screen
    from viz.dossier import Desk, Dossier

EPILOG = """\b
An ID is that of
  a step, barrier, track, group or script  employment.escort, entry
  an actor or a shell                      nl.chamber-of-commerce, shell.3
  a source or a text edition               nl-swot, guide
  a place in a source                      "NL SWOT p. 38"
  a country                                NL
  a fact, a finding or a question          as show and audit --all print them

\b
Example:
  barriers show employment.escort
  barriers show nl.chamber-of-commerce
  barriers show shell.3 --format md
  barriers show nl-swot --at "p. 38"
"""


@click.command("show", epilog=EPILOG)
@id_argument
@click.option(
    "--country", metavar="COUNTRY", shell_complete=complete_countries, help="Only what is known of this country."
)
@click.option("--at", default="", metavar="PLACE", help="Of a source only what cites this page or chapter of it.")
@asked_options(("as_of",), "help.show.script", store=True)
@sink_options
def command(name: str, country: str | None, at: str, asked: Asked, sink: Sink) -> None:
    """Everything known about one id: who says so, since when, what follows from it, where it stands in the files."""
    from cli.render import Answer, render
    from viz.dossier import dossier, dossier_data

    made = dossier(_desk(name, country, asked), name, at)
    render(
        Answer(
            data=lambda: dossier_data(made),
            grid=lambda: _grid(made),
            paper=lambda: _paper(made),
            draw=lambda screen: _draw(made, screen),
        ),
        sink,
    )


def _desk(name: str, country: str | None, asked: Asked) -> Desk:
    """The model with a graph and audit for each country and script that the id may belong to."""
    from cli.opening import open_model
    from graph import audit_graph, build_graph
    from viz.dossier import Desk, home_of

    model = open_model(asked, [country] if country else [])
    home, script = home_of(model, name)
    codes = [country.upper()] if country else [home] if home else [one.code for one in model.countries]
    scripts = [asked.script or script] if asked.script or script else list(model.script_by_id)
    graphs = tuple(
        build_graph(model, code, script_id, asked.selection())
        for code in codes
        for script_id in scripts
        if script_id is not None
    )
    return Desk(model, graphs, tuple(audit_graph(graph, "") for graph in graphs))


def _draw(made: Dossier, screen: Screen) -> None:
    from cli.dossier_screen import draw_dossier

    draw_dossier(made, screen)


def _grid(made: Dossier) -> Grid:
    from cli.render import Grid

    rows = [("about", label, text, "", "", made.handling.value) for label, text in made.about]
    rows += [
        (
            section.heading,
            entry.id,
            "; ".join(filter(None, [entry.status, entry.text, *entry.more])),
            "; ".join(entry.citations),
            entry.place,
            entry.handling.value,
        )
        for section in made.sections
        for entry in section.entries
    ]
    return Grid(("section", "id", "text", "citations", "place", "handling"), rows)


def _paper(made: Dossier) -> Iterator[Block]:
    from cli.render import Grid, Heading

    yield Heading(made.name, 1)
    yield f"{made.id}, {made.kind}. Handling: {made.handling.value}."
    yield Grid(("", ""), made.about)
    for section in made.sections:
        yield Heading(section.heading)
        if section.entries:
            rows = [
                (
                    "; ".join(filter(None, [entry.status, entry.text])),
                    "; ".join(entry.more),
                    "; ".join(entry.citations),
                    entry.id,
                )
                for entry in section.entries
            ]
            yield Grid(("what", "beside it", "source", "id"), rows)
        else:
            yield section.none
