"""The model: everything that is known, as one frozen value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from typing import Any

from barriers.actors import Actor
from barriers.checks import check_id, check_text
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation, Edition, Source
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.figures import Figure
from barriers.indicators import IndicatorList
from barriers.practices import Practice
from barriers.scope import ALWAYS, Scope
from barriers.script import Script
from barriers.signals import Signal
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.ties import ClosedList, Cooperation, Duty, Lead, Membership
from barriers.weaknesses import Weakness
from barriers.words import Form, SourceKind


@dataclass(frozen=True, slots=True)
class Country:
    """A country's own page: its date, its main source, whom to ask, which network is its national table.

    `code` is two capital letters. `as_of` is the moment for which the main source speaks. `ask` names the
    actors to ask where nobody is recorded.
    """

    code: str
    name: str
    as_of: date
    main_source: str
    about: str
    task_force: str | None = None
    national_networks: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        check_id("code", self.code.lower())
        check_text("name", self.name)


@dataclass(frozen=True)
class Model:
    """All values, each kind sorted by id, so that the order of files and records changes nothing."""

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
    closed_lists: tuple[ClosedList, ...] = ()
    cooperation: tuple[Cooperation, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()
    duties: tuple[Duty, ...] = ()
    leads: tuple[Lead, ...] = ()
    signals: tuple[Signal, ...] = ()
    practices: tuple[Practice, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    swot: tuple[SwotItem, ...] = ()
    indicators: tuple[IndicatorList, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "countries", tuple(sorted(self.countries, key=lambda value: value.code)))
        for kind in fields(self)[1:]:
            values = getattr(self, kind.name)
            object.__setattr__(self, kind.name, tuple(sorted(values, key=lambda value: value.id)))

    def facts(self) -> Iterator[Fact]:
        """Every fact, kind after kind."""
        yield from self.coverage
        yield from self.ceilings
        yield from self.tasks
        yield from self.facilitations
        yield from self.memberships
        yield from self.closed_lists
        yield from self.cooperation
        yield from self.weaknesses
        yield from self.duties
        yield from self.leads
        yield from self.signals
        yield from self.practices
        yield from self.figures
        yield from self.statements
        yield from self.swot
        yield from self.indicators

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

    def fixes(self, citations: tuple[Citation, ...]) -> bool:
        """Whether any of the citations speaks with a voice that can fix a fact: law, official or report.

        What a machine wrote fixes nothing, whatever voice it puts on.
        """
        for citation in citations:
            source = self.source_by_id.get(citation.source)
            voice = citation.voice or (source.voice if source else None)
            if voice is not None and voice.fixes and (source is None or source.kind is not SourceKind.MACHINE):
                return True
        return False

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all values in their canonical order, as hexadecimal text."""
        return sha256(canonical(self).encode()).hexdigest()


def canonical(value: object) -> str:
    """A value as JSON text, fields by name, sets sorted, days as text; the places in files are left out."""
    # Nothing holds itself, so that the encoder need not keep a list of what it is in.
    return json.dumps(value, sort_keys=True, default=_as_plain, check_circular=False)


def _as_plain(value: Any) -> object:
    """What JSON has no word for."""
    kind: Any = type(value)
    names = _written(kind)
    if names is not None:
        return {name: getattr(value, name) for name in names}
    return sorted(value) if isinstance(value, frozenset) else date.isoformat(value)


@cache
def _written(kind: Any) -> tuple[str, ...] | None:
    """The fields of a dataclass that somebody wrote; None for anything else."""
    if not is_dataclass(kind):
        return None
    return tuple(part.name for part in fields(kind) if part.init and part.name != "place")
