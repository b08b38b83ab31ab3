"""`barriers backtest`: the findings against the gaps that experts named."""

from __future__ import annotations

from cli.helping import option, words_of
from cli.options import Asked, Sink, asked_options, country_argument, sink_options


@words_of(
    "backtest",
    examples=("barriers backtest NL --script chain", "barriers backtest RO --by GRETA --as-of 2025-12-31 --all"),
)
@country_argument(many=False)
@option("--by", metavar="WORD", help="help.backtest.by")
@option("--all", "everything", is_flag=True, help="help.backtest.all")
@asked_options(("as_of",), store=True)
@sink_options
def command(country: str, by: str | None, everything: bool, asked: Asked, sink: Sink) -> None:
    """Compare the findings of one country with the gaps that experts named; on paper every gap is told."""
    from cli.opening import open_graphs
    from cli.output import answer
    from graph.backtest import backtest
    from viz.reports.backtest import backtest_document

    model, (graph,) = open_graphs(asked, [country])
    result = backtest(model, graph.country, graph.script.id, graph.selection, by)
    answer(backtest_document(result, graph.script, everything=everything or sink.format != "table"), sink)
