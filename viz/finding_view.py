"""One finding in full: what it says, how much weight it has, what it rests on, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from barriers.findings import Finding
from barriers.model import Model
from graph import QUESTIONS
from viz.wording import cite, named_ids


class FindingView(NamedTuple):
    """A finding as its title and labelled lines, in the order of reading."""

    id: str
    title: str
    detail: str
    lines: tuple[tuple[str, str], ...]


def finding_view(model: Model, finding: Finding) -> FindingView:
    """Everything that a reader needs of one finding; lines without content are left out."""
    return FindingView(finding.id, str(finding.title), str(finding.detail), tuple(_lines(model, finding)))


def _lines(model: Model, finding: Finding) -> Iterator[tuple[str, str]]:
    means = {question.id: question.severity_means for question in QUESTIONS}
    yield "weight", f"{finding.severity.value}: {means.get(finding.question, finding.question)}"
    none = "" if finding.of else " (nothing is recorded)"
    yield "count", f"{finding.count} of {finding.of}{none}: {finding.counted}"
    for citation in finding.citations:
        yield "source", cite(citation, model)
    if finding.ask:
        yield "ask", ", ".join(named_ids(finding.ask, model))
    for remedy in finding.remedies:
        yield "remedy", remedy
    if finding.facts:
        yield "facts", ", ".join(finding.facts)
