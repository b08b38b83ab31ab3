"""`barriers page`: everything on one page that a browser opens without a network."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import Asked, asked_options, country_argument, debug_option

if TYPE_CHECKING:
    from graph import BarrierGraph

_MANY_FACTS = 3_000
"""From so many on a reader would ask what takes so long."""

EPILOG = """\b
Example:
  barriers page NL -o nl.html
  barriers page NL RO DK --script all -o three.html
  barriers page NL --form labour --force -o nl.html
"""


@click.command("page", epilog=EPILOG)
@country_argument(many=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    required=True,
    help="The file to write; - for stdout.",
)
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@click.option("--open", "opened", is_flag=True, help="Open it in the browser when it is written.")
@asked_options(every_script=True)
@debug_option
def command(countries: tuple[str, ...], output: Path, force: bool, opened: bool, asked: Asked) -> None:
    """One HTML file to explore in a browser or to print: graph, matrix, findings, what-if, and every fact behind them.

    For one country, several side by side, or all that are there. It opens from a double click, loads nothing from
    anywhere, and works without a network; without scripts it is one long document.
    """
    from cli.opening import open_graphs
    from cli.render import write_file, write_to_stdout
    from graph import audit_graph
    from viz.page import page_html

    path = None if str(output) == "-" else output
    _check(path, force=force, opened=opened)
    model, graphs = open_graphs(asked, countries)
    audits = []
    with _told(graphs) as say:
        for number, graph in enumerate(graphs, start=1):
            say(f"audit {number} of {len(graphs)}")
            audits.append(audit_graph(graph, model.digest))
        say("page")
        content = page_html(model, graphs, audits).encode()
    if path is None:
        write_to_stdout(content)
        return
    write_file(path, content)
    click.echo(f"Written: {path} ({_size(len(content))})", err=True)
    if opened:
        _open(path)


def _check(path: Path | None, *, force: bool, opened: bool) -> None:
    """Nothing is written over, and nobody waits for a page that cannot be opened."""
    if path is None and opened:
        raise click.UsageError("--open needs a file to open; write -o FILE instead of -o -.")
    if path is not None and path.is_file() and not force:
        raise click.UsageError(f"{path} is already there. --force writes over it, or choose another name with -o.")


@contextmanager
def _told(graphs: Sequence[BarrierGraph]) -> Iterator[Callable[[str], None]]:
    """Says on a line of the terminal what is being done, where it takes long, and takes the line away at the end."""
    long = sum(1 for graph in graphs for _ in graph.part.facts()) >= _MANY_FACTS
    if not (long and _is_terminal()):
        yield lambda _: None
        return
    width = 0

    def say(text: str) -> None:
        nonlocal width
        click.echo(f"\r{f'{text} ...':<{width}}", nl=False, err=True)
        width = max(width, len(text) + 4)

    try:
        yield say
    finally:
        click.echo(f"\r{'':<{width}}\r", nl=False, err=True)


def _is_terminal() -> bool:
    return sys.stderr.isatty()


def _size(number: int) -> str:
    return f"{number / 1_000:.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        click.echo(f"There is no browser to open it with; open {path} yourself.", err=True)
