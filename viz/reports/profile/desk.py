"""What profiles are compiled from: the model, with the graph and the audit of each country and script looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from barriers.actors import RELATION_FIELDS, Relation
from barriers.coverage import SHELLS, Practice
from barriers.errors import Place
from barriers.facts import Citation, Fact
from barriers.findings import Audit, Finding, StepStatus
from barriers.messages import text
from barriers.model import FACTS, Model
from barriers.naming import parts_of
from barriers.schema import ids_in, referring, worked_out_once
from barriers.statements import SwotItem
from barriers.words import Certainty, SwotKind
from graph import BarrierGraph
from viz.document import Item
from viz.reports.data import gathered
from viz.reports.facts import basis_words, bounds, headline, remarks
from viz.reports.header import handling_of, strictest
from viz.symbols import with_symbol
from viz.wording import cite, has, named

SomeFact = TypeVar("SomeFact", bound=Fact)


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading; `none` is what to say where there are none.

    Sections of one `family` are counted together where they are only counted.
    """

    heading: str
    items: tuple[Item, ...]
    none: str = ""
    family: str = ""


def section(key: str, items: Iterable[Item], **values: object) -> Section:
    """A section with the heading of this key, and with the sentence for no items where the catalogue has one."""
    heading = text(key, **values)
    none = text(f"{key}.none") if has(f"{key}.none") else ""
    return Section(heading[:1].upper() + heading[1:], tuple(items), none)


