"""The options that the commands of `barriers neo4j` share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from shlex import quote
from typing import Any

import click

from cli.options import Asked, check_draft

draft_option = click.option(
    "--draft", metavar="NAME", callback=check_draft, help="A draft of this name, which lies beside the model itself."
)


def stored_name(country: str, draft: str | None) -> str:
    """The name of a model on the server: NL, or NL/spring for a draft."""
    return f"{country.upper()}/{draft}" if draft else country.upper()


def as_options(asked: Asked) -> str:
    """`--data` and `--add` as they were given, for a command that one may paste; empty for the bundled data."""
    given = [("--data", asked.data), *(("--add", path) for path in asked.add)]
    return "".join(f" {option} {quote(str(path))}" for option, path in given if path is not None)


def data_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--data and --add, which the command takes as one `asked`: a model is pushed whole, without filters."""

    @click.option("--data", type=click.Path(path_type=Path), metavar="PATH", help="This data instead of the bundled.")
    @click.option(
        "--add",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="PATH",
        help="A folder or file on top of it; may be repeated.",
    )
    @wraps(command)
    def collected(*, data: Path | None, add: tuple[Path, ...], **rest: Any) -> Any:
        return command(asked=Asked(data, add), **rest)

    return collected
