"""The summary: the point in a few sentences, the statuses, what sources say, what is to be checked, every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from barriers.findings import Finding, StepStatus
from barriers.messages import separated, text
from barriers.script import Step
from viz.document import Block, Cell, Column, Heading, Item, Items, Lines, Link, Pairs, Paragraph, Table
from viz.markup import Html, marked
from viz.page.sections.parts import per_view, view_section
from viz.page.views import Book, PageDesk, PageView
from viz.reports.audit import statuses_table
from viz.reports.facts import label
from viz.reports.findings import citation_words
from viz.reports.profile import Desk
from viz.reports.profile.lines import about
from viz.reports.subjects import Subjects
from viz.reports.summary import OpenLine, SaidLine
from viz.wording import joined

_MOST = 8
"""How many names a line gives; the findings have them all."""

_SAID_ALREADY = ("status", "barrier", "comes_from", "leads_to", "note")
"""What the row says itself or in other words, and what the step before says of where it leads."""


def summary(book: Book) -> Html:
    """The section of the summary."""
    return view_section("summary", per_view(book, _summary))


def _summary(book: Book, view: PageView) -> Iterator[Block]:
    shown, links = view.shown, _Links(view)
    yield Paragraph(" ".join(shown.sentences), "lead")
    if shown.rows:
        rows = tuple(row._replace(name=marked(row.name)) for row in shown.rows)
        title = Heading(text("page.summary.statuses"))
        yield replace(statuses_table(shown._replace(rows=rows)), name=f"statuses-{view.key}", title=title)
    gaps, disagreements = (
        tuple(_said(book, line, links) for line in lines) for lines in (shown.gaps, shown.disagreements)
    )
    opened = tuple(_open(line, links) for line in shown.open)
    parts = (("said", gaps, "nothing-certain"), ("said", disagreements, ""), ("check", opened, "nothing-possible"))
    for heading, (role, items, nothing) in zip(shown.headings, parts, strict=True):
        if items or nothing:
            yield heading
            yield Items(items, role) if items else Paragraph(text(f"audit.{nothing}"))
    if shown.ask:
        yield Paragraph(shown.ask)
    yield Heading(text("page.summary.steps", number=len(view.audit.steps)))
    yield from _steps(book, view)


def finding_ids(view: PageView) -> dict[str, str]:
    """The id in the page of each finding, by its own id."""
    return {finding.id: f"finding-{view.key}-{place}" for place, finding in enumerate(view.audit.findings, start=1)}


def _said(book: Book, line: SaidLine, links: _Links) -> Item:
    cited = Lines(tuple(citation_words(one, book.model) for one in line.citations))
    pairs: list[tuple[str, Cell]] = [(text("finding.source"), cited)] if line.citations else []
    return Item(
        text("audit.extent", says=line.text, extent=line.extent) if line.extent else line.text,
        pairs=(*pairs, (text("page.summary.in-full"), links.to(line.findings))),
        number=line.number,
        role=f"priority-{line.findings[0].priority}",
    )


def _open(line: OpenLine, links: _Links) -> Item:
    asked = joined((f"{marked(who)} {count}" for who, count in line.ask), _MOST)
    pairs: list[tuple[str, Cell]] = [(text("audit.which"), links.to(line.findings))]
    return Item(
        text("audit.extent", says=line.text, extent=line.extent),
        pairs=(*pairs, *([(text("finding.ask"), asked)] if asked else [])),
    )


class _Links:
    """Links to the findings of a view, by the names of what they are about."""

    def __init__(self, view: PageView) -> None:
        self._subjects = Subjects(view.graph)
        self._places = finding_ids(view)

    def to(self, findings: Iterable[Finding]) -> Lines:
        return Lines(tuple(Link(marked(self._subjects.name(one.subject)), self._places[one.id]) for one in findings))


def _steps(book: Book, view: PageView) -> Iterator[Table]:
    """The steps with their status and why, barrier by barrier."""
    desk = PageDesk(book.model, (view.graph,), (view.audit,))
    columns = tuple(Column(text(f"page.summary.{one}")) for one in ("step", "status", "why", "about"))
    for barrier in view.graph.script.barriers:
        here = [step for step in view.audit.steps if step.barrier == barrier.id]
        if here:
            yield Table(
                columns,
                [_step(desk, view, step) for step in here],
                name=f"steps-{view.key}-{barrier.id}",
                anchors=[f"step-{view.key}-{step.step}" for step in here],
                title=Heading(marked(barrier.name)),
                role="steps",
            )


def _step(desk: Desk, view: PageView, step: StepStatus) -> tuple[Cell, ...]:
    found: Step = view.graph.relations.nodes[step.step]["value"]
    said_already = set(map(label, _SAID_ALREADY))
    lines = [line for line in about(desk, found, view.graph.script) if line[0] not in said_already]
    ahead = str(separated(desk.names[ahead] for ahead in found.leads_to))
    lines += [(label(name), said) for name, said in (("leads_to", ahead), ("note", found.note)) if said]
    return marked(found.name), step.status, str(step.reason), Pairs(lines, folded=text("page.summary.more"))
