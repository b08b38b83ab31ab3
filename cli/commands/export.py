"""`barriers export`: the model for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from cli.helping import option, words_of
from cli.options import FILE_OR_DASH, Asked, country_argument, data_options, debug_option

EXAMPLES = ("barriers export NL --format cypher -o nl.cypher", "cypher-shell --file nl.cypher")


@words_of("export", examples=EXAMPLES)
@country_argument(many=True)
@option("--format", "wanted", type=click.Choice(["cypher"]), required=True, help="help.export.format")
@option(
    "-o", "--output", type=FILE_OR_DASH, metavar="FILE", default="-", show_default="stdout", help="help.export.output"
)
@data_options
@debug_option
def command(countries: tuple[str, ...], wanted: str, output: Path, asked: Asked) -> None:
    """Write the models of one country, several, or all that are there, each as a push would store it."""
    from cli.opening import open_model
    from cli.output import write
    from graph.store.script import cypher_script

    assert wanted == "cypher"  # noqa: S101 - the only choice there is
    codes = countries or tuple(country.code for country in open_model(asked).countries)
    models = {code.upper(): open_model(asked, [code]) for code in codes}
    lines = (line for code, model in models.items() for line in cypher_script(model, code))
    content = "".join(f"{line}\n" for line in lines).encode()
    write(content, None if str(output) == "-" else output)
