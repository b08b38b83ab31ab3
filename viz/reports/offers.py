"""Practices and recommendations as a country meets them: who gives them, for whom they are meant, what they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from barriers.coverage import Practice
from barriers.messages import text
from barriers.model import Model
from barriers.words import Handling, PracticeKind
from graph import BarrierGraph
from viz.reports.header import strictest
from viz.wording import joined, month_words


class AnsweredPlace(NamedTuple):
    """A step or a barrier that a practice answers, with the steps there that are looked at."""

    id: str
    name: str
    steps: tuple[str, ...]


class Offer(NamedTuple):
    """A practice for one country.

    `addressed` tells whether the source recommends it to this country; otherwise another country that is compared
    gives it. `elsewhere` tells that it answers a step or barrier of another script. `later` is the month in which it
    was said, where that is after the day that is looked at.
    """

    practice: Practice
    giver: str
    receivers: tuple[str, ...]
    addressed: bool
    places: tuple[AnsweredPlace, ...]
    elsewhere: bool
    handling: Handling
    later: str

    def rank(self, codes: Sequence[str]) -> tuple[bool, bool, bool]:
        """First what a source recommends to this country, of that what a compared one gives, and single steps first."""
        is_given_here = self.practice.giver in codes
        return (not self.addressed, not is_given_here, all(len(place.steps) > 1 for place in self.places))

    @property
    def who(self) -> str:
        """`shown by Netherlands, recommended to Denmark`, `recommended to Denmark by the US`."""
        how = "shown" if self.practice.kind is PracticeKind.PRACTICE else "recommended"
        if self.receivers:
            words = text(f"offer.{how}", giver=self.giver, to=joined(self.receivers))
            words = words if self.addressed else text("offer.not-here", who=words)
        else:
            words = text(f"offer.{how}-to-nobody", giver=self.giver)
        return text("offer.later", who=words, month=self.later) if self.later else words


def offers_to(graph: BarrierGraph, model: Model, codes: Sequence[str]) -> list[Offer]:
    """Every practice meant for the country of this graph, or given by another of these countries, sorted by id.

    The day counts only where the selection names one: a recommendation judges what was there before it was said.
    """
    found = []
    for practice in model.practices:
        addressed = graph.country in practice.receivers
        shown_beside = practice.giver in codes and practice.giver != graph.country
        if (addressed or shown_beside) and _is_looked_at(practice, model, graph):
            found.append(_offer(practice, model, graph))
    return found


def _is_looked_at(practice: Practice, model: Model, graph: BarrierGraph) -> bool:
    chosen = graph.selection
    begun = chosen.as_of is None or model.begins(practice) <= chosen.as_of
    return begun and graph.is_valid(practice) and chosen.basis in (None, practice.basis)


def _offer(practice: Practice, model: Model, graph: BarrierGraph) -> Offer:
    places = tuple(_places(practice, graph))
    return Offer(
        practice=practice,
        giver=_giver_name(practice.giver, model),
        receivers=tuple(_giver_name(code, model) for code in practice.receivers),
        addressed=graph.country in practice.receivers,
        places=places,
        elsewhere=not places and _is_elsewhere(practice, model, graph),
        handling=_handling(practice, model),
        later=_later(model.begins(practice), graph.as_of),
    )


def _places(practice: Practice, graph: BarrierGraph) -> Iterator[AnsweredPlace]:
    """The steps and barriers that it answers and that are looked at; what it says of an actor answers no step."""
    answered = set(practice.answers)
    for barrier in graph.script.barriers:
        steps = [step for step in graph.steps if step.barrier == barrier.id]
        if barrier.id in answered and steps:
            yield AnsweredPlace(barrier.id, barrier.name, tuple(step.id for step in steps))
        yield from (AnsweredPlace(step.id, step.name, (step.id,)) for step in steps if step.id in answered)


def _is_elsewhere(practice: Practice, model: Model, graph: BarrierGraph) -> bool:
    """Whether it answers a step or barrier of another script."""
    scripts = [script for script in model.scripts if script.id != graph.script.id]
    others = {barrier.id for script in scripts for barrier in script.barriers}
    others |= {step.id for script in scripts for step in script.steps}
    return not others.isdisjoint(practice.answers)


def _giver_name(giver: str, model: Model) -> str:
    """A country or an actor by its name; anybody else in the words of the data."""
    country = model.country_by_code.get(giver)
    actor = model.actor_by_id.get(giver)
    return country.name if country else actor.called if actor else giver


def _handling(practice: Practice, model: Model) -> Handling:
    cited = {citation.source for citation in practice.citations}
    sources = [model.source_by_id[name].handling for name in cited if name in model.source_by_id]
    return strictest([practice.handling, *sources])


def _later(said: date, day: date) -> str:
    return month_words(said) if said > day else ""
