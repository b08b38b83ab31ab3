"""The command `barriers`: finds the command that was asked for, and turns what goes wrong into messages.

Nothing heavy is imported here: a command's module is loaded when that command is needed, and a command loads
the model, the graph and the tables only when it runs.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from barriers.messages import text
from cli.helping import Commands, option

_NAMES = (
    "audit",
    "compare",
    "matrix",
    "page",
    "show",
    "search",
    "list",
    "backtest",
    "stability",
    "questions",
    "check",
    "neo4j",
    "export",
)


class _Barriers(Commands):
    """The commands, whose errors are told in one place."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            if ctx.meta.get("debug"):
                raise
            from cli.troubles import tell

            ctx.exit(tell(error))


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            installed = version("barriers")
        except PackageNotFoundError:
            installed = text("talk.not-installed")
        click.echo(f"barriers {installed}")
        ctx.exit()


@click.group("", cls=_Barriers, names=_NAMES, legend=("help.exits", "help.completion"), examples=("barriers audit NL",))
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="help.version")
def cli() -> None:
    """All commands."""


def main() -> None:
    """The entry point of the command line."""
    # Everything that is loaded stays until the end, so looking for garbage costs a fifth of the run for nothing, and
    # so does looking once more when the interpreter ends.
    import atexit
    import gc

    gc.disable()
    atexit.register(gc.freeze)
    cli(prog_name="barriers")
