"""What goes wrong, as one message on stderr and an exit code. Loaded only when something does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress

import click

from barriers.errors import BarriersError, BrokenData, StoreTrouble, UnknownName, there_are
from barriers.messages import message, text
from cli import exits


def tell(error: BaseException) -> int:
    """Print what went wrong, for a reader who is no programmer, and give back the exit code."""
    if isinstance(error, KeyboardInterrupt):
        return exits.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _let_the_reader_go()
        return exits.READER_LEFT
    if isinstance(error, BarriersError):
        _say(str(error))
        return exits.BROKEN_DATA if isinstance(error, BrokenData | StoreTrouble) else exits.MISUSE
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}.")
        return exits.MISUSE
    _say(text("error.fault", kind=type(error).__name__, error=error))
    return exits.FAULT


def _say(words: str) -> None:
    from viz.plain import plain

    click.echo(plain(words), err=True)


def _let_the_reader_go() -> None:
    """Point stdout at nothing, so that Python's own last flush does not complain either."""
    with suppress(OSError, ValueError):  # a test has no real stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unknown_command(name: str, known: Iterable[str], ctx: click.Context) -> click.UsageError:
    """The error for a command that is not there, with the nearest ones."""
    return click.UsageError(str(UnknownName(message("error.kind.command"), name, known, there_are(known))), ctx)


def version() -> str:
    """The version of the installed tool; empty in a bare checkout."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("barriers")
    except PackageNotFoundError:
        return ""
