"""What stands at the top of every output: where, when, under which script, from what, for whose eyes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from barriers.facts import Citation
from barriers.messages import text
from barriers.model import Model
from barriers.words import Handling, Verb
from graph import BarrierGraph
from viz.document import Block, Either, Masthead, Pairs, Paragraph
from viz.symbols import STATUSES, status_meaning
from viz.wording import audience_words, day_words, joined, month_words, title_of


class Header(NamedTuple):
    """A country on a day under a script; `notices` are sentences about what the options changed or left out."""

    code: str
    country: str
    as_of: date
    script: str
    script_name: str
    verb: Verb
    steps: int
    about: str
    main_source_id: str
    main_source: str
    cited_as: str
    handling: Handling
    notices: tuple[str, ...]

    @property
    def month(self) -> str:
        """`January 2014`."""
        return month_words(self.as_of)

    def blocks(self) -> Iterator[Block]:
        """The masthead, and what the options changed."""
        handling = audience_words(self.handling)
        when = Either(text("header.situation", month=self.month), text("header.situation-then", month=self.month))
        yield Masthead(self.country, (when, text("header.about", about=self.about), handling))
        yield from (Paragraph(notice, "notice") for notice in self.notices)


def header_of(graph: BarrierGraph, handling: Handling) -> Header:
    """The header of a graph; `handling` is the strictest of anything that is shown."""
    source = graph.part.source_by_id.get(graph.home.main_source)
    return Header(
        code=graph.country,
        country=graph.home.name,
        as_of=graph.as_of,
        script=graph.script.id,
        script_name=graph.script.name,
        verb=graph.script.verb,
        steps=len(graph.steps),
        about=graph.home.about_on(graph.as_of),
        main_source_id=graph.home.main_source,
        main_source=source.title if source else graph.home.main_source,
        cited_as=_cited_as(graph.part, graph.home.main_source),
        handling=handling,
        notices=tuple(_notices(graph)),
    )


def _cited_as(model: Model, source: str) -> str:
    """What stands before the page in citations of a source, `NL SWOT`; empty where nothing cites it."""
    cited = (one.at for fact in model.facts() for one in fact.citations if one.source == source)
    return next((title_of(place) for place in cited), "")


def meanings() -> Pairs:
    """What each status means, for paper."""
    return Pairs([(status, status_meaning(status)) for status in STATUSES], role="legend", paper=True)


def strictest(handlings: Iterable[Handling]) -> Handling:
    """The highest handling among these; public where there is none."""
    return max(handlings, key=lambda handling: handling.rank, default=Handling.PUBLIC)


def handling_of(model: Model, own: Handling, citations: Iterable[Citation]) -> Handling:
    """The strictest of a thing's own and of those of the sources that it cites."""
    sources = (model.source_by_id.get(citation.source) for citation in citations)
    return strictest([own, *(source.handling for source in sources if source)])


def _notices(graph: BarrierGraph) -> Iterator[str]:
    """Nobody may take a part for the whole, or one day for another."""
    chosen = graph.selection
    if chosen.as_of is not None and chosen.as_of != graph.home.as_of:
        yield text("header.another-day", day=day_words(chosen.as_of), own=day_words(graph.home.as_of))
    if graph.script.about:
        yield text("header.script-about", about=graph.script.about)
    parts = []
    if chosen.form is not None:
        parts.append(text("header.only-form", form=text(f"form.{chosen.form}")))
    if chosen.group is not None:
        parts.append(text("header.only-group", group=chosen.group))
    if chosen.basis is not None:
        parts.append(text(f"header.only-{chosen.basis}"))
    if parts:
        yield text("header.only", parts=joined(parts))
