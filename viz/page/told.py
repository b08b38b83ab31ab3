"""What facts, actors and findings say, field by field: the second part of the page's data.

It is one piece of text that nobody takes apart before somebody asks for it. Names within a sentence keep the marks that
`viz.markup.marked` put around them; scripts show each in its own direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from barriers.facts import Citation, Fact
from barriers.findings import Finding
from barriers.messages import text
from barriers.model import Model
from viz.markup import harmless, kept, marked
from viz.page.views import Book, View
from viz.reports.facts import basis_words, beside, headline, label, period
from viz.reports.findings import finding_item
from viz.reports.profile.lines import about
from viz.wording import cite, named


class ToldFact(NamedTuple):
    """A fact in words: what it says, its kind, whether it is stated or inferred, what stands beside it, and when."""

    fact: Fact
    says: str
    kind: str
    stands: str
    beside: tuple[str, ...]
    when: str


class ToldActor(NamedTuple):
    """An actor in words: its name, and what is known of it in labelled lines."""

    id: str
    name: str
    about: tuple[tuple[str, str], ...]


def told_facts(book: Book) -> Iterator[ToldFact]:
    """The facts of the page in words, kind after kind and by what they say."""
    desk = book.desk
    for fact in map(book.facts.__getitem__, book.entries):
        remedy = getattr(fact, "remedy", "")
        said = (*beside(fact, desk.model, desk.names), fact.note, text("page.remedy", remedy=remedy) if remedy else "")
        yield ToldFact(
            fact,
            headline(fact, desk.names),
            text(f"kind.{fact.KIND}"),
            basis_words(fact),
            tuple(filter(None, said)),
            period(fact, desk.model, desk.countries.get(fact.country, date.max)),
        )


def told_actors(book: Book) -> Iterator[ToldActor]:
    """The actors of the page in words; of a page of one country the heading says whose they are."""
    for ident in book.actors:
        actor = book.model.actor_by_id[ident]
        at_home = book.countries == (actor.country,)
        lines = (pair for pair in about(book.desk, actor) if pair[0] != label("country") or not at_home)
        yield ToldActor(ident, marked(named(actor)), tuple(lines))


def places(book: Book, view: View, finding: Finding) -> Iterator[tuple[str, str]]:
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
    cited = _Citations(book.model)
    told = {
        "facts": [_fact(book, one, cited) for one in told_facts(book)],
        "actors": [_actor(book, one) for one in told_actors(book)],
        "findings": {view.key: [_finding(book, one, cited) for one in view.audit.findings] for view in book.views},
        "citations": cited.listed(),
        "sources": [source.title for source in book.model.sources if source.id in book.cited],
    }
    return dict(harmless(told, kept))


class _Citations:
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


def _fact(book: Book, told: ToldFact, cited: _Citations) -> dict[str, Any]:
    fact = told.fact
    views = [view for view in book.views if fact.id in view.facts]
    return _filled(
        id=fact.id,
        kind=fact.KIND,
        called=told.kind,
        handling=book.entries[fact.id].handling,
        basis=fact.basis,
        stands=told.stands,
        keys=[view.key for view in views],
        says=told.says,
        touches=list(dict.fromkeys(name for view in views for name in view.touched[fact.id])),
        cites=cited.places(fact.citations),
        when=told.when,
        beside=told.beside,
    )


def _actor(book: Book, told: ToldActor) -> dict[str, Any]:
    handling = book.model.actor_by_id[told.id].handling
    keys = [view.key for view in book.views if told.id in view.actors]
    return {"id": told.id, "says": told.name, "handling": handling, "keys": keys, "pairs": _flat(told.about)}


def _finding(book: Book, finding: Finding, cited: _Citations) -> dict[str, Any]:
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
