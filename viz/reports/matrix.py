"""Steps by actors, with what each actor does at each step in the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from barriers.coverage import Coverage, GeneralTask
from barriers.findings import Audit
from barriers.messages import separated, text
from barriers.words import Basis, Power, State, Status
from graph import BarrierGraph, StepBounds, bounds_of
from viz.document import (
    Block,
    Cell,
    Column,
    Document,
    Either,
    Gap,
    Heading,
    Legend,
    Lines,
    Paragraph,
    Records,
    Styled,
    Table,
)
from viz.reports.data import SCHEMA, picked
from viz.reports.header import Header, header_of, strictest
from viz.symbols import POWERS, STATUSES, SYMBOLS, state_in_short, with_symbol
from viz.wording import counted, named_ids


class Limit(StrEnum):
    """Why a cover counts for less than it seems."""

    ENDED = "ended"
    FOR_SOME_ONLY = "for some only"
    NOT_SETTLED = "not settled"

    @property
    def words(self) -> str:
        """The limit as a reader wants to see it."""
        return text(f"matrix.limit-{self.replace(' ', '-')}")


class Cover(NamedTuple):
    """What one record says in a cell, and why it counts for less than it seems."""

    fact: str
    power: Power
    state: State
    basis: Basis
    limits: tuple[Limit, ...]

    @property
    def short(self) -> str:
        """`D work`, `(H may)` where it is inferred, with a star where it is limited."""
        words = f"{POWERS[self.power]} {state_in_short(self.state)}{'*' if self.limits else ''}"
        return f"({words})" if self.basis is Basis.INFERRED else words

    @property
    def long(self) -> str:
        """`detect active`, `hinder mandate (inferred, ended)`."""
        words = f"{text(f'power.{self.power}')} {text(f'state.{self.state}')}"
        notes = [text(f"basis.{self.basis}")] if self.basis is Basis.INFERRED else []
        notes += [limit.words for limit in self.limits]
        return f"{words} ({separated(notes)})" if notes else words


class MatrixStep(NamedTuple):
    """A row: a step, its status, and the covers of each actor recorded there."""

    id: str
    name: str
    status: Status
    cells: dict[str, tuple[Cover, ...]]


class MatrixBarrier(NamedTuple):
    """The steps of a barrier, the actors recorded at any of them (id and name), and who has a general task there."""

    id: str
    name: str
    actors: tuple[tuple[str, str], ...]
    steps: tuple[MatrixStep, ...]
    tasks: tuple[str, ...]


class Matrix(NamedTuple):
    """One country's matrix, barrier by barrier; `actors` are all of them, the busiest first."""

    header: Header
    actors: tuple[tuple[str, str], ...]
    barriers: tuple[MatrixBarrier, ...]


def matrix_of(graph: BarrierGraph, audit: Audit) -> Matrix:
    """The matrix of a graph and its audit; a country without coverage has steps and no actors."""
    status = {step.step: step.status for step in audit.steps}
    rows = {step.id: _row(bounds_of(graph, step), status[step.id]) for step in graph.steps}
    barriers = []
    for barrier in graph.script.barriers:
        steps = [rows[step.id] for step in graph.steps if step.barrier == barrier.id]
        if steps:
            tasks = named_ids(dict.fromkeys(task.actor for task in graph.facts_at(barrier.id, GeneralTask)), graph.part)
            barriers.append(MatrixBarrier(barrier.id, barrier.name, _actors(graph, steps), tuple(steps), tasks))
    return Matrix(header_of(graph, audit.handling), _actors(graph, rows.values()), tuple(barriers))


def _actors(graph: BarrierGraph, steps: Iterable[MatrixStep]) -> tuple[tuple[str, str], ...]:
    """Who is recorded at any of these steps, the busiest first."""
    busy = Counter(actor for step in steps for actor in step.cells)
    ids = sorted(busy, key=lambda actor: (-busy[actor], actor))
    return tuple(zip(ids, named_ids(ids, graph.part), strict=True))


def _row(reading: StepBounds, status: Status) -> MatrixStep:
    cells: dict[str, tuple[Cover, ...]] = {}
    powers = list(Power)
    for one in sorted(reading.recorded, key=lambda one: (one.actor, powers.index(one.power), one.id)):
        basis = Basis.STATED if one.is_stated else Basis.INFERRED
        cover = Cover(one.id, one.power, one.state, basis, tuple(_limits(reading, one)))
        cells[one.actor] = (*cells.get(one.actor, ()), cover)
    return MatrixStep(reading.step.id, reading.step.name, status, cells)


def _limits(reading: StepBounds, cover: Coverage) -> Iterator[Limit]:
    graph = reading.graph
    if not graph.is_valid(cover):
        yield Limit.ENDED
    if not all(graph.scope(cover).concerns(*atom) for atom in reading.atoms):
        yield Limit.FOR_SOME_ONLY
    if cover.is_stated and not graph.can_settle(cover):
        yield Limit.NOT_SETTLED


