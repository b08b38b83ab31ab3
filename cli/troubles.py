"""What goes wrong, as one message on stderr and an exit code. Loaded only when something does, or is found."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from enum import IntEnum

import click

from barriers.errors import BarriersError, BrokenData, StoreTrouble
from barriers.messages import text


class Exit(IntEnum):
    """What the exit code says."""

    NOTHING_FOUND = 0
    FOUND = 1  # findings at or above what --fail-on names
    MISUSE = 2  # an option, a name or a path that cannot be right; click uses the same number
    NO_ANSWER = 3  # broken data, or a server that cannot be used: nothing to give an answer from
    FAULT = 70  # a mistake of the tool itself, never to be taken for a finding
    INTERRUPTED = 130
    READER_LEFT = 141  # the reader of a pipe went away (`| head`), as the shell counts it


def tell(error: BaseException) -> int:
    """Print what went wrong, for a reader who is no programmer, and give back the exit code."""
    if isinstance(error, KeyboardInterrupt):
        return Exit.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _let_the_reader_go()
        return Exit.READER_LEFT
    if isinstance(error, BarriersError):
        _say(str(error))
        return Exit.NO_ANSWER if isinstance(error, BrokenData | StoreTrouble) else Exit.MISUSE
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}.")
        return Exit.MISUSE
    _say(text("error.fault", kind=type(error).__name__, error=error))
    return Exit.FAULT


def _say(words: str) -> None:
    from viz.plain import plain

    click.echo(plain(words), err=True)


def _let_the_reader_go() -> None:
    """Point stdout at nothing, so that Python's own last flush does not complain either."""
    with suppress(OSError, ValueError):  # a test has no real stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
