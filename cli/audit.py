"""`barriers audit`: what falls short, what the sources say of it, what is to be checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from cli import exits
from cli.options import ALL, Asked, Sink, asked_options, country_argument, sink_options

if TYPE_CHECKING:
    from barriers.findings import Audit
    from barriers.model import Model
    from cli.render import Block, Grid
    from cli.screen import Screen
    from graph import BarrierGraph

FAIL_ON = ("never", "certain", "possible")

EPILOG = """\b
Marks in the table:
  #  covered   a source states working cover for everybody concerned
  /  short     in part, planned, ended, for some only, or merely allowed
  o  seen      somebody notices it; that anybody stops it is not said
  ~  assumed   no source says so; we infer it
  ?  unknown   no source read names anybody who acts
  !  nobody    a source says that nobody acts

\b
Example:
  barriers audit NL
  barriers audit NL --all
  barriers audit NL RO --script all
  barriers audit NL --format json -o audit.json
"""


@click.command("audit", epilog=EPILOG)
@country_argument(many=True)
@click.option("--all", "everything", is_flag=True, help="Every finding, with its facts, citations and whom to ask.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="certain",
    show_default=True,
    help="End with exit code 1 where sources say so (certain), also where something is to be checked (possible).",
)
@asked_options(every_script=True, store=True)
@sink_options
@click.pass_context
def command(
    ctx: click.Context, countries: tuple[str, ...], everything: bool, fail_on: str, asked: Asked, sink: Sink
) -> None:
    """Where does nobody stand in the way? The findings for one country, several, or all that are there.

    SOURCES SAY SO are gaps that a source states. TO CHECK is what is merely not known: ask before you say it.
    """
    from cli.opening import open_audits
    from cli.render import Answer, render

    # The digest costs as much as the audit and stands in JSON only; it is that of the whole model.
    model, pairs = open_audits(asked, countries, whole=sink.format == "json")
    audits = [audit for _, audit in pairs]
    render(
        Answer(
            data=lambda: _data(model, audits, asked),
            grid=lambda: _grid(model, audits),
            paper=lambda: _paper(pairs, everything),
            draw=lambda screen: _draw(pairs, screen, everything, asked),
        ),
        sink,
    )
    ctx.exit(_exit_code(audits, fail_on))


def _exit_code(audits: list[Audit], fail_on: str) -> int:
    reached = FAIL_ON[1 : FAIL_ON.index(fail_on) + 1]
    found = any(finding.certainty.value in reached for audit in audits for finding in audit.findings)
    return exits.FOUND if found else exits.NOTHING_FOUND


def _data(model: Model, audits: list[Audit], asked: Asked) -> dict[str, Any]:
    from viz.audit_data import audit_data

    return audit_data(model, audits, asked.selection())


def _grid(model: Model, audits: list[Audit]) -> Grid:
    from cli.render import Grid
    from viz.audit_data import finding_data

    header = ("country", "script", "certainty", "severity", "question", "subject", "title", "detail")
    counts = ("count", "of", "counted")
    lists = ("citations", "ask", "remedies", "facts", "handling", "id")
    rows = []
    for audit in audits:
        for finding in audit.findings:
            data = finding_data(model, finding, audit.script) | {"handling": audit.handling.value}
            cells = [data[name] for name in (*header, *counts, *lists)]
            rows.append(["; ".join(cell) if isinstance(cell, list) else cell for cell in cells])
    return Grid((*header, *counts, *lists), rows)


def _draw(pairs: Sequence[tuple[BarrierGraph, Audit]], screen: Screen, everything: bool, asked: Asked) -> None:
    from barriers.words import Certainty
    from cli.audit_screen import draw_all, draw_audit
    from viz.audit_view import audit_view

    for number, (graph, audit) in enumerate(pairs):
        if number:
            screen.empty_line()
        view = audit_view(graph, audit)
        if everything:
            from viz.finding_view import finding_view

            said, check = (
                [finding_view(graph.part, finding) for finding in audit.of_certainty(certainty)]
                for certainty in Certainty
            )
            draw_all(view, said, check, screen)
        else:
            draw_audit(graph.part, view, screen, asked.again(_one_of_several(graph, asked)))


def _one_of_several(graph: BarrierGraph, asked: Asked) -> str | None:
    """The script of a graph, where the next command has to choose among those that were asked for."""
    return graph.script.id if asked.script == ALL else None


def _paper(pairs: Sequence[tuple[BarrierGraph, Audit]], everything: bool) -> Iterator[Block]:
    from cli.audit_paper import audit_paper
    from viz.audit_view import audit_view

    for graph, audit in pairs:
        yield from audit_paper(graph.part, audit_view(graph, audit), everything)
