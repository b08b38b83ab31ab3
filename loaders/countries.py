"""Which country a file belongs to, and what stands in the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from barriers.errors import Problem, problem
from barriers.model import SECTIONS
from barriers.places import Place
from barriers.schema import names_of
from loaders.files import INTERNATIONAL, Found, is_country_code
from loaders.marked import Entries, Fields, Text, place_of


def country_of(content: Fields, file: Found) -> str:
    """The code of the country that a file belongs to, by its folder or by its key `of`; empty for none."""
    of = content.get("of")
    return file.country or (str(of) if isinstance(of, Text) else "")


def check_countries(content: Fields, file: Found) -> Iterator[Problem]:
    """The codes in a file must be those of its folder, and what belongs to a country must be in a file of one."""
    country = country_of(content, file)
    of = content.get("of")
    if isinstance(of, Text) and of and file.country and of != file.country:
        yield problem(place_of(of), "wrong-country.of", code=str(of), country=file.country)
    elif isinstance(of, Text) and of and not is_country_code(of):
        yield problem(place_of(of), "wrong-country.no-code", code=str(of), international=INTERNATIONAL)
    page = content.get("country")
    code = page.get("code") if isinstance(page, Fields) else None
    if isinstance(code, Text) and not country:
        place = Place(*content.key_marks["country"])
        yield _no_country(place, file, "no-country.page", code=str(code), folder=code.lower())
    elif isinstance(code, Text) and code != country:
        yield problem(place_of(code), "wrong-country.page", code=str(code), country=country)
    for section in () if country else (name for name, kind in SECTIONS.items() if "country" in names_of(kind)):
        items = content.get(section)
        for record in [part for part in items if isinstance(part, Fields)][:1] if isinstance(items, Entries) else ():
            yield _no_country(place_of(record), file, "no-country.section", section=section)


def _no_country(place: Place, file: Found, case: str, **values: Any) -> Problem:
    told = problem(place, case, **values)
    return told if file.advice is None else replace(told, remedy=file.advice)
