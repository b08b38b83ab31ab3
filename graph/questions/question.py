"""What a question is, what a rule sees, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from barriers.facts import Fact
from barriers.messages import Listing, Message, Phrase, listed, message, separated
from barriers.script import Step
from barriers.words import Certainty, Severity, Status
from graph.barrier_graph import BarrierGraph
from graph.bounds import StepBounds, bounds_of
from graph.status import status_of
from graph.truth import Truth


@dataclass(frozen=True)
class View:
    """What a rule looks at: the graph, and the bounds of each of its steps, worked out once."""

    graph: BarrierGraph

    @cached_property
    def bounds(self) -> dict[str, StepBounds]:
        """The bounds of each step, in the order of the script."""
        return {step.id: bounds_of(self.graph, step) for step in self.graph.steps}

    @cached_property
    def statuses(self) -> dict[str, tuple[Status, Message]]:
        """The status of each step, and why it has it."""
        return {name: status_of(bounds) for name, bounds in self.bounds.items()}

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each step in the order of the script, from 0."""
        return {name: place for place, name in enumerate(self.bounds)}

    def names(self, actors: Iterable[str]) -> Listing | Message:
        """Actors as people call them, named in a sentence, at most three of them; no actors give an empty text.

        Raises `KeyError` for an actor that the model does not have.
        """
        called = [self.graph.actor(name).called for name in actors]
        if len(called) > 3:
            return message("list.more", named=separated(called[:2]), n=len(called) - 2)
        return listed(called)


@dataclass(frozen=True, slots=True)
class Row:
    """What a rule returns: which facts, which counts; the words come later.

    `subject` is the id that the finding is about, `about` every id that it speaks of. `of_step` tells that
    the subject is a step, which is then reported once, under its strongest question. `implied_by` is the
    question on the whole `step` whose row of the same certainty says this as well; beside it the row is left out.
    """

    subject: str
    certainty: Certainty
    count: int
    of: int
    facts: tuple[Fact, ...] = ()
    about: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    step: str | None = None
    of_step: bool = False
    implied_by: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """When there is a row: what a question says of a step, of a part of it (a level, a group) or of a track, and if so.

    Where `truth` is open, so is whether there is a row. What the two have in common is as in `Row`.
    """

    where: str
    certainty: Certainty
    truth: Truth
    part: str = ""
    of_track: bool = False

    @property
    def subject(self) -> str:
        """The id that the row is about."""
        return f"{self.where}+{self.part}" if self.part else self.where

    @property
    def step(self) -> str | None:
        """The step that the row is on."""
        return None if self.of_track else self.where

    @property
    def of_step(self) -> bool:
        """Whether the row is about the step itself."""
        return not self.part and not self.of_track

    @property
    def implied_by(self) -> str:
        """The question whose row on the step says this as well: an uncovered step says it of all its parts."""
        return "uncovered-step" if self.part else ""


Rule = Callable[[View], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Question:
    """A named gap query: its rule, its weight, and what it says of a row.

    `rank` orders questions on a step: the lower one says more. `detail` gives an empty text where the title says it
    all. `cases` are those of a rule that can be asked while it is open which covers are there. What the question means
    stands in the catalogue, under its id.
    """

    id: str
    severity: Severity
    rank: int
    rule: Rule = field(repr=False)
    title: Callable[[Row, View], Message] = field(repr=False)
    detail: Callable[[Row, View], Phrase] = field(repr=False)
    cases: Callable[[View], Iterable[Case]] | None = field(default=None, repr=False)

    @property
    def asks(self) -> Message:
        """The question that it asks."""
        return message(f"question.{self.id}.asks")

    @property
    def in_short(self) -> Message:
        """The same as a statement, for a list of what is to be checked."""
        return message(f"question.{self.id}.in-short")

    @property
    def why(self) -> Message:
        """Why it matters."""
        return message(f"question.{self.id}.why")

    @property
    def severity_means(self) -> Message:
        """What makes it as grave as it is."""
        return message(f"question.{self.id}.severity-means")

    @property
    def family(self) -> Message:
        """Coverage, pattern or records; after the comma the threshold, or what it also needs."""
        return message(f"question.{self.id}.family")

    @property
    def certain_when(self) -> Message:
        """When its finding holds in every world."""
        return message(f"question.{self.id}.certain-when")

    @property
    def possible_when(self) -> Message:
        """When its finding holds in some world, and not in every one."""
        return message(f"question.{self.id}.possible-when")

    @property
    def counted(self) -> Message:
        """What the count and its denominator are."""
        return message(f"question.{self.id}.counted")

    @property
    def idea(self) -> Message:
        """Where the idea comes from."""
        return message(f"question.{self.id}.idea")


def at_each_step(cases: Callable[[StepBounds], Iterable[Case]]) -> Callable[[View], Iterator[Case]]:
    """The cases of a question that looks at each step alone."""
    return lambda view: (case for bounds in view.bounds.values() for case in cases(bounds))


def rows_of_steps(cases: Callable[[View], Iterable[Case]], row: Callable[[StepBounds, Case], Row]) -> Rule:
    """The rule of such a question: a row for each case that is so."""
    return lambda view: [row(view.bounds[case.where], case) for case in cases(view) if case.truth]


def step_row(
    bounds: StepBounds, certainty: Certainty, count: int, facts: Iterable[Fact], actors: Iterable[str] = ()
) -> Row:
    """The row of a question about a step; it speaks of the step and of the actors in its facts.

    Its denominator is the number of actors recorded there.
    """
    step = bounds.step.id
    kept = tuple(sorted({fact.id: fact for fact in facts}.values(), key=lambda fact: fact.id))
    return Row(
        subject=step,
        certainty=certainty,
        count=count,
        of=len({cover.actor for cover in bounds.recorded}),
        facts=kept,
        about=(step, *sorted({name for fact in kept for name in fact.actor_ids})),
        actors=tuple(actors),
        step=step,
        of_step=True,
    )


def part_of(whole: Row, case: Case) -> Row:
    """The row on a step at one level or for one group that nobody holds."""
    return replace(whole, subject=case.subject, of_step=False, implied_by=case.implied_by)


def step_of(row: Row, view: View) -> Step:
    """The step that a row is about; only for rows that have one."""
    assert row.step is not None  # noqa: S101 - a rule about steps always names one
    return view.bounds[row.step].step


def titled(subject: Phrase, says: Phrase) -> Message:
    """The title `subject: what is said of it`; `Finding.says` has what is said alone."""
    return message("finding.about", subject=subject, says=says)
