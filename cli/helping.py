"""What `--help` says: every sentence of it is a key of the catalogue, put into words when it is shown.

    @words_of("neo4j.push", legend=..., examples=("barriers neo4j push NL",))
    @option("--force", is_flag=True, help="help.neo4j.push.force")

The help of a command stands under `help.` and its path; what stands beside it among the commands below `.short`.
A command is `command` in the module of its path below `cli.commands`, and is loaded when it is asked for, so that help
and the others need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import Any

import click

from barriers.messages import text


class _Formatter(click.HelpFormatter):
    """Takes the headings of a help from the catalogue too."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{text('help.usage')} ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(text(f"help.section.{name.lower()}")):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class WordedOption(click.Option):
    """An option whose `help` is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The names of the option and what it does, in words."""
        key = self.help
        try:
            self.help = text(key) if key else key
            return super().get_help_record(ctx)
        finally:
            self.help = key


class WordedCommand(click.Command):
    """A command whose help stands in the catalogue under its path, which it takes for its name.

    `legend` are keys of what is explained below the options, `examples` what a user could type.
    """

    context_class = _Context

    def __init__(self, name: str, *, legend: Sequence[str] = (), examples: Sequence[str] = (), **more: Any) -> None:
        super().__init__(name.rpartition(".")[2], **{**more, "help": None})
        self._path = f".{name}" if name else ""
        self._legend = legend
        self._examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, in words."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = text("help.help")
        return found

    def format_help_text(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            for number, paragraph in enumerate(text(f"help{self._path}").split("\n\n")):
                if number:
                    formatter.write_paragraph()
                formatter.write_text(paragraph)

    def format_epilog(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """What has to be explained, and examples, each line as it stands."""
        examples = ["\n  ".join([text("help.example"), *self._examples])] if self._examples else []
        for part in [*map(text, self._legend), *examples]:
            formatter.write_paragraph()
            formatter.write(f"{part}\n")


class Commands(WordedCommand, click.Group):
    """A group of commands, told in the order of `names`."""

    def __init__(self, name: str, *, names: Sequence[str], **more: Any) -> None:
        super().__init__(name, **more)
        self._names = names
        self.context_settings = {"help_option_names": ["-h", "--help"]}

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, in the order in which they were given."""
        return list(self._names)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands in --help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text(f"help{self._path}.{name}.short")) for name in self._names])

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded; None for a name that is none."""
        if cmd_name not in self._names:
            return None
        found: click.Command = import_module(f"cli.commands{self._path}.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a name that is none is told with the nearest ones."""
        if args and not args[0].startswith("-") and args[0] not in self._names:
            from cli.troubles import unknown_command

            raise unknown_command(args[0], self._names, ctx)
        return super().resolve_command(ctx, args)


option = partial(click.option, cls=WordedOption)
"""As `click.option`; `help` is a key of the catalogue."""


def words_of(path: str, **more: Any) -> Callable[[Callable[..., Any]], WordedCommand]:
    """As `click.command`, for a command whose words stand in the catalogue."""
    return click.command(path, cls=WordedCommand, **more)


def words_of_all(path: str, **more: Any) -> Callable[[Callable[..., Any]], Commands]:
    """As `click.group`, for a group whose words, and those of its commands, stand in the catalogue."""
    return click.group(path, cls=Commands, **more)
