"""`barriers matrix`: steps by actors."""

from __future__ import annotations

from cli.helping import words_of
from cli.options import Asked, Sink, asked_options, country_argument, sink_options


@words_of(
    "matrix",
    examples=(
        "barriers matrix NL",
        "barriers matrix NL --script all",
        "barriers matrix NL --form labour --format csv -o matrix.csv",
    ),
)
@country_argument(many=False)
@asked_options(every_script=True, store=True)
@sink_options
def command(country: str, asked: Asked, sink: Sink) -> None:
    """Who does what at which step of one country."""
    from cli.opening import open_audits
    from cli.output import answer
    from viz.reports.matrix import matrix_document, matrix_of

    _, pairs = open_audits(asked, [country], whole=False)
    answer(matrix_document([matrix_of(graph, audit) for graph, audit in pairs]), sink)
