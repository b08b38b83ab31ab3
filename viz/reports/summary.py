"""What an audit comes to: a few sentences, a small table, findings gathered into lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from barriers.coverage import Ceiling
from barriers.facts import Citation
from barriers.findings import Audit, Finding
from barriers.messages import text
from barriers.words import Bound, Certainty, Status
from graph import QUESTIONS, BarrierGraph
from viz.reports.data import gathered
from viz.reports.entries import Entry, Narrowed, narrowed
from viz.reports.findings import out_of_all, subject_name
from viz.reports.header import Header, header_of
from viz.symbols import STATUSES
from viz.wording import joined, named_ids, out_of


class StatusRow(NamedTuple):
    """A barrier, or all of them: its number of steps, and how many have each status in the order of columns."""

    name: str
    steps: int
    counts: tuple[int, ...]


class SaidLine(NamedTuple):
    """Findings that say the same of one or more subjects, because a source says so.

    `number` is that of their entry. `extent` is how many steps of how many, empty for one subject.
    """

    number: int
    text: str
    extent: str
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]


class CheckLine(NamedTuple):
    """What is to be checked under one question: how many of how many, which ones, whom to ask.

    `silent` tells that it is about steps on which the sources say nothing.
    """

    text: str
    number: int
    of: int
    unit: str
    names: tuple[str, ...]
    ask: tuple[tuple[str, int], ...]
    silent: bool
    findings: tuple[Finding, ...]

    @property
    def extent(self) -> str:
        """`4 of 35 steps`."""
        return out_of(self.number, self.of, self.unit)


class AuditView(NamedTuple):
    """Everything that is shown of one country's audit, in the order of reading."""

    header: Header
    sentences: tuple[str, ...]
    rows: tuple[StatusRow, ...]
    said: tuple[SaidLine, ...]
    to_check: tuple[CheckLine, ...]
    next_subject: str


def audit_view(graph: BarrierGraph, audit: Audit, left: Narrowed | None = None) -> AuditView:
    """What to show of an audit and the graph that it was made from, or of the entries that are `left` of it.

    The sentences and the table tell of all steps. A script without steps, or a filter that leaves none, gives no rows
    and says so in a sentence.
    """
    left = narrowed(graph, audit) if left is None else left
    said = tuple(_said_line(graph, audit, entry) for entry in left.of_certainty(Certainty.CERTAIN))
    return AuditView(
        header=header_of(graph, audit.handling),
        sentences=tuple(_sentences(graph, audit)),
        rows=tuple(_rows(graph, audit)),
        said=said,
        to_check=tuple(_check_lines(graph, audit, left)),
        next_subject=_next_subject(audit, said),
    )


def _next_subject(audit: Audit, lines: tuple[SaidLine, ...]) -> str:
    """The step that a reader will want to open first; empty where there is none."""
    steps = {step.step: step.status for step in audit.steps}
    told = [finding.subject for line in lines for finding in line.findings if finding.subject in steps]
    return next(iter([*told, *sorted(steps, key=lambda step: steps[step] is not Status.UNKNOWN)]), "")


# The sentences and the table


def _sentences(graph: BarrierGraph, audit: Audit) -> Iterator[str]:
    total = len(audit.steps)
    if not total:
        yield text("audit.no-step")
        return
    stated = audit.count(Status.UNCOVERED) + audit.count(Status.INSUFFICIENT)
    limited, unknown = audit.count(Status.LIMITED), audit.count(Status.UNKNOWN)
    parts = []
    if stated:
        parts.append(text("audit.stated-gap", steps=out_of(stated, total, "step")))
    if limited:
        parts.append(text("audit.limited", n=limited, steps=str(limited) if stated else out_of(limited, total, "step")))
    if unknown:
        number = str(unknown) if parts else out_of(unknown, total, "step")
        parts.append(text("audit.unknown", n=unknown, number=number, where=_most_of(graph, audit, Status.UNKNOWN)))
    yield text("audit.sentence", parts="; ".join(parts)) if parts else text("audit.none-open", total=total)
    yield _who_says_nobody(graph, audit)


def _who_says_nobody(graph: BarrierGraph, audit: Audit) -> str:
    """Whether any source says that nobody acts; one that says it for some only, or is denied, is not kept silent."""
    names = {step.id: step.name for step in graph.steps}
    total = len(names)
    nobody = [names[step.step] for step in audit.steps if step.status is Status.UNCOVERED]
    if nobody:
        return text("audit.nobody", steps=out_of(len(nobody), total, "step"), names=joined(nobody, most=3))
    said = {fact.step for fact in graph.part.ceilings if fact.bound is Bound.ABSENT and fact.step in names}
    if said:
        return text("audit.nobody-for-some", steps=out_of(len(said), total, "step"))
    return text("audit.nobody-said")


