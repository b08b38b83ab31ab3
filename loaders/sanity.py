"""What each fact must carry, and what about it looks wrong although it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.actors import Relation, Serving
from barriers.coverage import Coverage
from barriers.errors import Gravity, Problem
from barriers.evidence import Citation
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.model import Model
from barriers.places import Place
from barriers.ties import ClosedList, Cooperation
from barriers.words import Basis, SourceKind
from loaders.marked import place_of
from loaders.whereabouts import IN_MEMORY, Whereabouts


def check_sanity(model: Model, where: Whereabouts) -> Iterator[Problem]:
    """Errors and warnings, fact by fact."""
    for fact in model.facts():
        place = fact.place or IN_MEMORY
        if not fact.citations:
            yield _uncited(fact, place)
        yield from _dated(fact, model, place)
        if _is_stated(fact):
            yield from _evidence(fact.citations, model, place)
        if isinstance(fact, Cooperation) and fact.total > 100.01:
            yield _over_100(fact, where.of(fact.place, "ratings"))
        if isinstance(fact, ClosedList) and fact.until is None:
            yield _without_end(fact, place)
    for actor in model.actors:
        claims: tuple[Relation | Serving, ...] = (*actor.part_of, *actor.kind_of, *actor.successor_of, *actor.serves)
        for claim in claims:
            if claim.basis is Basis.STATED:
                yield from _evidence(claim.citations, model, actor.place or IN_MEMORY)


def _uncited(fact: Fact, place: Place) -> Problem:
    return Problem(
        place,
        "uncited",
        found=f"a fact without citation ({fact.id})",
        expected="the source and the place in it",
        remedy="add citations: with source: and at:",
        gravity=Gravity.WARNING,
    )


def _over_100(fact: Cooperation, place: Place) -> Problem:
    told = "nothing to do, for your suspicion stands beside it"
    ask = "compare with the source, and say under suspicion: what was probably meant"
    return Problem(
        place,
        "ratings-over-100",
        found=f"ratings that sum to {fact.total:g} per cent ({fact.actor} of {fact.partner})",
        expected="at most 100",
        remedy=f"kept as printed; {told if fact.suspicion else ask}",
        gravity=Gravity.WARNING,
    )


def _without_end(fact: ClosedList, place: Place) -> Problem:
    return Problem(
        place,
        "open-ended-list",
        found=f"a closed list of {fact.network} without an end",
        expected="until: with the last day for which the source speaks",
        remedy="add until:, or take the closed list out and record memberships only",
    )


def _dated(fact: Fact, model: Model, place: Place) -> Iterator[Problem]:
    """A fact begins at its own date or at that of a source; an uncited one is warned of already."""
    if fact.since is None and fact.citations:
        cited = [model.source_by_id.get(citation.source) for citation in fact.citations]
        # A source that is not there is told elsewhere, and may well have a date.
        if all(source is not None and source.date is None for source in cited):
            yield Problem(
                place,
                "undated",
                found=f"a fact without a beginning ({fact.id})",
                expected="since:, or a source that has a date",
                remedy="add since: with the first day for which it is known",
            )


def _is_stated(fact: Fact) -> bool:
    return fact.is_stated if isinstance(fact, Coverage | Facilitation) else fact.basis is Basis.STATED


def _evidence(citations: tuple[Citation, ...], model: Model, place: Place) -> Iterator[Problem]:
    """What a machine wrote is no evidence."""
    cited = [model.source_by_id.get(citation.source) for citation in citations]
    if cited and all(source is not None and source.kind is SourceKind.MACHINE for source in cited):
        yield Problem(
            place_of(citations[0].source, place),
            "machine-evidence",
            found="a stated fact that rests only on what a machine wrote",
            expected="a document that people answer for",
            remedy="find the document behind it, or say basis: inferred",
        )
