"""`barriers neo4j pull`: models of the server written back as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from barriers.messages import message, separated, text
from cli.commands.neo4j import draft_option
from cli.helping import option, words_of
from cli.options import country_argument, debug_option

if TYPE_CHECKING:
    from barriers.model import Model

EXAMPLES = ("barriers neo4j pull NL -o nl", "barriers neo4j pull -o everything")


@words_of("neo4j.pull", examples=EXAMPLES)
@country_argument(many=True)
@draft_option
@option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="help.neo4j.pull.output"
)
@debug_option
def command(countries: tuple[str, ...], draft: str | None, output: Path) -> None:
    """Write the models of these countries, or all; raises `click.UsageError` for a folder that holds something."""
    from cli.opening import opened_store, stored_models
    from cli.output import say_written
    from graph.store.reading_back import merged

    _check_empty(output)
    with opened_store() as store:
        models = stored_models(store, countries, draft)
    model = merged(models)
    _write(model, output)
    facts = sum(1 for _ in model.facts())
    say_written(output, text("talk.pulled", models=separated(models), facts=message("count.fact", n=facts)))


def _check_empty(folder: Path) -> None:
    """Nothing is written over, and nobody waits for what cannot be written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(text("error.folder-there", folder=folder))


def _write(model: Model, folder: Path) -> None:
    """Write beside the folder and rename it, so that nobody takes half a model for a whole one."""
    import os
    import shutil

    from cli.output import cannot_write
    from loaders import dump_model

    beside = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        dump_model(model, beside)
        for code in _elsewhere(model):
            (beside / code.lower()).mkdir(exist_ok=True)
        # An empty folder gives way by itself on POSIX only.
        if folder.is_dir():
            folder.rmdir()
        beside.replace(folder)
    except OSError as error:
        raise cannot_write(error, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _elsewhere(model: Model) -> list[str]:
    """The countries that the model names and does not hold, which the loader excuses where their folder is empty."""
    from graph.store.drawing import draw

    codes = {name.partition(".")[0].upper() for name in draw(model).nodes["Elsewhere"] if "." in name}
    return sorted(code for code in codes - model.country_by_code.keys() if len(code) == 2)
