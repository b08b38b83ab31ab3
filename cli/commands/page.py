"""`barriers page`: everything on one page that a browser opens without a network."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from barriers.messages import text
from cli.helping import option, words_of
from cli.options import FILE_OR_DASH, Asked, asked_options, country_argument, debug_option

if TYPE_CHECKING:
    from graph import BarrierGraph

_MANY_FACTS = 3_000
"""From so many on a reader would ask what takes so long."""

EXAMPLES = (
    "barriers page NL -o nl.html",
    "barriers page NL RO DK --script all -o three.html",
    "barriers page NL --form labour --force -o nl.html",
)


@words_of("page", examples=EXAMPLES)
@country_argument(many=True)
@option("-o", "--output", type=FILE_OR_DASH, metavar="FILE", required=True, help="help.page.output")
@option("--force", is_flag=True, help="help.page.force")
@option("--open", "opened", is_flag=True, help="help.page.open")
@asked_options(every_script=True)
@debug_option
def command(countries: tuple[str, ...], output: Path, force: bool, opened: bool, asked: Asked) -> None:
    """Write the page of one country, several, or all that are there; raises `click.UsageError` for where it goes."""
    from cli.opening import open_graphs
    from cli.output import write
    from graph import audit_graph
    from viz.page import page_html

    path = None if str(output) == "-" else output
    _check(path, force=force, opened=opened)
    model, graphs = open_graphs(asked, countries)
    audits = []
    with _told(graphs) as say:
        for number, graph in enumerate(graphs, start=1):
            say(text("talk.page.audit", number=number, total=len(graphs)))
            audits.append(audit_graph(graph, model.digest))
        say(text("talk.page"))
        content = page_html(model, graphs, audits).encode()
    write(content, path, _size(len(content)))
    if opened and path is not None:
        _open(path)


def _check(path: Path | None, *, force: bool, opened: bool) -> None:
    """Nothing is written over, and nobody waits for a page that cannot be opened."""
    if path is None and opened:
        raise click.UsageError(text("error.page.open"))
    if path is not None and path.is_file() and not force:
        raise click.UsageError(text("error.page.there", path=path))


@contextmanager
def _told(graphs: Sequence[BarrierGraph]) -> Iterator[Callable[[str], None]]:
    """Says on a line of the terminal what is being done, where it takes long, and takes the line away at the end."""
    long = sum(1 for graph in graphs for _ in graph.part.facts()) >= _MANY_FACTS
    if not (long and _is_terminal()):
        yield lambda _: None
        return
    width = 0

    def say(words: str) -> None:
        nonlocal width
        click.echo(f"\r{f'{words} ...':<{width}}", nl=False, err=True)
        width = max(width, len(words) + 4)

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
        click.echo(text("talk.page.no-browser", path=path), err=True)
