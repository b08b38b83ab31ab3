"""The command `barriers`: finds the command that was asked for, and turns what goes wrong into messages.

Nothing heavy is imported here: a command's module is loaded when that command is needed, and a command loads
the model, the graph and the tables only when it runs.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from cli.lazy import LazyGroup

_COMMANDS = {
    "audit": "what falls short, what is to be checked, whom to ask",
    "compare": "countries side by side, and which practice answers what",
    "matrix": "steps x actors: power and state in each cell",
    "page": "one file to explore in a browser, or to print",
    "show": "everything known about one id, with citations",
    "backtest": "the findings against the gaps that experts named",
    "questions": "what the audit asks, why, and when sources say so",
    "list": "what there is to write: the fields of each kind of record",
    "check": "every problem in the data in one run",
    "neo4j": "one model on a server that many share",
    "export": "the model for other tools",
}
"""The commands with what stands beside them in --help, so that it need not load them."""


class _Commands(LazyGroup):
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
        from cli.troubles import version

        click.echo(f"barriers {version()}")
        ctx.exit()


EPILOG = """\b
Exit codes:
  0   nothing found
  1   findings at or above --fail-on
  2   an option, name or path that cannot be right
  3   broken data, or a server that cannot be used

\b
Completion of commands, ids and country codes:
  bash   eval "$(_BARRIERS_COMPLETE=bash_source barriers)"
  zsh    eval "$(_BARRIERS_COMPLETE=zsh_source barriers)"
  fish   _BARRIERS_COMPLETE=fish_source barriers | source

\b
Example:
  barriers audit NL
"""


@click.group(
    cls=_Commands,
    commands_about=_COMMANDS,
    modules="cli.",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version.")
def cli() -> None:
    """Where does nobody stand in the way of a trafficker? What do the sources say, and what do we merely not know?

    Answers from plain files about institutions and processes, never about persons. Nothing goes over a network but to a
    Neo4j server that you name.
    """


def main() -> None:
    """The entry point of the command line."""
    # Everything that is loaded stays until the end, so looking for garbage costs a fifth of the run for nothing, and
    # so does looking once more when the interpreter ends.
    import atexit
    import gc

    gc.disable()
    atexit.register(gc.freeze)
    cli(prog_name="barriers")
