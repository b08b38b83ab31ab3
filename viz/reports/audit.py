"""The audit as a document: short, or with every finding in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any, NamedTuple

from barriers.findings import Audit, StepStatus
from barriers.messages import text
from barriers.model import Model
from barriers.selection import Selection
from barriers.words import Certainty, Handling, Status
from graph import QUESTIONS, BarrierGraph
from graph.later import later_facts, since_own_day
from viz.document import (
    Block,
    Cell,
    Column,
    Document,
    Either,
    Gap,
    Heading,
    Item,
    Items,
    Next,
    Paragraph,
    Records,
    Styled,
    Table,
)
from viz.reports.data import SCHEMA, cited_data, gathered, picked
from viz.reports.entries import EVERYTHING, Entry, Narrowed, Narrowing, by_whom_to_ask
from viz.reports.findings import entry_item
from viz.reports.header import meanings, strictest
from viz.reports.subjects import Subjects
from viz.reports.summary import STATED_GAPS, AuditView, OpenLine, SaidLine, audit_view, open_line
from viz.symbols import STATUSES
from viz.wording import cite_all, cite_briefly, counted, day_words, joined, named_ids, out_of


class Shape(NamedTuple):
    """Which findings are told and how: in full or in lines, by whom to ask, with ids."""

    narrowing: Narrowing = EVERYTHING
    everything: bool = False
    by_stakeholder: bool = False
    ids: bool = False


IN_SHORT = Shape()
"""Every finding, in lines."""


class Told(NamedTuple):
    """The audit of a graph, and what is left of it to be told."""

    graph: BarrierGraph
    audit: Audit
    left: Narrowed


def audit_document(
    model: Model,
    told: Sequence[Told],
    selection: Selection,
    following: Callable[[BarrierGraph, str], str],
    shape: Shape = IN_SHORT,
) -> Document:
    """Audits as a document: short, to fit a window, or with every finding that is left in full.

    `following` are the options with which a next command, which it is given the name of, looks at the same as a graph.
    """

    def blocks() -> Iterator[Block]:
        for number, (graph, audit, left) in enumerate(told):
            if number:
                yield Gap()
            view = audit_view(graph, audit, left)
            yield from _top(model, graph, audit, view)
            if shape.narrowing.options():
                yield Paragraph(shown_words(left, shape.narrowing), "notice")
                yield Gap()
            if shape.by_stakeholder:
                yield from _by_stakeholder(graph.part, left)
            elif shape.everything:
                yield from _in_full(graph, view, left, ids=shape.ids)
            else:
                yield from _in_lines(graph.part, view, left)
                yield _next(graph, view, following)

    return Document(
        blocks=blocks,
        data=lambda: audit_data(model, told, selection, shape),
        records=lambda: _records(model, told, by_stakeholder=shape.by_stakeholder),
        fits=not (shape.everything or shape.by_stakeholder) and len(told) == 1,
    )


def _next(graph: BarrierGraph, view: AuditView, following: Callable[[BarrierGraph, str], str]) -> Next:
    commands = {"audit.next-all": f"barriers audit {view.header.code} --all{following(graph, 'audit')}"}
    if view.next_subject:
        commands["audit.next-step"] = f"barriers show {view.next_subject}{following(graph, 'show')}"
    return Next(tuple(commands.values()), whys=tuple(map(text, commands)))


# For spreadsheets and programs

_RECORDS = (
    *("number", "country", "script", "certainty", "severity", "question", "subject", "title", "detail", "count", "of"),
    *("counted", "citations", "ask", "remedies", "facts", "handling", "id"),
)


def _records(model: Model, told: Iterable[Told], *, by_stakeholder: bool) -> Records:
    """A row for each finding; by stakeholder, one for each whom it can be asked, who stands first in it."""
    first = ("stakeholder",) if by_stakeholder else ()
    rows = []
    for one in told:
        found = {row["id"]: row | {"handling": one.audit.handling} for row in _findings(model, one)}
        if by_stakeholder:
            asked = by_whom_to_ask(one.left.entries).items()
            ids = [(name, finding.id) for name, entries in asked for entry in entries for finding in entry.findings]
        else:
            ids = [("", name) for name in found]
        rows += [[(found[ident] | {"stakeholder": name})[part] for part in (*first, *_RECORDS)] for name, ident in ids]
    return Records((*first, *_RECORDS), rows)


def audit_data(
    model: Model, told: Sequence[Told], selection: Selection = Selection(), shape: Shape = IN_SHORT
) -> dict[str, Any]:
    """The audits of one or more countries under one or more scripts, as lists, dicts, text and numbers.

    `as_of` is None where the countries are looked at on different days; each country carries its own. `script`
    is None where there are several; each step and finding carries its own. No audit gives empty lists.
    """
    audits = [one.audit for one in told]
    days = {audit.as_of for audit in audits}
    scripts = list(dict.fromkeys(audit.script for audit in audits))
    of_country = gathered((audit.country, audit) for audit in audits)
    data = {
        "schema": SCHEMA,
        "model": {
            "countries": list(of_country),
            "script": scripts[0] if len(scripts) == 1 else None,
            "scripts": scripts,
            "as_of": days.pop() if len(days) == 1 else None,
            "handling": _strictest(audits),
            "digest": audits[0].digest if audits else model.digest,
            "filters": asdict(selection) | {"findings": list(shape.narrowing.options())},
            "shown": {
                "findings": sum(len(one.left.findings) for one in told),
                "of": sum(one.left.total for one in told),
            },
            "about": [
                picked(country, "name main_source")
                | {"country": code, "as_of": same[0].as_of, "handling": _strictest(same)}
                | {"about": country.about_on(same[0].as_of)}
                for code, same in of_country.items()
                for country in [model.country_by_code[code]]
            ],
        },
        "other_days": [_days_data(model, one) for one in told],
        "steps": [_step(model, audit, step) for audit in audits for step in audit.steps],
        "findings": [row for one in told for row in _findings(model, one)],
    }
    if shape.by_stakeholder:
        data["stakeholders"] = [
            {"id": name, "script": one.audit.script, "country": one.audit.country}
            | {"findings": [finding.id for entry in entries for finding in entry.findings]}
            for one in told
            for name, entries in by_whom_to_ask(one.left.entries).items()
        ]
    return data


def _days_data(model: Model, told: Told) -> dict[str, Any]:
    """What begins after the day of an audit, and what has moved since the country's own day; nothing moved on it."""
    later, since = later_facts(model, told.graph), since_own_day(model, told.graph, told.audit)
    return {
        "country": told.audit.country,
        "script": told.audit.script,
        "later_facts": later.number,
        "last_begins": later.last,
        "own_day": told.graph.home.as_of,
        "moved": [one._asdict() for one in since.moved] if since else [],
        "no_longer_stated": list(since.reopened) if since else [],
    }


