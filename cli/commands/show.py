"""`barriers show`: everything known about one thing, by its id or by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from cli.completion import complete_countries, complete_ids
from cli.helping import option, words_of
from cli.options import Asked, Sink, asked_options, sink_options

if TYPE_CHECKING:
    from barriers.model import Model
    from viz.reports.profile import Desk

_DEPTHS = ("1", "2", "3")


class _Part(NamedTuple):
    """What is wanted of what is known."""

    countries: tuple[str, ...]
    source: str | None
    at: str


@words_of(
    "show",
    legend=("help.show.ids",),
    examples=(
        "barriers show KMar",
        "barriers show employment.escort --country NL",
        'barriers show "Escort work" --all',
        "barriers show shell.3 --format md",
        'barriers show nl-swot --at "p. 38"',
    ),
)
@click.argument("name", metavar="NAME", shell_complete=complete_ids)
@option(
    "--country",
    "countries",
    multiple=True,
    metavar="COUNTRY",
    shell_complete=complete_countries,
    help="help.show.country",
)
@option("--source", metavar="NAME", help="help.show.source")
@option("--at", default="", metavar="PLACE", help="help.show.at")
@option("--depth", type=click.Choice(_DEPTHS), help="help.show.depth")
@option("--all", "everything", is_flag=True, help="help.show.all")
@option("--ids", is_flag=True, help="help.show.ids-too")
@asked_options(("as_of",), "help.show.script", store=True)
@sink_options
def command(
    name: str,
    countries: tuple[str, ...],
    source: str | None,
    at: str,
    depth: str | None,
    everything: bool,
    ids: bool,
    asked: Asked,
    sink: Sink,
) -> None:
    """Show one thing, or the things that share its name."""
    from barriers.naming import called
    from cli.called import codes_in
    from cli.opening import open_model
    from cli.output import answer
    from viz.reports.matches import matches_document
    from viz.reports.profile import ProfileView, named_things, profile, profile_document

    part = _Part(countries, source, at)
    model = open_model(asked, countries)
    found = called(named_things(model), name, codes_in(model, countries)[0] if countries else "")
    again = _again(part, asked)
    if len(found) > 1:
        answer(matches_document(model, name, found, again), sink)
        return
    id_ = found[0].id if found else name
    made = profile(_desk(model, id_, part, asked), id_, at)
    default = _DEPTHS[0] if sink.format == "table" else _DEPTHS[-1]
    level = _DEPTHS[-1] if everything else depth or default
    answer(profile_document(made, ProfileView(int(level), ids, f"barriers show {_quoted(id_)}{again}")), sink)


def _quoted(name: str) -> str:
    from shlex import quote

    return quote(name)


def _again(part: _Part, asked: Asked) -> str:
    """The options that show the same part of the same data again."""
    told = [*(("country", one) for one in part.countries), ("source", part.source), ("at", part.at)]
    return "".join(f" --{name} {_quoted(value)}" for name, value in told if value) + asked.again()


def _desk(model: Model, name: str, part: _Part, asked: Asked) -> Desk:
    """The model with a graph and audit for each country and script that the id may belong to."""
    from barriers.messages import message
    from barriers.naming import id_called, named_records
    from cli.called import codes_in, script_called
    from graph import audit_graph, build_graph
    from viz.reports.profile import Desk, home_of

    home, script = home_of(model, name)
    codes = codes_in(model, part.countries) if part.countries or home is None else (home,)
    wanted = script_called(model, asked.script) if asked.script else script
    scripts = [wanted] if wanted else list(model.script_by_id)
    graphs = tuple(build_graph(model, code, one, asked.selection()) for code in codes for one in scripts)
    source = ""
    if part.source:
        sources = (one for one in named_records(model) if one.kind == "source")
        source = id_called(sources, part.source, message("error.kind.source"), message("error.known.sources"))
    return Desk(model, graphs, tuple(audit_graph(graph, "") for graph in graphs), source)