@dataclass(frozen=True)
class Desk:
    """What a profile is compiled from; of a `source` only what cites it."""

    model: Model
    graphs: tuple[BarrierGraph, ...]
    audits: tuple[Audit, ...]
    source: str = ""

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every id that has one."""
        names = {f"shell.{number}": text("show.shell", number=number) for number in SHELLS}
        for script in self.model.scripts:
            names |= {part.id: part.name for part in parts_of(script)}
        names |= {country.code: country.name for country in self.model.countries}
        return names | {actor.id: named(actor) for actor in self.model.actors}

    @cached_property
    def countries(self) -> dict[str, date]:
        """The countries that are looked at, each with its day."""
        return {graph.country: graph.as_of for graph in self.graphs}

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that counts in one of these countries or belongs to none, whenever it begins or ends."""
        return tuple(fact for fact in self.model.facts() if self._is_looked_at(fact) and self._cites(fact))

    def _cites(self, value: Fact | Finding) -> bool:
        return not self.source or any(citation.source == self.source for citation in value.citations)

    def elsewhere(self, name: str) -> Mapping[str, int]:
        """How many facts speak of an id and are those of countries that are not looked at, by the country's code."""
        return Counter(
            fact.country for fact in self.model.facts() if not self._is_looked_at(fact) and name in named_by(fact)
        )

    def _is_looked_at(self, fact: Fact) -> bool:
        """Whether a fact concerns one of the countries, or names none that it concerns.

        A practice concerns those who show it and those who are to take it up, a statement may name several.
        """
        if isinstance(fact, Practice):
            names_some = bool(fact.receivers) or fact.giver in self.model.country_by_code
        else:
            names_some = len(fact.countries) > 1
        if names_some:
            return not self.countries.keys().isdisjoint(fact.countries)
        return fact.country in self.countries or fact.country not in self.model.country_by_code

    def of_kind(self, kind: type[SomeFact]) -> list[SomeFact]:
        """The facts of a kind that are looked at."""
        return [fact for fact in self.facts if isinstance(fact, kind)]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of these countries, what sources say first."""
        return tuple(finding for audit in self.audits for finding in audit.findings if self._cites(finding))

    @cached_property
    def _country_of(self) -> dict[str, str]:
        """The code of the country of each finding."""
        return {finding.id: audit.country for audit in self.audits for finding in audit.findings}

    # Looked up rather than walked through: a page compiles something of every actor and every step.

    @cached_property
    def _speaking_of(self) -> Mapping[str, list[tuple[int, Fact]]]:
        return gathered((name, (order, fact)) for order, fact in enumerate(self.facts) for name in named_by(fact))

    @cached_property
    def findings_about(self) -> Mapping[str, list[Finding]]:
        """The findings that speak of each id."""
        return gathered((name, finding) for finding in self.findings for name in set(finding.about))

    @cached_property
    def statuses(self) -> Mapping[str, list[tuple[Audit, StepStatus]]]:
        """The statuses of each step, one for each country that is looked at."""
        return gathered((status.step, (audit, status)) for audit in self.audits for status in audit.steps)

    @cached_property
    def related_to(self) -> Mapping[tuple[str, str], list[tuple[str, Relation]]]:
        """By an actor and one of `RELATION_FIELDS`, the actors that name it so."""
        return gathered(
            ((relation.to, name), (actor.id, relation))
            for actor in self.model.actors
            for name in RELATION_FIELDS
            for relation in getattr(actor, name)
        )

    def speaking_of(self, kind: type[SomeFact], *ids: str) -> list[SomeFact]:
        """The facts of a kind that name any of these ids, whatever they are ids of."""
        found = {order: fact for name in ids for order, fact in self._speaking_of[name] if isinstance(fact, kind)}
        return [found[order] for order in sorted(found)]

    # Words

    def cited(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Citations in full."""
        return tuple(cite(citation, self.model) for citation in citations)

    def day_of(self, fact: Fact) -> date | None:
        """The last of the days that are looked at on which a fact could count; None for one that counts nowhere."""
        codes = (fact.country,) if isinstance(fact, Practice) else fact.countries
        return max((day for code, day in self.countries.items() if code in codes), default=None)

    def item(self, fact: Fact, of: str = "") -> Item:
        """A fact under the id `of`."""
        basis, remedy = basis_words(fact), getattr(fact, "remedy", "")
        said = headline(fact, self.names, of)
        day = self.day_of(fact) or date.max
        beside = remarks(fact, self.model, self.names, day)
        more = ("; ".join(beside), fact.note, text("show.remedy", remedy=remedy) if remedy else "")
        actors = [self.model.actor_by_id[name].handling for name in fact.actor_ids if name in self.model.actor_by_id]
        return Item(
            text=text("show.with-basis", said=said, basis=basis) if basis else said,
            more=tuple(filter(None, more)),
            citations=self.cited(fact.citations),
            id=fact.id,
            place=where(fact.place),
            handling=strictest([handling_of(self.model, fact.handling, fact.citations), *actors]),
            brief="; ".join(bounds(fact, self.model, self.names, day)),
            country=fact.country,
        )

    def items(self, facts: Iterable[Fact], of: str = "") -> tuple[Item, ...]:
        """Facts under the id `of`, kind after kind, in the order of a list; first what counts and is stated."""
        kinds = list(FACTS.values())
        items = [
            ((kinds.index(type(fact)), _in_list(fact), self._strength(fact)), self.item(fact, of)) for fact in facts
        ]
        return tuple(item for _, item in sorted(items, key=lambda pair: (pair[0], pair[1].text, pair[1].id)))

    def _strength(self, fact: Fact) -> int:
        """0 for what a source states and counts on the day, 1 for what is inferred, 2 for what does not count then."""
        day = self.day_of(fact)
        if day is not None and not self.model.begins(fact) <= day <= (fact.until or day):
            return 2
        return 0 if fact.is_stated else 1

    def step_item(self, step: str) -> Item:
        """A step with its status in each country."""
        told = [
            text("show.status-in", country=audit.country, status=shown) if len(self.countries) > 1 else shown
            for audit, status in self.statuses[step]
            for shown in [with_symbol(status.status)]
        ]
        return Item(self.names.get(step, step), id=step, status=", ".join(told) or text("show.not-looked-at"))

    def finding_section(self, findings: Iterable[Finding]) -> Section:
        """Findings as a section, those that sources state first; each under the words of the screen."""
        in_order = sorted(findings, key=lambda one: one.certainty is not Certainty.CERTAIN)
        return section(
            "show.findings",
            (
                Item(
                    text(f"show.finding-{one.certainty}", title=one.title), id=one.id, country=self._country_of[one.id]
                )
                for one in in_order
            ),
        )


def where(place: Place | None) -> str:
    """`data/nl/coverage.yml:45`; empty for what was made in memory."""
    return "" if place is None else f"{place.file}:{place.line}"


@worked_out_once
def _naming(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of fact that name something: what they refer to, or where its relations end."""
    drawn = (name for names in kind.DRAWN.relations.values() for name in names)
    return tuple(dict.fromkeys((*dict(referring(kind)), *drawn)))


def named_by(fact: Fact) -> tuple[str, ...]:
    """The ids that a fact names, each once, in the order of its fields."""
    return tuple(dict.fromkeys(one for name in _naming(type(fact)) for one in ids_in(getattr(fact, name))))


def _in_list(fact: Fact) -> tuple[str, int, int]:
    """The place of an item in the lists of its analysis, item 2 before item 10; the same for all other facts."""
    return (fact.country, list(SwotKind).index(fact.kind), fact.number) if isinstance(fact, SwotItem) else ("", 0, 0)
