"""Dossiers of sources, backwards: what cites a source, what cites one place in it; and of text editions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from barriers.actors import Actor, Relation, Serving
from barriers.evidence import Citation, Edition, Source
from barriers.words import Handling
from viz.dossier_parts import Desk, Dossier, Entry, Section, parts_of
from viz.reports.header import strictest
from viz.wording import counted, day_words

About = Iterator[tuple[str, str]]
Wanted = Callable[[Citation], bool]

_PAGE = re.compile(r"\bpp?\.\s*(\d+)(?:\s*[-\u2013]\s*(\d+))?", re.IGNORECASE)


class _Locator(NamedTuple):
    """A printed place taken apart: `NL SWOT p. 38, fn 4` is `nl swot`, 38, 38, `fn 4`."""

    before: str
    first: int
    last: int
    after: str


def _taken_apart(at: str) -> _Locator | None:
    """A place as document, pages and what follows; None for a place without a page."""
    found = _PAGE.search(at)
    if found is None:
        return None
    first = int(found[1])
    return _Locator(
        " ".join(at[: found.start()].casefold().split()),
        first,
        int(found[2] or first),
        " ".join(at[found.end() :].casefold().replace(",", " ").split()),
    )


def _is_at(citation: Citation, asked: str) -> bool:
    """Whether a citation stands at the place asked for: on that page, in that chapter, at that footnote."""
    wanted, there = _taken_apart(asked), _taken_apart(citation.at)
    if wanted is None:
        return _stands_in(asked, citation.at)
    if there is None or wanted.before not in ("", there.before, citation.source):
        return False
    return wanted.first <= there.last and there.first <= wanted.last and _stands_in(wanted.after, there.after)


def _stands_in(words: str, text: str) -> bool:
    """Whether these words stand in a text, whole: chapter 3.2 holds 3.2.1 and is not in 3.20."""
    one, other = (" ".join(part.casefold().split()) for part in (words, text))
    return re.search(rf"(?<![\w.]){re.escape(one)}(?!\w)", other) is not None if one else True


def cites_place(desk: Desk, name: str) -> bool:
    """Whether a name is itself a printed place that something cites: a page, or a locator as it is recorded."""
    if _taken_apart(name) is not None:
        return any(_is_at(citation, name) for citation in _all_citations(desk))
    return any(citation.at.casefold() == name.casefold() for citation in _all_citations(desk))


def place_dossier(desk: Desk, at: str, source: Source | None = None) -> Dossier:
    """Everything that cites one place; in whichever source where none is given."""

    def wanted(citation: Citation) -> bool:
        return (source is None or citation.source == source.id) and _is_at(citation, at)

    cited = {citation.source: None for citation in _all_citations(desk) if wanted(citation)}
    if source is not None:
        cited[source.id] = None
    sources = [desk.model.source_by_id[name] for name in sorted(cited) if name in desk.model.source_by_id]
    sections = tuple(_citing(desk, wanted, "cite this place", with_words=True))
    return Dossier(
        id=f"{source.id} {at}" if source else at,
        kind="place in a source",
        name=at,
        about=tuple(("source", f"{one.title} ({one.id}, {one.voice.value})") for one in sources),
        sections=sections,
        handling=_strictest(sections, sources),
    )


def source_dossier(desk: Desk, source: Source) -> Dossier:
    """A source: what it is, and backward every fact, actor and part of a script that cites it, and at which places."""

    def wanted(citation: Citation) -> bool:
        return citation.source == source.id

    sections = (*_citing(desk, wanted, "cite it"), Section("Places that are cited", tuple(_places(desk, source))))
    return Dossier(
        id=source.id,
        kind=f"source, {source.kind.value}",
        name=source.title,
        about=tuple(about_source(source)),
        sections=tuple(section for section in sections if section.entries or section.none),
        handling=_strictest(sections, [source]),
    )


def _strictest(sections: tuple[Section, ...], sources: list[Source]) -> Handling:
    shown = [entry.handling for section in sections for entry in section.entries]
    return strictest([*(source.handling for source in sources), *shown])


def _citing(desk: Desk, wanted: Wanted, cite: str, *, with_words: bool = False) -> Iterator[Section]:
    """Facts, actors, parts of scripts and findings with such a citation."""
    facts = [(fact, found) for fact in desk.facts if (found := tuple(filter(wanted, fact.citations)))]
    entries = desk.entries(fact for fact, _ in facts)
    if with_words:
        said = {fact.id: tuple(filter(None, map(_words, found))) for fact, found in facts}
        entries = tuple(replace(entry, more=(*entry.more, *said[entry.id])) for entry in entries)
    actors = [actor for actor in desk.model.actors if any(map(wanted, _citations_of(actor)))]
    parts = [
        part
        for script in desk.model.scripts
        for part in (script, *parts_of(script))
        if any(map(wanted, getattr(part, "citations", ())))
    ]
    named = tuple(Entry(desk.names[actor.id], id=actor.id, handling=actor.handling) for actor in actors)
    yield Section(f"Facts that {cite}", entries, none="None in the countries looked at.")
    yield Section("Actors that it names", named, none="None.")
    yield Section("Parts of scripts taken from it", tuple(Entry(part.name, id=part.id) for part in parts), none="None.")
    yield desk.finding_section(finding for finding in desk.findings if any(map(wanted, finding.citations)))


def _words(citation: Citation) -> str:
    """What must stand at a place, with its lines."""
    first, last = citation.lines or (0, 0)
    lines = f"lines {first} to {last}: " if citation.lines else ""
    return f"{citation.at}, {lines}“{citation.words}”" if citation.words else ""


def _citations_of(value: object) -> Iterator[Citation]:
    """The citations of a fact, a part of a script or an actor, with those of an actor's relations."""
    yield from getattr(value, "citations", ())  # a group has none
    if isinstance(value, Actor):
        claims: tuple[Relation | Serving, ...] = (*value.part_of, *value.kind_of, *value.successor_of, *value.serves)
        for claim in claims:
            yield from claim.citations


