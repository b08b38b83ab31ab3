"""The file that an answer is to be written to: what its ending says, and what is never written over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from barriers.messages import listed, text

ENDINGS = {"txt": "table", "htm": "html"}
"""Endings that are not the name of their format."""


def format_of(path: Path | None, wanted: str | None, formats: Sequence[str]) -> str:
    """The format in which to write: the one of the file's ending, else the wanted one, else the first of `formats`.

    Without an ending, and on a device, an answer is written as on stdout. Raises `click.UsageError` for an ending that
    none of these formats has, and for one that is not that of the wanted format.
    """
    if path is None or not path.suffix or (path.exists() and not path.is_file()):
        return wanted or formats[0]
    ending = path.suffix[1:].lower()
    found = ENDINGS.get(ending, ending)
    if found not in formats:
        endings = listed(f".{one}" for one in _endings(formats))
        raise click.UsageError(text("error.output.ending", path=path, endings=endings))
    if wanted not in (None, found):
        raise click.UsageError(text("error.output.conflict", path=path, ending=ending, wanted=wanted))
    return found


def _endings(formats: Sequence[str]) -> list[str]:
    """What a file in one of these formats can end in."""
    return sorted({*formats, *ENDINGS} - {one for one in ENDINGS if ENDINGS[one] not in formats} - {"table"})


def check_target(path: Path | None, inputs: Iterable[Path], *, force: bool) -> None:
    """Nothing that is read is written over, and nothing else without `force`; a device can always be written to.

    Raises `click.UsageError` for what stays as it is. Files and folders that are not there hinder nothing.
    """
    if path is None or not path.is_file():
        return
    for read in _files_in(inputs):
        if _is_same(path, read):
            raise click.UsageError(text("error.output.input", path=path))
    if not force:
        raise click.UsageError(text("error.output.there", path=path))


def inputs_of(context: click.Context) -> Iterator[Path]:
    """The files and folders that a command reads: those that it was told as `InputPath`, and what is bundled."""
    from loaders import BUNDLED

    yield BUNDLED
    for parameter in context.command.params:
        if isinstance(parameter.type, InputPath):
            yield from _paths_in(context.params.get(parameter.name or ""))


class InputPath(click.Path):
    """A file or folder that is read, so that no answer is written over it."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)


def _paths_in(value: Any) -> Iterator[Path]:
    if isinstance(value, Path):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _paths_in(part)


def _files_in(inputs: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and those in folders, links to others among them."""
    for given in inputs:
        if given.is_dir():
            for folder, _, names in os.walk(given, followlinks=True):
                yield from (Path(folder, name) for name in names)
        else:
            yield given


def _is_same(path: Path, other: Path) -> bool:
    """Whether both names lead to one file, through links of either kind too."""
    try:
        return path.samefile(other)
    except OSError:
        return False
