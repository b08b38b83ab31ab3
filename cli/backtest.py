"""`barriers backtest`: the findings against the gaps that experts named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cli.completion import complete_countries
from cli.options import Asked, Sink, asked_options, sink_options

if TYPE_CHECKING:
    from cli.render import Block
    from cli.screen import Screen
    from graph.backtest import Backtest

EPILOG = """\b
Example:
  barriers backtest NL --script chain
  barriers backtest RO --by GRETA --as-of 2025-12-31 --all
"""

Row = tuple[str, str, str]

_HEADER = ("found", "gap", "steps")


@click.command("backtest", epilog=EPILOG)
@click.argument("country", shell_complete=complete_countries)
@click.option("--by", metavar="WORD", help="Recommendations of those whose name holds this word, as TIP or GRETA.")
@click.option("--all", "everything", is_flag=True, help="Every gap: found, missed or new.")
@asked_options(("as_of",))
@sink_options
def command(country: str, by: str | None, everything: bool, asked: Asked, sink: Sink) -> None:
    """How the findings compare with the gaps that experts named.

    The passage of each gap is left out first, or the audit would only find what it was told. A gap counts from the
    day on which it was named. An honest low number is right; docs/method.md says what it can tell and what not.
    """
    from cli.opening import open_graphs
    from cli.render import Answer, Grid, render
    from graph.backtest import backtest
    from viz.backtest_view import backtest_data, rows

    model, (graph,) = open_graphs(asked, [country])
    result = backtest(model, graph.country, graph.script.id, asked.selection(), by)
    listed = list(rows(result, graph.script))
    render(
        Answer(
            data=lambda: backtest_data(result),
            grid=lambda: Grid(_HEADER, listed),
            paper=lambda: _paper(result, listed),
            draw=lambda screen: _draw(result, screen, listed if everything else []),
        ),
        sink,
    )


def _draw(result: Backtest, screen: Screen, listed: list[Row]) -> None:
    from cli.screen import Column
    from viz.backtest_view import measures, sentences

    screen.say(f"BACKTEST {result.country} · script {result.script}", "bold")
    screen.say(" ".join(sentences(result)))
    screen.empty_line()
    screen.grid(
        (Column("list"), Column("counted", share=1), Column("", right=True)),
        [(one.which, one.counted, f"{one.number} of {one.of}") for one in measures(result)],
    )
    if listed:
        screen.empty_line()
        screen.grid((Column("found", whole=True), Column("gap", share=2), Column("steps", share=1)), listed)


def _paper(result: Backtest, listed: list[Row]) -> Iterator[Block]:
    from cli.render import Grid, Heading
    from viz.backtest_view import measures, sentences

    yield Heading(f"Backtest {result.country}, script {result.script}", 1)
    yield " ".join(sentences(result))
    yield Grid(("list", "counted", "number", "of"), [(m.which, m.counted, m.number, m.of) for m in measures(result)])
    yield Grid(_HEADER, listed)
