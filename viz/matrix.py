"""Steps by actors, with what each actor does at each step in the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from barriers.coverage import Coverage
from barriers.findings import Audit
from barriers.words import Basis, Power, State, Status
from graph import BarrierGraph, StepBounds, bounds_of
from viz.reports.header import Header, header_of, strictest
from viz.symbols import POWERS, state_in_short
from viz.wording import named_ids


@dataclass(frozen=True, slots=True)
class Cover:
    """What one record says in a cell.

    `limits` are why it counts for less than it seems: ended, for some only, or said by a voice that cannot
    settle it.
    """

    fact: str
    power: Power
    state: State
    basis: Basis
    limits: tuple[str, ...]

    @property
    def short(self) -> str:
        """`D work`, `(H may)` where it is inferred, with a star where it is limited."""
        text = f"{POWERS[self.power]} {state_in_short(self.state)}{'*' if self.limits else ''}"
        return f"({text})" if self.basis is Basis.INFERRED else text

    @property
    def long(self) -> str:
        """`detect working`, `hinder competent (inferred, ended)`."""
        notes = [*(["inferred"] if self.basis is Basis.INFERRED else []), *self.limits]
        return f"{self.power.value} {self.state.value}" + (f" ({', '.join(notes)})" if notes else "")


@dataclass(frozen=True, slots=True)
class MatrixStep:
    """A row: a step, its status, and the covers of each actor recorded there."""

    id: str
    name: str
    status: Status
    cells: dict[str, tuple[Cover, ...]]


@dataclass(frozen=True, slots=True)
class MatrixBarrier:
    """The steps of a barrier, the actors recorded at any of them (id and name), and who has a general task there."""

    id: str
    name: str
    actors: tuple[tuple[str, str], ...]
    steps: tuple[MatrixStep, ...]
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One country's matrix, barrier by barrier; `actors` are all of them, the busiest first."""

    head: Header
    actors: tuple[tuple[str, str], ...]
    barriers: tuple[MatrixBarrier, ...]


def matrix_of(graph: BarrierGraph, audit: Audit) -> Matrix:
    """The matrix of a graph and its audit; a country without coverage has steps and no actors."""
    status = {step.step: step.status for step in audit.steps}
    rows = {step.id: _row(bounds_of(graph, step), status[step.id]) for step in graph.steps}
    barriers = []
    for barrier in graph.script.barriers:
        steps = tuple(rows[step.id] for step in graph.steps if step.barrier == barrier.id)
        if steps:
            tasks = named_ids(dict.fromkeys(task.actor for task in graph.tasks_at(barrier.id)), graph.part)
            barriers.append(MatrixBarrier(barrier.id, barrier.name, _actors(graph, steps), steps, tasks))
    return Matrix(
        head=header_of(graph, audit.handling),
        actors=_actors(graph, tuple(rows.values())),
        barriers=tuple(barriers),
    )


def _actors(graph: BarrierGraph, steps: tuple[MatrixStep, ...]) -> tuple[tuple[str, str], ...]:
    """Who is recorded at any of these steps, the busiest first."""
    busy = Counter(actor for step in steps for actor in step.cells)
    ids = sorted(busy, key=lambda actor: (-busy[actor], actor))
    return tuple(zip(ids, named_ids(ids, graph.part), strict=True))


def _row(reading: StepBounds, status: Status) -> MatrixStep:
    cells: dict[str, tuple[Cover, ...]] = {}
    powers = list(Power)
    for cover in sorted(reading.recorded, key=lambda one: (one.actor, powers.index(one.power), one.id)):
        cells[cover.actor] = (*cells.get(cover.actor, ()), _cover(reading, cover))
    return MatrixStep(reading.step.id, reading.step.name, status, cells)


def _cover(reading: StepBounds, cover: Coverage) -> Cover:
    basis = Basis.STATED if cover.is_stated else Basis.INFERRED
    return Cover(cover.id, cover.power, cover.state, basis, tuple(_limits(reading, cover)))


def _limits(reading: StepBounds, cover: Coverage) -> Iterator[str]:
    graph = reading.graph
    if not graph.is_valid(cover):
        yield "ended"
    scope = graph.scope(cover)
    if not all(scope.concerns(*atom) for atom in reading.atoms):
        yield "for some only"
    if cover.is_stated and not graph.is_firm(cover):
        yield "not settled"


def matrix_data(*matrices: Matrix) -> dict[str, Any]:
    """The matrices of one country under one or more scripts as lists, dicts and text, with whole words."""
    scripts = [matrix.head.script for matrix in matrices]
    head = matrices[0].head
    actors = {actor: name for matrix in matrices for actor, name in matrix.actors}
    return {
        "schema": 1,
        "model": {
            "countries": [head.code],
            "script": scripts[0] if len(scripts) == 1 else None,
            "scripts": scripts,
            "as_of": head.as_of.isoformat(),
            "handling": strictest(matrix.head.handling for matrix in matrices).value,
            "notices": list(head.notices),
        },
        "actors": [{"id": actor, "name": name} for actor, name in actors.items()],
        "steps": [
            _step_data(matrix.head.script, barrier.id, step)
            for matrix in matrices
            for barrier in matrix.barriers
            for step in barrier.steps
        ],
    }


def _step_data(script: str, barrier: str, step: MatrixStep) -> dict[str, Any]:
    return {
        "id": step.id,
        "script": script,
        "barrier": barrier,
        "name": step.name,
        "status": step.status.value,
        "covers": [
            {
                "actor": actor,
                "fact": cover.fact,
                "power": cover.power.value,
                "state": cover.state.value,
                "basis": cover.basis.value,
                "limits": list(cover.limits),
            }
            for actor, covers in step.cells.items()
            for cover in covers
        ],
    }
