"""`barriers compare`: countries side by side."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from barriers.messages import text
from cli.helping import option, words_of
from cli.options import ALL, Asked, Sink, asked_options, country_argument, sink_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viz.reports.comparison import Comparison


@words_of(
    "compare",
    examples=(
        "barriers compare NL RO DK",
        "barriers compare DK NL --script all --only-different",
        "barriers compare NL RO DK --format md -o compare.md",
    ),
)
@country_argument(many=True)
@option("--all", "everything", is_flag=True, help="help.compare.all")
@option("--only-different", is_flag=True, help="help.compare.only-different")
@asked_options(every_script=True, store=True)
@sink_options
def command(countries: tuple[str, ...], everything: bool, only_different: bool, asked: Asked, sink: Sink) -> None:
    """Two countries or more side by side; on paper everything is told."""
    from cli.opening import open_audits
    from cli.output import answer
    from viz.reports.compare import compare_document
    from viz.reports.comparison import compare

    model, pairs = open_audits(asked, countries, whole=True)
    codes = {graph.country for graph, _ in pairs}
    if len(codes) < 2:
        raise click.UsageError(text("talk.one-country", countries=", ".join(codes)))
    comparisons = [
        compare(model, list(same), only_different=only_different)
        for _, same in groupby(pairs, key=lambda pair: pair[0].script.id)
    ]
    everything = everything or sink.format != "table"

    def following(comparison: Comparison) -> Iterator[str]:
        if not everything:
            yield f"--all{asked.again(comparison.script if asked.script == ALL else None)}"
        if asked.script != ALL and any(receiver.elsewhere for receiver in comparison.receivers):
            yield asked._replace(script=ALL).again().lstrip()

    document = compare_document(
        model, comparisons, pairs[0][0].selection, lambda one: list(following(one)), everything=everything
    )
    answer(document, sink)
