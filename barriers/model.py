"""The model: everything that is known, as one frozen value."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import Any

from barriers.actors import Actor
from barriers.coverage import ALWAYS, Ceiling, Coverage, Facilitation, GeneralTask, Practice, Scope, Signal, Weakness
from barriers.errors import Place
from barriers.facts import Citation, Edition, Fact, Source
from barriers.schema import (
    ActorId,
    Code,
    Filled,
    NetworkId,
    Record,
    SourceId,
    fields_of,
    kinds_in,
    names_of,
    records_in,
)
from barriers.script import Script
from barriers.statements import Figure, IndicatorList, Statement, SwotItem
from barriers.ties import CompleteList, Cooperation, Coordinator, Duty, Membership
from barriers.words import Form, SourceKind, Voice


@dataclass(frozen=True, slots=True)
class Country(Record):
    """A country's own page: its date, its main source, whom to ask, which network is its national table.

    `code` is two capital letters, `native` its own name. `as_of` is the moment for which the main source speaks.
    `about` is what the main source looks at, `about_later` what the sources after that moment look at too, empty where
    that is the same. `ask` names the actors to ask where nobody is recorded.
    """

    KIND = "country"

    code: Code
    name: Filled
    as_of: date
    main_source: SourceId
    about: str
    about_later: str = ""
    native: str = ""
    task_force: NetworkId | None = None
    national_networks: tuple[NetworkId, ...] = ()
    ask: tuple[ActorId, ...] = ()
    note: str = ""

    @property
    def id(self) -> str:
        """Its code."""
        return self.code

    def about_on(self, day: date) -> str:
        """What the sources that speak on a day look at."""
        return self.about_later if self.about_later and day > self.as_of else self.about


@dataclass(frozen=True)
class Model:
    """All values, each kind sorted by id, so that the order of files and records changes nothing.

    Its fields are the list of all kinds of record that stand in files: each is a section that a file may have.
    """

    countries: tuple[Country, ...] = ()
    scripts: tuple[Script, ...] = ()
    editions: tuple[Edition, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    tasks: tuple[GeneralTask, ...] = ()
    facilitations: tuple[Facilitation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    complete_lists: tuple[CompleteList, ...] = ()
    cooperation: tuple[Cooperation, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()
    duties: tuple[Duty, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()
    signals: tuple[Signal, ...] = ()
    practices: tuple[Practice, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    swot: tuple[SwotItem, ...] = ()
    indicators: tuple[IndicatorList, ...] = ()

    def __post_init__(self) -> None:
        for section in SECTIONS:
            object.__setattr__(self, section, tuple(sorted(getattr(self, section), key=lambda value: value.id)))

    def facts(self) -> Iterator[Fact]:
        """Every fact, kind after kind."""
        return chain.from_iterable(getattr(self, section) for section in FACTS)

    def only(self, is_kept: Callable[[Fact], bool]) -> "Model":
        """The model with these of its facts, and everything else that is in it."""
        kept: dict[str, Any] = {section: tuple(filter(is_kept, getattr(self, section))) for section in FACTS}
        return replace(self, **kept)

    @property
    def common(self) -> "Model":
        """What belongs to none of its own countries: the models of other countries hold it as well."""
        own = self.country_by_code
        kept: dict[str, Any] = {
            section: tuple(value for value in getattr(self, section) if getattr(value, "country", "") not in own)
            for section in SECTIONS
        }
        return Model(**{**kept, "countries": ()})

    def parts(self, sections: Iterable[str] | None = None) -> Iterator[tuple[Any, Place | None, Any]]:
        """Everything in these sections (in all of them) that has fields of its own.

        Beside each its place, as far as it is known, and the record of the section that it is or stands in.
        """
        for section in SECTIONS if sections is None else sections:
            for record in getattr(self, section):
                for part, place in records_in(record):
                    yield part, place, record

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def country_by_code(self) -> dict[str, Country]:
        """Countries by their code."""
        return {country.code: country for country in self.countries}

    @cached_property
    def script_by_id(self) -> dict[str, Script]:
        """Scripts by id."""
        return {script.id: script for script in self.scripts}

    @cached_property
    def script_of(self) -> dict[str, str]:
        """The id of the script to which a barrier or a step belongs; of a script, its own."""
        return {
            name: script.id
            for script in self.scripts
            for name in (script.id, *(barrier.id for barrier in script.barriers), *(step.id for step in script.steps))
        }

    def begins(self, fact: Fact) -> date:
        """The first day of a fact: its own `since`, else the earliest date of the sources it cites.

        A fact with neither is taken to have been there always; the loader warns of it.
        """
        if fact.since is not None:
            return fact.since
        cited = (self.source_by_id.get(citation.source) for citation in fact.citations)
        dates = [source.date for source in cited if source is not None and source.date is not None]
        return min(dates, default=date.min)

    def scope(self, fact: Coverage | Ceiling, script: Script) -> Scope:
        """For whom and for how long a statement holds, with the script's words for several groups expanded."""
        return Scope(
            groups=script.expand(fact.groups),
            forms=frozenset[Form](fact.forms),
            begins=self.begins(fact),
            ends=fact.until or ALWAYS,
        )

    def voice(self, citation: Citation) -> Voice | None:
        """Who speaks in a citation: its own voice, else that of its source; None where neither is known."""
        source = self.source_by_id.get(citation.source)
        return citation.voice or (source.voice if source else None)

    def distinct(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """The first citation of each voice at each place, in their order: two voices on one page are two citations."""
        found: dict[object, Citation] = {}
        for one in citations:
            found.setdefault((one.source, one.at, self.voice(one), one.respondents, one.asked), one)
        return tuple(found.values())

    def fixes(self, citations: tuple[Citation, ...]) -> bool:
        """Whether any of the citations speaks with a voice that can fix a fact: law, official or report.

        What a machine wrote fixes nothing, whatever voice it puts on.
        """
        for citation in citations:
            source, voice = self.source_by_id.get(citation.source), self.voice(citation)
            if voice is not None and voice.fixes and (source is None or source.kind is not SourceKind.MACHINE):
                return True
        return False

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all values in their canonical order, as hexadecimal text."""
        return digest_of(section_texts(self))


SECTIONS: dict[str, type[Record]] = {part.name: part.inner for part in fields_of(Model)}
"""The lists of a model, and the kind of record that each holds."""

FACTS: dict[str, type[Fact]] = {section: kind for section, kind in SECTIONS.items() if issubclass(kind, Fact)}
"""Those among them that hold facts."""

ONCE = {"countries": "country", "scripts": "script"}
"""The sections of which a file holds one record, under this name."""

ALL_KINDS: dict[str, type[Record]] = {kind.KIND: kind for section in SECTIONS.values() for kind in kinds_in(section)}
"""Every kind of record by its word, those that stand inside others among them."""


def section_texts(model: Model) -> tuple[str, ...]:
    """Each list of a model as JSON text, with its name before it, in the order of the names."""
    return tuple(f'"{section}": {canonical(getattr(model, section))}' for section in sorted(SECTIONS))


def digest_of(texts: Iterable[str]) -> str:
    """The digest of the model that these texts of its lists tell of."""
    return sha256(f"{{{', '.join(texts)}}}".encode()).hexdigest()


def canonical(value: object) -> str:
    """A value as JSON text, fields by name, sets sorted, days as text; the places in files are left out."""
    # Nothing holds itself, so that the encoder need not keep a list of what it is in.
    return json.dumps(value, sort_keys=True, default=_as_plain, check_circular=False)


def _as_plain(value: Any) -> object:
    """What JSON has no word for."""
    kind: Any = type(value)
    if is_dataclass(kind):
        return {name: getattr(value, name) for name in names_of(kind)}
    return sorted(value) if isinstance(value, frozenset) else date.isoformat(value)
