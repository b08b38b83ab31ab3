"""`barriers check`: every problem in the data in one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli import exits
from cli.options import Sink, as_of_option, sink_options

if TYPE_CHECKING:
    from barriers.errors import Problem
    from barriers.model import Model
    from cli.render import Block, Grid

EPILOG = """\b
Exit codes: 0 no error, 3 errors; with --strict a warning counts as an error.

\b
Example:
  barriers check
  barriers check --strict --stale 5
  barriers check --format csv -o problems.csv

\b
Against the text that is cited:
  barriers check --text guide=guide.txt
"""


class _Checked(NamedTuple):
    """The problems that were found, and sentences on what was looked at."""

    problems: tuple[Problem, ...]
    sentences: tuple[str, ...]


@click.command("check", epilog=EPILOG)
@click.argument("path", required=False, type=click.Path(path_type=Path), metavar="[PATH]")
@click.option(
    "--add", type=click.Path(path_type=Path), multiple=True, metavar="PATH", help="A folder or file on top of it."
)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="EDITION=PATH",
    help="Look up the citations of this text edition in the text itself; may be repeated.",
)
@click.option(
    "--stale", type=click.IntRange(min=0), metavar="YEARS", help="List facts that no source of so many years says."
)
@as_of_option
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@sink_options
@click.pass_context
def command(
    ctx: click.Context,
    path: Path | None,
    add: tuple[Path, ...],
    texts: tuple[str, ...],
    stale: int | None,
    as_of: date | None,
    strict: bool,
    sink: Sink,
) -> None:
    """Every problem in the data in one run, each with file:line:column, what was expected, and what to do.

    PATH is a folder or file of your own; without it the bundled models are checked.
    """
    from barriers.errors import Gravity
    from cli.render import Answer, render

    checked = _check(path, add, [_edition(text) for text in texts], stale, as_of)
    render(
        Answer(
            data=lambda: _data(checked),
            grid=lambda: _grid(checked),
            paper=lambda: _paper(checked),
            lines=lambda: [*map(str, checked.problems), *checked.sentences],
        ),
        sink,
    )
    wrong = any(strict or problem.gravity is Gravity.ERROR for problem in checked.problems)
    ctx.exit(exits.BROKEN_DATA if wrong else exits.NOTHING_FOUND)


def _edition(text: str) -> tuple[str, Path]:
    edition, sign, path = text.partition("=")
    if not sign or not edition or not path:
        raise click.UsageError(f"--text {text}: write EDITION=PATH, as in --text guide=guide.txt.")
    return edition, Path(path)


def _check(
    path: Path | None,
    add: Sequence[Path],
    texts: Sequence[tuple[str, Path]],
    stale: int | None,
    as_of: date | None,
) -> _Checked:
    """Everything that was asked for; data that cannot be used are problems like others."""
    from barriers.errors import BrokenData, closing_sentence
    from loaders import BUNDLED, load_model
    from loaders.files import find_files
    from viz.wording import counted

    files = sum(len(find_files(root, None)[0]) for root in [path or BUNDLED, *add])
    try:
        loaded = load_model(path, add=add)
    except BrokenData as error:
        return _Checked(error.problems, (f"{counted(files, 'file')} read.", closing_sentence(error.problems)))
    model, problems = loaded.model, list(loaded.warnings)
    sentences = [
        f"{counted(files, 'file')}, {counted(sum(1 for _ in model.facts()), 'fact')}, "
        f"{counted(len(model.actors), 'actor')} and {counted(len(model.sources), 'source')} checked."
    ]
    if stale is not None:
        from viz.stale import stale_facts

        problems += stale_facts(model, stale, as_of)
    for edition, text in texts:
        found, sentence = _check_text(model, edition, text)
        problems += found
        sentences.append(sentence)
    sentences.append(closing_sentence(problems))
    return _Checked(tuple(sorted(problems)), tuple(sentences))


def _check_text(model: Model, edition: str, path: Path) -> tuple[list[Problem], str]:
    """The problems of the citations of one edition, and how many citations were looked up."""
    from barriers.errors import Gravity, UnknownName
    from loaders import check_text, cited
    from viz.wording import counted, joined

    known = [one.id for one in model.editions]
    if edition not in known:
        raise UnknownName("text edition", edition, known, f"There are: {joined(known) or 'none in this data'}.")
    problems = list(check_text(model, edition, path))
    sources = {source.id for source in model.sources if source.edition == edition}
    of_edition = [citation for citation, _ in cited(model) if citation.source in sources]
    number = sum(1 for citation in of_edition if citation.lines is not None)
    wrong = sum(1 for problem in problems if problem.gravity is Gravity.ERROR)
    verdict = "all stand where they say" if not wrong else f"{wrong} of {number} do not stand where they say"
    unlined = f" ({len(of_edition) - number} more name no lines)" if len(of_edition) > number else ""
    return problems, f"{counted(number, 'citation')} of {edition} checked{unlined}: {verdict}."


def _data(checked: _Checked) -> dict[str, Any]:
    return {
        "schema": 1,
        "problems": [dict(zip(_HEADER, row, strict=True)) for row in _rows(checked)],
        "sentences": list(checked.sentences),
    }


_HEADER = ("file", "line", "column", "gravity", "code", "found", "expected", "nearest", "remedy")


def _rows(checked: _Checked) -> Iterator[tuple[str | int, ...]]:
    for one in checked.problems:
        place = one.place
        yield (
            place.file, place.line, place.column, one.gravity.value, one.code,
            str(one.found), str(one.expected), str(one.nearest), str(one.remedy),
        )  # fmt: skip


def _grid(checked: _Checked) -> Grid:
    from cli.render import Grid

    return Grid(_HEADER, list(_rows(checked)))


def _paper(checked: _Checked) -> Iterator[Block]:
    from cli.render import Heading

    yield Heading("Problems in the data", 1)
    if checked.problems:
        yield _grid(checked)
    yield " ".join(checked.sentences)
