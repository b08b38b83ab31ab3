"""The audit as a document: short, or with every finding in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from barriers.findings import Audit, Finding, StepStatus
from barriers.messages import text
from barriers.model import Model
from barriers.selection import Selection
from barriers.words import Certainty, Handling, Status
from graph import BarrierGraph
from viz.document import (
    Block,
    Cell,
    Column,
    Document,
    Either,
    Gap,
    Heading,
    Items,
    Next,
    Paragraph,
    Records,
    Styled,
    Table,
)
from viz.reports.data import SCHEMA, cited_data, gathered, picked
from viz.reports.findings import finding_item
from viz.reports.header import meanings, strictest
from viz.reports.summary import AuditView, CheckLine, audit_view
from viz.symbols import STATUSES, SYMBOLS
from viz.wording import cite_all, cite_briefly, counted, joined, shared_beginning


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
                commands = [f"barriers show {view.next_subject}"] if view.next_subject else []
                commands.append(f"barriers audit {view.header.code} --all")
                yield Next(tuple(f"{one}{following(graph)}" for one in commands))

    audits = [audit for _, audit in pairs]
    return Document(
        blocks=blocks,
        data=lambda: audit_data(model, audits, selection),
        records=lambda: _records(model, audits),
        fits=not everything and len(pairs) == 1,
    )


# For spreadsheets and programs

_RECORDS = (
    *("country", "script", "certainty", "severity", "question", "subject", "title", "detail", "count", "of", "counted"),
    *("citations", "ask", "remedies", "facts", "handling", "id"),
)


def _records(model: Model, audits: Iterable[Audit]) -> Records:
    return Records(
        _RECORDS,
        [
            [(_finding(model, audit, finding) | {"handling": audit.handling})[name] for name in _RECORDS]
            for audit in audits
            for finding in audit.findings
        ],
    )


def audit_data(model: Model, audits: Sequence[Audit], selection: Selection = Selection()) -> dict[str, Any]:
    """The audits of one or more countries under one or more scripts, as lists, dicts, text and numbers.

    `as_of` is None where the countries are looked at on different days; each country carries its own. `script`
    is None where there are several; each step and finding carries its own. No audit gives empty lists.
    """
    days = {audit.as_of for audit in audits}
    scripts = list(dict.fromkeys(audit.script for audit in audits))
    of_country = gathered((audit.country, audit) for audit in audits)
    return {
        "schema": SCHEMA,
        "model": {
            "countries": list(of_country),
            "script": scripts[0] if len(scripts) == 1 else None,
            "scripts": scripts,
            "as_of": days.pop() if len(days) == 1 else None,
            "handling": _strictest(audits),
            "digest": audits[0].digest if audits else model.digest,
            "filters": asdict(selection),
            "about": [
                picked(model.country_by_code[code], "name main_source about")
                | {"country": code, "as_of": same[0].as_of, "handling": _strictest(same)}
                for code, same in of_country.items()
            ],
        },
        "steps": [_step(model, audit, step) for audit in audits for step in audit.steps],
        "findings": [_finding(model, audit, finding) for audit in audits for finding in audit.findings],
    }


def _strictest(audits: Iterable[Audit]) -> Handling:
    return strictest(audit.handling for audit in audits)


def _step(model: Model, audit: Audit, step: StepStatus) -> dict[str, Any]:
    names = {found.id: found.name for found in model.script_by_id[audit.script].steps}
    told = {"id": step.step, "country": audit.country, "script": audit.script, "name": names[step.step]}
    return told | picked(step, "barrier status reason intervening facts")


def _finding(model: Model, audit: Audit, finding: Finding) -> dict[str, Any]:
    names = "id question country certainty priority subject title detail count of counted about facts ask remedies"
    return picked(finding, names) | {"script": audit.script} | cited_data(model, finding.citations)


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


def _in_full(model: Model, audit: Audit) -> Iterator[Block]:
    for certainty in Certainty:
        found = audit.of_certainty(certainty)
        yield Heading(text(f"audit.heading-{certainty}", n=len(found)))
        for number, finding in enumerate(found, start=1):
            yield Gap()
            yield Items((finding_item(model, finding, number),))
        yield Gap()


def _in_lines(model: Model, view: AuditView) -> Iterator[Block]:
    for table, nothing in ((_said(model, view), "audit.nothing-certain"), (_to_check(view), "audit.nothing-possible")):
        if table.rows:
            yield table
        elif table.title:
            yield from (table.title, Paragraph(text(nothing), indent=3))
        yield Gap()


def _said(model: Model, view: AuditView) -> Table:
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
        title=Heading(text("audit.heading-certain", n=sum(len(line.findings) for line in view.said))),
        title_beside=Either(text("audit.shared", source=shared), "") if shared else "",
        least=1,
    )


def _to_check(view: AuditView) -> Table:
    number = sum(len(line.findings) for line in view.to_check)
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
        title=Heading(text("audit.heading-possible", n=number), beside=f" {text('audit.ask-first')}"),
        least=1,
    )


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
