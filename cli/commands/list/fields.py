"""`barriers list fields`: the fields of each kind of record."""

from __future__ import annotations

import click

from cli.helping import words_of
from cli.options import Sink, sink_options

EXAMPLES = ("barriers list fields cover", "barriers list fields --format json -o barriers.schema.json")


@words_of("list.fields", examples=EXAMPLES)
@click.argument("kind", metavar="[KIND]", required=False)
@sink_options
def command(kind: str | None, sink: Sink) -> None:
    """What may stand in each kind of record, or in one."""
    from cli.output import answer
    from viz.reports.fields import fields_document

    answer(fields_document(kind), sink)
