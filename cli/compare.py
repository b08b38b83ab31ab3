"""`barriers compare`: countries side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from cli.options import ALL, Asked, Sink, asked_options, country_argument, sink_options

if TYPE_CHECKING:
    from barriers.model import Model
    from cli.render import Block, Grid
    from cli.screen import Screen
    from viz.compare import Comparison

EPILOG = """\b
Example:
  barriers compare NL RO DK
  barriers compare DK NL --script all --only-different
  barriers compare NL RO DK --format md -o compare.md
"""


@click.command("compare", epilog=EPILOG)
@country_argument(many=True)
@click.option("--all", "everything", is_flag=True, help="Every step and practice in full, with citations.")
@click.option("--only-different", is_flag=True, help="Only steps at which the countries have different statuses.")
@asked_options(every_script=True, store=True)
@sink_options
def command(countries: tuple[str, ...], everything: bool, only_different: bool, asked: Asked, sink: Sink) -> None:
    """Countries side by side: what one has and another has not, and what it could take from there.

    Two countries or more; none named means all that are there. For each country: which practice or recommendation
    answers a step that is not covered there, who gives it, and how the others stand at that step.
    """
    from cli.opening import open_audits
    from cli.render import Answer, render
    from viz.compare import compare
    from viz.compare_data import compare_data

    model, pairs = open_audits(asked, countries, whole=True)
    _check_two({graph.country for graph, _ in pairs})
    comparisons = [
        compare(model, list(same), only_different=only_different)
        for _, same in groupby(pairs, key=lambda pair: pair[0].script.id)
    ]
    render(
        Answer(
            data=lambda: compare_data(model, comparisons, asked.selection()),
            grid=lambda: _grid(model, comparisons),
            paper=lambda: _paper(model, comparisons),
            draw=lambda screen: _draw(model, comparisons, screen, everything, asked),
        ),
        sink,
    )


def _check_two(codes: set[str]) -> None:
    if len(codes) < 2:
        raise click.UsageError(f"Two countries or more are wanted to compare; there is only {', '.join(codes)}.")


def _grid(model: Model, comparisons: Sequence[Comparison]) -> Grid:
    """A row for each step: the status and the actors of each country, and the practices that answer it there."""
    from cli.render import Grid
    from viz.compare_data import answering
    from viz.wording import cite

    codes = comparisons[0].codes
    parts = ("status", "who", "practices")
    header = ("script", "barrier", "step", "name", "differs", *(f"{code} {part}" for code in codes for part in parts))
    rows: list[list[str | int | None]] = []
    for comparison in comparisons:
        for step in (step for barrier in comparison.shown for step in barrier.steps):
            row: list[str | int | None] = [comparison.script, step.barrier, step.id, step.name]
            row.append("yes" if step.differs else "no")
            for cell, receiver in zip(step.cells, comparison.receivers, strict=True):
                practices = [
                    f"{offer.says} ({offer.who}: {', '.join(cite(one, model) for one in offer.citations)})"
                    for offer in answering(receiver, step.id)
                ]
                who = "; ".join(deed.words for deed in cell.deeds)
                row += [cell.status.value, who, "; ".join(practices)]
            rows.append([*row, comparison.handling.value])
    return Grid((*header, "handling"), rows)


def _draw(model: Model, comparisons: Sequence[Comparison], screen: Screen, everything: bool, asked: Asked) -> None:
    from cli.compare_screen import draw_comparison

    for number, comparison in enumerate(comparisons):
        if number:
            screen.empty_line()
        several = asked.script == ALL
        draw_comparison(
            model,
            comparison,
            screen,
            everything=everything,
            again=asked.again(comparison.script if several else None),
            wider="" if several else asked._replace(script=ALL).again(),
        )


def _paper(model: Model, comparisons: Sequence[Comparison]) -> Iterator[Block]:
    from cli.compare_paper import compare_paper

    for comparison in comparisons:
        yield from compare_paper(model, comparison)
