"""Every problem in the data in one run, and sentences on what was looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import NamedTuple

from barriers.errors import BrokenData, Gravity, Problem, closing_sentence, in_order
from barriers.messages import text
from barriers.model import Model
from loaders import BUNDLED, check_text, cited, load_model, stale_facts
from loaders.files import find_files
from viz.document import Block, Cell, Column, Document, Either, Heading, Paragraph, Records, Table
from viz.reports.data import SCHEMA
from viz.wording import counted

_RECORDS = ("file", "line", "column", "gravity", "code", "found", "expected", "nearest", "remedy")


class Checked(NamedTuple):
    """The problems that were found, and sentences on what was looked at."""

    problems: tuple[Problem, ...]
    sentences: tuple[str, ...]

    def is_wrong(self, *, strict: bool) -> bool:
        """Whether there is an error; with `strict` a warning is one too."""
        return any(strict or one.gravity is Gravity.ERROR for one in self.problems)


def check(
    path: Path | None,
    add: Sequence[Path],
    texts: Sequence[tuple[str, Path]] = (),
    stale: int | None = None,
    as_of: date | None = None,
) -> Checked:
    """Everything that was asked for, of a folder or file and what is put on top of it, or of the bundled models.

    `texts` are text editions with the files in which their citations are looked up; `stale` is after how many years
    a fact is old on its country's day or on `as_of`. Data that cannot be used are problems like others. Raises
    `UnknownName` for a text edition that is none, `OSError` for a text that cannot be read.
    """
    files = counted(sum(len(find_files(root, None)[0]) for root in [path or BUNDLED, *add]), "file")
    try:
        loaded = load_model(path, add=add)
    except BrokenData as error:
        return Checked(error.problems, (text("check.read", files=files), closing_sentence(error.problems)))
    model, problems = loaded.model, list(loaded.warnings)
    numbers = {"fact": sum(1 for _ in model.facts()), "actor": len(model.actors), "source": len(model.sources)}
    values = {f"{unit}s": counted(number, unit) for unit, number in numbers.items()}
    sentences = [text("check.checked", files=files, **values)]
    if stale is not None:
        problems += stale_facts(model, stale, as_of)
    for edition, file in texts:
        found = list(check_text(model, edition, file))
        problems += found
        sentences.append(_citations_sentence(model, edition, found))
    return Checked(in_order(problems), (*sentences, closing_sentence(problems)))


def _citations_sentence(model: Model, edition: str, found: Sequence[Problem]) -> str:
    """How many citations of one edition were looked up, and how many of them do not stand where they say."""
    sources = {source.id for source in model.sources if source.edition == edition}
    lines = [citation.lines for citation, _ in cited(model) if citation.source in sources]
    unlined = lines.count(None)
    number = len(lines) - unlined
    wrong = sum(one.gravity is Gravity.ERROR for one in found)
    return text(
        "check.wrong" if wrong else "check.right",
        citations=counted(number, "citation"),
        edition=edition,
        unlined=text("check.unlined", n=unlined) if unlined else "",
        wrong=wrong,
        number=number,
    )


def check_document(checked: Checked) -> Document:
    """What was found, as a document: one unbroken line for each problem, so that other tools can read them."""
    rows = [
        (*astuple(one.place), one.gravity, one.code, *map(str, (one.found, one.expected, one.nearest, one.remedy)))
        for one in checked.problems
    ]
    problems = [dict(zip(_RECORDS, row, strict=True)) for row in rows]
    return Document(
        blocks=lambda: _blocks(checked, rows),
        data=lambda: {"schema": SCHEMA, "problems": problems, "sentences": checked.sentences},
        records=lambda: Records(_RECORDS, rows),
    )


def _blocks(checked: Checked, rows: Sequence[Sequence[Cell]]) -> Iterator[Block]:
    yield Heading(text("check.title"), 1, paper=True)
    if rows:
        yield Table(tuple(Column(text(f"check.column-{name}")) for name in _RECORDS), rows, paper=True)
    lines = "\n".join([*map(str, checked.problems), *checked.sentences])
    yield Paragraph(Either(lines, lines, " ".join(checked.sentences)), whole=True)
