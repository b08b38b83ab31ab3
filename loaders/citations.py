"""Whether what is cited can be looked up: the text edition of its source, the lines, the respondents."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.errors import Problem, problem
from barriers.evidence import Citation, Source
from barriers.places import Place
from barriers.words import Voice
from loaders.known import Known
from loaders.marked import place_of


def check_citation(citation: Citation, known: Known, place: Place | None) -> Iterator[Problem]:
    """The problems of one citation; `place` is that of its record. A source that is not there is told elsewhere."""
    source = known.model.source_by_id.get(citation.source)
    if source is not None:
        voice = citation.voice or source.voice
        if voice is Voice.SURVEY and citation.respondents is None and not citation.asked:
            yield problem(place_of(citation.source, place), "survey-without-respondents.source", source=str(source.id))
        yield from _lines(citation, source, known, place)


def _lines(citation: Citation, source: Source, known: Known, place: Place | None) -> Iterator[Problem]:
    if citation.lines is None:
        return
    first, last = citation.lines
    if source.edition is None:
        where = known.where.beside(place, citation.source, "lines")
        yield problem(where, "no-edition", source=str(source.id))
        return
    edition = next((one for one in known.model.editions if one.id == source.edition), None)
    if edition is not None and last > edition.lines:
        where = known.where.beside(place, citation.source, "lines")
        yield problem(where, "beyond-the-end", first=first, last=last, edition=str(edition.id), lines=edition.lines)
