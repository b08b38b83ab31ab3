"""What a model must have before its facts mean anything, and what about a fact looks wrong although it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.actors import RELATION_FIELDS
from barriers.errors import IN_MEMORY, Gravity, Place, Problem, problem
from barriers.evidence import Citation
from barriers.facts import Fact
from barriers.model import Model
from barriers.ties import ClosedList, Cooperation
from barriers.words import Basis, SourceKind
from loaders.files import INTERNATIONAL
from loaders.marked import Whereabouts, place_of


def check_house(model: Model, pages: frozenset[str], has_script: bool) -> Iterator[Problem]:
    """Facts of a country that has no page, and statements about steps where no file has a script.

    `pages` are the codes of the countries with a section `country:`, broken ones among them.
    """
    first: dict[str, Place] = {}
    for fact in model.facts():
        if fact.country and fact.country not in (*pages, INTERNATIONAL):
            place = _place(fact)
            first[fact.country] = min(place, first.get(fact.country, place))
    for code, place in first.items():
        yield problem(place, "no-country-page", country=str(code), folder=code.lower())
    if not has_script and (statements := [*model.coverage, *model.ceilings]):
        yield problem(min(map(_place, statements)), "no-script")


def _place(fact: Fact) -> Place:
    return fact.place or IN_MEMORY


def check_sanity(model: Model, where: Whereabouts) -> Iterator[Problem]:
    """Errors and warnings, fact by fact."""
    for fact in model.facts():
        place = _place(fact)
        if not fact.citations:
            yield problem(place, "uncited", gravity=Gravity.WARNING, fact=fact.id)
        yield from _dated(fact, model, place)
        if fact.is_stated:
            yield from _evidence(fact.citations, model, place)
        if isinstance(fact, Cooperation) and fact.total > 100.01:
            yield _over_100(fact, where.of(fact.place, "ratings"))
        if isinstance(fact, ClosedList) and fact.until is None:
            yield problem(place, "open-ended-list", network=str(fact.network))
    for actor in model.actors:
        for claim in (claim for name in (*RELATION_FIELDS, "serves") for claim in getattr(actor, name)):
            if claim.basis is Basis.STATED:
                yield from _evidence(claim.citations, model, actor.place or IN_MEMORY)


def _over_100(fact: Cooperation, place: Place) -> Problem:
    case = "ratings-over-100.suspected" if fact.suspicion else "ratings-over-100"
    actor, partner = str(fact.actor), str(fact.partner)
    return problem(place, case, gravity=Gravity.WARNING, total=fact.total, actor=actor, partner=partner)


def _dated(fact: Fact, model: Model, place: Place) -> Iterator[Problem]:
    """A fact begins at its own date or at that of a source; an uncited one is warned of already."""
    if fact.since is None and fact.citations:
        cited = [model.source_by_id.get(citation.source) for citation in fact.citations]
        # A source that is not there is told elsewhere, and may well have a date.
        if all(source is not None and source.date is None for source in cited):
            yield problem(place, "undated", fact=fact.id)


def _evidence(citations: tuple[Citation, ...], model: Model, place: Place) -> Iterator[Problem]:
    """What a machine wrote is no evidence."""
    cited = [model.source_by_id.get(citation.source) for citation in citations]
    if cited and all(source is not None and source.kind is SourceKind.MACHINE for source in cited):
        yield problem(place_of(citations[0].source, place), "machine-evidence")
