"""Sources backwards: what cites a source, and what cites one printed place in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from barriers.facts import Citation, Source
from barriers.messages import text
from barriers.naming import parts_of
from barriers.schema import records_in
from viz.document import Item
from viz.reports.profile.desk import Desk, Section, section
from viz.wording import counted

_PAGE = re.compile(r"\bpp?\.\s*(\d+)(?:\s*[-\u2013]\s*(\d+))?", re.IGNORECASE)


def _taken_apart(at: str) -> tuple[str, int, int, str] | None:
    """A printed place as document, first and last page, and what follows; None for a place without a page.

    `NL SWOT p. 38, fn 4` is `nl swot`, 38, 38, `fn 4`.
    """
    found = _PAGE.search(at)
    if found is None:
        return None
    first, before, after = int(found[1]), at[: found.start()], at[found.end() :].replace(",", " ")
    return " ".join(before.casefold().split()), first, int(found[2] or first), " ".join(after.casefold().split())


def is_at(citation: Citation, asked: str) -> bool:
    """Whether a citation stands at the place asked for: on that page, in that chapter, at that footnote."""
    wanted, there = _taken_apart(asked), _taken_apart(citation.at)
    if wanted is None:
        return _stands_in(asked, citation.at)
    if there is None or wanted[0] not in ("", there[0], citation.source):
        return False
    return wanted[1] <= there[2] and there[1] <= wanted[2] and _stands_in(wanted[3], there[3])


def _stands_in(words: str, text: str) -> bool:
    """Whether these words stand in a text, whole: chapter 3.2 holds 3.2.1 and is not in 3.20."""
    one, other = (" ".join(part.casefold().split()) for part in (words, text))
    return re.search(rf"(?<![\w.]){re.escape(one)}(?!\w)", other) is not None if one else True


def cites_place(desk: Desk, name: str) -> bool:
    """Whether a name is itself a printed place that something cites: a page, or a locator as it is recorded."""
    if _taken_apart(name) is not None:
        return any(is_at(citation, name) for citation in all_citations(desk))
    return any(citation.at.casefold() == name.casefold() for citation in all_citations(desk))


def all_citations(desk: Desk) -> Iterator[Citation]:
    """Every citation in what is looked at."""
    for _, citations in _citing(desk):
        yield from citations


def _citing(desk: Desk) -> Iterator[tuple[Any, list[Citation]]]:
    """Every fact, actor, script and part of a script, each with its citations and those of what stands inside it."""
    for value in (*desk.facts, *desk.model.actors):
        yield value, [part for part, _ in records_in(value) if isinstance(part, Citation)]
    for script in desk.model.scripts:
        for one in (script, *parts_of(script)):
            yield one, list(getattr(one, "citations", ()))  # a group has none


def citing_sections(desk: Desk, wanted: Callable[[Citation], bool], *, at_place: bool) -> Iterator[Section]:
    """Facts, actors, parts of scripts and findings with such a citation; of a place with the words that stand there."""
    cited = {value.id: found for value, citations in _citing(desk) if (found := tuple(filter(wanted, citations)))}
    items = desk.items(fact for fact in desk.facts if fact.id in cited)
    if at_place:
        items = tuple(replace(item, more=(*item.more, *filter(None, map(_words, cited[item.id])))) for item in items)
    actors = [actor for actor in desk.model.actors if actor.id in cited]
    named = (Item(desk.names[actor.id], id=actor.id, handling=actor.handling) for actor in actors)
    parts = (part for script in desk.model.scripts for part in (script, *parts_of(script)) if part.id in cited)
    yield section("show.facts-at-place" if at_place else "show.facts-of-source", items)
    yield section("show.actors-of-source", named)
    yield section("show.parts-of-source", (Item(part.name, id=part.id) for part in parts))
    yield desk.finding_section(finding for finding in desk.findings if any(map(wanted, finding.citations)))


def _words(citation: Citation) -> str:
    """What must stand at a place, with its lines."""
    if not citation.words:
        return ""
    lines = text("show.lines", first=citation.lines[0], last=citation.lines[1]) if citation.lines else ""
    said = text("show.quoted", words=citation.words)
    return text("show.at", at=citation.at, words=text("show.with-lines", lines=lines, words=said) if lines else said)


def places_cited(desk: Desk, source: Source) -> Iterable[Item]:
    """Each place of the source that is cited, in the order of its pages, with how many times."""
    cited = ({one.at for one in citations if one.source == source.id} for _, citations in _citing(desk))
    citing = Counter(at for places in cited for at in places)
    for at in sorted(citing, key=_in_order):
        yield Item(text("show.cited-by", records=counted(citing[at], "record")), id=f"{source.id} {at}")


def _in_order(at: str) -> list[tuple[bool, int, str]]:
    """Numbers in a place by their size: page 9 before page 10."""
    parts = [part for part in re.split(r"(\d+)", at.replace("pp.", "p.")) if part]
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
