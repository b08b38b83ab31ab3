"""What a model must have before its facts mean anything, what about a fact looks wrong, what nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from barriers.actors import RELATION_FIELDS
from barriers.errors import IN_MEMORY, Gravity, Place, Problem, problem
from barriers.facts import Citation, Fact
from barriers.messages import dated
from barriers.model import Model
from barriers.ties import CompleteList, Cooperation
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
        if isinstance(fact, CompleteList) and fact.until is None:
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


def stale_facts(model: Model, years: int, as_of: date | None = None) -> Iterator[Problem]:
    """A warning for each fact whose newest source is more than `years` older than the day that is looked at.

    The day is `as_of`, else that of the fact's country; a fact of no country is looked at only with `as_of`.
    What counts is when a source last said it, not when it began. Facts that have ended, that have not begun
    on that day, or of which no date is known, are left out: nobody would rely on them.
    """
    for fact in model.facts():
        country = model.country_by_code.get(fact.country)
        day = as_of or (country.as_of if country else None)
        said = _last_said(model, fact)
        if day is None or said is None or said > day or (fact.until is not None and fact.until < day):
            continue
        if said < _years_before(day, years):
            values: Any = {"said": dated(said), "fact": fact.id, "n": years, "day": dated(day)}
            yield problem(_place(fact), "stale", gravity=Gravity.WARNING, **values)


def _last_said(model: Model, fact: Fact) -> date | None:
    """The date of the newest source of a fact, else its own beginning."""
    cited = (model.source_by_id.get(citation.source) for citation in fact.citations)
    dates = [source.date for source in cited if source is not None and source.date is not None]
    return max(dates, default=fact.since)


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:  # the 29th of February
        return day.replace(year=year, day=28)
