"""What an audit comes to: a few sentences, a small table, findings gathered into lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from barriers.coverage import Ceiling
from barriers.facts import Citation
from barriers.findings import Audit, Finding
from barriers.messages import listed, text
from barriers.words import Certainty, Status, Verb
from graph import QUESTIONS, BarrierGraph, Topic, topic_of
from viz.document import Heading
from viz.reports.data import gathered
from viz.reports.entries import OPEN_STATUSES, Entry, Narrowed, entries_of, is_disagreement, narrowed
from viz.reports.header import Header, header_of
from viz.reports.subjects import Subjects
from viz.symbols import STATUSES
from viz.wording import counted, joined, out_of


class StatusRow(NamedTuple):
    """A barrier, or all of them: its number of steps, and how many have each status in the order of columns."""

    name: str
    steps: int
    counts: tuple[int, ...]


class SaidLine(NamedTuple):
    """Findings that say the same of one or more subjects, because a source says so.

    `number` is that of their entry. `extent` is how many of how many, empty for one subject. `brief` says the
    same with one subject by name and the first clause; three dots stand for other subjects.
    """

    number: int
    text: str
    brief: str
    extent: str
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]


class OpenLine(NamedTuple):
    """What is open of one kind: on how many of how many, which ones, whom to ask.

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
        """`4 of 35 steps`; where more questions are open, how many first: `14 questions at 10 of 35 steps`."""
        extent, questions = out_of(self.number, self.of, self.unit), len(self.findings)
        if questions == self.number:
            return extent
        return text("audit.extent-questions", extent=extent, questions=counted(questions, "question"))


class Headings(NamedTuple):
    """Those of the gaps that sources state, of what sources disagree on, of the open questions, each with sums."""

    gaps: Heading
    disagreements: Heading
    open: Heading


