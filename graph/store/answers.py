"""The questions asked on the server: Cypher gives rows, and the same Python words them as ever.

Everything runs on one version of a model. Its values are read for the words (names, notes, citations); which rows
there are, how certain, of how many and on which facts, and the status of each step, is what the server answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from barriers.coverage import Ceiling, Coverage
from barriers.facts import Fact
from barriers.findings import Audit
from barriers.script import Step
from barriers.words import Certainty, Status
from graph.audit import audit_of
from graph.barrier_graph import BarrierGraph
from graph.cypher import STATUSES, cypher_of, parameters_of
from graph.questions import QUESTIONS, Row, View
from graph.questions.question import part_of, row_on
from graph.reading import Degree, StepReading
from graph.status import Why, told

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Answer = Mapping[str, Any]
"""A row as the server sends it."""


@dataclass(frozen=True)
class AnsweredReading(StepReading):
    """The reading of a step as the server worked it out; only what words and findings need."""

    answer: Answer

    @classmethod
    def of(cls, graph: BarrierGraph, step: Step, answer: Answer, facts: Mapping[str, Fact]) -> Self:
        """From the server's row on a step, with the facts that it names."""
        covers = tuple(fact for name in sorted(answer["recorded"]) if isinstance(fact := facts[name], Coverage))
        ceilings = tuple(fact for name in answer["ceilings"] if isinstance(fact := facts[name], Ceiling))
        return cls(graph, step, (), covers, ceilings, answer)

    @cached_property
    def sure_holders(self) -> dict[str, Degree]:
        """Who holds the step in every world, at least in part."""
        return dict.fromkeys(self.answer["holders"], Degree.IN_PART)

    @cached_property
    def detectors(self) -> tuple[str, ...]:
        """Who detects in every world."""
        return tuple(self.answer["detectors"])

    @cached_property
    def least(self) -> Degree:
        """The best holding degree in the darkest reading."""
        return Degree(self.answer["least"])

    @cached_property
    def most(self) -> Degree:
        """The best holding degree in the brightest reading."""
        return Degree(self.answer["best"])

    @property
    def told(self) -> tuple[Status, str]:
        """The status of the step, with the reason in words."""
        return told(Why(self.answer["why"]), self.answer["says"])


@dataclass(frozen=True)
class AnsweredView(View):
    """What the words look at: values of the graph, and what the server answered of each step."""

    answers: tuple[Answer, ...]

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts that are looked at, by id."""
        return {fact.id: fact for fact in self.graph.part.facts()}

    @cached_property
    def readings(self) -> dict[str, StepReading]:
        """What was answered of each step, in the order of the script."""
        told = {answer["step"]: answer for answer in self.answers}
        return {step.id: AnsweredReading.of(self.graph, step, told[step.id], self.facts) for step in self.graph.steps}

    @cached_property
    def statuses(self) -> dict[str, tuple[Status, str]]:
        """The status of each step, and why it has it."""
        return {name: reading.told for name, reading in self.readings.items() if isinstance(reading, AnsweredReading)}


class Answers(NamedTuple):
    """What the server answers: of each step, and by question, as plain rows that name facts by their ids."""

    steps: tuple[Answer, ...]
    rows: dict[str, tuple[Answer, ...]]


def ask(transaction: ManagedTransaction, name: str, graph: BarrierGraph) -> Answers:
    """Ask everything about what `graph` looks at, of the model that has this name on the server."""
    given = parameters_of(name, graph.country, graph.script.id, graph.selection)

    def answers(cypher: str) -> tuple[Answer, ...]:
        return tuple(record.data() for record in transaction.run(cypher, given))

    return Answers(answers(STATUSES), {question.id: answers(cypher_of(question.id)) for question in QUESTIONS})


def audit_from(answers: Answers, graph: BarrierGraph, digest: str) -> Audit:
    """The audit that answers make; `graph` has the values they name, `digest` is that of its whole model."""
    view = AnsweredView(graph, answers.steps)
    rows = {name: [_row(answer, view.facts) for answer in found] for name, found in answers.rows.items()}
    return audit_of(view, rows, digest)


def _row(record: Answer, facts: Mapping[str, Fact]) -> Row:
    named = [facts[name] for name in record["facts"]]
    certainty, counts = Certainty(record["certainty"]), (record["count"], record["of"])
    if "about" in record:
        return _other_row(record, certainty, counts, named)
    row = row_on(record["step"], certainty, counts, named, record["actors"])
    whole, _, part = record["subject"].rpartition("+")
    return part_of(row, part) if whole else row


def _other_row(record: Answer, certainty: Certainty, counts: tuple[int, int], facts: Iterable[Fact]) -> Row:
    """A row that is no row on a whole step; it tells itself what it speaks of."""
    return Row(
        subject=record["subject"],
        certainty=certainty,
        count=counts[0],
        of=counts[1],
        facts=tuple(facts),
        about=tuple(record["about"]),
        actors=tuple(record["actors"]),
        step=record["step"],
    )
