"""What part of a model is looked at: the filters `--as-of`, `--form`, `--group` and `--basis`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from barriers.facts import Fact
from barriers.model import Model
from barriers.words import Basis, Form


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

    def is_kept(fact: Fact) -> bool:
        counts = country in fact.countries and model.begins(fact) <= day
        return counts and (selection.basis is None or fact.has_basis(selection.basis))

    return replace(model.only(is_kept), countries=tuple(found for found in model.countries if found.code == country))
