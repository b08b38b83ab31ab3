"""Facts that nobody has confirmed for years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from barriers.errors import IN_MEMORY, Gravity, Problem, problem
from barriers.facts import Fact
from barriers.messages import dated
from barriers.model import Model


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
            yield problem(fact.place or IN_MEMORY, "stale", gravity=Gravity.WARNING, **values)


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
