"""The audit: a few sentences, a small table, findings gathered into lines, or every finding in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from barriers.coverage import Ceiling
from barriers.evidence import Citation
from barriers.facts import Fact
from barriers.findings import Audit, Finding
from barriers.messages import text
from barriers.model import Model
from barriers.script import Barrier
from barriers.selection import Selection
from barriers.words import Bound, Certainty, Status
from graph import QUESTIONS, BarrierGraph
from viz.document import (
    Block,
    Cell,
    Column,
    Copied,
    Document,
    Either,
    Gap,
    Heading,
    Items,
    Paragraph,
    Records,
    Styled,
    Table,
)
from viz.reports.data import audit_data, finding_data
from viz.reports.findings import finding_item
from viz.reports.header import Header, header_of, meanings
from viz.reports.subjects import out_of_all, subject_name
from viz.symbols import STATUSES, SYMBOLS, with_symbol
from viz.wording import cite_all, cite_briefly, joined, named_ids, out_of, shared_beginning


class StatusRow(NamedTuple):
    """A barrier, or all of them: its number of steps, and how many have each status in the order of columns."""

    name: str
    steps: int
    counts: tuple[int, ...]


class SaidLine(NamedTuple):
    """Findings that say the same of one or more subjects, because a source says so.

    `extent` is how many steps of how many, empty for one subject.
    """

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
    said_count: int
    to_check: tuple[CheckLine, ...]
    to_check_count: int
    next_subject: str


def audit_view(graph: BarrierGraph, audit: Audit) -> AuditView:
    """What to show of an audit and the graph that it was made from.

    A script without steps, or a filter that leaves none, gives no rows and says so in a sentence.
    """
    said = audit.of_certainty(Certainty.CERTAIN)
    to_check = audit.of_certainty(Certainty.POSSIBLE)
    lines = tuple(sorted(_said_lines(graph, audit, said), key=_weight))
    return AuditView(
        header=header_of(graph, audit.handling),
        sentences=tuple(_sentences(graph, audit)),
        rows=tuple(_rows(graph, audit)),
        said=lines,
        said_count=len(said),
        to_check=tuple(_check_lines(graph, audit, to_check)),
        to_check_count=len(to_check),
        next_subject=_next_subject(audit, lines),
    )


def _weight(line: SaidLine) -> tuple[int, int]:
    """The worst first, and of equally bad things the one that is said of most steps."""
    return (line.findings[0].severity.rank, -len(line.findings))


def _next_subject(audit: Audit, lines: tuple[SaidLine, ...]) -> str:
    """The step that a reader will want to open first; empty where there is none."""
    steps = {step.step for step in audit.steps}
    told = [finding.subject for line in lines for finding in line.findings if finding.subject in steps]
    unknown = [step.step for step in audit.steps if step.status is Status.UNKNOWN]
    return next(iter([*told, *unknown, *(step.step for step in audit.steps)]), "")


# The document


def audit_document(
    model: Model,
    pairs: Sequence[tuple[BarrierGraph, Audit]],
    selection: Selection,
    following: Callable[[BarrierGraph], str],
    *,
    everything: bool,
) -> Document:
    """The audits of graphs as a document: short, to fit a window, or with every finding in full.

    `following` are the options with which a next command looks at the same as a graph does.
    """
    audits = [audit for _, audit in pairs]

    def blocks() -> Iterator[Block]:
        for number, (graph, audit) in enumerate(pairs):
            if number:
                yield Gap()
            view = audit_view(graph, audit)
            yield from _top(view)
            if everything:
                yield from _in_full(graph.part, audit)
            else:
                yield from _in_lines(graph.part, view)
                yield from _next(view, following(graph))

    return Document(
        blocks=lambda: list(blocks()),
        data=lambda: audit_data(model, audits, selection),
        records=lambda: _records(model, audits),
        fits=not everything and len(pairs) == 1,
    )


_RECORDS = (
    *("country", "script", "certainty", "severity", "question", "subject", "title", "detail", "count", "of", "counted"),
    *("citations", "ask", "remedies", "facts", "handling", "id"),
)


def _records(model: Model, audits: Iterable[Audit]) -> Records:
    rows = []
    for audit in audits:
        for finding in audit.findings:
            data: dict[str, Any] = finding_data(model, finding, audit.script) | {"handling": audit.handling.value}
            cells = [data[name] for name in _RECORDS]
            rows.append(["; ".join(cell) if isinstance(cell, list) else cell for cell in cells])
    return Records(_RECORDS, rows)


def _top(view: AuditView) -> Iterator[Block]:
    yield from view.header.blocks()
    yield view.header.source()
    yield Paragraph(" ".join(view.sentences))
    yield Gap()
    if view.rows:
        columns = [
            Column(text("audit.script", script=view.header.script)),
            Column(text("audit.steps"), right=True, whole=True),
        ]
        columns += [Column(Either(SYMBOLS[status], with_symbol(status)), right=True) for status in STATUSES]
        rows = [(row.name, row.steps, *map(_count, STATUSES, row.counts)) for row in view.rows]
        yield Table(tuple(columns), rows, name="statuses", squeeze=0)
        yield meanings()
    yield Gap()


def _count(status: Status, count: int) -> Cell:
    return Styled(str(count), f"status-{status}") if count else "-"


def _next(view: AuditView, options: str) -> Iterator[Block]:
    """What to type next."""
    commands = [f"barriers show {view.next_subject}{options}"] if view.next_subject else []
    commands.append(f"barriers audit {view.header.code} --all{options}")
    yield Copied(tuple(commands), before=f"{text('next')} ")


def _in_full(model: Model, audit: Audit) -> Iterator[Block]:
    for certainty in Certainty:
        found = audit.of_certainty(certainty)
        yield Heading(text(f"audit.heading-{certainty}", n=len(found)))
        for number, finding in enumerate(found, start=1):
            yield Gap()
            yield Items((finding_item(model, finding, number),))
        yield Gap()


def _in_lines(model: Model, view: AuditView) -> Iterator[Block]:
    heading = Heading(text("audit.heading-certain", n=view.said_count))
    if view.said:
        yield _said_table(model, view, heading)
    else:
        yield heading
        yield Paragraph(text("audit.nothing-certain"), indent=3)
    yield Gap()
    heading = Heading(text("audit.heading-possible", n=view.to_check_count), beside=f" {text('audit.ask-first')}")
    if view.to_check:
        yield Table(
            (
                Column(Either("", "", text("audit.how-many")), right=True, most=(99, 99)),
                Column(width=1),
                Column(Either("", "", text("audit.what")), share=1),
                Column(text("audit.which"), paper=True),
                Column(text("audit.whom-to-ask"), paper=True),
            ),
            [_check_row(line) for line in view.to_check],
            name="to-check",
            title=heading,
            least=1,
            cut=_cut,
        )
    else:
        yield heading
        yield Paragraph(text("audit.nothing-possible"), indent=3)
    yield Gap()


def _said_table(model: Model, view: AuditView, heading: Heading) -> Table:
    main = view.header.main_source_id
    shared = shared_beginning([line.citations[0] for line in view.said if line.citations], main)
    rows = [
        (
            str(number),
            text("audit.extent", says=line.text, extent=line.extent) if line.extent else line.text,
            Either(
                cite_briefly(line.citations, model, main, shared),
                cite_all(line.citations, model, 2),
                cite_all(line.citations, model, len(line.citations)),
            ),
        )
        for number, line in enumerate(view.said, start=1)
    ]
    return Table(
        (
            Column(width=2, right=True),
            Column(Either("", "", text("audit.what")), share=1),
            Column(Either("", "", text("audit.source")), most=(24, 52)),
        ),
        rows,
        name="said",
        title=heading,
        title_beside=Either(text("audit.shared", source=shared), "") if shared else "",
        least=1,
        cut=_cut,
    )


def _cut(shown: int, total: int) -> str:
    return text("audit.cut", shown=shown, total=total)


def _check_row(line: CheckLine) -> tuple[Cell, ...]:
    symbol = Styled(SYMBOLS[Status.UNKNOWN], f"status-{Status.UNKNOWN}") if line.silent else ""
    brief, full = (_asked(line, 3), _asked(line, 8)) if line.silent and line.ask else (line.text, _with_names(line))
    # The question says what is counted; the unit is for those who have the room.
    number = Either(f" {text('count.of', number=line.number, total=line.of)}", f" {line.extent}")
    asked = ", ".join(f"{name} ({count})" for name, count in line.ask)
    return (number, symbol, Either(brief, full, line.text), ", ".join(line.names), asked)


def _asked(line: CheckLine, most: int) -> str:
    asked = ", ".join(f"{name} {count}" for name, count in line.ask[:most])
    return text("audit.ask", says=line.text, asked=f"{asked} …" if len(line.ask) > most else asked)


def _with_names(line: CheckLine) -> str:
    several = len(line.names) > 4
    names = joined(line.names, most=4) if several else ", ".join(line.names)
    return text("finding.about", subject=line.text, says=names)


# The sentences and the table


def _sentences(graph: BarrierGraph, audit: Audit) -> Iterator[str]:
    total = len(audit.steps)
    if not total:
        yield text("audit.no-step")
        return
    short, unknown = audit.count(Status.SHORT), audit.count(Status.UNKNOWN)
    parts = []
    if short:
        steps = {step.step for step in audit.steps if step.status is Status.SHORT}
        said = len({finding.subject for finding in audit.of_certainty(Certainty.CERTAIN)} & steps)
        source = text("audit.short-said", said=said) if said else ""
        parts.append(text("audit.short", n=short, steps=out_of(short, total, "step"), said=source))
    if unknown:
        number = str(unknown) if short else out_of(unknown, total, "step")
        parts.append(text("audit.unknown", n=unknown, number=number, where=_most_of(graph, audit, Status.UNKNOWN)))
    yield text("audit.sentence", parts="; ".join(parts)) if parts else text("audit.none-short", total=total)
    yield _who_says_nobody(graph, audit)


def _who_says_nobody(graph: BarrierGraph, audit: Audit) -> str:
    """Whether any source says that nobody acts; one that says it for some only, or is denied, is not kept silent."""
    names = {step.id: step.name for step in graph.steps}
    total = len(names)
    nobody = [names[step.step] for step in audit.steps if step.status is Status.NOBODY]
    if nobody:
        return text("audit.nobody", steps=out_of(len(nobody), total, "step"), names=joined(nobody, most=3))
    said = {fact.step for fact in graph.part.ceilings if fact.bound is Bound.ABSENT and fact.step in names}
    if said:
        return text("audit.nobody-for-some", steps=out_of(len(said), total, "step"))
    return text("audit.nobody-said")


def _most_of(graph: BarrierGraph, audit: Audit, status: Status) -> str:
    """Where most steps of a status are; nothing where no barrier stands out."""
    counts = [(audit.count(status, barrier.id), barrier) for barrier in _barriers(graph, audit)]
    most = max(count for count, _ in counts)
    where = [barrier for count, barrier in counts if count == most]
    if len(counts) == 1 or len(where) > 1 or most < 2:
        return ""
    total = sum(1 for step in audit.steps if step.barrier == where[0].id)
    return text("audit.most-in", barrier=where[0].name.lower(), number=most, total=total)


def _barriers(graph: BarrierGraph, audit: Audit) -> tuple[Barrier, ...]:
    """The barriers of which any step is looked at."""
    used = {step.barrier for step in audit.steps}
    return tuple(barrier for barrier in graph.script.barriers if barrier.id in used)


def _rows(graph: BarrierGraph, audit: Audit) -> Iterator[StatusRow]:
    barriers = _barriers(graph, audit)
    for barrier in barriers:
        counts = tuple(audit.count(status, barrier.id) for status in STATUSES)
        yield StatusRow(barrier.name, sum(counts), counts)
    if len(barriers) > 1:
        yield StatusRow(text("audit.all"), len(audit.steps), tuple(audit.count(status) for status in STATUSES))


# Sources say so


def _said_lines(graph: BarrierGraph, audit: Audit, findings: Iterable[Finding]) -> Iterator[SaidLine]:
    """One line for each thing said; steps of which a source says the same share one."""
    names = {step.id: step.name for step in graph.steps}
    facts = {fact.id: fact for fact in graph.part.facts()}

    def said(finding: Finding) -> str:
        return str(finding.says if finding.subject in names else finding.title)

    for (_, words), same in _gathered(findings, lambda one: (one.question, said(one))).items():
        steps = [names[one.subject] for one in same if one.subject in names]
        yield SaidLine(
            text=text("finding.about", subject=joined(steps, most=4), says=words)
            if steps and words != str(same[0].title)
            else words,
            extent=_extent(audit, same) if len(same) > 1 else "",
            citations=_who_says_so(graph, facts, same),
            findings=tuple(same),
        )


def _gathered(
    findings: Iterable[Finding], key: Callable[[Finding], tuple[str, ...]]
) -> dict[tuple[str, ...], list[Finding]]:
    """Findings with the same key together, in the order in which the first of each came."""
    found: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        found.setdefault(key(finding), []).append(finding)
    return found


def _who_says_so(graph: BarrierGraph, facts: dict[str, Fact], findings: list[Finding]) -> tuple[Citation, ...]:
    """What a source says of the step as a whole, without the single covers beside it, which say less.

    The voice that settles it comes first: a finding does not rest on the interviewee who says the same.
    """
    rests_on = [facts[name] for finding in findings for name in finding.facts]
    rests_on.sort(key=lambda fact: not isinstance(fact, Ceiling))
    places = {(one.source, one.at): one for fact in rests_on for one in fact.citations}
    of_wholes = {(one.source, one.at) for fact in rests_on if isinstance(fact, Ceiling) for one in fact.citations}
    kept = [citation for place, citation in places.items() if not of_wholes or place in of_wholes]
    return tuple(sorted(kept, key=lambda citation: not graph.part.fixes((citation,))))


def _extent(audit: Audit, findings: list[Finding]) -> str:
    """`3 of 11 steps`, counted in their barrier, or in the script where they lie in several."""
    barrier_of = {step.step: step.barrier for step in audit.steps}
    barriers = {barrier_of.get(finding.subject) for finding in findings}
    total = sum(1 for step in audit.steps if len(barriers) > 1 or step.barrier in barriers)
    return out_of(len(findings), total, "step")


# To check


def _check_lines(graph: BarrierGraph, audit: Audit, findings: Iterable[Finding]) -> Iterator[CheckLine]:
    """Silence first, in one line, then one line for each question."""
    status_of = {step.step: step.status for step in audit.steps}
    silent: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        (silent if status_of.get(finding.subject) is Status.UNKNOWN else others).append(finding)
    if silent:
        yield _check_line(graph, audit, text("audit.nobody-named"), silent, silent=True)
    in_short = {question.id: str(question.in_short) for question in QUESTIONS}
    for (question,), same in _gathered(others, lambda one: (one.question,)).items():
        yield _check_line(graph, audit, in_short[question], same, silent=False)


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
