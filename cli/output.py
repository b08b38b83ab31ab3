"""Where an answer goes: a document in the wanted format, on stdout or in a file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from barriers.messages import text
from cli.options import Sink
from cli.pager import show_paged

if TYPE_CHECKING:
    from viz.document import Document
    from viz.render import Window

_NARROWEST = 40
_WIDEST = 160
"""Longer lines cannot be read; a wider terminal keeps its margin."""


def answer(document: Document, sink: Sink) -> None:
    """Write a document. A table fits the terminal; the other formats are the same bytes everywhere.

    What is too long for a terminal is shown in a pager. Raises `OSError` for a file that cannot be written; what stood
    there before is then untouched.
    """
    from viz.render import rendered

    window = _window(to_file=sink.path is not None)
    content = rendered(document, sink.format, window)
    if sink.path is None and sink.paged and window.height is not None and show_paged(content.decode(), window.height):
        return
    if sink.path is None and sink.format == "table":
        # The window has decided about colour; click would take it out of a pipe even where it was asked for.
        click.echo(_for_stdout(content.decode()), nl=False, color=True)
    else:
        # Excel takes a CSV file for one in the old code page of the machine unless it begins with this mark.
        mark = b"\xef\xbb\xbf" if sink.format == "csv" and sink.path is not None else b""
        write(mark + content, sink.path)


def _window(*, to_file: bool) -> Window:
    """A window as the environment has it: COLUMNS and LINES, NO_COLOR, FORCE_COLOR, TERM=dumb."""
    from viz.render import Window

    size = shutil.get_terminal_size((80, 24))
    in_terminal = sys.stdout.isatty() and not to_file
    colour = bool(os.environ.get("FORCE_COLOR")) or (in_terminal and os.environ.get("TERM") != "dumb")
    colour = colour and not os.environ.get("NO_COLOR") and not to_file
    has_height = in_terminal or (os.environ.get("LINES", "").isdigit() and not to_file)
    width = max(_NARROWEST, min(size.columns, _WIDEST))
    return Window(width, size.lines if has_height else None, colour)


def _for_stdout(shown: str) -> str:
    """The text in what a terminal of an old code page can show."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        shown.encode(encoding)
    except UnicodeEncodeError:
        shown = shown.replace("·", "-").replace("…", "...").encode(encoding, "replace").decode(encoding)
    return shown


def write(content: bytes, path: Path | None, about: str = "") -> None:
    """The same bytes on stdout whatever its encoding is, or in a file, which is said with what there is to say of it.

    Raises `OSError` for a file that cannot be written.
    """
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_file(path, content)
        say_written(path, about)


def say_written(path: Path, about: str = "") -> None:
    """That a file or folder is written, with what there is to say of it."""
    click.echo(text("talk.written-about" if about else "talk.written", path=path, about=about), err=True)


@contextmanager
def passing_line(*, wanted: bool = True) -> Iterator[Callable[[str], None]]:
    """Says what is being done on one line of stderr, where that is a terminal, and takes the line away at the end."""
    shown = wanted and _is_terminal()
    width = 0

    def say(words: str) -> None:
        nonlocal width
        if shown:
            click.echo(f"\r{words:<{width}}", nl=False, err=True)
            width = max(width, len(words))

    try:
        yield say
    finally:
        if width:
            click.echo(f"\r{'':<{width}}\r", nl=False, err=True)


def _is_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def cannot_write(error: OSError, path: Path) -> OSError:
    """The error as one that says that a file or folder cannot be written."""
    return OSError(error.errno, text("talk.cannot-write", why=error.strerror), str(path))


def write_file(path: Path, content: bytes) -> None:
    """Write beside the target, then rename, so that a reader never sees half a file."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a device such as /dev/null can only be written to
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise cannot_write(error, path) from error
