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
from viz.reports.findings import entry_item, out_of_all
from viz.reports.header import meanings, strictest
from viz.reports.summary import AuditView, CheckLine, audit_view
from viz.symbols import STATUSES, SYMBOLS
from viz.wording import cite_all, cite_briefly, counted, joined, named_ids, out_of, shared_beginning


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
            yield from _top(view)
            if shape.narrowing.options():
                yield Paragraph(shown_words(left, shape.narrowing), "notice")
                yield Gap()
            if shape.by_stakeholder:
                yield from _by_stakeholder(graph.part, left)
            elif shape.everything:
                yield from _in_full(graph, audit, left, ids=shape.ids)
            else:
                yield from _in_lines(graph.part, view, left, audit)
                show = f"barriers show {view.next_subject}{following(graph, 'show')}" if view.next_subject else ""
                every = f"barriers audit {view.header.code} --all{following(graph, 'audit')}"
                yield Next(tuple(filter(None, [show, every])))

    return Document(
        blocks=blocks,
        data=lambda: audit_data(model, told, selection, shape),
        records=lambda: _records(model, told, by_stakeholder=shape.by_stakeholder),
        fits=not (shape.everything or shape.by_stakeholder) and len(told) == 1,
    )


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
                picked(model.country_by_code[code], "name main_source about")
                | {"country": code, "as_of": same[0].as_of, "handling": _strictest(same)}
                for code, same in of_country.items()
            ],
        },
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


def _top(view: AuditView) -> Iterator[Block]:
    yield from view.header.blocks()
    header, steps = view.header, counted(view.header.steps, "step")
    yield Paragraph(text("header.source", source=header.main_source, script=header.script, steps=steps), paper=True)
    yield Paragraph(" ".join(view.sentences))
    yield Gap()
    if view.rows:
        yield statuses_table(view)
        yield meanings()
    yield Gap()


def statuses_table(view: AuditView) -> Table:
    """How many steps of each barrier have which status."""
    script = text("audit.script", script=view.header.script)
    columns = [Column(script), Column(text("audit.steps"), right=True, whole=True)]
    columns += [Column(Either(SYMBOLS[status], status), right=True) for status in STATUSES]
    rows = [(row.name, row.steps, *map(_count, STATUSES, row.counts)) for row in view.rows]
    return Table(tuple(columns), rows, name="statuses", squeeze=0, role="statuses")


def _count(status: Status, count: int) -> Cell:
    return Styled(str(count), f"status-{status}") if count else "-"


def shown_words(left: Narrowed, narrowing: Narrowing) -> str:
    """How many findings of how many are shown, and what was asked for."""
    shown = out_of(len(left.findings), left.total, "finding")
    return text("audit.shown", n=len(left.findings), shown=shown, options=" ".join(narrowing.options()))


def _heading(left: Narrowed, audit: Audit, certainty: Certainty, beside: str = "") -> Heading:
    """What sources say, or what is to be checked, with how many findings of how many are shown."""
    shown, total = sum(len(one.findings) for one in left.of_certainty(certainty)), len(audit.of_certainty(certainty))
    number = shown if shown == total else text("count.of", number=shown, total=total)
    return Heading(text(f"audit.heading-{certainty}", n=number), beside=beside)


def _in_full(graph: BarrierGraph, audit: Audit, left: Narrowed, *, ids: bool) -> Iterator[Block]:
    """What sources say, one by one; what is open, question by question, whose weight and words stand above it."""
    yield _heading(left, audit, Certainty.CERTAIN)
    for entry in left.of_certainty(Certainty.CERTAIN):
        yield Gap()
        yield Items((entry_item(graph, audit, entry, ids=ids),))
    yield Gap()
    yield _heading(left, audit, Certainty.POSSIBLE)
    for name, same in groupby(left.of_certainty(Certainty.POSSIBLE), key=lambda entry: entry.first.question):
        entries = list(same)
        number, total, unit = out_of_all(graph, audit, (one.subject for entry in entries for one in entry.findings))
        (question,) = (one for one in QUESTIONS if one.id == name)
        yield Gap()
        yield Heading(text("finding.several", says=question.words("asks"), extent=out_of(number, total, unit)), 3)
        yield Paragraph(
            text("audit.if-so", priority=text(f"priority.{question.priority}"), means=question.words("priority-means"))
        )
        yield from (Items((entry_item(graph, audit, entry, ids=ids, brief=True),)) for entry in entries)
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


def _in_lines(model: Model, view: AuditView, left: Narrowed, audit: Audit) -> Iterator[Block]:
    said = _heading(left, audit, Certainty.CERTAIN)
    to_check = _heading(left, audit, Certainty.POSSIBLE, f" {text('audit.ask-first')}")
    tables = (
        (_said(model, view, said), "audit.nothing-certain"),
        (_to_check(view, to_check), "audit.nothing-possible"),
    )
    for table, nothing in tables:
        if table.rows:
            yield table
        elif table.title:
            hidden = len(left.findings) < left.total
            yield from (table.title, Paragraph(text("audit.nothing-left" if hidden else nothing), indent=3))
        yield Gap()


def _said(model: Model, view: AuditView, title: Heading) -> Table:
    main = view.header.main_source_id
    shared = shared_beginning([line.citations[0] for line in view.said if line.citations], main)
    rows = [
        (
            str(line.number),
            text("audit.extent", says=line.text, extent=line.extent) if line.extent else line.text,
            Either(
                cite_briefly(line.citations, model, main, shared),
                cite_all(line.citations, model, 2),
                cite_all(line.citations, model, len(line.citations)),
            ),
        )
        for line in view.said
    ]
    return Table(
        (
            Column(width=2, right=True),
            Column(Either("", "", text("audit.what")), share=1),
            Column(Either("", "", text("audit.source")), most=(24, 52)),
        ),
        rows,
        name="said",
        title=title,
        title_beside=Either(text("audit.shared", source=shared), "") if shared else "",
        least=1,
    )


_MOST = 5
"""So many names stand in a cell on paper; every one stands in the audit in full."""


def _to_check(view: AuditView, title: Heading) -> Table:
    return Table(
        (
            Column(Either("", "", text("audit.how-many")), right=True, most=(99, 99)),
            Column(width=1),
            Column(Either("", "", text("audit.what")), share=1),
            Column(text("audit.which"), paper=True),
            Column(text("audit.whom-to-ask"), paper=True),
        ),
        list(map(_check_row, view.to_check)),
        name="to-check",
        title=title,
        least=1,
    )


def _check_row(line: CheckLine) -> tuple[Cell, ...]:
    symbol = Styled(SYMBOLS[Status.UNKNOWN], f"status-{Status.UNKNOWN}") if line.silent else ""
    brief, full = (_asked(line, 3), _asked(line, 8)) if line.silent and line.ask else (line.text, _with_names(line))
    # The question says what is counted; the unit is for those who have the room.
    number = Either(f" {text('count.of', number=line.number, total=line.of)}", f" {line.extent}")
    asked = joined((f"{name} ({count})" for name, count in line.ask), most=_MOST)
    return (number, symbol, Either(brief, full, line.text), joined(line.names, most=_MOST), asked)


def _asked(line: CheckLine, most: int) -> str:
    asked = ", ".join(f"{name} {count}" for name, count in line.ask[:most])
    return text("audit.ask", says=line.text, asked=f"{asked} …" if len(line.ask) > most else asked)


def _with_names(line: CheckLine) -> str:
    several = len(line.names) > 4
    names = joined(line.names, most=4) if several else ", ".join(line.names)
    return text("finding.about", subject=line.text, says=names)
