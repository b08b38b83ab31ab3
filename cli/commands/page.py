"""`barriers page`: everything on one page that a browser opens without a network."""

from __future__ import annotations

from pathlib import Path

import click

from barriers.messages import text
from cli.helping import option, words_of
from cli.options import Asked, Sink, asked_options, country_argument, sinking

_MANY_FACTS = 3_000
"""From so many on a reader would ask what takes so long."""


@words_of(
    "page",
    examples=(
        "barriers page NL -o nl.html",
        "barriers page NL RO DK --script all -o three.html",
        "barriers page NL --form labour --force -o nl.html",
    ),
)
@country_argument(many=True)
@option("--open", "opened", is_flag=True, help="help.page.open")
@asked_options(every_script=True, store=True)
@sinking(("html",), about="help.page.output", required=True)
def command(countries: tuple[str, ...], opened: bool, asked: Asked, sink: Sink) -> None:
    """Write the page of one country, several, or all that are there; raises `click.UsageError` for where it goes."""
    from cli.opening import open_graphs
    from cli.output import passing_line, write
    from graph import audit_graph
    from viz.page import page_html

    # Nobody waits for a page that cannot be opened.
    if sink.path is None and opened:
        raise click.UsageError(text("error.page.open"))
    model, graphs = open_graphs(asked, countries)
    audits = []
    facts = sum(1 for graph in graphs for _ in graph.part.facts())
    with passing_line(wanted=facts >= _MANY_FACTS) as say:
        for number, graph in enumerate(graphs, start=1):
            say(f"{text('talk.page.audit', number=number, total=len(graphs))} ...")
            audits.append(audit_graph(graph, model.digest))
        say(f"{text('talk.page')} ...")
        content = page_html(model, graphs, audits).encode()
    write(content, sink.path, _size(len(content)))
    if opened and sink.path is not None:
        _open(sink.path)


def _size(number: int) -> str:
    return f"{number / 1_000:.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        click.echo(text("talk.page.no-browser", path=path), err=True)