class AuditView(NamedTuple):
    """Everything that is shown of one country's audit, in the order of reading.

    `gaps` are what sources state, `disagreements` what they disagree on, `open` what no source answers; `headings` the
    titles of the three. `ask` is a sentence on whom to ask about the steps without information, empty for none.
    """

    header: Header
    sentences: tuple[str, ...]
    rows: tuple[StatusRow, ...]
    gaps: tuple[SaidLine, ...]
    disagreements: tuple[SaidLine, ...]
    open: tuple[OpenLine, ...]
    headings: Headings
    ask: str
    next_subject: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that stands in a line, line by line."""
        said = (one for line in (*self.gaps, *self.disagreements) for one in line.findings)
        return (*said, *(one for line in self.open for one in line.findings))


def audit_view(graph: BarrierGraph, audit: Audit, left: Narrowed | None = None) -> AuditView:
    """What to show of an audit and the graph that it was made from, or of the entries that are `left` of it.

    The sentences and the table tell of all steps. A script without steps, or a filter that leaves none, gives no rows
    and says so in a sentence.
    """
    left = narrowed(graph, audit) if left is None else left
    subjects = Subjects(graph)
    said = tuple(_said_line(subjects, entry) for entry in left.of_certainty(Certainty.CERTAIN))
    gaps = tuple(line for line in said if not is_disagreement(line.findings[0]))
    disagreements = tuple(line for line in said if is_disagreement(line.findings[0]))
    opened = tuple(_open_lines(subjects, left))
    return AuditView(
        header=header_of(graph, audit.handling),
        sentences=tuple(_sentences(audit)),
        rows=tuple(_rows(graph, audit)),
        gaps=gaps,
        disagreements=disagreements,
        open=opened,
        headings=_headings(subjects, audit, gaps, disagreements, opened),
        ask=_whom_to_ask_first(opened),
        next_subject=_next_subject(audit, gaps),
    )


def _next_subject(audit: Audit, lines: tuple[SaidLine, ...]) -> str:
    """The step that a reader will want to open first; empty where there is none."""
    steps = {step.step: step.status for step in audit.steps}
    told = [finding.subject for line in lines for finding in line.findings if finding.subject in steps]
    return next(iter([*told, *sorted(steps, key=lambda step: steps[step] is not Status.UNKNOWN)]), "")


# The sentence and the table

STATED_GAPS = (Status.UNCOVERED, Status.INSUFFICIENT)
"""The statuses that a source gives a step by saying that there is a gap."""


def _sentences(audit: Audit) -> Iterator[str]:
    """How many steps have which status, adding up to all."""
    if not audit.steps:
        yield text("audit.no-step")
        return
    counts = {status: audit.count(status) for status in STATUSES if status not in STATED_GAPS}
    gaps = sum(map(audit.count, STATED_GAPS))
    parts = [text("audit.counted-gap", n=gaps)] if gaps else []
    parts += [f"{count} {text(f'status.{status}')}" for status, count in counts.items() if count]
    yield text("audit.sentence", steps=counted(len(audit.steps), "step"), parts=joined(parts))


def _rows(graph: BarrierGraph, audit: Audit) -> Iterator[StatusRow]:
    """The barriers of which any step is looked at, then all of them where there are several."""
    used = {step.barrier for step in audit.steps}
    rows: list[tuple[str, str | None]] = [(one.name, one.id) for one in graph.script.barriers if one.id in used]
    for name, barrier in rows if len(rows) < 2 else [*rows, (text("audit.all"), None)]:
        counts = tuple(audit.count(status, barrier) for status in STATUSES)
        yield StatusRow(name, sum(counts), counts)


# What sources state


def _said_line(subjects: Subjects, entry: Entry) -> SaidLine:
    several = len(entry.findings) > 1
    extent = _extent(subjects, entry.findings) if several else ""
    brief, full = entry.says.partition("; ")[0], str(entry.first.title)
    if entry.subjects:
        subject = text("audit.and-others", first=entry.subjects[0], extent=extent) if several else entry.subjects[0]
        brief = text("finding.about", subject=subject, says=brief)
        full = text("finding.about", subject=joined(entry.subjects, most=4), says=entry.says) if several else full
    return SaidLine(
        number=entry.number,
        text=full,
        brief=brief,
        extent=extent,
        citations=_who_says_so(subjects, entry.findings),
        findings=entry.findings,
    )


def _who_says_so(subjects: Subjects, findings: Sequence[Finding]) -> tuple[Citation, ...]:
    """What a source says of the step as a whole, without the single covers beside it, which say less.

    The voice that settles it comes first: a finding does not rest on the interviewee who says the same.
    """
    part = subjects.graph.part
    rests_on = [subjects.facts[name] for finding in findings for name in finding.facts]
    rests_on.sort(key=lambda fact: not isinstance(fact, Ceiling))
    of_wholes = [one for fact in rests_on if isinstance(fact, Ceiling) for one in fact.citations]
    kept = part.distinct(of_wholes or (one for fact in rests_on for one in fact.citations))
    return tuple(sorted(kept, key=lambda citation: not part.fixes((citation,))))


def _extent(subjects: Subjects, findings: Sequence[Finding]) -> str:
    """`3 of 35 steps`, counted in the script, as everywhere."""
    return out_of(*subjects.out_of_all(finding.subject for finding in findings))


# Open questions


def _open_lines(subjects: Subjects, left: Narrowed) -> Iterator[OpenLine]:
    """A line for each kind of open question, those first that the table of statuses counts."""
    of_kind = gathered((entry.kind, one) for entry in left.of_certainty(Certainty.POSSIBLE) for one in entry.findings)
    for kind, found in of_kind.items():
        yield open_line(subjects, kind, found)


def open_line(subjects: Subjects, kind: str, found: Sequence[Finding]) -> OpenLine:
    """The line of what is open of one kind, a status or a question; `found` is not empty."""
    asked = Counter(name for finding in found for name in dict.fromkeys(finding.ask))
    ask = sorted(asked.items(), key=lambda pair: (-pair[1], pair[0]))
    number, of, unit = subjects.out_of_all(finding.subject for finding in found)
    actors = subjects.graph.part.actor_by_id
    names = dict.fromkeys(subjects.name(finding.subject) for finding in found)
    return OpenLine(
        text=_open_words(kind, subjects.graph.script.verb),
        number=number,
        of=of,
        unit=unit,
        names=tuple(names if unit != "signal" else (text("audit.quoted", says=name) for name in names)),
        ask=tuple((actors[name].name if name in actors else name, count) for name, count in ask),
        silent=kind == Status.UNKNOWN,
        findings=tuple(found),
    )


def _open_words(kind: str, verb: Verb) -> str:
    """What is open, as a statement: `Detected; no source says who intervenes`."""
    if kind in OPEN_STATUSES:
        return text(f"audit.open.{kind}", does=text(f"verb.{verb}", n=1))
    return next(str(question.words("in-short", verb)) for question in QUESTIONS if question.id == kind)


_ASK_FIRST = 2
"""So many stakeholders are named who can be asked."""


def _whom_to_ask_first(lines: tuple[OpenLine, ...]) -> str:
    """Who can tell most about the steps without information."""
    silent = next((line for line in lines if line.silent and line.ask), None)
    if silent is None:
        return ""
    asked = [
        text("audit.asked", name=name, number=number, total=silent.number) for name, number in silent.ask[:_ASK_FIRST]
    ]
    return text("audit.ask-first", n=silent.number, asked=listed(asked))


# The headings


def _headings(
    subjects: Subjects,
    audit: Audit,
    gaps: tuple[SaidLine, ...],
    disagreements: tuple[SaidLine, ...],
    opened: tuple[OpenLine, ...],
) -> Headings:
    """Each with its sum; where a filter leaves something out, with how many of how many are shown."""
    entries = entries_of(audit)
    certain = [one for one in entries if one.first.certainty is Certainty.CERTAIN]
    disagreeing = sum(is_disagreement(one.first) for one in certain)
    questions = sum(len(line.findings) for line in opened)
    stated = len(certain) - disagreeing
    told = text("audit.heading-gaps", number=len(gaps)) if gaps else text("audit.heading-no-gaps")
    said = text("audit.heading-disagreements", n=len(disagreements))
    asked = text("audit.heading-open", n=questions)
    every = len(audit.of_certainty(Certainty.POSSIBLE))
    return Headings(
        gaps=Heading(_with_total(told, len(gaps), stated), beside=", ".join(_about(subjects, gaps))),
        disagreements=Heading(_with_total(said, len(disagreements), disagreeing)),
        open=Heading(_with_total(asked, questions, every), beside=text("audit.not-answered")),
    )


def _with_total(words: str, shown: int, total: int) -> str:
    return words if shown == total else text("audit.heading-of", heading=words, shown=shown, total=total)


def _about(subjects: Subjects, lines: tuple[SaidLine, ...]) -> Iterator[str]:
    """`4 on steps (7 of 35)`, `1 on the task force`: the lines add up to all of them."""
    units = gathered((_unit(subjects, line), line) for line in lines)
    for unit, same in units.items():
        number, total, _ = subjects.out_of_all(one.subject for line in same for one in line.findings)
        yield text(f"audit.on.{unit}", lines=len(same), number=number, total=total)


_TASK_FORCE = "task-force"


def _unit(subjects: Subjects, line: SaidLine) -> str:
    if topic_of(line.findings[0]) is Topic.TASK_FORCE:
        return _TASK_FORCE
    _, _, unit = subjects.out_of_all(one.subject for one in line.findings)
    return unit
