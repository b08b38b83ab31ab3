"""`barriers check`: every problem in the data in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from barriers.messages import separated, text
from cli.helping import option, words_of
from cli.options import PATH, Sink, add_option, as_of_option, sink_options
from cli.target import InputPath


class _EditionText(InputPath):
    """The id of an edition, and the file that holds its text."""

    name = "edition=path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        edition, _, path = value.partition("=")
        if not edition or not path:
            raise click.UsageError(text("talk.no-edition", told=value))
        return edition, super().convert(path, param, ctx)


@words_of(
    "check",
    legend=("help.check.exits", "help.check.against"),
    examples=(
        "barriers check",
        "barriers check --strict --stale 5",
        "barriers check --upgrade models",
        "barriers check --format csv -o problems.csv",
    ),
)
@click.argument("path", required=False, type=PATH, metavar="[PATH]")
@add_option
@option("--text", "texts", type=_EditionText(), multiple=True, help="help.check.text")
@option("--stale", type=click.IntRange(min=0), metavar="YEARS", help="help.check.stale")
@as_of_option
@option("--strict", is_flag=True, help="help.check.strict")
@option("--upgrade", is_flag=True, help="help.check.upgrade")
@sink_options
@click.pass_context
def command(
    ctx: click.Context,
    path: Path | None,
    add: tuple[Path, ...],
    texts: tuple[tuple[str, Path], ...],
    stale: int | None,
    as_of: date | None,
    strict: bool,
    upgrade: bool,
    sink: Sink,
) -> None:
    """Check the bundled models, or a folder or file."""
    from cli.output import answer
    from cli.troubles import Exit
    from viz.reports.check import check, check_document

    if upgrade:
        _upgrade(path, add)
    checked = check(path, add, list(texts), stale, as_of)
    answer(check_document(checked), sink)
    if checked.is_wrong(strict=strict):
        ctx.exit(Exit.NO_ANSWER)


def _upgrade(path: Path | None, add: tuple[Path, ...]) -> None:
    """Rewrite what is written in the words of an earlier version, and say of each file what was changed."""
    from cli.output import write_file
    from loaders import BUNDLED, upgrades

    roots = [root for root in (path, *add) if root is not None]
    if not roots or any(root.resolve().is_relative_to(BUNDLED) for root in roots):
        raise click.UsageError(text("error.upgrade-bundled"))
    for found in upgrades(roots):
        told = dict.fromkeys(" -> ".join(word.change) for word in found.words)
        if not found.is_sure:
            click.echo(text("talk.not-upgraded", path=found.name, words=separated(told)), err=True)
            continue
        write_file(found.target, found.content)
        if found.target != found.path:
            found.path.unlink()
            told[f"{found.path.name} -> {found.target.name}"] = None
        click.echo(text("talk.upgraded", path=found.name, words=separated(told)), err=True)
