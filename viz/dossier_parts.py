"""What a dossier is made of, and what it is compiled from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from barriers.actors import Relation
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.findings import Audit, Finding, StepStatus
from barriers.model import Model
from barriers.places import Place
from barriers.practices import Practice
from barriers.script import Barrier, Crosswalk, Group, Script, Step, Track
from barriers.signals import Signal
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.ties import Lead
from barriers.weaknesses import Weakness
from barriers.words import Handling, SwotKind
from graph import BarrierGraph
from viz.fact_words import KINDS, basis_words, headline, remarks
from viz.reports.header import strictest
from viz.symbols import with_symbol
from viz.wording import cite, named

SomeFact = TypeVar("SomeFact", bound=Fact)

Part = Step | Barrier | Track | Group | Crosswalk
"""What a script is made of."""

ANSWERS = "Practices and recommendations that answer it"
"""The heading of what others do or a source asks for at a step, a barrier or an actor."""

SWOT = "What SWOT analyses say of it"
"""The heading of what analyses list about a step, a barrier or an actor."""

SAID = "Other statements about it"
"""The heading of statements about a step, a barrier or an actor, in conflict or not."""


def parts_of(script: Script) -> Iterator[Part]:
    """Every part of a script that has an id."""
    yield from script.steps
    yield from script.barriers
    yield from script.tracks
    yield from script.groups
    yield from script.crosswalks


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is known: what it says, what is said beside it, who says so, its id and its place.

    `status` is that of a step, as mark and word.
    """

    text: str
    more: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    id: str = ""
    place: str = ""
    handling: Handling = Handling.PUBLIC
    status: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is only a name with its id."""
        return not self.more and not self.citations and not self.place


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading; `none` is what to say where there are none."""

    heading: str
    entries: tuple[Entry, ...]
    none: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known about one id. `about` are labelled lines; sections without entries say so or are left out."""

    id: str
    kind: str
    name: str
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    handling: Handling
    place: str = ""


@dataclass(frozen=True)
class Desk:
    """What a dossier is compiled from: the model, and the graph and audit of each country and script looked at."""

    model: Model
    graphs: tuple[BarrierGraph, ...]
    audits: tuple[Audit, ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every id that has one."""
        names = {f"shell.{number}": f"shell {number}" for number in (1, 2, 3)}
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
        return tuple(fact for fact in self.model.facts() if self._is_looked_at(fact))

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

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of these countries, what sources say first."""
        return tuple(finding for audit in self.audits for finding in audit.findings)

    # Looked up rather than walked through: a page compiles a dossier of every actor and every step.

    @cached_property
    def _of_actor(self) -> Mapping[str, list[Fact]]:
        return _listed((name, fact) for fact in self.facts for name in set(fact.actor_ids))

    @cached_property
    def _at(self) -> Mapping[str, list[tuple[int, Fact]]]:
        return _listed(
            (place, (order, fact)) for order, fact in enumerate(self.facts) for place in set(_places_of(fact))
        )

    @cached_property
    def _about(self) -> Mapping[str, list[Finding]]:
        return _listed((name, finding) for finding in self.findings for name in set(finding.about))

    @cached_property
    def _statuses(self) -> Mapping[str, list[tuple[Audit, StepStatus]]]:
        return _listed((status.step, (audit, status)) for audit in self.audits for status in audit.steps)

    @cached_property
    def _backward(self) -> Mapping[tuple[str, str], list[tuple[str, Relation]]]:
        return _listed(
            ((relation.to, attribute), (actor.id, relation))
            for actor in self.model.actors
            for attribute in ("part_of", "kind_of", "successor_of")
            for relation in getattr(actor, attribute)
        )

    def related_to(self, actor: str, attribute: str) -> list[tuple[str, Relation]]:
        """The actors that name this one as what they are `part_of`, `kind_of` or `successor_of`."""
        return self._backward.get((actor, attribute), [])

    def of_actor(self, actor: str) -> list[Fact]:
        """The facts that speak of an actor."""
        return self._of_actor.get(actor, [])

    def at(self, kind: type[SomeFact], *places: str) -> list[SomeFact]:
        """The facts of a kind at any of these steps, barriers or actors."""
        found = {order: fact for place in places for order, fact in self._at.get(place, ()) if isinstance(fact, kind)}
        return [found[order] for order in sorted(found)]

    def findings_about(self, name: str) -> list[Finding]:
        """The findings that speak of an id."""
        return self._about.get(name, [])

    def country_name(self, code: str) -> str:
        """The country's name, or its code where the model has no page of it."""
        country = self.model.country_by_code.get(code)
        return country.name if country else code

    def label(self, word: str, country: str) -> str:
        """A label, with the country's code where there are several."""
        return f"{word} {country}" if len(self.countries) > 1 else word

    def statuses(self, step: str) -> Iterator[tuple[Audit, StepStatus]]:
        """The status of a step in each country that is looked at."""
        yield from self._statuses.get(step, ())

    def cited(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Citations in full."""
        return tuple(cite(citation, self.model) for citation in citations)

    def handling_of(self, own: Handling, citations: Iterable[Citation]) -> Handling:
        """The strictest of a thing and of the sources that it cites."""
        sources = self.model.source_by_id
        return strictest([own, *(sources[one.source].handling for one in citations if one.source in sources)])

    def day_of(self, fact: Fact) -> date | None:
        """The last of the days that are looked at on which a fact could count; None for one that counts nowhere."""
        codes = (fact.country,) if isinstance(fact, Practice) else fact.countries
        return max((day for code, day in self.countries.items() if code in codes), default=None)

    def entry(self, fact: Fact, of: str = "") -> Entry:
        """A fact as an entry under the id `of`."""
        day = self.day_of(fact) or date.max
        basis = basis_words(fact)
        beside = remarks(fact, self.model, self.names, day)
        actors = [self.model.actor_by_id[name].handling for name in fact.actor_ids if name in self.model.actor_by_id]
        remedy = getattr(fact, "remedy", "")
        return Entry(
            text=headline(fact, self.names, of) + (f" ({basis})" if basis else ""),
            more=tuple(filter(None, ["; ".join(beside), fact.note, f"Remedy: {remedy}" if remedy else ""])),
            citations=self.cited(fact.citations),
            id=fact.id,
            place=where(fact.place),
            handling=strictest([self.handling_of(fact.handling, fact.citations), *actors]),
        )

    def entries(self, facts: Iterable[Fact], of: str = "") -> tuple[Entry, ...]:
        """Facts as entries under the id `of`, kind after kind, in the order of a list or by what they say."""
        kinds = list(KINDS)
        entries = [((kinds.index(fact.KIND), _in_list(fact)), self.entry(fact, of)) for fact in facts]
        return tuple(entry for _, entry in sorted(entries, key=lambda pair: (pair[0], pair[1].text, pair[1].id)))

    def practices(self, *places: str) -> tuple[Practice, ...]:
        """What is shown or recommended in the countries looked at that answers one of these places."""
        return tuple(self.at(Practice, *places))

    def said_of(self, place: str) -> tuple[Section, Section]:
        """What analyses list about a place or an actor, and the statements about it."""
        swot, said = self.at(SwotItem, place), self.at(Statement, place)
        return Section(SWOT, self.entries(swot)), Section(SAID, self.entries(said))

    def step_entry(self, step: str) -> Entry:
        """A step with its status in each country, as an entry."""
        statuses = [(audit.country, with_symbol(status.status)) for audit, status in self.statuses(step)]
        several = len(self.countries) > 1
        told = ", ".join(f"{country} {status}" if several else status for country, status in statuses)
        return Entry(self.names.get(step, step), id=step, status=told or "not looked at")

    def finding_section(self, findings: Iterable[Finding]) -> Section:
        """Findings as a section, those that sources state first; each under the words of the screen."""
        entries = [
            Entry(
                f"{'sources say so' if finding.certainty.value == 'certain' else 'to check'}: {finding.title}",
                id=finding.id,
            )
            for finding in sorted(findings, key=lambda one: one.certainty.value != "certain")
        ]
        return Section("Findings", tuple(entries), none="None.")


def _in_list(fact: Fact) -> tuple[str, int, int]:
    """The place of an item in the lists of its analysis, item 2 before item 10; the same for all other facts."""
    return (fact.country, list(SwotKind).index(fact.kind), fact.number) if isinstance(fact, SwotItem) else ("", 0, 0)


def where(place: Place | None) -> str:
    """`data/nl/coverage.yml:45`; empty for what was made in memory."""
    return "" if place is None else f"{place.file}:{place.line}"


Key = TypeVar("Key")
Value = TypeVar("Value")


def _listed(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, list[Value]]:
    """The values of each key, in their order."""
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _places_of(fact: Fact) -> tuple[str, ...]:
    """The steps, barriers and actors that a fact is about, other than as the one who acts."""
    match fact:
        case Coverage() | Ceiling():
            return (fact.step,)
        case Facilitation():
            return tuple(claim.id for claim in (fact.barrier, fact.step) if claim is not None)
        case GeneralTask() | Lead():
            return fact.barriers
        case Signal():
            return fact.steps
        case Weakness() | SwotItem():
            return fact.touches
        case Practice():
            return fact.answers
        case Statement():
            return fact.about
        case _:
            return ()
