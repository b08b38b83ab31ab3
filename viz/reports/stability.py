"""How far stated gaps depend on one source, on single facts and on how verbs are read, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from barriers.findings import Finding
from barriers.messages import text
from graph import BarrierGraph
from graph.stability import DRAWS, Stability, Survivors, WithoutSource
from viz.document import Block, Cell, Column, Document, Either, Gap, Heading, Paragraph, Records, Table
from viz.reports.data import SCHEMA
from viz.reports.header import header_of
from viz.wording import counted, joined, out_of, title_of


def stability_document(graph: BarrierGraph, found: Stability) -> Document:
    """What becomes of each gap that sources state, and how many are kept and new in each changed model."""
    return Document(
        blocks=lambda: _blocks(graph, found),
        data=lambda: stability_data(graph, found),
        records=lambda: Records(_HEADER, list(_rows(found))),
    )


def _blocks(graph: BarrierGraph, found: Stability) -> Iterator[Block]:
    header = header_of(graph, found.audit.handling)
    yield from header.blocks()
    if header.cited_as:
        yield Paragraph(text("header.cited-as", cited=header.cited_as, source=header.main_source))
    told = {"gaps": counted(len(found.gaps), "stated-gap"), "script": graph.script.name, "facts": _facts(found)}
    yield Paragraph(text("stability.about", **told, draws=DRAWS))
    yield Gap()
    if found.gaps:
        yield _gaps(graph, found)
        yield Gap()
    yield Table(
        (
            Column(text("stability.changed"), share=1),
            Column(text("stability.left-out"), right=True, whole=True),
            Column(text("stability.kept"), right=True, whole=True),
            Column(text("stability.new"), right=True, whole=True),
        ),
        list(_outcomes(graph, found)),
        name="outcomes",
        title=Heading(text("stability.outcomes")),
    )
    others = sum(not _changes_a_gap(found, one) for one in found.sources)
    told_last = [text("stability.others", n=others)] if others else []
    yield Paragraph(" ".join([*told_last, text("stability.cannot-say")]))


def _facts(found: Stability) -> int:
    """How many facts there are to be left out."""
    return found.draws[0].facts


def _changes_a_gap(found: Stability, one: WithoutSource) -> bool:
    return bool(one.outcome.new) or len(one.outcome.kept) < len(found.gaps)


def _gaps(graph: BarrierGraph, found: Stability) -> Table:
    draws = [Column(text("stability.without", per_cent=one.per_cent), right=True, width=8) for one in found.draws]
    rows: list[tuple[Cell, ...]] = []
    for finding in _found(found):
        sources = joined(_called(graph, name) for name in found.falls_without(finding.id))
        kept = (text("count.of", number=one.kept(finding.id), total=len(one.outcomes)) for one in found.draws)
        says = str(finding.title)
        rows.append((Either(says.partition("; ")[0], says), sources or text("stability.none"), *kept))
    return Table(
        (Column(text("stability.gap"), share=2), Column(text("stability.falls"), share=1), *draws),
        rows,
        name="gaps",
        title=Heading(text("stability.gaps", draws=DRAWS)),
    )


def _found(found: Stability) -> Iterator[Finding]:
    gaps = set(found.gaps)
    return (one for one in found.audit.findings if one.id in gaps)


def _outcomes(graph: BarrierGraph, found: Stability) -> Iterator[tuple[Cell, ...]]:
    total = len(found.gaps)

    def row(changed: str, facts: int, outcome: Survivors) -> tuple[Cell, ...]:
        left_out = text("count.of", number=facts, total=_facts(found))
        return changed, left_out, out_of(len(outcome.kept), total, "stated-gap"), len(outcome.new)

    for one in found.sources:
        if _changes_a_gap(found, one):
            yield row(text("stability.source", source=_called(graph, one.source)), one.facts, one.outcome)
    yield row(text("stability.strictly"), found.read_in, found.strictly)
    yield row(text("stability.leniently"), 0, found.leniently)


def _called(graph: BarrierGraph, source: str) -> str:
    """What citations call a source, `NL SWOT`; its id where none of them names a page."""
    places = (one.at for fact in graph.part.facts() for one in fact.citations if one.source == source)
    return next((title for place in places if (title := title_of(place)) != place), source)


_HEADER = ("finding", "title", "falls_without", "per_cent", "kept", "draws")


def _rows(found: Stability) -> Iterator[tuple[Cell, ...]]:
    for finding in _found(found):
        falls = ", ".join(found.falls_without(finding.id))
        for one in found.draws:
            yield finding.id, str(finding.title), falls, one.per_cent, one.kept(finding.id), len(one.outcomes)


def stability_data(graph: BarrierGraph, found: Stability) -> dict[str, Any]:
    """The same as lists, dicts, text and numbers; `kept` and `new` are ids of findings."""

    def outcome(one: Survivors) -> dict[str, Any]:
        return {"kept": sorted(one.kept), "new": sorted(one.new)}

    return {
        "schema": SCHEMA,
        "country": graph.country,
        "script": graph.script.id,
        "as_of": graph.as_of,
        "gaps": [
            {
                "id": finding.id,
                "title": finding.title,
                "falls_without": found.falls_without(finding.id),
                "kept": [
                    {"per_cent": one.per_cent, "number": one.kept(finding.id), "of": len(one.outcomes)}
                    for one in found.draws
                ],
            }
            for finding in _found(found)
        ],
        "sources": [{"id": one.source, "facts": one.facts} | outcome(one.outcome) for one in found.sources],
        "strictly": outcome(found.strictly),
        "leniently": outcome(found.leniently),
    }
