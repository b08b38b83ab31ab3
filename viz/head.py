"""What stands at the top of every output: where, when, under which script, from what, for whose eyes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from barriers.words import Handling
from graph import BarrierGraph
from viz.wording import day_words, joined, month_words


class Head(NamedTuple):
    """A country on a day under a script; `notices` are sentences about what the options changed or left out."""

    code: str
    country: str
    as_of: date
    script: str
    steps: int
    about: str
    main_source_id: str
    main_source: str
    handling: Handling
    notices: tuple[str, ...]

    @property
    def month(self) -> str:
        """`January 2014`."""
        return month_words(self.as_of)


def head_of(graph: BarrierGraph, handling: Handling) -> Head:
    """The head of a graph; `handling` is the strictest of anything that is shown."""
    source = graph.part.source_by_id.get(graph.home.main_source)
    return Head(
        code=graph.country,
        country=graph.home.name,
        as_of=graph.as_of,
        script=graph.script.id,
        steps=len(graph.steps),
        about=graph.home.about,
        main_source_id=graph.home.main_source,
        main_source=source.title if source else graph.home.main_source,
        handling=handling,
        notices=tuple(_notices(graph)),
    )


def _notices(graph: BarrierGraph) -> Iterator[str]:
    """Nobody may take a part for the whole, or one day for another."""
    chosen = graph.selection
    if chosen.as_of is not None and chosen.as_of != graph.home.as_of:
        own = day_words(graph.home.as_of)
        yield f"Looked at on {day_words(chosen.as_of)}; the main source speaks for {own}."
    if graph.script.about:
        yield f"The script is about {graph.script.about}."
    parts = []
    if chosen.form is not None:
        parts.append(f"steps for {chosen.form.value} exploitation")
    if chosen.group is not None:
        parts.append(f"the group {chosen.group}")
    if chosen.basis is not None:
        parts.append("facts that a source states" if chosen.basis.value == "stated" else "facts that we infer")
    if parts:
        yield f"Only {joined(parts)}; the rest is left out."
