"""`barriers list`: what there is to write and to ask for."""

from __future__ import annotations

import click

from cli.lazy import LazyGroup

_COMMANDS = {"fields": "the fields of each kind of record, for whoever writes data files"}


@click.group(
    "list",
    cls=LazyGroup,
    commands_about=_COMMANDS,
    modules="cli.list_",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def command() -> None:
    """What there is to write in data files."""