def _most_of(graph: BarrierGraph, audit: Audit, status: Status) -> str:
    """Where most steps of a status are; nothing where no barrier stands out."""
    (first, number), *others = Counter(step.barrier for step in audit.steps if step.status is status).most_common(2)
    total = sum(step.barrier == first for step in audit.steps)
    if total == len(audit.steps) or number < 2 or (others and others[0][1] == number):
        return ""
    name = next(barrier.name for barrier in graph.script.barriers if barrier.id == first)
    return text("audit.most-in", barrier=name.lower(), number=number, total=total)


def _rows(graph: BarrierGraph, audit: Audit) -> Iterator[StatusRow]:
    """The barriers of which any step is looked at, then all of them where there are several."""
    used = {step.barrier for step in audit.steps}
    rows: list[tuple[str, str | None]] = [(one.name, one.id) for one in graph.script.barriers if one.id in used]
    for name, barrier in rows if len(rows) < 2 else [*rows, (text("audit.all"), None)]:
        counts = tuple(audit.count(status, barrier) for status in STATUSES)
        yield StatusRow(name, sum(counts), counts)


# Sources say so


def _said_line(graph: BarrierGraph, audit: Audit, entry: Entry) -> SaidLine:
    several = len(entry.findings) > 1
    return SaidLine(
        number=entry.number,
        text=text("finding.about", subject=joined(entry.subjects, most=4), says=entry.says)
        if several and entry.subjects
        else str(entry.first.title),
        extent=_extent(graph, audit, entry.findings) if several else "",
        citations=_who_says_so(graph, entry.findings),
        findings=entry.findings,
    )


def _who_says_so(graph: BarrierGraph, findings: Sequence[Finding]) -> tuple[Citation, ...]:
    """What a source says of the step as a whole, without the single covers beside it, which say less.

    The voice that settles it comes first: a finding does not rest on the interviewee who says the same.
    """
    facts = {fact.id: fact for fact in graph.part.facts()}
    rests_on = [facts[name] for finding in findings for name in finding.facts]
    rests_on.sort(key=lambda fact: not isinstance(fact, Ceiling))
    of_wholes = [one for fact in rests_on if isinstance(fact, Ceiling) for one in fact.citations]
    kept = graph.part.distinct(of_wholes or (one for fact in rests_on for one in fact.citations))
    return tuple(sorted(kept, key=lambda citation: not graph.part.fixes((citation,))))


def _extent(graph: BarrierGraph, audit: Audit, findings: Sequence[Finding]) -> str:
    """`3 of 11 steps`, counted in their barrier, or in the script where they lie in several."""
    barrier_of = {step.step: step.barrier for step in audit.steps}
    if any(finding.subject not in barrier_of for finding in findings):
        return out_of(*out_of_all(graph, audit, (finding.subject for finding in findings)))
    barriers = {barrier_of.get(finding.subject) for finding in findings}
    total = sum(1 for step in audit.steps if len(barriers) > 1 or step.barrier in barriers)
    return out_of(len(findings), total, "step")


# To check


def _check_lines(graph: BarrierGraph, audit: Audit, left: Narrowed) -> Iterator[CheckLine]:
    """Silence first, in one line, then one line for each question."""
    unknown = {step.step for step in audit.steps if step.status is Status.UNKNOWN}
    in_short = {question.id: str(question.words("in-short")) for question in QUESTIONS} | {
        "": text("audit.nobody-named")
    }
    found = [one for entry in left.of_certainty(Certainty.POSSIBLE) for one in entry.findings]
    lines = gathered(("" if one.subject in unknown else one.question, one) for one in found)
    for question in sorted(lines, key=bool):
        yield _check_line(graph, audit, in_short[question], lines[question], silent=not question)


def _check_line(graph: BarrierGraph, audit: Audit, words: str, found: list[Finding], *, silent: bool) -> CheckLine:
    asked = Counter(name for finding in found for name in dict.fromkeys(finding.ask))
    ask = sorted(asked.items(), key=lambda pair: (-pair[1], pair[0]))
    number, of, unit = out_of_all(graph, audit, (finding.subject for finding in found))
    return CheckLine(
        text=words,
        number=number,
        of=of,
        unit=unit,
        names=tuple(dict.fromkeys(subject_name(graph, finding.subject) for finding in found)),
        ask=tuple((name, count) for (_, count), name in zip(ask, named_ids(dict(ask), graph.part), strict=True)),
        silent=silent,
        findings=tuple(found),
    )
