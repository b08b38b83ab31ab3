"""Countries side by side as plain data for other tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from barriers.model import Model
from barriers.selection import Selection
from viz.compare import Cell, ComparedStep, Comparison, Receiver
from viz.offers import Offer
from viz.reports.data import SCHEMA, citation_data, filter_data
from viz.reports.header import Header, strictest
from viz.wording import cite


def compare_data(model: Model, comparisons: Sequence[Comparison], selection: Selection = Selection()) -> dict[str, Any]:
    """The comparisons under one or more scripts, at least one, as lists, dicts, text and numbers."""
    first = comparisons[0]
    return {
        "schema": SCHEMA,
        "model": {
            "countries": list(first.codes),
            "scripts": [one.script for one in comparisons],
            "handling": strictest(one.handling for one in comparisons).value,
            "digest": model.digest,
            "filters": filter_data(selection),
            "about": [_about(head) for head in first.heads],
        },
        "counts": [
            {"script": one.script, "steps": len(one.steps), "different": one.different, "practices": _counts(one)}
            for one in comparisons
        ],
        "steps": [_step(one.script, step) for one in comparisons for barrier in one.shown for step in barrier.steps],
        "ahead": list(_aheads(comparisons)),
        "practices": [
            {"script": one.script, "country": receiver.code} | _offer(model, one, offer)
            for one in comparisons
            for receiver in one.receivers
            for offer in (*receiver.offers, *receiver.others)
        ],
    }


def _about(head: Header) -> dict[str, Any]:
    return {
        "country": head.code,
        "name": head.country,
        "as_of": head.as_of.isoformat(),
        "main_source": head.main_source_id,
        "about": head.about,
        "notices": list(head.notices),
    }


def _counts(comparison: Comparison) -> dict[str, dict[str, int]]:
    """How many practices for each country answer something that is not covered there, of how many."""
    return {receiver.code: {"count": len(receiver.offers), "of": receiver.total} for receiver in comparison.receivers}


def _step(script: str, step: ComparedStep) -> dict[str, Any]:
    return {
        "id": step.id,
        "script": script,
        "barrier": step.barrier,
        "name": step.name,
        "differs": step.differs,
        "countries": [_cell(cell) for cell in step.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "country": cell.country,
        "status": cell.status.value,
        "reason": cell.reason,
        "actors": [
            {"id": deed.actor, "name": deed.name, "covers": [cover.long for cover in deed.covers]}
            for deed in cell.deeds
        ],
    }


def _aheads(comparisons: Sequence[Comparison]) -> Iterator[dict[str, Any]]:
    for comparison in comparisons:
        for receiver in comparison.receivers:
            for ahead in receiver.ahead:
                yield {
                    "script": comparison.script,
                    "country": receiver.code,
                    "step": ahead.step.id,
                    "status": ahead.here.status.value,
                    "others": [_cell(cell) for cell in ahead.others],
                }


def _offer(model: Model, comparison: Comparison, offer: Offer) -> dict[str, Any]:
    cells = {step.id: step.cells for step in comparison.steps}
    return {
        "id": offer.id,
        "says": offer.says,
        "kind": offer.kind,
        "giver": offer.giver,
        "receivers": list(offer.receivers),
        "addressed": offer.addressed,
        "answers": [
            {
                "id": place.id,
                "name": place.name,
                "steps": [
                    {"id": name, "statuses": {cell.country: cell.status.value for cell in cells[name]}}
                    for name in place.steps
                ],
            }
            for place in offer.places
        ],
        "legal_basis": offer.legal_basis or None,
        "citations": [cite(citation, model) for citation in offer.citations],
        "cited": [citation_data(model, citation) for citation in offer.citations],
        "handling": offer.handling.value,
        "said_later": offer.later or None,
    }


def answering(receiver: Receiver, step: str) -> list[Offer]:
    """The practices that answer a step, or its barrier, where this country has it not covered."""
    return [offer for offer in receiver.offers if any(step in place.steps for place in offer.places)]