# The document


def matrix_document(matrices: Sequence[Matrix]) -> Document:
    """The matrices of one country under one or more scripts, at least one."""
    return Document(
        blocks=lambda: _blocks(matrices),
        data=lambda: matrix_data(matrices),
        records=lambda: _records(matrices),
    )


def _blocks(matrices: Sequence[Matrix]) -> Iterator[Block]:
    """Barrier by barrier with a legend; barriers without any record show their steps and statuses."""
    for number, matrix in enumerate(matrices):
        if number:
            yield Gap()
        header = matrix.header
        yield from header.blocks()
        yield Paragraph(text("matrix.about", script=header.script, steps=counted(header.steps, "step")))
        for barrier in matrix.barriers:
            yield Gap()
            yield Heading(barrier.name)
            yield _table(barrier)
            if barrier.tasks:
                yield Paragraph(text("matrix.tasks", actors=separated(barrier.tasks)), indent=2)
        yield Gap()
        yield Legend(tuple(map(with_symbol, STATUSES)))
        yield Legend(tuple(f"{letter} {text(f'power.{power}')}" for power, letter in POWERS.items()))
        yield Legend(tuple(f"{state_in_short(state)} {text(f'state.{state}')}" for state in State))
        yield from (Paragraph(Either(note, note, "")) for note in _notes(matrix))


def _table(barrier: MatrixBarrier) -> Table:
    step = text("matrix.step")
    above = step if barrier.actors else ""
    return Table(
        (
            Column(Either("", "", text("matrix.status")), width=1),
            Column(Either(above, above, step)),
            *(Column(name) for _, name in barrier.actors),
        ),
        [
            (_status(row.status), row.name, *(_cell(row.cells.get(actor, ())) for actor, _ in barrier.actors))
            for row in barrier.steps
        ],
        name=f"matrix-{barrier.id}",
        split=2,
        gap=2,
    )


def _status(status: Status) -> Cell:
    symbol = Styled(SYMBOLS[status], f"status-{status}")
    return Either(symbol, symbol, status)


def _cell(covers: Sequence[Cover]) -> Cell:
    """What one actor does at a step; what a source states and nothing limits stands out."""
    # Two records that say the same are one line in short; in full both are kept.
    stated = {cover.short: cover.basis is Basis.STATED and not cover.limits for cover in covers}
    lines = Lines(tuple(Styled(words, "strong" if stands_out else "") for words, stands_out in stated.items()))
    return Either(lines, lines, _in_full(covers))


def _in_full(covers: Sequence[Cover]) -> str:
    return str(separated((cover.long for cover in covers), "list.semicolon"))


def _notes(matrix: Matrix) -> Iterator[str]:
    """What brackets and stars mean, where there are any."""
    rows = [step for barrier in matrix.barriers for step in barrier.steps]
    covers = [cover for row in rows for found in row.cells.values() for cover in found]
    if any(cover.basis is Basis.INFERRED for cover in covers):
        yield text("matrix.brackets")
    if any(cover.limits for cover in covers):
        yield text("matrix.star")


# For spreadsheets and programs


def _every_step(matrices: Iterable[Matrix]) -> Iterator[tuple[Header, MatrixBarrier, MatrixStep]]:
    return ((one.header, barrier, step) for one in matrices for barrier in one.barriers for step in barrier.steps)


def _records(matrices: Sequence[Matrix]) -> Records:
    """A row for each step, a column for each actor."""
    actors = list(dict.fromkeys(actor for matrix in matrices for actor, _ in matrix.actors))
    rows = [
        [
            *(header.script, barrier.id, step.id, step.name, step.status),
            *(_in_full(step.cells.get(actor, ())) for actor in actors),
            header.handling,
        ]
        for header, barrier, step in _every_step(matrices)
    ]
    return Records(("script", "barrier", "step", "name", "status", *actors, "handling"), rows)


def matrix_data(matrices: Sequence[Matrix]) -> dict[str, Any]:
    """The matrices of one country under one or more scripts as lists, dicts and text, with whole words."""
    scripts = [matrix.header.script for matrix in matrices]
    header = matrices[0].header
    actors = {actor: name for matrix in matrices for actor, name in matrix.actors}
    return {
        "schema": SCHEMA,
        "model": picked(header, "as_of notices")
        | {
            "countries": [header.code],
            "script": scripts[0] if len(scripts) == 1 else None,
            "scripts": scripts,
            "handling": strictest(matrix.header.handling for matrix in matrices),
        },
        "actors": [{"id": actor, "name": name} for actor, name in actors.items()],
        "steps": [
            picked(step, "id name status")
            | {
                "script": header.script,
                "barrier": barrier.id,
                "covers": [
                    picked(cover, "fact power state basis limits") | {"actor": actor}
                    for actor, covers in step.cells.items()
                    for cover in covers
                ],
            }
            for header, barrier, step in _every_step(matrices)
        ],
    }
