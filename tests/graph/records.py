"""What the records say, read independently of `graph/`: the oracle's own idea of settling, narrow and in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import TypeVar

from barriers import (
    Ceiling,
    Citation,
    CompleteList,
    Coverage,
    Facilitation,
    Membership,
    Model,
    Script,
    Selection,
    Statement,
    Step,
)
from barriers.facts import Fact
from barriers.words import Basis, Form, Power, State, Voice

Atom = tuple[str, Form]
"""One group in one form."""

SomeFact = TypeVar("SomeFact", bound=Fact)
Extended = TypeVar("Extended", Coverage, Ceiling)

FIXING_VOICES = {Voice.LAW, Voice.OFFICIAL, Voice.REPORT}
DEGREE = {State.ABSENT: 0, State.PARTIAL: 1, State.ACTIVE: 2}


@dataclass(frozen=True)
class Extent:
    """For whom, for what and for how long; `None` stands for everybody and for every form."""

    groups: frozenset[str] | None
    forms: frozenset[Form] | None
    first: date
    last: date

    def covers(self, other: Extent) -> bool:
        """Whether the other one speaks of nothing beyond this one."""
        groups = self.groups is None or (other.groups is not None and self.groups >= other.groups)
        forms = self.forms is None or (other.forms is not None and self.forms >= other.forms)
        return groups and forms and self.first <= other.first and other.last <= self.last

    def beats(self, other: Extent) -> bool:
        """Whether this one is strictly narrower."""
        return other.covers(self) and not self.covers(other)


class Records:
    """The records of one country under one script, as the selection leaves them on its day."""

    def __init__(self, model: Model, country: str, script: str, selection: Selection) -> None:
        self.model = model
        self.script = next(known for known in model.scripts if known.id == script)
        self.home = next(known for known in model.countries if known.code == country)
        self.day = selection.as_of if selection.as_of is not None else self.home.as_of
        self.selection = selection
        self.sources = {source.id: source for source in model.sources}
        self.actors = {actor.id: actor for actor in model.actors}
        self.steps = [step for step in self.script.steps if self.atoms(step)]

    # Groups and forms

    def words(self, groups: Iterable[str]) -> set[str]:
        """Words for several groups, spelled out."""
        spelled: set[str] = set()
        for name in groups:
            parts = [part for group in self.script.groups if group.id == name for part in group.includes]
            spelled |= self.words(parts) if parts else {name}
        return spelled

    def atoms(self, step: Step) -> list[Atom]:
        """The groups and forms of the step that the selection looks at; none where it looks elsewhere."""
        groups, forms = self.words(step.groups), set(step.forms)
        if self.selection.group is not None:
            groups &= self.words([self.selection.group])
        if self.selection.form is not None:
            forms &= {self.selection.form}
        return sorted(product(groups, forms))

    def extent(self, fact: Coverage | Ceiling) -> Extent:
        """For whom, for what and for how long a statement speaks."""
        groups = frozenset(self.words(fact.groups)) if fact.groups else None
        forms = frozenset(fact.forms) if fact.forms else None
        return Extent(groups, forms, self.first_day(fact), fact.until or date.max)

    def speaks_of(self, fact: Coverage | Ceiling, atom: Atom) -> bool:
        """Whether a statement concerns this group in this form."""
        group, form = atom
        return (not fact.groups or group in self.words(fact.groups)) and (not fact.forms or form in fact.forms)

    def narrowest(self, facts: Sequence[Extended]) -> list[Extended]:
        """Those that no other one beats."""
        return [one for one in facts if not any(self.extent(other).beats(self.extent(one)) for other in facts)]

    # Days, voices, bases

    def first_day(self, fact: Fact) -> date:
        """The day on which a fact begins: its own, else that of the earliest source."""
        if fact.since is not None:
            return fact.since
        dates = {self.sources[citation.source].date for citation in fact.citations if citation.source in self.sources}
        return min((day for day in dates if day is not None), default=date.min)

    def in_force(self, fact: Fact) -> bool:
        """Whether a fact holds on the day."""
        return self.first_day(fact) <= self.day and (fact.until is None or fact.until >= self.day)

    def settled(self, citations: Iterable[Citation]) -> bool:
        """Whether law, official or report speaks."""
        voices = {
            citation.voice or self.sources[citation.source].voice
            for citation in citations
            if citation.voice is not None or citation.source in self.sources
        }
        return bool(voices & FIXING_VOICES)

    def can_settle(self, fact: Fact) -> bool:
        """Whether a fact is stated, in force, and said by a voice that settles it."""
        bases = {fact.basis}
        if isinstance(fact, Coverage):
            bases.add(fact.power_basis)
        if isinstance(fact, Facilitation):
            bases = {Basis.STATED} & {claim.basis for claim in fact.claims}
        return bases == {Basis.STATED} and self.in_force(fact) and self.settled(fact.citations)

    # What is recorded

    def kept(self, facts: Iterable[SomeFact]) -> list[SomeFact]:
        """The facts of this country that have begun, of the basis that is asked for."""
        return [
            fact
            for fact in facts
            if self._is_here(fact) and self.first_day(fact) <= self.day and self._of_the_basis(fact)
        ]

    def _is_here(self, fact: Fact) -> bool:
        further = fact.concerns if isinstance(fact, Statement) else ()
        return self.home.code in (fact.country, *further)

    def _of_the_basis(self, fact: Fact) -> bool:
        wanted = self.selection.basis
        if wanted is None:
            return True
        if isinstance(fact, Facilitation):
            return wanted in {claim.basis for claim in fact.claims}
        inferred = Basis.INFERRED in {fact.basis, getattr(fact, "power_basis", fact.basis)}
        return inferred == (wanted is Basis.INFERRED)

    def covers_of(self, step: Step) -> list[Coverage]:
        """The covers that concern the step as it is looked at."""
        return [
            cover
            for cover in self.kept(self.model.coverage)
            if cover.step == step.id and any(self.speaks_of(cover, atom) for atom in self.atoms(step))
        ]

    def ceilings_of(self, step: Step) -> list[Ceiling]:
        """What is said of the step as a whole, as it is looked at."""
        return [
            ceiling
            for ceiling in self.kept(self.model.ceilings)
            if ceiling.step == step.id and any(self.speaks_of(ceiling, atom) for atom in self.atoms(step))
        ]

    def facilitations(self) -> list[Facilitation]:
        """The facilitations that stand in a shell, at a barrier of the script, or at a step that is looked at."""
        places = {barrier.id for barrier in self.script.barriers} | {step.id for step in self.steps}
        return [
            fact
            for fact in self.kept(self.model.facilitations)
            if fact.shell is not None or any(claim.id in places for claim in (fact.barrier, fact.step) if claim)
        ]

    def statements(self) -> list[Statement]:
        """What is said outside the steps and belongs to this script: about a part of it, or of none."""
        others = [name for script in self.model.scripts if script is not self.script for name in _parts(script)]
        mine = _parts(self.script)
        return [
            said
            for said in self.kept(self.model.statements)
            if any(name in mine for name in said.about) or not any(name in others for name in said.about)
        ]

    def networks(self) -> set[str]:
        """The national networks."""
        names = {*self.home.national_networks, self.home.task_force}
        return {name for name in names if name is not None}

    def memberships_in(self, network: str) -> list[Membership]:
        """Every membership that is recorded in a network, kept up or not."""
        return [membership for membership in self.kept(self.model.memberships) if membership.network == network]

    def lists_of(self, network: str) -> list[CompleteList]:
        """The lists that are in force and firm."""
        lists = self.kept(self.model.complete_lists)
        return [one for one in lists if one.network == network and self.can_settle(one)]


def _parts(script: Script) -> list[str]:
    return [script.id, *(barrier.id for barrier in script.barriers), *(step.id for step in script.steps)]


def intervening(power: Power, step: Step) -> bool:
    """Whether this power holds the step."""
    return power in step.powers
