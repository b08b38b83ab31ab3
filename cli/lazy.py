"""A group of commands that are loaded by name, so that help and the others need not wait for them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

_MOVED = ("audit", "backtest", "check", "compare", "matrix", "questions", "show")


class LazyGroup(click.Group):
    """A group that knows what stands beside each command in --help; a command is `command` in a module of its name.

    `modules` is what stands before a command's name in the name of its module.
    """

    def __init__(self, *args: Any, commands_about: Mapping[str, str], modules: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self._about = commands_about
        self._modules = modules

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, in the order in which they were given."""
        return list(self._about)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands in --help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._about.items()))

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded; None for a name that is none."""
        if cmd_name not in self._about:
            return None
        found = f"cli.commands.{cmd_name}" if cmd_name in _MOVED else f"{self._modules}{cmd_name}"
        command: click.Command = import_module(found).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a name that is none is told with the nearest ones."""
        if args and not args[0].startswith("-") and args[0] not in self._about:
            from cli.troubles import unknown_command

            raise unknown_command(args[0], self._about, ctx)
        return super().resolve_command(ctx, args)
