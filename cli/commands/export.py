"""`barriers export`: the model for other tools."""

from __future__ import annotations

from cli.helping import words_of
from cli.options import Asked, Sink, country_argument, data_options, sinking


@words_of("export", examples=("barriers export NL -o nl.cypher", "cypher-shell --file nl.cypher"))
@country_argument(many=True)
@data_options
@sinking(("cypher",), about="help.export.output", choice="help.export.format")
def command(countries: tuple[str, ...], asked: Asked, sink: Sink) -> None:
    """Write the models of one country, several, or all that are there, each as a push would store it."""
    from cli.opening import open_each
    from cli.output import write
    from graph.store.script import cypher_script

    lines = (line for code, model in open_each(asked, countries).items() for line in cypher_script(model, code))
    write("".join(f"{line}\n" for line in lines).encode(), sink.path)
