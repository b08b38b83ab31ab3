"""The matrix on a terminal: barrier by barrier, as many actors side by side as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from barriers.words import Basis, State
from cli.head_screen import STYLES, draw_head
from cli.screen import Column, Screen, Words, words
from viz.matrix import Cover, Matrix, MatrixBarrier, MatrixStep
from viz.symbols import POWERS, STATUSES, SYMBOLS, state_in_short, with_symbol

_GAP = 2
_WIDEST_ACTOR = 14


def draw_matrix(matrix: Matrix, screen: Screen) -> None:
    """The whole matrix with its legend. Barriers without any record show their steps and statuses."""
    draw_head(matrix.head, screen)
    screen.say(f"Script {matrix.head.script}, {matrix.head.steps} steps. Who does what at which step:")
    for barrier in matrix.barriers:
        screen.empty_line()
        screen.say(words(barrier.name.upper(), "bold"))
        _draw_barrier(barrier, screen)
        if barrier.tasks:
            screen.say(f"General tasks here, covering no step: {', '.join(barrier.tasks)}.", indent=2)
    screen.empty_line()
    screen.legend(with_symbol(status) for status in STATUSES)
    screen.legend(f"{letter} {power.value}" for power, letter in POWERS.items())
    screen.legend(f"{state_in_short(state)} {state.value}" for state in State)
    for line in _notes(matrix):
        screen.say(line)


def _draw_barrier(barrier: MatrixBarrier, screen: Screen) -> None:
    longest = max(len(step.name) for step in barrier.steps)
    wanted = sum(_width(barrier, *actor) + _GAP for actor in barrier.actors)
    # Names of steps get a third, and more where the actors leave it.
    names = min(longest, max(screen.width // 3, screen.width - wanted - 3 * _GAP))
    for number, actors in enumerate(_parts(barrier, screen.width - names - 1 - 2 * _GAP)):
        columns = [Column(width=1), Column("step" if actors else "", width=names)]
        columns += [Column(name, width=width) for _, name, width in actors]
        ids = [actor for actor, _, _ in actors]
        # Every step stands in the first part; further parts have only those with something in them.
        steps = [step for step in barrier.steps if number == 0 or step.cells.keys() & set(ids)]
        if number:
            screen.empty_line()
        screen.grid(columns, [_row(step, ids) for step in steps], gap=_GAP)


def _row(step: MatrixStep, actors: Sequence[str]) -> list[Words]:
    cells: list[Words] = [words(SYMBOLS[step.status], STYLES[step.status]), step.name]
    for actor in actors:
        covers = step.cells.get(actor, ())
        # Two records that say the same are one line here; the other formats keep both.
        lines = {cover.short: words(cover.short, _style(cover)) for cover in covers}
        cells.append(Text("\n").join(lines.values()))
    return cells


def _style(cover: Cover) -> str:
    """What a source states and nothing limits stands out."""
    return "bold" if cover.basis is Basis.STATED and not cover.limits else ""


def _parts(barrier: MatrixBarrier, room: int) -> Iterator[list[tuple[str, str, int]]]:
    """The actors of a barrier in as many parts as the width asks for, each with the width of its column."""
    part: list[tuple[str, str, int]] = []
    left = room
    for actor, name in barrier.actors:
        width = _width(barrier, actor, name)
        if part and left < width:
            yield part
            part, left = [], room
        part.append((actor, name, width))
        left -= width + _GAP
    yield part


def _width(barrier: MatrixBarrier, actor: str, name: str) -> int:
    cells = [len(cover.short) for step in barrier.steps for cover in step.cells.get(actor, ())]
    longest_word = max(len(word) for word in name.split())
    return max([*cells, min(_WIDEST_ACTOR, longest_word), min(_WIDEST_ACTOR, len(name) // 2)])


def _notes(matrix: Matrix) -> Iterator[str]:
    """What brackets and stars mean, where there are any."""
    covers = [
        cover
        for barrier in matrix.barriers
        for step in barrier.steps
        for found in step.cells.values()
        for cover in found
    ]
    if any(cover.basis is Basis.INFERRED for cover in covers):
        yield "(in brackets): no source says so, we infer it"
    if any(cover.limits for cover in covers):
        yield "* ended, for some only, or said by a voice that cannot settle it: see barriers show STEP"
