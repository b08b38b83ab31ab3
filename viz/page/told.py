"""What facts, actors and findings say, field by field: the second part of the page's data.

It is one piece of text that nobody takes apart before somebody asks for it. Names within a sentence keep the marks that
`viz.markup.marked` put around them; scripts show each in its own direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from barriers.facts import Citation
from barriers.findings import Finding
from barriers.messages import text
from barriers.model import Model
from viz.markup import harmless, kept, marked
from viz.page.views import Book, PageView
from viz.reports.facts import basis_words, beside, headline, label, period
from viz.reports.findings import finding_item
from viz.reports.profile.lines import about
from viz.wording import cite, named


def places(book: Book, view: PageView, finding: Finding) -> Iterator[tuple[str, str]]:
    """Where a finding lies, as ids and the elements that tell of them: its steps, and the actor whom it is about.

    The others whom it speaks of stand in its facts.
    """
    for one in finding.about:
        if one in view.steps:
            yield one, f"step-{view.key}-{one}"
        elif one == finding.subject and one in book.actors:
            yield one, f"actor-{one}"


def told_data(book: Book) -> dict[str, Any]:
    """`{facts, actors, findings, citations, sources}`; what cites something names its citations by their places.

    `findings` has a list for each view, by its key, in the order of the audit; what a finding is about, and its facts,
    stand at the same place in the data of the view.
    """
    cited = Citations(book.model)
    told = {
        "facts": list(told_facts(book, cited)),
        "actors": list(told_actors(book)),
        "findings": {view.key: [_finding(book, one, cited) for one in view.audit.findings] for view in book.views},
        "citations": cited.listed(),
        "sources": [source.title for source in book.model.sources if source.id in book.cited],
    }
    return dict(harmless(told, kept))


class Citations:
    """Each citation once, in the order in which they are first named."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._places: dict[tuple[str, str | None, str], int] = {}

    def places(self, citations: Iterable[Citation]) -> list[int]:
        """Where these citations stand in the list."""
        known = self._model.source_by_id
        keys = [(cite(one, self._model), one.source if one.source in known else None, one.words) for one in citations]
        return [self._places.setdefault(key, len(self._places)) for key in keys]

    def listed(self) -> list[dict[str, Any]]:
        """All that was named so far."""
        return [_filled(says=says, source=source, words=words) for says, source, words in self._places]


def told_facts(book: Book, cited: Citations) -> Iterator[dict[str, Any]]:
    """The facts of the page in words, kind after kind and by what they say; without what is empty."""
    desk = book.desk
    for ident, entry in book.entries.items():
        fact = book.facts[ident]
        remedy = getattr(fact, "remedy", "")
        said = (*beside(fact, desk.model, desk.names), fact.note, text("page.remedy", remedy=remedy) if remedy else "")
        views = [view for view in book.views if ident in view.facts]
        yield _filled(
            id=ident,
            kind=fact.KIND,
            called=text(f"kind.{fact.KIND}"),
            handling=entry.handling,
            basis=fact.basis,
            stands=basis_words(fact),
            keys=[view.key for view in views],
            says=headline(fact, desk.names),
            touches=list(dict.fromkeys(name for view in views for name in view.touched[ident])),
            cites=cited.places(fact.citations),
            when=period(fact, desk.model, desk.countries.get(fact.country, date.max)),
            beside=list(filter(None, said)),
        )


def told_actors(book: Book) -> Iterator[dict[str, Any]]:
    """The actors of the page in words; of a page of one country the heading says whose they are."""
    for ident in book.actors:
        actor = book.model.actor_by_id[ident]
        at_home = book.countries == (actor.country,)
        yield {
            "id": ident,
            "says": marked(named(actor)),
            "handling": actor.handling,
            "keys": [view.key for view in book.views if ident in view.actors],
            "pairs": _flat(pair for pair in about(book.desk, actor) if pair[0] != label("country") or not at_home),
        }


def _finding(book: Book, finding: Finding, cited: Citations) -> dict[str, Any]:
    shown = finding_item(book.model, finding)
    elsewhere = (text("finding.source"), text("finding.facts"))
    pairs = _flat((name, str(said)) for name, said in shown.pairs if name not in elsewhere)
    return _filled(says=shown.text, pairs=pairs, cites=cited.places(finding.citations), more=list(shown.more))


def _flat(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Labels and what stands under them in one list: so each text that stands in several stands in the page once."""
    return [part for pair in pairs for part in pair]


def _filled(**fields: Any) -> dict[str, Any]:
    """A record without what is empty."""
    return {name: value for name, value in fields.items() if value}
