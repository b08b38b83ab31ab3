"""What each fact must carry, and what about it looks wrong although it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Coverage
from barriers.errors import Gravity, Problem
from barriers.facts import Fact
from barriers.model import Model
from barriers.places import Place
from barriers.ties import ClosedList, Cooperation
from barriers.words import Basis, SourceKind

_NOWHERE = Place("(made in memory)")


def check_sanity(model: Model) -> Iterator[Problem]:
    """Errors and warnings, fact by fact."""
    for fact in model.facts():
        place = fact.place or _NOWHERE
        if not fact.citations:
            yield Problem(
                place,
                "uncited",
                found=f"a fact without citation ({fact.id})",
                expected="the source and the place in it",
                remedy="add citations:, or do not print this fact",
                gravity=Gravity.WARNING,
            )
        yield from _dated(fact, model, place)
        yield from _evidence(fact, model, place)
        if isinstance(fact, Cooperation) and fact.total > 100.01:
            yield Problem(
                place,
                "ratings-over-100",
                found=f"ratings that sum to {fact.total:g} per cent ({fact.actor} of {fact.partner})",
                expected="at most 100",
                remedy="kept as printed; say under suspicion what was probably meant",
                gravity=Gravity.WARNING,
            )
        if isinstance(fact, ClosedList) and fact.until is None:
            yield Problem(
                place,
                "open-ended-list",
                found=f"a closed list of {fact.network} without an end",
                expected="until: with the last day for which the source speaks",
                remedy="add until:, or record memberships only",
            )


def _dated(fact: Fact, model: Model, place: Place) -> Iterator[Problem]:
    """A fact begins at its own date or at that of a source; an uncited one is warned of already."""
    if fact.since is None and fact.citations:
        cited = [model.source_by_id.get(citation.source) for citation in fact.citations]
        if not any(source is not None and source.date is not None for source in cited):
            yield Problem(
                place,
                "undated",
                found=f"a fact without a beginning ({fact.id})",
                expected="since:, or a source that has a date",
                remedy="add since: with the first day for which it is known",
            )


def _evidence(fact: Fact, model: Model, place: Place) -> Iterator[Problem]:
    """What a machine wrote is no evidence."""
    stated = fact.is_stated if isinstance(fact, Coverage) else fact.basis is Basis.STATED
    kinds = {
        model.source_by_id[citation.source].kind
        for citation in fact.citations
        if citation.source in model.source_by_id
    }
    if stated and kinds == {SourceKind.MACHINE}:
        yield Problem(
            place,
            "machine-evidence",
            found="a stated fact that rests only on what a machine wrote",
            expected="a document that people answer for",
            remedy="find the document behind it, or say basis: inferred",
        )
