"""What part of a model is looked at: the filters `--as-of`, `--form`, `--group` and `--basis`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from barriers.coverage import Coverage
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.model import Model
from barriers.words import Basis, Form

SomeFact = TypeVar("SomeFact", bound=Fact)


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters; `None` means all. `as_of` defaults to the country's own date."""

    as_of: date | None = None
    form: Form | None = None
    group: str | None = None
    basis: Basis | None = None

    def day(self, model: Model, country: str) -> date:
        """The day that is looked at for a country."""
        return self.as_of or model.country_by_code[country].as_of


def select(model: Model, country: str, selection: Selection) -> Model:
    """The model as one country has it on the day that is looked at.

    Keeps the scripts, sources and actors of all countries (an actor may be international) and the facts that
    have begun and count in this country: its own and, whoever's file they stand in, the practices that it shows
    or that are meant for it and the statements that concern it. An ended fact stays, for an expired cover is
    still known. Facts of another basis are left out where the selection asks for one; facilitations stay when any
    claim has that basis. Form and group are applied to the steps by the graph, which knows the script.
    """
    day = selection.day(model, country)

    def kept(facts: tuple[SomeFact, ...]) -> tuple[SomeFact, ...]:
        return tuple(
            fact
            for fact in facts
            if country in fact.countries and model.begins(fact) <= day and _has_basis(fact, selection.basis)
        )

    return replace(
        model,
        countries=tuple(found for found in model.countries if found.code == country),
        coverage=kept(model.coverage),
        ceilings=kept(model.ceilings),
        tasks=kept(model.tasks),
        facilitations=kept(model.facilitations),
        memberships=kept(model.memberships),
        closed_lists=kept(model.closed_lists),
        cooperation=kept(model.cooperation),
        weaknesses=kept(model.weaknesses),
        duties=kept(model.duties),
        leads=kept(model.leads),
        signals=kept(model.signals),
        practices=kept(model.practices),
        figures=kept(model.figures),
        statements=kept(model.statements),
        swot=kept(model.swot),
        indicators=kept(model.indicators),
    )


def _has_basis(fact: Fact, basis: Basis | None) -> bool:
    """Whether a fact counts as having this basis; every fact does where none is asked for."""
    if basis is None:
        return True
    if isinstance(fact, Coverage):
        return fact.is_stated == (basis is Basis.STATED)
    if isinstance(fact, Facilitation):
        return any(claim.basis is basis for claim in fact.claims)
    return fact.basis is basis
