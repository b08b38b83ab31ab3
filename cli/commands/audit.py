"""`barriers audit`: what falls short, what the sources say of it, what is to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.helping import option, words_of
from cli.options import ALL, Asked, Sink, asked_options, country_argument, sink_options

if TYPE_CHECKING:
    from barriers.findings import Audit
    from graph import BarrierGraph

FAIL_ON = ("never", "certain", "possible")


@words_of(
    "audit",
    legend=("help.audit.symbols",),
    examples=(
        "barriers audit NL",
        "barriers audit NL --all",
        "barriers audit NL RO --script all",
        "barriers audit NL --format json -o audit.json",
    ),
)
@country_argument(many=True)
@option("--all", "everything", is_flag=True, help="help.audit.all")
@option("--fail-on", type=click.Choice(FAIL_ON), default="certain", show_default=True, help="help.audit.fail-on")
@asked_options(every_script=True, store=True)
@sink_options
@click.pass_context
def command(
    ctx: click.Context, countries: tuple[str, ...], everything: bool, fail_on: str, asked: Asked, sink: Sink
) -> None:
    """Audit one country, several, or all that are there."""
    from cli.opening import open_audits
    from cli.output import answer
    from cli.troubles import Exit
    from viz.reports.audit import audit_document

    # The digest costs as much as the audit and stands in JSON only; it is that of the whole model.
    model, pairs = open_audits(asked, countries, whole=sink.format == "json")

    def following(graph: BarrierGraph) -> str:
        return asked.again(graph.script.id if asked.script == ALL else None)

    answer(audit_document(model, pairs, pairs[0][0].selection, following, everything=everything), sink)
    if _reaches([audit for _, audit in pairs], fail_on):
        ctx.exit(Exit.FOUND)


def _reaches(audits: list[Audit], fail_on: str) -> bool:
    reached = FAIL_ON[1 : FAIL_ON.index(fail_on) + 1]
    return any(finding.certainty.value in reached for audit in audits for finding in audit.findings)
