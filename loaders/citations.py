"""Whether what is cited can be looked up: the source, its text edition, the lines, the respondents."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.errors import Problem
from barriers.evidence import Citation, Source
from barriers.places import Place
from barriers.words import Voice
from loaders.known import Known
from loaders.marked import place_of


def check_citations(citations: tuple[Citation, ...], known: Known, place: Place | None) -> Iterator[Problem]:
    """The problems of the citations of one record; `place` is that of the record."""
    for citation in citations:
        source = known.model.source_by_id.get(citation.source)
        if source is None:
            yield from known.refer("source", citation.source, known.model.source_by_id, place)
        else:
            yield from _respondents(citation, source, place)
            yield from _lines(citation, source, known, place)


def _respondents(citation: Citation, source: Source, place: Place | None) -> Iterator[Problem]:
    voice = citation.voice or source.voice
    if voice is Voice.SURVEY and citation.respondents is None and not citation.asked:
        yield Problem(
            place_of(citation.source, place),
            "survey-without-respondents",
            found=f"the survey {source.id} without the number of its respondents",
            expected="respondents, or asked where the number is not printed",
            remedy="add respondents: with the number that the source prints",
        )


def _lines(citation: Citation, source: Source, known: Known, place: Place | None) -> Iterator[Problem]:
    if citation.lines is None:
        return
    edition = known.editions.get(source.edition or "")
    if source.edition is None:
        yield Problem(
            known.where.beside(place, citation.source, "lines"),
            "no-edition",
            found=f"lines of the source {source.id}, which has no text edition",
            expected="lines only where the source names its edition",
            remedy=f"take lines: and words: out, or add edition: to the source {source.id}",
        )
    elif edition is not None and citation.lines[1] > edition.lines:
        yield Problem(
            known.where.beside(place, citation.source, "lines"),
            "beyond-the-end",
            found=f"lines {citation.lines[0]} to {citation.lines[1]}",
            expected=f"lines of the text edition {edition.id}, which has {edition.lines}",
            remedy="look the lines up again in the same text edition",
        )
