"""`barriers audit`: what falls short, what the sources say of it, what is to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cli.helping import option, words_of
from cli.narrowing import Only, narrowing_options
from cli.options import ALL, Asked, Sink, asked_options, country_argument, sink_options

if TYPE_CHECKING:
    from graph import BarrierGraph
    from viz.reports.audit import Told
    from viz.reports.entries import Narrowing

FAIL_ON = ("never", "certain", "possible")


@words_of(
    "audit",
    legend=("help.audit.symbols", "help.audit.filters"),
    examples=(
        "barriers audit NL",
        "barriers audit NL --all",
        "barriers audit NL --barrier identity --priority high",
        "barriers audit NL --by stakeholder --question uncovered-step",
        "barriers audit NL RO --script all",
        "barriers audit NL -o audit.json",
    ),
)
@country_argument(many=True)
@option("--all", "everything", is_flag=True, help="help.audit.all")
@narrowing_options
@option("--by", type=click.Choice(["stakeholder"]), help="help.audit.by")
@option("--ids", is_flag=True, help="help.audit.ids")
@option("--fail-on", type=click.Choice(FAIL_ON), default="certain", show_default=True, help="help.audit.fail-on")
@asked_options(every_script=True, store=True)
@sink_options
@click.pass_context
def command(
    ctx: click.Context,
    countries: tuple[str, ...],
    everything: bool,
    only: Only,
    by: str | None,
    ids: bool,
    fail_on: str,
    asked: Asked,
    sink: Sink,
) -> None:
    """Audit one country, several, or all that are there."""
    from cli.opening import open_audits
    from cli.output import answer
    from cli.troubles import Exit
    from viz.reports.audit import Shape, Told, audit_document
    from viz.reports.entries import narrowed

    # The digest costs as much as the audit and stands in JSON only; it is that of the whole model.
    model, pairs = open_audits(asked, countries, whole=sink.format == "json")
    narrowing = only.narrowing(model)
    told = [Told(graph, audit, narrowed(graph, audit, narrowing)) for graph, audit in pairs]
    shape = Shape(narrowing, everything=everything, by_stakeholder=by is not None, ids=ids)

    def following(graph: BarrierGraph, command: str) -> str:
        script = graph.script.id if asked.script == ALL else None
        if command == "show":
            return f" --country {graph.country}{asked.unfiltered().again(script)}"
        return "".join(f" {one}" for one in narrowing.options()) + asked.again(script)

    answer(audit_document(model, told, asked.selection(), following, shape), sink)
    if sink.format == "csv" and narrowing.options():
        _say_shown(told, narrowing)
    if _reaches(told, fail_on):
        ctx.exit(Exit.FOUND)


def _say_shown(told: Sequence[Told], narrowing: Narrowing) -> None:
    """A table for spreadsheets has no place for a sentence."""
    from viz.reports.audit import shown_words

    for one in told:
        click.echo(shown_words(one.left, narrowing), err=True)


def _reaches(told: Sequence[Told], fail_on: str) -> bool:
    reached = FAIL_ON[1 : FAIL_ON.index(fail_on) + 1]
    return any(finding.certainty.value in reached for one in told for finding in one.left.findings)
