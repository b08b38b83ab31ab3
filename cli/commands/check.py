"""`barriers check`: every problem in the data in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from barriers.messages import text
from cli.helping import option, words_of
from cli.options import PATH, Sink, add_option, as_of_option, sink_options

EXAMPLES = (
    "barriers check",
    "barriers check --strict --stale 5",
    "barriers check --format csv -o problems.csv",
)


@words_of("check", legend=("help.check.exits", "help.check.against"), examples=EXAMPLES)
@click.argument("path", required=False, type=PATH, metavar="[PATH]")
@add_option
@option("--text", "texts", multiple=True, metavar="EDITION=PATH", help="help.check.text")
@option("--stale", type=click.IntRange(min=0), metavar="YEARS", help="help.check.stale")
@as_of_option
@option("--strict", is_flag=True, help="help.check.strict")
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
    """Check the bundled models, or a folder or file."""
    from cli.output import answer
    from cli.troubles import Exit
    from viz.reports.check import check, check_document

    checked = check(path, add, list(map(_edition, texts)), stale, as_of)
    answer(check_document(checked), sink)
    if checked.is_wrong(strict=strict):
        ctx.exit(Exit.NO_ANSWER)


def _edition(told: str) -> tuple[str, Path]:
    edition, _, path = told.partition("=")
    if not edition or not path:
        raise click.UsageError(text("talk.no-edition", told=told))
    return edition, Path(path)
