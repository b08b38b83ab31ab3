"""A profile as a document: in short, every entry in short, or every entry in full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from barriers.messages import separated, text
from barriers.words import Handling
from viz.document import Block, Document, Gap, Heading, Item, Items, Masthead, Next, Pairs, Paragraph, Records
from viz.reports.data import SCHEMA, picked
from viz.reports.profile.desk import Section
from viz.reports.profile.lines import Line
from viz.wording import audience_words, counted

SHORT, ENTRIES, FULL = 1, 2, 3
"""How deep a profile goes: the first entries in short, every entry in short, every entry in full."""

_FIRST = 4
"""So many entries of the first section are told in short, which is what one asks for first."""

_NEXT = 2
"""So many of each section after it."""

_SECTIONS = 4
"""So many sections are told in short; of the others it is said how many entries they have."""

_NO_NAME = re.compile(r".*-[0-9a-f]{12}|.*:.*")
"""Ids that nobody reads: those of facts and of findings."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything known about one id. `about` are labelled lines; sections without items say so or are left out.

    `names` are those of all countries by code, `countries` those of the ones that are looked at. `elsewhere` is how
    many facts speak of it in other countries, by code, `other_sources` how many entries cite other sources than the one
    that was asked for.
    """

    id: str
    kind: str
    name: str
    about: tuple[Line, ...]
    sections: tuple[Section, ...]
    handling: Handling
    place: str
    names: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    other_sources: int = 0

    @property
    def size(self) -> int:
        """How many entries it has."""
        return sum(len(part.items) for part in self.sections)


class ProfileView(NamedTuple):
    """How a profile is shown: how deep, with the ids of facts or without, and the command that shows it again."""

    depth: int = FULL
    ids: bool = False
    command: str = ""


def profile_document(made: Profile, view: ProfileView = ProfileView()) -> Document:  # noqa: B008 - frozen
    """A profile as a document; programs get every entry in full with its id."""
    return Document(
        blocks=lambda: _blocks(made, view),
        data=lambda: profile_data(made),
        records=lambda: _records(made),
        title=made.name,
    )


def _blocks(made: Profile, view: ProfileView) -> Iterator[Block]:
    handling = audience_words(made.handling)
    yield Masthead(made.name, (made.kind, made.id, handling), is_long=True)
    yield Pairs((*made.about, *([(text("label.place"), made.place)] if made.place and view.ids else [])), least=8)
    shown = made.sections if view.depth > SHORT else made.sections[:_SECTIONS]
    for number, part in enumerate(shown):
        most = len(part.items) if view.depth > SHORT else _NEXT if number else _FIRST
        if view.depth == SHORT and all(item.is_short for item in part.items):
            most *= 2  # these take a line each
        yield Gap()
        yield from _section(made, part, most, view)
    yield from _rest(made, made.sections[len(shown) :], view)


def _section(made: Profile, part: Section, most: int, view: ProfileView) -> Iterator[Block]:
    if not part.items:
        yield Heading(part.heading)
        yield Paragraph(part.none, indent=2)
        return
    yield Heading(text("show.section", heading=part.heading, n=len(part.items)))
    yield Items(tuple(_shown(made, item, view) for item in part.items[:most]))
    left = part.items[most:]
    if left:
        yield Paragraph(_more(made, left), "quiet", indent=2)


def _shown(made: Profile, item: Item, view: ProfileView) -> Item:
    """An entry as it is told at this depth; where several countries are looked at, with the country whose it is."""
    if len(made.countries) > 1 and item.country in made.countries:
        item = replace(item, text=text("show.of-country", country=made.countries[item.country], said=item.text))
    if not view.ids and _NO_NAME.fullmatch(item.id):
        item = replace(item, id="", place="")
    if view.depth == FULL:
        return item
    cited = text("show.first-of", first=item.citations[0], n=len(item.citations) - 1) if item.citations[1:] else ""
    beside = separated(filter(None, [item.brief, cited or "".join(item.citations)]), "list.dot")
    return replace(item, more=tuple(filter(None, [str(beside)])), citations=(), place="")


def _more(made: Profile, left: tuple[Item, ...]) -> str:
    """`and 14 more in Romania: --country RO`, or how many in which country."""
    by_country = Counter(item.country for item in left if item.country in made.countries)
    if len(made.countries) < 2 or not by_country:
        return text("show.more", n=len(left))
    if set(by_country.values()) == {len(left)}:
        (code,) = by_country
        return text("show.more-in", n=len(left), country=made.countries[code], code=code)
    return text("show.more-where", n=len(left), where=_in_countries(made.countries, by_country, len(left)))


def _in_countries(names: Mapping[str, str], numbers: Mapping[str, int], total: int = 0) -> str:
    """`5 in Denmark (--country DK), 2 of no country`: how many where; the rest of a `total` is common to all."""
    told = [
        text("show.in-country", number=number, country=names.get(code, code), code=code)
        for code, number in sorted(numbers.items())
    ]
    common = total - sum(numbers.values())
    return str(separated([*told, *([text("show.in-no-country", number=common)] if common > 0 else [])]))


def _rest(made: Profile, left: tuple[Section, ...], view: ProfileView) -> Iterator[Block]:
    """What is not told: sections that are only counted, other countries, other sources; and how to see it."""
    entries: dict[str, int] = {}
    for part in left:
        heading = part.family or part.heading
        entries[heading] = entries.get(heading, 0) + len(part.items)
    counts = [text("show.section", heading=heading, n=number) for heading, number in entries.items() if number]
    told = [text("show.also", sections=separated(counts, "list.semicolon"))] if counts else []
    if made.other_sources and not made.size:
        told.append(text("show.source-is-silent"))
    if made.elsewhere:
        told.append(text("show.elsewhere", where=_in_countries(made.names, made.elsewhere)))
    if made.other_sources:
        told.append(text("show.other-sources", entries=counted(made.other_sources, "entry")))
    if told or (view.depth < FULL and made.size):
        yield Gap()
    yield from (Paragraph(one) for one in told)
    if view.depth < FULL and view.command and made.size:
        deeper = f"{view.command} --depth {ENTRIES}" if view.depth == SHORT else ""
        yield Next(tuple(filter(None, [deeper, f"{view.command} --all"])))


def _records(made: Profile) -> Records:
    rows: list[tuple[object, ...]] = [("about", name, told, "", "", made.handling, "") for name, told in made.about]
    for part in made.sections:
        for one in part.items:
            said = "; ".join(filter(None, [one.status, one.text, *one.more]))
            rows.append((part.heading, one.id, said, one.citations, one.place, one.handling, one.country))
    return Records(("section", "id", "text", "citations", "place", "handling", "country"), rows)


def profile_data(made: Profile) -> dict[str, Any]:
    """A profile as lists, dicts and text."""
    return picked(made, "id kind name handling") | {
        "schema": SCHEMA,
        "place": made.place or None,
        "about": [{"label": name, "text": told} for name, told in made.about],
        "sections": [
            {
                "heading": part.heading,
                "entries": [
                    picked(one, "text more citations handling")
                    | {name: getattr(one, name) or None for name in ("status", "id", "place", "country")}
                    for one in part.items
                ],
            }
            for part in made.sections
        ],
        "elsewhere": dict(made.elsewhere),
        "other_sources": made.other_sources,
    }