def _strictest(audits: Iterable[Audit]) -> Handling:
    return strictest(audit.handling for audit in audits)


def _step(model: Model, audit: Audit, step: StepStatus) -> dict[str, Any]:
    names = {found.id: found.name for found in model.script_by_id[audit.script].steps}
    told = {"id": step.step, "country": audit.country, "script": audit.script, "name": names[step.step]}
    return told | picked(step, "barrier status reason intervening facts")


def _findings(model: Model, told: Told) -> Iterator[dict[str, Any]]:
    """The findings that are left, in the order of the audit unless another was asked for."""
    numbers = told.left.numbers
    for finding in told.left.findings:
        row = picked(finding, "id question country certainty") | {"severity": finding.priority}
        row |= picked(finding, "subject title detail count of counted about facts ask remedies")
        yield row | {"script": told.audit.script, "number": numbers[finding.id]} | cited_data(model, finding.citations)


# For readers


def _top(model: Model, graph: BarrierGraph, audit: Audit, view: AuditView) -> Iterator[Block]:
    yield from view.header.blocks()
    yield from _of_other_days(model, graph, audit)
    header = view.header
    told = {"source": header.main_source, "script": header.script_name, "steps": counted(header.steps, "step")}
    yield Paragraph(text("header.source", **told), paper=True)
    if header.cited_as:
        yield Paragraph(text("header.cited-as", cited=header.cited_as, source=header.main_source), spare=True)
    # The table says the same on a terminal, where there is little room.
    yield Paragraph(" ".join(view.sentences), paper=bool(view.rows))
    yield Gap()
    if view.rows:
        yield statuses_table(view)
        yield Paragraph(text("audit.legend"), "quiet")
        yield Paragraph(text("audit.legend-in-full"), "quiet", spare=True)
        yield meanings()
    yield Gap()


