"""What the loader writes into a record before it becomes a value: where it stands and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from barriers.errors import Problem
from barriers.places import Place
from loaders.files import INTERNATIONAL, DataFile, Found, is_country_code
from loaders.marked import Fields, Items, Text, place_of
from loaders.whereabouts import Whereabouts

SECTIONS = tuple(field.name for field in fields(DataFile) if field.name not in ("schema", "of", "country", "script"))
"""The lists that may stand in a file."""

FACTS = tuple(name for name in SECTIONS if name not in ("editions", "sources", "actors"))
"""The lists of facts among them; these and actors belong to a country."""


def country_of(content: Fields, file: Found) -> str:
    """The code of the country that a file belongs to, by its folder or by its key `of`; empty for none."""
    of = content.get("of")
    return file.country or (str(of) if isinstance(of, Text) else "")


def stamp(content: Fields, file: Found, where: Whereabouts) -> Iterator[Problem]:
    """Write place and country into each record; problems with the country and with keys that are worked out."""
    yield from _check_country(content, file)
    code = Text(country_of(content, file))
    code.mark, code.plain = content.mark, False
    for name in ("actors", *FACTS):
        records = _records(content.get(name))
        if records and not code:
            yield _no_country(name, records[0], file)
        for record in records:
            yield from _own_keys(record, ("country", "place") if name == "actors" else ("country", "place", "id"))
            record["country"] = code
            _stamp_place(record, where)
    script = content.get("script")
    nested = [script.get(name) for name in ("steps", "tracks")] if isinstance(script, Fields) else []
    for section in nested:
        for record in _records(section):
            yield from _own_keys(record, ("place",))
            _stamp_place(record, where)


def _stamp_place(record: Fields, where: Whereabouts) -> None:
    place = Place(*record.mark)
    record["place"] = place
    where.remember(place, record)


def _records(section: Any) -> list[Fields]:
    return [record for record in section if isinstance(record, Fields)] if isinstance(section, Items) else []


def _own_keys(record: Fields, names: tuple[str, ...]) -> Iterator[Problem]:
    """These are worked out, so they may not be written."""
    for key in names:
        if key in record:
            yield Problem(
                Place(*record.key_marks[key]),
                "unknown-key",
                found=f"the key {key!r}, which the tool works out itself",
                expected="only what the source says",
                remedy="take the line out",
            )
            del record[key]


def _no_country(section: str, record: Fields, file: Found) -> Problem:
    return Problem(
        place_of(record),
        "no-country",
        found=f"{section} in a file that belongs to no country",
        expected="a file in the folder of a country, or the key of: at its top",
        remedy=file.advice or "move the file into a folder such as nl, or write of: NL at its top",
    )


def _check_country(content: Fields, file: Found) -> Iterator[Problem]:
    """The codes in a file must be those of its folder."""
    of = content.get("of")
    if isinstance(of, Text) and of and file.country and of != file.country:
        yield _wrong_code(of, file.country, "take the line out; the folder says it")
    elif isinstance(of, Text) and of and not is_country_code(of):
        yield _wrong_code(of, f"two capital letters, or {INTERNATIONAL}", "write it like of: NL")
    country = content.get("country")
    code = country.get("code") if isinstance(country, Fields) else None
    if not isinstance(code, Text):
        return
    if not country_of(content, file):
        yield Problem(
            Place(*content.key_marks["country"]),
            "no-country",
            found="a country: section in a file that belongs to no country",
            expected="a file in the folder of that country, or the key of: at its top",
            remedy=file.advice or f"move the file into the folder {code.lower()}, or write of: {code} at its top",
        )
    elif code != country_of(content, file):
        expected = country_of(content, file)
        yield _wrong_code(code, expected, f"write {expected}, or put the file into the folder of the other country")


def _wrong_code(code: Text, expected: str, remedy: str) -> Problem:
    return Problem(
        place_of(code), "wrong-country", f"the country code {str(code)!r}", f"{expected} here", remedy=remedy
    )
