"""The one module that knows formats: an answer goes in, text in the wanted format comes out at the wanted place."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.options import Sink

if TYPE_CHECKING:
    from cli.screen import Screen

Cell = str | int | None


class Grid(NamedTuple):
    """A table: its header and its rows, all of the same length."""

    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


class Heading(NamedTuple):
    """A heading of a paper."""

    text: str
    level: int = 2


Block = Heading | Grid | str
"""A paper is a list of headings, tables and paragraphs."""


class Answer(NamedTuple):
    """What a command has to say, in each of the four formats; only the wanted one is worked out.

    A table is drawn on a screen, or it is plain `lines` that no screen may break.
    """

    data: Callable[[], Any]
    grid: Callable[[], Grid]
    paper: Callable[[], Iterable[Block]]
    draw: Callable[[Screen], None] | None = None
    lines: Callable[[], Iterable[str]] = lambda: ()


def render(answer: Answer, sink: Sink) -> None:
    """Write the answer. A table fits the terminal; the other formats are the same bytes everywhere.

    Raises `OSError` for a file that cannot be written; what stood there before is then untouched.
    """
    if sink.format == "table":
        text = _table(answer, sink)
    elif sink.format == "json":
        text = json.dumps(answer.data(), ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    elif sink.format == "csv":
        text = csv_text(answer.grid())
    else:
        text = markdown(answer.paper())
    if sink.path is not None:
        # Excel takes a CSV file for one in the old code page of the machine unless it begins with this mark.
        encoding = "utf-8-sig" if sink.format == "csv" else "utf-8"
        write_file(sink.path, text.encode(encoding))
        click.echo(f"Written: {sink.path}", err=True)
    elif sink.format == "table":
        # The screen has decided about colour; click would take it out of a pipe even where it was asked for.
        click.echo(_for_stdout(text), nl=False, color=True)
    else:
        write_to_stdout(text.encode())


def _table(answer: Answer, sink: Sink) -> str:
    if answer.draw is None:
        from viz.plain import plain

        return "".join(f"{plain(line)}\n" for line in answer.lines())
    from cli.screen import open_screen

    screen = open_screen(to_file=sink.path is not None)
    answer.draw(screen)
    return screen.text()


def _for_stdout(text: str) -> str:
    """The text in what a terminal of an old code page can show."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.replace("·", "-").replace("…", "...").encode(encoding, "replace").decode(encoding)
    return text


# Files


def write_to_stdout(content: bytes) -> None:
    """The same bytes on stdout whatever its encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


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
        raise OSError(error.errno, f"cannot be written ({error.strerror})", str(path)) from error


# CSV

# What a spreadsheet takes for the beginning of a formula, the wide forms of Japanese keyboards included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_text(grid: Grid) -> str:
    """The table as CSV; a cell that a spreadsheet would run as a formula begins with an apostrophe instead."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(grid.header)
    for row in grid.rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA) else cell


# Markdown


def markdown(blocks: Iterable[Block]) -> str:
    """The paper as Markdown: headings, paragraphs, tables and code, with an empty line between them."""
    return "\n\n".join("\n".join(_block(block)) for block in blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_escaped(block.text)}"
    elif isinstance(block, Grid):
        yield _line(block.header)
        yield "|" + " --- |" * len(block.header)
        for row in block.rows:
            yield _line(row)
    else:
        text = _escaped(block)
        yield f"\\{text}" if text.startswith(("#", "-", "+")) else text


def _line(cells: Sequence[Cell]) -> str:
    return "| " + " | ".join("" if cell is None else _escaped(str(cell)) for cell in cells) + " |"


_MARKUP = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|~"})


def _escaped(text: str) -> str:
    """Text of which nothing is taken for markup, on one line."""
    from viz.plain import plain

    return " ".join(plain(text).translate(_MARKUP).split())