def _of_other_days(model: Model, graph: BarrierGraph, audit: Audit) -> Iterator[Block]:
    """What is otherwise than on the country's own day, and what is known and begins later."""
    since = since_own_day(model, graph, audit)
    if since is not None:
        own, steps = day_words(since.own_day), out_of(len(since.moved), len(audit.steps), "step")
        told = [text("audit.moved", day=own, steps=steps)]
        if since.reopened:
            told.append(text("audit.reopened", n=len(since.reopened)))
        yield Paragraph(" ".join(told), "notice")
    later = later_facts(model, graph)
    if later.last is not None:
        yield Paragraph(text("audit.later", n=later.number, last=day_words(later.last)), spare=True)


def statuses_table(view: AuditView) -> Table:
    """How many steps of each barrier have which status; those with a gap that sources state stand in one column."""
    others = [status for status in STATUSES if status not in STATED_GAPS]
    heads = ("steps", "stated-gap", *(f"column.{status}" for status in others))
    words = [text(f"audit.{head}") for head in heads]
    # On a terminal each head stands on two lines, one word above the other.
    widths = (max(map(len, head.split())) for head in words)
    columns = [Column(text(f"audit.part.{view.header.verb}"))]
    columns += [Column(head, right=True, width=width) for head, width in zip(words, widths, strict=True)]
    rows = []
    for row in view.rows:
        counts = dict(zip(STATUSES, row.counts, strict=True))
        gaps = _count(Status.INSUFFICIENT, sum(counts[status] for status in STATED_GAPS))
        rows.append((row.name, row.steps, gaps, *(_count(status, counts[status]) for status in others)))
    header = view.header
    title = text(f"audit.table.{header.verb}", steps=counted(header.steps, "step"), script=header.script_name)
    return Table(tuple(columns), rows, name="statuses", role="statuses", gap=2, title=Heading(title, 3))


def _count(status: Status, count: int) -> Cell:
    return Styled(str(count), f"status-{status}") if count else str(count)


def shown_words(left: Narrowed, narrowing: Narrowing) -> str:
    """How many findings of how many are shown, and what was asked for."""
    shown = out_of(len(left.findings), left.total, "finding")
    return text("audit.shown", n=len(left.findings), shown=shown, options=" ".join(narrowing.options()))


def _in_full(graph: BarrierGraph, view: AuditView, left: Narrowed, *, ids: bool) -> Iterator[Block]:
    """What sources say, one by one; what is open, question by question, whose priority and words stand above it."""
    subjects = Subjects(graph)
    certain = left.of_certainty(Certainty.CERTAIN)
    disagreements = {line.number for line in view.disagreements}
    for heading, is_it in ((view.headings.gaps, False), (view.headings.disagreements, True)):
        said = [entry for entry in certain if (entry.number in disagreements) is is_it]
        if is_it and not said:
            continue
        yield heading
        for entry in said:
            yield Gap()
            yield Items((entry_item(subjects, entry, ids=ids),))
        yield Gap()
    yield view.headings.open
    for kind, entries in groupby(left.of_certainty(Certainty.POSSIBLE), key=lambda entry: entry.kind):
        same = list(entries)
        line = open_line(subjects, kind, [finding for entry in same for finding in entry.findings])
        yield Gap()
        yield Heading(text("finding.several", says=line.text, extent=line.extent), 3)
        for name, alike in groupby(same, key=lambda entry: entry.first.question):
            (question,) = (one for one in QUESTIONS if one.id == name)
            priority = text(f"priority.{question.priority}")
            yield Paragraph(text("audit.if-so", priority=priority, means=question.words("priority-means")))
            yield from (Items((entry_item(subjects, entry, ids=ids, brief=True),)) for entry in alike)
    yield Gap()


