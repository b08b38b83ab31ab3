"""The audit on paper: the same as on the screen, as headings, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.model import Model
from cli.render import Block, Grid, Heading
from viz.audit_view import CHECK, NOTHING_SAID, NOTHING_TO_CHECK, SAID, AuditView, CheckLine, SaidLine
from viz.finding_view import finding_view
from viz.marks import MEANINGS, STATUSES, marked
from viz.wording import cite_all


def audit_paper(model: Model, view: AuditView, everything: bool) -> Iterator[Block]:
    """The paper of one country; with `everything`, each finding in full at the end."""
    head = view.head
    yield Heading(f"{head.country}, {head.month}", 1)
    yield f"Script {head.script}, {head.steps} steps. Handling: {head.handling.value}."
    yield f"The main source ({head.main_source}) is about {head.about}."
    yield from head.notices
    yield " ".join(view.sentences)
    if view.rows:
        yield Grid(("", "steps", *map(marked, STATUSES)), [(row.name, row.steps, *row.counts) for row in view.rows])
        yield Grid(("status", "means"), [(marked(status), MEANINGS[status]) for status in STATUSES])
    yield Heading(f"{SAID} ({view.said_count})")
    if view.said:
        yield Grid(("", "what", "how many", "source"), [_said(model, *line) for line in enumerate(view.said, start=1)])
    else:
        yield NOTHING_SAID
    yield Heading(f"{CHECK} ({view.to_check_count})")
    if view.to_check:
        yield Grid(("what", "how many", "which", "whom to ask"), [_check(line) for line in view.to_check])
    else:
        yield NOTHING_TO_CHECK
    if everything:
        yield from _in_full(model, view)


def _said(model: Model, number: int, line: SaidLine) -> tuple[str, ...]:
    return (str(number), line.text, line.extent, cite_all(line.citations, model, 3))


def _check(line: CheckLine) -> tuple[str, ...]:
    ask = ", ".join(f"{name} ({count})" for name, count in line.ask)
    return (line.text, line.extent, ", ".join(line.names), ask)


def _in_full(model: Model, view: AuditView) -> Iterator[Block]:
    for name, lines in ((SAID, view.said), (CHECK, view.to_check)):
        yield Heading(f"{name}, in full")
        for line in lines:
            for finding in line.findings:
                whole = finding_view(model, finding)
                yield Heading(whole.title, 3)
                if whole.detail:
                    yield whole.detail
                yield Grid(("", ""), [*whole.lines, ("id", whole.id)])
