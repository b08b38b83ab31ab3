"""What `--help` says: every sentence of it is a key of the catalogue, put into words when it is shown.

    @command("audit", legend=..., examples=("barriers audit NL",))
    @option("--all", "everything", is_flag=True, help="help.audit.all")

The help of a command stands under `help.NAME`; what stands beside it among the commands under `help.NAME.short`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import click

from barriers.messages import text


class Option(click.Option):
    """An option whose `help` is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The names of the option and what it does, in words."""
        key = self.help
        try:
            self.help = text(key) if key else key
            return super().get_help_record(ctx)
        finally:
            self.help = key


class Command(click.Command):
    """A command whose help stands in the catalogue under `help.` and its name.

    `legend` are keys of what is explained below the options, `examples` what a user could type.
    """

    def __init__(
        self, name: str, *, key: str = "", legend: Sequence[str] = (), examples: Sequence[str] = (), **more: Any
    ) -> None:
        super().__init__(name, **{**more, "help": None})
        self._key = key or f"help.{name}"
        self._legend = legend
        self._examples = examples

    def format_help_text(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            for number, paragraph in enumerate(text(self._key).split("\n\n")):
                if number:
                    formatter.write_paragraph()
                formatter.write_text(paragraph)

    def format_epilog(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """What has to be explained, and examples, each line as it stands."""
        for part in [*map(text, self._legend), *([_examples(self._examples)] if self._examples else [])]:
            formatter.write_paragraph()
            formatter.write("".join(f"{line}\n" for line in part.splitlines()))


def _examples(lines: Sequence[str]) -> str:
    return "\n".join([text("help.example"), *(f"  {line}" for line in lines)])


option = partial(click.option, cls=Option)
"""As `click.option`; `help` is a key of the catalogue."""


def command(name: str, **more: Any) -> Callable[[Callable[..., Any]], Command]:
    """As `click.command`, for a command whose words stand in the catalogue."""
    return click.command(name, cls=Command, **more)
