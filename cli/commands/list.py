"""`barriers list`: what there is to write and to ask for."""

from __future__ import annotations

import click

from cli.helping import Commands
from cli.options import Sink, sink_options


@click.group("list", cls=Commands)
def command() -> None:
    """The lists."""


@command.command(
    "list.fields",
    examples=("barriers list fields cover", "barriers list fields --format json -o barriers.schema.json"),
)
@click.argument("kind", metavar="[KIND]", required=False)
@sink_options
def _fields(kind: str | None, sink: Sink) -> None:
    """What may stand in each kind of record, or in one."""
    from cli.output import answer
    from viz.reports.fields import fields_document

    answer(fields_document(kind), sink)