def _by_stakeholder(model: Model, left: Narrowed) -> Iterator[Block]:
    """Whom to ask, and of each what: one finding can be asked of several."""
    yield Heading(text("audit.by-stakeholder"))
    yield Paragraph(text("audit.asked-of-several"))
    for name, entries in by_whom_to_ask(left.entries).items():
        (called,) = named_ids([name], model) if name else (text("audit.nobody-to-ask"),)
        number = sum(len(entry.findings) for entry in entries)
        yield Gap()
        yield Heading(text("finding.several", says=called, extent=out_of(number, len(left.findings), "finding")), 3)
        yield Items(tuple(Item(_asked_of(entry), number=entry.number) for entry in entries))


def _asked_of(entry: Entry) -> str:
    if not entry.subjects:
        return str(entry.first.title)
    return text("finding.about", subject=joined(entry.subjects), says=entry.says)


def _in_lines(model: Model, view: AuditView, left: Narrowed) -> Iterator[Block]:
    hidden = len(left.findings) < left.total
    for table, nothing in (
        (_said(model, view.gaps, "gaps", view.headings.gaps), "audit.nothing-certain"),
        (_said(model, view.disagreements, "disagreements", view.headings.disagreements), ""),
        (_open(view), "audit.nothing-possible"),
    ):
        if table.rows:
            yield table
        elif table.title and nothing:
            yield table.title
            yield Paragraph(text("audit.nothing-left" if hidden else nothing), indent=3)
        else:
            continue
        if table.name == "open" and view.ask:
            yield Paragraph(view.ask)
        yield Gap()


def _said(model: Model, lines: Sequence[SaidLine], name: str, title: Heading) -> Table:
    rows = [
        (
            str(line.number),
            _said_words(line),
            Either(
                cite_briefly(line.citations, model),
                cite_all(line.citations, model, 2),
                cite_all(line.citations, model, len(line.citations)),
            ),
        )
        for line in lines
    ]
    return Table(
        (
            Column(width=2, right=True),
            Column(Either("", "", text("audit.what")), share=1),
            Column(Either("", "", text("audit.source")), most=(22, 52)),
        ),
        rows,
        name=name,
        title=title,
        least=1 if name == "gaps" else 0,
    )


def _said_words(line: SaidLine) -> Either:
    full = text("audit.extent", says=line.text, extent=line.extent) if line.extent else line.text
    return Either(line.brief, full)


_MOST = 5
"""So many names stand in a cell on paper; every one stands in the audit in full."""


def _open(view: AuditView) -> Table:
    return Table(
        (
            Column(Either("", "", text("audit.what")), share=1),
            Column(Either("", "", text("audit.how-many")), right=True, most=(34, 34)),
            Column(text("audit.which"), paper=True),
            Column(text("audit.whom-to-ask"), paper=True),
        ),
        list(map(_open_row, view.open)),
        name="open",
        title=view.headings.open,
        least=0,
    )


def _open_row(line: OpenLine) -> tuple[Cell, ...]:
    asked = joined((f"{name} ({count})" for name, count in line.ask), most=_MOST)
    full = text("audit.named", says=line.text, names=joined(line.names, most=4))
    return (Either(line.text, full, line.text), line.extent, joined(line.names, most=_MOST), asked)