def _all_citations(desk: Desk) -> Iterator[Citation]:
    for value in _citing_values(desk):
        yield from _citations_of(value)


def _citing_values(desk: Desk) -> Iterator[object]:
    yield from desk.facts
    yield from desk.model.actors
    for script in desk.model.scripts:
        yield script
        yield from parts_of(script)


def _places(desk: Desk, source: Source) -> Iterator[Entry]:
    """Each place of the source that is cited, in the order of its pages, with how many times."""
    citing: dict[str, int] = {}
    for value in _citing_values(desk):
        for at in {citation.at for citation in _citations_of(value) if citation.source == source.id}:
            citing[at] = citing.get(at, 0) + 1
    for at in sorted(citing, key=_in_order):
        yield Entry(f"cited by {counted(citing[at], 'record')}", id=f"{source.id} {at}")


def _in_order(at: str) -> list[tuple[bool, int, str]]:
    """Numbers in a place by their size: page 9 before page 10."""
    parts = [part for part in re.split(r"(\d+)", at.replace("pp.", "p.")) if part]
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]


def about_source(source: Source) -> About:
    """What a source is, in labelled lines."""
    yield "about", source.about
    yield "voice", source.voice.value
    if source.date is not None:
        yield "date", day_words(source.date) + (f" ({source.date_note})" if source.date_note else "")
    for label in ("publisher", "address", "edition", "note"):
        value = getattr(source, label)
        if value:
            yield label, value
    yield "handling", source.handling.value


def edition_dossier(desk: Desk, edition: Edition) -> Dossier:
    """A text edition: which sources can be looked up in it."""
    sources = [source for source in desk.model.sources if source.edition == edition.id]
    return Dossier(
        id=edition.id,
        kind="text edition",
        name=edition.title,
        about=(
            ("lines", str(edition.lines)),
            ("sha256", edition.sha256),
            ("check", f"barriers check --text {edition.id}=PATH"),
        ),
        sections=(Section("Sources in it", tuple(Entry(one.title, id=one.id) for one in sources), none="None."),),
        handling=strictest(source.handling for source in sources),
    )
