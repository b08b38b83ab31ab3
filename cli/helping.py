"""What `--help` says: every sentence of it is a key of the catalogue, put into words when it is shown.

    @words_of("neo4j.push", legend=..., examples=("barriers neo4j push NL",))
    @option("--force", is_flag=True, help="help.neo4j.push.force")

The help of a command stands under `help.` and its path; what stands beside it among the commands below `.short`.
A command or group is `command` in the module of its name in `cli.commands`, and is loaded when it is asked for, so that
help and the others need not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """A group of commands in the order in which they are told: those of `names`, which are loaded, then its own."""

    command_class = WordedCommand

    def __init__(self, name: str, *, names: Sequence[str] = (), **more: Any) -> None:
        super().__init__(name, **more)
        self._names = names
        self.context_settings = {"help_option_names": ["-h", "--help"]}

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, in the order in which they were given."""
        return [*self._names, *self.commands]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands in --help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text(f"help{self._path}.{name}.short")) for name in self.list_commands(ctx)])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded; None for a name that is none."""
        if cmd_name in self._names:
            found: click.Command = import_module(f"cli.commands.{cmd_name}").command
            return found
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a name that is none is told with the nearest ones."""
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            from cli.troubles import unknown_command

            raise unknown_command(args[0], known, ctx)
        return super().resolve_command(ctx, args)


option = partial(click.option, cls=WordedOption)
"""As `click.option`; `help` is a key of the catalogue."""

words_of = partial(click.command, cls=WordedCommand)
"""As `click.command`; what it is given first is the path under which the words of the command stand."""
