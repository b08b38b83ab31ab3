"""`barriers matrix`: steps by actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cli.options import Asked, Sink, asked_options, country_argument, sink_options

if TYPE_CHECKING:
    from cli.render import Block, Grid
    from cli.screen import Screen
    from viz.matrix import Matrix

EPILOG = """\b
Example:
  barriers matrix NL
  barriers matrix NL --script all
  barriers matrix NL --form labour --format csv -o matrix.csv
"""


@click.command("matrix", epilog=EPILOG)
@country_argument(many=False)
@asked_options(every_script=True, store=True)
@sink_options
def command(country: str, asked: Asked, sink: Sink) -> None:
    """Who does what at which step: power and state in each cell.

    A table shows barrier after barrier, with as many actors side by side as fit. CSV has one column for each actor.
    """
    from cli.opening import open_audits
    from cli.render import Answer, render
    from viz.matrix import matrix_data, matrix_of

    _, pairs = open_audits(asked, [country], whole=False)
    matrices = [matrix_of(graph, audit) for graph, audit in pairs]
    render(
        Answer(
            data=lambda: matrix_data(*matrices),
            grid=lambda: _grid(matrices),
            paper=lambda: _paper(matrices),
            draw=lambda screen: _draw(matrices, screen),
        ),
        sink,
    )


def _draw(matrices: Sequence[Matrix], screen: Screen) -> None:
    from cli.matrix_screen import draw_matrix

    for number, matrix in enumerate(matrices):
        if number:
            screen.empty_line()
        draw_matrix(matrix, screen)


def _grid(matrices: Sequence[Matrix]) -> Grid:
    from cli.render import Grid

    actors = list(dict.fromkeys(actor for matrix in matrices for actor, _ in matrix.actors))
    header = ("script", "barrier", "step", "name", "status", *actors, "handling")
    rows = [
        [
            matrix.head.script,
            barrier.id,
            step.id,
            step.name,
            step.status.value,
            *("; ".join(cover.long for cover in step.cells.get(actor, ())) for actor in actors),
            matrix.head.handling.value,
        ]
        for matrix in matrices
        for barrier in matrix.barriers
        for step in barrier.steps
    ]
    return Grid(header, rows)


def _paper(matrices: Sequence[Matrix]) -> Iterator[Block]:
    for matrix in matrices:
        yield from _one_paper(matrix)


def _one_paper(matrix: Matrix) -> Iterator[Block]:
    from cli.render import Grid, Heading
    from viz.symbols import with_symbol

    head = matrix.head
    yield Heading(f"{head.country}, {head.month}: who does what at which step", 1)
    yield f"Script {head.script}. Handling: {head.handling.value}. The main source is about {head.about}."
    yield from head.notices
    for barrier in matrix.barriers:
        yield Heading(barrier.name)
        header = ("step", "status", *(name for _, name in barrier.actors))
        yield Grid(
            header,
            [
                [
                    step.name,
                    with_symbol(step.status),
                    *("; ".join(cover.long for cover in step.cells.get(actor, ())) for actor, _ in barrier.actors),
                ]
                for step in barrier.steps
            ],
        )
        if barrier.tasks:
            yield f"General tasks here, covering no step: {', '.join(barrier.tasks)}."
