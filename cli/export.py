"""`barriers export`: the model for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from cli.neo4j_options import data_options
from cli.options import Asked, country_argument, debug_option

EPILOG = """\b
Example:
  barriers export NL --format cypher -o nl.cypher
  cypher-shell --file nl.cypher
"""


@click.command("export", epilog=EPILOG)
@country_argument(many=True)
@click.option(
    "--format", "wanted", type=click.Choice(["cypher"]), required=True, help="cypher: a script that cypher-shell runs."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    default="-",
    show_default="stdout",
    help="The file to write.",
)
@data_options
@debug_option
def command(countries: tuple[str, ...], wanted: str, output: Path, asked: Asked) -> None:
    """The models of countries, each as `barriers neo4j push` would store it, for other tools.

    For one country, several, or all that are there. All facts go in, of every script and every day.
    """
    from cli.opening import open_model
    from cli.render import write_file, write_to_stdout
    from graph.store.script import cypher_script

    assert wanted == "cypher"  # noqa: S101 - the only choice there is
    codes = countries or tuple(country.code for country in open_model(asked).countries)
    models = {code.upper(): open_model(asked, [code]) for code in codes}
    lines = (line for code, model in models.items() for line in cypher_script(model, code))
    content = "".join(f"{line}\n" for line in lines).encode()
    if str(output) == "-":
        write_to_stdout(content)
    else:
        write_file(output, content)
        click.echo(f"Written: {output}", err=True)
