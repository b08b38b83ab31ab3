"""What a question is, what a rule sees, and what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from barriers.facts import Fact
from barriers.messages import Listing, Message, Phrase, listed, message, separated
from barriers.words import Certainty, Power, Priority, Status, Verb
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

    @property
    def does(self) -> Message:
        """What somebody does who covers a step of the script: `intervenes`."""
        return self.does_by(("",))

    def does_by(self, actors: Sequence[str]) -> Message:
        """The same of so many actors: of several, `intervene`."""
        return message(f"verb.{self.graph.script.verb}", n=len(actors))

    def names(self, actors: Iterable[str]) -> Listing | Message:
        """Actors as people call them, named in a sentence, at most three of them; no actors give an empty text.

        Raises `KeyError` for an actor that the model does not have.
        """
        called = [self.graph.actor(name).called for name in actors]
        if len(called) > 3:
            return message("list.more", named=separated(called[:2]), n=len(called) - 2)
        return listed(called)

    def step_names(self, steps: Iterable[str]) -> Listing:
        """The names of steps that are looked at, one after the other."""
        return separated(self.bounds[name].step.name for name in steps)

    def steps_by_actor(self, powers: Iterable[Power], *, surely: bool) -> dict[str, list[str]]:
        """Actors with the steps at which they have one of these powers at least in part, both sorted.

        Surely: in every world. Otherwise: in some, because somebody recorded it; silence supplies none.
        """
        steps: defaultdict[str, list[str]] = defaultdict(list)
        for name, bounds in sorted(self.bounds.items()):
            for actor in bounds.sure_with(powers) if surely else bounds.possible_with(powers):
                steps[actor].append(name)
        return dict(sorted(steps.items()))

    def settled(self, saying: Sequence[Fact], denying: Sequence[Fact]) -> Certainty | None:
        """How sure it is what some records say and others deny: None where only the denial settles anything."""
        said, denied = (any(map(self.graph.settles, facts)) for facts in (saying, denying))
        if denied and not said:
            return None
        return certain_if(said and not denied)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a rule returns: what is said of a subject, which facts, which counts.

    `subject` is the id that the finding is about, `about` every id that it speaks of. `detail` is empty where the
    title says it all.
    """

    subject: str
    certainty: Certainty
    title: Message
    detail: Phrase = ""
    count: int
    of: int
    facts: tuple[Fact, ...] = ()
    about: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """When there is a row: what a question says of a step, of a part of it (a level, a group) or of a route, and if so.

    Where `truth` is open, so is whether there is a row. What the two have in common is as in `Row`.
    """

    where: str
    certainty: Certainty
    truth: Truth
    part: str = ""
    of_route: bool = False

    @property
    def subject(self) -> str:
        """The id that the row is about."""
        return f"{self.where}+{self.part}" if self.part else self.where

    @property
    def step(self) -> str | None:
        """The step that the row is on."""
        return None if self.of_route else self.where


class Topic(Enum):
    """What findings speak of as a whole: the steps and who acts there, the task force, or that sources disagree."""

    STEPS = auto()
    TASK_FORCE = auto()
    DISAGREEMENT = auto()


Rule = Callable[[View], Iterable[Row]]
Cases = Callable[[View], Iterable[Case]]

PARTS = ("asks", "in-short", "why", "priority-means", "family", "certain-when", "possible-when", "counted", "idea")
"""What the catalogue says of each question.

What it asks, and the same as a statement; why it matters; what makes it as grave as it is; coverage, pattern or records
(after the comma the threshold, or what it also needs); when it is certain and when possible; what the count is of what;
where the idea comes from.
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A named gap query: its rule and its weight.

    `rank` orders questions on a step: the lower one says more. `cases` are those of a rule that can be asked while it
    is open which covers are there. Where it `is_gap`, a certain answer is a gap that sources state of the whole step.
    Where it is `of_status`, an answer that is possible leaves open what the status of its step leaves open.
    `former` is the id that it once had, by which it is still known.
    """

    id: str
    priority: Priority
    rank: int
    rule: Rule = field(repr=False)
    cases: Cases | None = field(default=None, repr=False)
    topic: Topic = Topic.STEPS
    is_gap: bool = False
    of_status: bool = False
    former: str = ""

    def words(self, part: str, verb: Verb = Verb.INTERVENE) -> Message:
        """One of the `PARTS` that the catalogue says of it, with the verb of a script."""
        does, do = (message(f"verb.{verb}", n=number) for number in (1, 2))
        return message(f"question.{self.id}.{part}", does=does, do=do)


LIBRARY: list[Question] = []
"""Every question that was declared so far."""


def question(
    ident: str,
    priority: Priority,
    rank: int,
    cases: Cases | None = None,
    topic: Topic = Topic.STEPS,
    *,
    is_gap: bool = False,
    of_status: bool = False,
    former: str = "",
) -> Callable[[Rule], Rule]:
    """Declares the question of this id with the rule below."""

    def declare(rule: Rule) -> Rule:
        LIBRARY.append(Question(ident, priority, rank, rule, cases, topic, is_gap, of_status, former))
        return rule

    return declare


def question_of_steps(
    ident: str,
    priority: Priority,
    rank: int,
    cases: Callable[[StepBounds], Iterable[Case]],
    *,
    is_gap: bool = False,
    of_status: bool = False,
    former: str = "",
) -> Callable[[Callable[[View, StepBounds, Case], Row]], Rule]:
    """Declares a question that looks at each step alone; the function below makes the row of a case that is so."""

    def at_each_step(view: View) -> Iterator[Case]:
        return (case for bounds in view.bounds.values() for case in cases(bounds))

    def declare(row: Callable[[View, StepBounds, Case], Row]) -> Rule:
        return question(ident, priority, rank, at_each_step, is_gap=is_gap, of_status=of_status, former=former)(
            lambda view: [row(view, view.bounds[case.where], case) for case in at_each_step(view) if case.truth]
        )

    return declare


def step_row(
    bounds: StepBounds,
    case: Case,
    says: Phrase,
    facts: Iterable[Fact],
    *,
    count: int = 0,
    actors: Iterable[str] = (),
    detail: Phrase = "",
) -> Row:
    """The row of a question about a step, or a part of it; it speaks of the step and of the actors in its facts.

    Its denominator is the number of actors recorded there.
    """
    kept = tuple(sorted({fact.id: fact for fact in facts}.values(), key=lambda fact: fact.id))
    return Row(
        subject=case.subject,
        certainty=case.certainty,
        title=titled(bounds.step.name, says),
        detail=detail,
        count=count,
        of=len({cover.actor for cover in bounds.recorded}),
        facts=kept,
        about=(bounds.step.id, *sorted({name for fact in kept for name in fact.actor_ids})),
        actors=tuple(actors),
        step=case.step,
    )


def titled(subject: Phrase, says: Phrase) -> Message:
    """The title `subject: what is said of it`; `Finding.says` has what is said alone."""
    return message("finding.about", subject=subject, says=says)


def certain_if(is_certain: object) -> Certainty:
    """Certain where this is so, else possible."""
    return Certainty.CERTAIN if is_certain else Certainty.POSSIBLE


def notes_of(facts: Iterable[Fact]) -> str:
    """The notes of facts, each once."""
    return " ".join(sorted({fact.note for fact in facts if fact.note}))
