"""How much an audit depends on us: which gaps that sources state survive when the data are other than they are.

Three things are changed, one at a time. A source is left out, with every fact that nobody else says. A part of the
facts is left out at random: a jackknife that deletes many at a time (Shao and Wu 1989). And the power of a cover, where
analysts read it into the words of a source, is taken for nothing (strictly) or for stated (leniently). Gaps that open
where something is left out are new: they are counted, for a fact that closes a gap is evidence too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from barriers.coverage import Coverage
from barriers.facts import Fact
from barriers.findings import Audit
from barriers.model import FACTS, Model
from barriers.words import Basis, Certainty
from graph.audit import audit_graph
from graph.barrier_graph import BarrierGraph
from graph.build import build_graph
from graph.questions import Topic, topic_of

SHARES = (5, 10, 20, 50)
"""Per cent of the facts that are left out at random."""

DRAWS = 20
"""How often that is done for each share."""


class Survivors(NamedTuple):
    """What became of the gaps in one changed model: those that are still stated, and those that are new, by id."""

    kept: frozenset[str]
    new: frozenset[str]


class WithoutSource(NamedTuple):
    """A source left out: its id, how many facts went with it, and the outcome."""

    source: str
    facts: int
    outcome: Survivors


class AtRandom(NamedTuple):
    """So many per cent of so many facts left out, once for each draw."""

    per_cent: int
    facts: int
    outcomes: tuple[Survivors, ...]

    def kept(self, gap: str) -> int:
        """In how many of the draws a gap is still stated."""
        return sum(gap in outcome.kept for outcome in self.outcomes)


class Stability(NamedTuple):
    """An audit, its stated gaps by id, and what becomes of them.

    `read_in` is how many covers have a power that analysts read into the words; `strictly` leaves these out,
    `leniently` takes their power for stated.
    """

    audit: Audit
    gaps: tuple[str, ...]
    sources: tuple[WithoutSource, ...]
    draws: tuple[AtRandom, ...]
    read_in: int
    strictly: Survivors
    leniently: Survivors

    def falls_without(self, gap: str) -> tuple[str, ...]:
        """The sources without any one of which a gap is no longer stated."""
        return tuple(one.source for one in self.sources if gap not in one.outcome.kept)


def stability(graph: BarrierGraph, seed: int = 1, draws: int = DRAWS) -> Stability:
    """The stated gaps of a graph, and what becomes of them in changed models.

    The same seed draws the same facts. Only facts that have begun and count in the country are changed. Without a
    stated gap nothing can fall, and all that is told is what is new.
    """
    whole = audit_graph(graph, "")
    gaps = _gaps(whole)
    chance = random.Random(seed)  # noqa: S311 - the same seed draws the same facts
    facts = sorted(graph.part.facts(), key=lambda fact: fact.id)

    def outcome(part: Model) -> Survivors:
        found = frozenset(_gaps(_audited(graph, part)))
        return Survivors(found & frozenset(gaps), found - frozenset(gaps))

    return Stability(
        audit=whole,
        gaps=gaps,
        sources=tuple(
            WithoutSource(source, len(facts) - sum(1 for _ in part.facts()), outcome(part))
            for source, part in _without_each_source(graph.part)
        ),
        draws=tuple(
            AtRandom(
                share, len(facts), tuple(outcome(_without(graph.part, facts, share, chance)) for _ in range(draws))
            )
            for share in SHARES
        ),
        read_in=len(_read_in(graph.part)),
        strictly=outcome(_with_powers(graph.part, None)),
        leniently=outcome(_with_powers(graph.part, Basis.STATED)),
    )


def _gaps(audit: Audit) -> tuple[str, ...]:
    """The ids of the gaps that sources state, without what they disagree on."""
    return tuple(one.id for one in audit.of_certainty(Certainty.CERTAIN) if topic_of(one) is not Topic.DISAGREEMENT)


def _audited(graph: BarrierGraph, part: Model) -> Audit:
    return audit_graph(build_graph(part, graph.country, graph.script.id, graph.selection), "")


def _without_each_source(part: Model) -> Iterator[tuple[str, Model]]:
    """The model without each source that any of its facts cites, in the order of their ids.

    A fact that others say as well loses the citation and stays.
    """
    cited = {citation.source for fact in part.facts() for citation in fact.citations}
    for source in sorted(cited):
        kept: dict[str, Fact | None] = {}
        for fact in part.facts():
            left = tuple(one for one in fact.citations if one.source != source)
            if len(left) < len(fact.citations):
                kept[fact.id] = replace(fact, citations=left) if left else None
        yield source, _replaced(part, kept)


def _without(part: Model, facts: list[Fact], per_cent: int, chance: random.Random) -> Model:
    gone = chance.sample(facts, round(len(facts) * per_cent / 100))
    return _replaced(part, dict.fromkeys((fact.id for fact in gone), None))


def _read_in(part: Model) -> tuple[Coverage, ...]:
    """The stated covers whose power is inferred."""
    return tuple(one for one in part.coverage if one.basis is Basis.STATED and one.power_basis is Basis.INFERRED)


def _with_powers(part: Model, basis: Basis | None) -> Model:
    """The model with each power that was read in on this basis, or without those covers."""
    changed = {one.id: None if basis is None else replace(one, power_basis=basis) for one in _read_in(part)}
    return _replaced(part, changed)


def _replaced(part: Model, changed: Mapping[str, Fact | None]) -> Model:
    """The model with these facts in place of those of their ids; None leaves one out."""
    left = part.only(lambda fact: changed.get(fact.id, fact) is not None)
    sections: dict[str, Any] = {
        name: tuple(changed.get(one.id) or one for one in getattr(left, name)) for name in FACTS
    }
    return replace(left, **sections)
