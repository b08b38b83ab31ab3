"""Findings that say the same of several subjects, under one number that they keep in every format and every filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from shlex import quote
from typing import NamedTuple

from barriers.findings import Audit, Finding
from barriers.words import Certainty, Status
from graph import QUESTIONS, BarrierGraph, Topic, topic_of
from viz.reports.data import gathered


class Entry(NamedTuple):
    """Findings of one question that say the same, `of` so many of them; fewer where a filter leaves some out.

    `kind` is what kind of thing they ask or tell: see `kinds`.
    """

    number: int
    kind: str
    findings: tuple[Finding, ...]
    of: int

    @property
    def first(self) -> Finding:
        """The first of them, which tells what all have in common."""
        return self.findings[0]

    @property
    def says(self) -> str:
        """What is said of each subject; the whole title where there is only one way to say it."""
        return str(self.first.says)

    @property
    def subjects(self) -> tuple[str, ...]:
        """What it is said of, as the titles name it; nothing where a title does not name its subject apart."""
        named = (
            dict(finding.title.values).get("subject") for finding in self.findings if finding.says != finding.title
        )
        return tuple(dict.fromkeys(map(str, filter(None, named))))


class Narrowing(NamedTuple):
    """Which findings are asked for; nothing means all. `top` is how many entries, after they are sorted by `order`."""

    barriers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    top: int | None = None
    order: str = "number"

    def options(self) -> tuple[str, ...]:
        """The options that ask for this, one by one, in the order in which they are told."""
        several = {
            "barrier": self.barriers,
            "step": self.steps,
            "stakeholder": self.stakeholders,
            "question": self.questions,
            "priority": self.priorities,
        }
        told = [(name, one) for name, values in several.items() for one in values]
        told += [("top", str(self.top))] if self.top is not None else []
        told += [("sort", self.order)] if self.order != "number" else []
        return tuple(f"--{name} {quote(value)}" for name, value in told)


EVERYTHING = Narrowing()
"""Every finding, in the order of the numbers."""


class Narrowed(NamedTuple):
    """The entries that are left of an audit, and how many of its findings stand in them."""

    entries: tuple[Entry, ...]
    total: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are left, entry after entry."""
        return tuple(finding for entry in self.entries for finding in entry.findings)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each finding, by its id."""
        return {finding.id: entry.number for entry in self.entries for finding in entry.findings}

    def of_certainty(self, certainty: Certainty) -> tuple[Entry, ...]:
        """The entries of one certainty, in their order."""
        return tuple(entry for entry in self.entries if entry.first.certainty is certainty)


def is_disagreement(finding: Finding) -> bool:
    """Whether it tells what sources disagree on: that has a heading of its own, and is told one by one."""
    return topic_of(finding) is Topic.DISAGREEMENT


OPEN_STATUSES = (Status.UNKNOWN, Status.DETECTED, Status.INFERRED, Status.LIMITED)
"""Those that leave open whether there is a gap, in the order in which they are told."""


def kinds(audit: Audit) -> Callable[[Finding], str]:
    """Under what a finding of the audit is told: the status of its step where it is open for that, else its question.

    So as many steps are told under a status as the table of statuses counts.
    """
    statuses = {step.step: step.status for step in audit.steps}
    of_status = {question.id for question in QUESTIONS if question.of_status}

    def kind(finding: Finding) -> str:
        step, _, part = finding.subject.partition("+")
        status = statuses.get(step)
        if finding.certainty is Certainty.CERTAIN or status not in OPEN_STATUSES:
            return finding.question
        if part:
            # For some the step is limited; for whom else somebody acts is what its status leaves open.
            is_told = status is Status.LIMITED and finding.question in of_status
        else:
            is_told = status is Status.UNKNOWN or finding.question in of_status
        return status if is_told else finding.question

    return kind


def entries_of(audit: Audit) -> tuple[Entry, ...]:
    """Every finding of an audit in an entry, numbered from 1: gaps, disagreements, open questions; the worst first.

    Open questions of one kind follow one another, first those about the status of steps.
    """
    kind_of = kinds(audit)
    same = gathered(
        ((one.certainty, kind_of(one), one.question, str(one.says), one.subject if is_disagreement(one) else ""), one)
        for one in audit.findings
    )
    order = sorted(same.items(), key=lambda told: _weight(*told))
    kinds_found = ((kind, tuple(found)) for (_, kind, *_), found in order)
    return tuple(Entry(number, kind, found, len(found)) for number, (kind, found) in enumerate(kinds_found, start=1))


def _weight(kind: tuple[Certainty, str, str, str, str], found: Sequence[Finding]) -> tuple[object, ...]:
    """What puts an entry before another; the order of the audit decides among equals."""
    first, (certainty, of_kind, question, *_) = found[0], kind
    if certainty is Certainty.CERTAIN:
        return False, is_disagreement(first), first.priority.rank, -len(found)
    place = OPEN_STATUSES.index(Status(of_kind)) if of_kind in OPEN_STATUSES else len(OPEN_STATUSES)
    return True, place, first.priority.rank, of_kind, question


def narrowed(graph: BarrierGraph, audit: Audit, narrowing: Narrowing = EVERYTHING) -> Narrowed:
    """What is left of an audit when only some findings are asked for; each keeps the number that it has among all."""
    wanted = _wanted(graph, narrowing)
    left = (entry._replace(findings=tuple(filter(wanted, entry.findings))) for entry in entries_of(audit))
    entries = sorted((entry for entry in left if entry.findings), key=_orders(graph)[narrowing.order])
    return Narrowed(tuple(entries[: narrowing.top]), len(audit.findings))


def _wanted(graph: BarrierGraph, asked: Narrowing) -> Callable[[Finding], bool]:
    """Whether a finding is asked for: it has to meet each option, and of an option given twice one value."""
    barrier_of = {step.id: step.barrier for step in graph.steps}

    def is_wanted(finding: Finding) -> bool:
        about = _about(finding)
        barriers = about | {barrier_of[name] for name in about & barrier_of.keys()}
        return all(
            not names or not found.isdisjoint(names)
            for names, found in (
                (asked.barriers, barriers),
                (asked.steps, about),
                (asked.stakeholders, about | set(finding.ask)),
                (asked.questions, {finding.question}),
                (asked.priorities, {finding.priority.value}),
            )
        )

    return is_wanted


def _about(finding: Finding) -> set[str]:
    """The ids that a finding speaks of, the parts of its subject among them."""
    return {*finding.about, *finding.subject.replace("@", "+").split("+")}


ORDERS = ("number", "priority", "barrier", "question", "most")
"""In what order entries can be put; within each, what sources say comes first."""


def _orders(graph: BarrierGraph) -> Mapping[str, Callable[[Entry], tuple[object, ...]]]:
    ranks = {question.id: question.rank for question in QUESTIONS}
    places = {step.id: place for place, step in enumerate(graph.steps)}
    barriers = {barrier.id: place for place, barrier in enumerate(graph.script.barriers)}
    first_step = {step.barrier: places[step.id] for step in reversed(graph.steps)}

    def place(entry: Entry) -> int:
        """Where along the script the first thing that it speaks of stands; at the end what stands at no step."""
        about = _about(entry.first)
        found = [places[name] for name in about & places.keys()]
        found += [first_step[name] for name in about & barriers.keys() if name in first_step]
        return min(found, default=len(places))

    keys: dict[str, Callable[[Entry], object]] = {
        "number": lambda _: 0,
        "priority": lambda entry: entry.first.priority.rank,
        "barrier": place,
        "question": lambda entry: (ranks[entry.first.question], entry.first.question),
        "most": lambda entry: -len(entry.findings),
    }
    return {name: _after_certainty(keys[name]) for name in ORDERS}


def _after_certainty(key: Callable[[Entry], object]) -> Callable[[Entry], tuple[object, ...]]:
    return lambda entry: (entry.first.certainty is Certainty.POSSIBLE, key(entry), entry.number)


def by_whom_to_ask(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """The entries of whoever can be asked, by its id, whom most findings name first; an empty id for nobody named."""
    asked = gathered(
        (name, entry._replace(findings=tuple(finding for finding in entry.findings if name in (finding.ask or ("",)))))
        for entry in entries
        for name in dict.fromkeys(name for finding in entry.findings for name in finding.ask or ("",))
    )
    most = {name: sum(len(entry.findings) for entry in found) for name, found in asked.items()}
    return {name: asked[name] for name in sorted(asked, key=lambda name: (not name, -most[name], name))}
