"""One finding in full: what it says, how much weight it has, what it rests on, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.evidence import Citation
from barriers.findings import Finding
from barriers.messages import text
from barriers.model import Model
from graph import QUESTIONS
from viz.document import Item, Link, Words
from viz.wording import cite, named_ids


def citation_words(citation: Citation, model: Model) -> Words:
    """A citation in full, which leads to its source where the document tells of sources."""
    words = cite(citation, model)
    return Link(words, f"source-{citation.source}") if citation.source in model.source_by_id else words


def finding_item(model: Model, finding: Finding, number: int | None = None) -> Item:
    """A finding as its title and labelled lines, in the order of reading; lines without content are left out."""
    return Item(
        str(finding.title),
        more=tuple(filter(None, [str(finding.detail)])),
        pairs=tuple(_lines(model, finding)),
        id=finding.id,
        number=number,
    )


def _lines(model: Model, finding: Finding) -> Iterator[tuple[str, str]]:
    means = {question.id: str(question.severity_means) for question in QUESTIONS}
    severity = text(f"severity.{finding.severity}")
    yield text("finding.weight"), f"{severity}: {means.get(finding.question, finding.question)}"
    none = "" if finding.of else f" ({text('finding.nothing-recorded')})"
    yield text("finding.count"), f"{text('count.of', number=finding.count, total=finding.of)}{none}: {finding.counted}"
    for citation in finding.citations:
        yield text("finding.source"), cite(citation, model)
    if finding.ask:
        yield text("finding.ask"), ", ".join(named_ids(finding.ask, model))
    for remedy in finding.remedies:
        yield text("finding.remedy"), remedy
    if finding.facts:
        yield text("finding.facts"), ", ".join(finding.facts)
