"""One finding in full: what it says, how much weight it has, what it rests on, whom to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from barriers.facts import Citation
from barriers.findings import Finding
from barriers.messages import text
from barriers.model import Model
from graph import QUESTIONS
from viz.document import Item, Link, Words
from viz.reports.data import gathered
from viz.reports.entries import Entry
from viz.reports.subjects import Subjects
from viz.wording import cite, cite_together, named_ids, out_of


def citation_words(citation: Citation, model: Model) -> Words:
    """A citation in full, which leads to its source where the document tells of sources."""
    words = cite(citation, model)
    return Link(words, f"source-{citation.source}") if citation.source in model.source_by_id else words


def finding_item(model: Model, finding: Finding, number: int | None = None, *, ids: bool = True) -> Item:
    """A finding as its title and labelled lines, in the order of reading; lines without content are left out.

    Its id and those of the facts that it rests on stand there where `ids` are wanted.
    """
    return Item(
        str(finding.title),
        more=tuple(filter(None, [str(finding.detail)])),
        pairs=tuple(_lines(model, [finding], ids=ids)),
        id=finding.id if ids else "",
        number=number,
    )


def entry_item(subjects: Subjects, entry: Entry, *, ids: bool, brief: bool = False) -> Item:
    """An entry, of several findings what they have in common, with each thing told once.

    In `brief` without what all answers of its question have in common.
    """
    several = entry.of > 1
    pairs = {
        label: " ".join(told) for label, told in gathered(_lines(subjects.graph.part, entry.findings, ids=ids)).items()
    }
    if text("finding.source") in pairs:
        citations = subjects.graph.part.distinct(one for finding in entry.findings for one in finding.citations)
        pairs[text("finding.source")] = cite_together(citations, subjects.graph.part)
    if ids:
        pairs[text("finding.id")] = ", ".join(finding.id for finding in entry.findings)
    left_out = (text("finding.weight"), text("finding.count")) if brief else ()
    return Item(
        _title_of_several(subjects, entry) if several else str(entry.first.title),
        more=tuple(_beside(subjects, entry) if several else filter(None, [str(entry.first.detail)])),
        pairs=tuple(pair for pair in pairs.items() if pair[0] not in left_out),
        number=entry.number,
    )


def _title_of_several(subjects: Subjects, entry: Entry) -> str:
    extent = out_of(*subjects.out_of_all(finding.subject for finding in entry.findings))
    return text("finding.several", says=f"{entry.says[:1].upper()}{entry.says[1:]}", extent=extent)


def _beside(subjects: Subjects, entry: Entry) -> Iterator[str]:
    """What it is said of; the details, of whom they tell where they differ; how many a filter leaves out."""
    details = gathered((str(one.detail), subjects.name(one.subject)) for one in entry.findings)
    if len(details) == 1:
        yield text("finding.subjects", names=", ".join(entry.subjects))
        yield from filter(None, details)
    else:
        for detail, names in details.items():
            named = ", ".join(names)
            yield text("finding.about", subject=named, says=detail) if detail else text("finding.subjects", names=named)
    if hidden := entry.of - len(entry.findings):
        yield text("finding.hidden", n=hidden, total=entry.of)


def _lines(model: Model, findings: Sequence[Finding], *, ids: bool) -> Iterator[tuple[str, str]]:
    """What findings of one question have to say for themselves, each thing once."""
    first = findings[0]
    means = {question.id: str(question.words("priority-means")) for question in QUESTIONS}
    priority = text(f"priority.{first.priority}")
    yield text("finding.weight"), f"{priority}: {means.get(first.question, first.question)}"
    yield from ((text("finding.count"), counts) for counts in _counts(findings))
    for citation in model.distinct(one for finding in findings for one in finding.citations):
        yield text("finding.source"), cite(citation, model)
    asked = Counter(name for finding in findings for name in dict.fromkeys(finding.ask))
    if asked:
        # Those first who can tell of most of them.
        order = sorted(asked, key=lambda name: -asked[name])
        names = zip(named_ids(order, model), order, strict=True)
        yield (
            text("finding.ask"),
            ", ".join(f"{called} ({asked[name]})" if asked[name] > 1 else called for called, name in names),
        )
    for remedy in dict.fromkeys(remedy for finding in findings for remedy in finding.remedies):
        yield text("finding.remedy"), remedy
    facts = dict.fromkeys(name for finding in findings for name in finding.facts)
    if facts and ids:
        yield text("finding.facts"), ", ".join(facts)


def _counts(findings: Sequence[Finding]) -> Iterator[str]:
    """The count of what they have in common; nothing where nothing is recorded, or where each has another count."""
    counts = {(finding.count, finding.of) for finding in findings}
    if len(counts) == 1 and findings[0].of:
        number = text("count.of", number=findings[0].count, total=findings[0].of)
        yield text(
            "finding.counted" if len(findings) == 1 else "finding.counted-each", number=number, of=findings[0].counted
        )
