"""The summary: the point in a few sentences, the statuses, what sources say, what is to be checked, every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.facts import Citation
from barriers.findings import Finding, StepStatus
from barriers.messages import separated, text
from barriers.model import Model
from barriers.script import Step
from barriers.words import Certainty
from viz.markup import Child, Html, between, el, marked, name
from viz.page.sections.parts import labelled, link, per_view, row, status, table, view_section
from viz.page.views import Book, PageDesk, PageView
from viz.reports.facts import label
from viz.reports.profile import Desk
from viz.reports.profile.lines import about
from viz.reports.summary import CheckLine, SaidLine
from viz.symbols import STATUSES
from viz.wording import cite, joined

_MOST = 8
"""How many names a line gives; the findings have them all."""

_SAID_ALREADY = ("status", "barrier", "comes_from", "leads_to", "note")
"""What the row says itself or in other words, and what the step before says of where it leads."""


def summary(book: Book) -> Html:
    """The section of the summary."""
    return view_section("summary", per_view(book, lambda view, level: _summary(book, view, level)))


def _summary(book: Book, view: PageView, level: int) -> Iterator[Html]:
    shown = view.shown
    yield el("p", " ".join(shown.sentences), cls="lead")
    if shown.rows:
        yield _statuses(view)
    places = finding_ids(view)
    yield el(f"h{level}", text("audit.heading-certain", n=len(view.audit.of_certainty(Certainty.CERTAIN))))
    said = [_said(book, line, places) for line in shown.said]
    yield el("ol", *said, cls="said") if said else el("p", text("audit.nothing-certain"))
    yield el(f"h{level}", text("audit.heading-possible", n=len(view.audit.of_certainty(Certainty.POSSIBLE))))
    check = [_check(line, places) for line in shown.to_check]
    yield el("ul", *check, cls="check") if check else el("p", text("audit.nothing-possible"))
    yield el(f"h{level}", text("page.summary.steps", number=len(view.audit.steps)))
    yield from _steps(book, view)


def finding_ids(view: PageView) -> dict[str, str]:
    """The id in the page of each finding, by its own id."""
    return {finding.id: f"finding-{view.key}-{place}" for place, finding in enumerate(view.audit.findings, start=1)}


def _statuses(view: PageView) -> Html:
    header: list[Child] = [text("page.summary.barrier"), text("audit.steps"), *map(status, STATUSES)]
    rows = [
        row(name(one.name), str(one.steps), *(str(count) if count else "-" for count in one.counts))
        for one in view.shown.rows
    ]
    return table(f"statuses-{view.key}", text("page.summary.statuses"), header, rows, cls="statuses")


def _said(book: Book, line: SaidLine, places: dict[str, str]) -> Html:
    cited = [el("li", _cited(one, book.model)) for one in line.citations]
    return el(
        "li",
        el("p", line.text, f" ({line.extent})" if line.extent else None, " ", _findings(line.findings, places)),
        el("ul", cited, cls="cites") if cited else None,
        data_priority=line.findings[0].priority.value,
    )


def _cited(found: Citation, model: Model) -> Html:
    """A citation in full, which leads to its source."""
    words = cite(found, model)
    if found.source in model.source_by_id:
        return link(f"source-{found.source}", words, cls="cite")
    return el("span", words, cls="cite")


def _check(line: CheckLine, places: dict[str, str]) -> Html:
    asked = joined((f"{marked(who)} {count}" for who, count in line.ask), _MOST)
    return el(
        "li",
        el("p", el("strong", line.extent), f": {line.text}. ", _findings(line.findings, places)),
        el("p", joined(map(marked, line.names), _MOST), cls="note") if line.names else None,
        el("p", text("page.summary.ask", asked=asked), cls="note") if asked else None,
        data_silent=line.silent,
    )


def _findings(findings: Iterable[Finding], places: dict[str, str]) -> Html:
    """Links to findings, by their numbers."""
    listed = list(findings)
    links = [link(places[one.id], places[one.id].rpartition("-")[2]) for one in listed]
    return el("span", text("page.summary.findings", n=len(listed)), " ", between(links, ", "), cls="note")


def _steps(book: Book, view: PageView) -> Iterator[Html]:
    """The steps with their status and why, barrier by barrier."""
    desk = PageDesk(book.model, (view.graph,), (view.audit,))
    header = [text(f"page.summary.{one}") for one in ("step", "status", "why", "about")]
    for barrier in view.graph.script.barriers:
        here = [step for step in view.audit.steps if step.barrier == barrier.id]
        if here:
            rows = [_step(desk, view, step) for step in here]
            ident = f"steps-{view.key}-{barrier.id}"
            yield table(ident, name(barrier.name), header, rows, cls="steps")


def _step(desk: Desk, view: PageView, step: StepStatus) -> Html:
    found: Step = view.graph.relations.nodes[step.step]["value"]
    said_already = set(map(label, _SAID_ALREADY))
    lines = [line for line in about(desk, found, view.graph.script) if line[0] not in said_already]
    if found.leads_to:
        lines.append((label("leads_to"), str(separated(desk.names[ahead] for ahead in found.leads_to))))
    if found.note:
        lines.append((label("note"), found.note))
    return row(
        name(found.name),
        status(step.status),
        el("span", str(step.reason), data_reason=True),
        el("details", el("summary", text("page.summary.more")), labelled(lines)),
        id=f"step-{view.key}-{step.step}",
        data_status=step.status.value,
    )
