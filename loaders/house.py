"""What a model must have before its facts mean anything: a page for each country, and a script."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage
from barriers.errors import Problem, problem
from barriers.facts import Fact
from barriers.model import Model
from barriers.places import IN_MEMORY, Place
from loaders.files import INTERNATIONAL
from loaders.marked import place_of


def check_house(model: Model, pages: frozenset[str], has_script: bool) -> Iterator[Problem]:
    """Facts of a country that has no page, and statements about steps where no file has a script.

    `pages` are the codes of the countries with a section `country:`, broken ones among them.
    """
    first: dict[str, Fact] = {}
    for fact in model.facts():
        if fact.country and fact.country not in (*pages, INTERNATIONAL):
            earlier = first.setdefault(fact.country, fact)
            if _place(fact) < _place(earlier):
                first[fact.country] = fact
    for code, fact in first.items():
        yield problem(_place(fact), "no-country-page", country=str(code), folder=code.lower())
    statements = [fact for fact in model.facts() if isinstance(fact, Coverage | Ceiling)]
    if statements and not has_script:
        yield problem(min(map(_place, statements)), "no-script")


def _place(fact: Fact) -> Place:
    return place_of(fact, fact.place or IN_MEMORY)
