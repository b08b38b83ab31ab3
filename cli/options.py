"""The options that commands share, as decorators, and what was asked by them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from barriers.messages import text
from cli.completion import complete_countries, complete_groups, complete_scripts, complete_scripts_or_all
from cli.helping import option
from cli.target import InputPath, check_target, format_of, inputs_of
from viz.render import formats

if TYPE_CHECKING:
    from barriers.selection import Selection

# Written out, because importing the nouns would double the time of --help; a test compares them.
FORMS = ("sexual", "labour")
BASES = ("stated", "inferred")
FORMATS = formats()
SCRIPT = "five-barriers"
ALL = "all"
"""Every script after the other, where a command can do that."""

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]


class Asked(NamedTuple):
    """What part of which data is asked for."""

    data: Path | None = None
    add: tuple[Path, ...] = ()
    script: str | None = None
    as_of: date | None = None
    form: str | None = None
    group: str | None = None
    basis: str | None = None
    store: str | None = None
    draft: str | None = None

    def selection(self) -> Selection:
        """The filters as the graph takes them."""
        from barriers.selection import Selection
        from barriers.words import Basis, Form

        return Selection(
            as_of=self.as_of,
            form=Form(self.form) if self.form else None,
            group=self.group,
            basis=Basis(self.basis) if self.basis else None,
        )

    def unfiltered(self) -> Asked:
        """The same data without the filters that only some commands know."""
        return self._replace(form=None, group=None, basis=None)

    def again(self, script: str | None = None) -> str:
        """The options that a next command needs to look at the same, with a space before them.

        `script` is the one to look along, where several were asked for. The usual one need not be named.
        """
        from shlex import quote

        wanted = script or self.script
        told = [
            ("data", self.data),
            *(("add", path) for path in self.add),
            ("script", None if wanted == SCRIPT else wanted),
            ("as-of", self.as_of),
            ("form", self.form),
            ("group", self.group),
            ("basis", self.basis),
            ("store", self.store),
            ("draft", self.draft),
        ]
        return "".join(f" --{name} {quote(str(value))}" for name, value in told if value is not None)


class Sink(NamedTuple):
    """Where the answer goes and how it is written; `path` is None for stdout, which may be `paged` on a terminal."""

    format: str = "table"
    path: Path | None = None
    paged: bool = False


class _Day(click.ParamType[date]):
    """A day, or a month or a year, which stands for its last day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        from barriers.days import NoDate, day_named

        try:
            return day_named(value)
        except NoDate:
            return self.fail(text("error.no-date", value=value), param, ctx)
        except ValueError:
            return self.fail(text("error.no-day", value=value), param, ctx)


def _set_debug(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta["debug"] = True


debug_option = option(
    "--debug", is_flag=True, is_eager=True, expose_value=False, callback=_set_debug, help="help.debug"
)
"""--debug, which lets errors through with their traceback."""

PATH = InputPath()
"""A file or folder to read."""

add_option = option("--add", type=PATH, multiple=True, metavar="PATH", help="help.add")
_DATA = {"data": option("--data", type=PATH, metavar="PATH", help="help.data"), "add": add_option}
_FILTERS = {
    "as_of": option("--as-of", type=_Day(), metavar="DATE", help="help.as-of"),
    "form": option("--form", type=click.Choice(FORMS), help="help.form"),
    "group": option("--group", metavar="ID", shell_complete=complete_groups, help="help.group"),
    "basis": option("--basis", type=click.Choice(BASES), help="help.basis"),
}

_LONGEST_DRAFT = 40
_DRAFT = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{_LONGEST_DRAFT - 1}}}")


def check_draft(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The name of a draft; raises `click.BadParameter` for one too long to be shown, or to be quoted somewhere."""
    if value is not None and not _DRAFT.fullmatch(value):
        raise click.BadParameter(text("error.draft", most=_LONGEST_DRAFT))
    return value


_STORE = {
    "store": option("--store", type=click.Choice(["neo4j"]), help="help.store"),
    "draft": option("--draft", metavar="NAME", callback=check_draft, help="help.draft"),
}


def taken_as(name: str, made: Callable[..., Any], options: dict[str, Decorator]) -> Decorator:
    """These options, by the names of what they give; the command takes what is `made` of it as one argument."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def collected(**given: Any) -> Any:
            value = made(**{one: given.pop(one) for one in options})
            return command(**{name: value}, **given)

        decorated: Command = collected
        for add in reversed(options.values()):
            decorated = add(decorated)
        return decorated

    return decorate


def asked_options(
    filters: tuple[str, ...] = tuple(_FILTERS),
    script: str | None = "help.script",
    *,
    every_script: bool = False,
    store: bool = False,
    files: bool = True,
) -> Decorator:
    """--data, --add, --script and these filters; the command takes them as one `asked`.

    `script` is the key of what --script does, None for commands without it. `every_script` is for commands that can go
    through all scripts, `store` for those that can ask a server; without `files`, one can ask nothing else.
    """
    options: dict[str, Decorator] = {**(_DATA if files else {}), **(_STORE if store else {})}
    if script:
        names = complete_scripts_or_all if every_script else complete_scripts
        about = "help.script.every" if every_script else script
        options["script"] = option("--script", metavar="ID", shell_complete=names, help=about)
    return taken_as("asked", _asked, options | {name: _FILTERS[name] for name in filters})


def _asked(**given: Any) -> Asked:
    """A server has a model of its own, and only a server has drafts."""
    asked = Asked(**given)
    if asked.store is not None and (asked.data is not None or asked.add):
        raise click.UsageError(text("error.store-and-data"))
    if asked.draft is not None and asked.store is None:
        raise click.UsageError(text("error.draft-without-store"))
    return asked


data_options = asked_options((), None)
"""--data and --add, which the command takes as one `asked`: a model as a whole, without filters."""


def sinking(
    formats: tuple[str, ...],
    *,
    about: str = "help.output",
    choice: str | None = None,
    required: bool = False,
    paged: bool = False,
) -> Decorator:
    """-o, --force and --debug, and --format with the key `choice` of what it does: a command's answer in one of these.

    With --no-pager where answers are `paged`. The command takes them as one `sink`. What is refused is refused before
    anything is read.
    """
    options: dict[str, Decorator] = {
        "output": option(
            *("-o", "--output"),
            type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
            metavar="FILE",
            required=required,
            help=about,
        ),
        "force": force_option,
    }
    if choice is not None:
        options = {"wanted": option("--format", "wanted", type=click.Choice(formats), help=choice), **options}
    if paged:
        options["unpaged"] = option("--no-pager", "unpaged", is_flag=True, help="help.no-pager")

    def sink(output: Path | None, *, force: bool, wanted: str | None = None, unpaged: bool = False) -> Sink:
        path = None if output is None or str(output) == "-" else output
        chosen = format_of(path, wanted, formats)
        check_target(path, inputs_of(click.get_current_context()), force=force)
        return Sink(chosen, path, paged and not unpaged)

    return lambda command: taken_as("sink", sink, options)(debug_option(command))


force_option = option("--force", is_flag=True, help="help.force")
"""--force, which writes over what is there."""

sink_options = sinking(FORMATS, choice="help.format", paged=True)
"""--format, -o, --force, --no-pager and --debug of a command whose answer is a document."""


def country_argument(*, many: bool) -> Decorator:
    """One country code, or any number of them."""
    if many:
        return click.argument("countries", nargs=-1, metavar="[COUNTRY]...", shell_complete=complete_countries)
    return click.argument("country", metavar="COUNTRY", shell_complete=complete_countries)


as_of_option = _FILTERS["as_of"]
