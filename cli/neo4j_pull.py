"""`barriers neo4j pull`: models of the server written back as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.neo4j_options import draft_option
from cli.options import country_argument, debug_option

if TYPE_CHECKING:
    from barriers.model import Model

EPILOG = """\b
Example:
  barriers neo4j pull NL -o nl
  barriers neo4j pull -o everything
"""


@click.command("pull", epilog=EPILOG)
@country_argument(many=True)
@draft_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    required=True,
    help="The folder to write, which must not hold anything yet.",
)
@debug_option
def command(countries: tuple[str, ...], draft: str | None, output: Path) -> None:
    """Write the models of these countries as YAML files, or of all that are there.

    What is written loads to the model that was pushed. What is common to several countries is written once, and must
    be the same in all of them. An empty folder stands for a country that is named and was not pulled.
    """
    from cli.store_opening import opened_store, stored_models
    from graph.store.reading_back import merged

    _check_empty(output)
    with opened_store() as store:
        models = stored_models(store, countries, draft)
    model = merged(models)
    _write(model, output)
    facts = sum(1 for _ in model.facts())
    click.echo(f"Written: {output} ({', '.join(models)}: {facts} facts)", err=True)


def _check_empty(folder: Path) -> None:
    """Nothing is written over, and nobody waits for what cannot be written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is already there and holds something; choose a new folder with -o.")


def _write(model: Model, folder: Path) -> None:
    """Write beside the folder and rename it, so that nobody takes half a model for a whole one."""
    import os
    import shutil

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
        raise OSError(error.errno, f"cannot be written ({error.strerror})", str(folder)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _elsewhere(model: Model) -> list[str]:
    """The countries that the model names and does not hold, which the loader excuses where their folder is empty."""
    from graph.store.drawing import draw

    codes = {name.partition(".")[0].upper() for name in draw(model).nodes["Elsewhere"] if "." in name}
    return sorted(code for code in codes - model.country_by_code.keys() if len(code) == 2)
