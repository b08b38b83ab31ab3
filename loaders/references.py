"""Everything that refers to something: ids that lead nowhere, or where they may not lead."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.actors import Actor
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.errors import Problem
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.model import Country
from barriers.places import Place
from barriers.practices import Practice
from barriers.script import Script, Step
from barriers.signals import Signal
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.ties import ClosedList, Lead, Membership
from barriers.weaknesses import Weakness
from barriers.words import ActorKind
from loaders.circles import find_circles
from loaders.citations import check_citations
from loaders.files import INTERNATIONAL, is_country_code
from loaders.known import Known
from loaders.marked import place_of
from loaders.script_check import check_script, unknown_power


def check_references(known: Known) -> Iterator[Problem]:
    """Every reference of the model that leads nowhere or where it may not lead."""
    for source in known.model.sources:
        yield from known.refer("edition", source.edition, known.editions, place_of(source.id))
    for script in known.model.scripts:
        yield from check_script(script, known)
    for actor in known.model.actors:
        yield from _actor(actor, known)
    yield from _circles_of_actors(known)
    for country in known.model.countries:
        yield from _country(country, known)
    for fact in known.model.facts():
        yield from _fact(fact, known)


def _actor(actor: Actor, known: Known) -> Iterator[Problem]:
    yield from check_citations(actor.citations, known, actor.place)
    for relation in (*actor.part_of, *actor.kind_of, *actor.successor_of):
        yield from known.refer_to_actor(relation.to, actor.place)
        yield from check_citations(relation.citations, known, actor.place)
    for serving in actor.serves:
        yield from known.refer("group", serving.group, known.groups, actor.place)
        yield from check_citations(serving.citations, known, actor.place)


def _circles_of_actors(known: Known) -> Iterator[Problem]:
    for word in ("part_of", "kind_of", "successor_of"):
        relations = {actor.id: getattr(actor, word) for actor in known.model.actors}
        for circle in find_circles({name: [relation.to for relation in to] for name, to in relations.items()}):
            last = next(relation.to for relation in relations[circle[-2]] if relation.to == circle[-1])
            yield Problem(
                place_of(last, known.model.actor_by_id[circle[-2]].place),
                "circle",
                found=f"actors that are {word} one another in a circle: {' > '.join(circle)}",
                expected=f"a last one that is not {word} the others",
                remedy=f"take one of these {word} out",
            )


def _country(country: Country, known: Known) -> Iterator[Problem]:
    place = place_of(country.code)
    yield from known.refer("source", country.main_source, known.model.source_by_id, place)
    networks = [name for name in (country.task_force, *country.national_networks) if name is not None]
    for name in networks:
        yield from _network(name, known, place)
    for name in country.ask:
        yield from known.refer_to_actor(name, place)


def _network(name: str, known: Known, place: Place | None) -> Iterator[Problem]:
    yield from known.refer_to_actor(name, place, kind="network")
    actor = known.model.actor_by_id.get(name)
    if actor is not None and actor.kind is not ActorKind.NETWORK:
        yield Problem(
            place_of(name, place),
            "not-a-network",
            found=f"{str(name)!r}, which is of the kind {actor.kind}",
            expected="an actor of the kind network",
            remedy="name the network, or change the kind of the actor",
        )


def _fact(fact: Fact, known: Known) -> Iterator[Problem]:
    yield from check_citations(fact.citations, known, fact.place)
    networks = (fact.network,) if isinstance(fact, Membership | ClosedList) else ()
    for name in fact.actor_ids:
        if name not in networks:
            yield from known.refer_to_actor(name, fact.place)
    for name in networks:
        yield from _network(name, known, fact.place)
    if isinstance(fact, Coverage | Ceiling):
        yield from known.refer("step", fact.step, known.steps, fact.place)
        if fact.step in known.steps:
            yield from _on_a_step(fact, *known.steps[fact.step], known)
    if isinstance(fact, GeneralTask | Lead):
        for barrier in fact.barriers:
            yield from known.refer("barrier", barrier, known.barriers, fact.place)
    if isinstance(fact, Facilitation):
        if fact.barrier is not None:
            yield from known.refer("barrier", fact.barrier.id, known.barriers, fact.place)
        if fact.step is not None:
            yield from known.refer("step", fact.step.id, known.steps, fact.place)
    if isinstance(fact, ClosedList):
        for group in fact.without:
            yield from known.refer("group", group, known.groups, fact.place)
    if isinstance(fact, Signal):
        for step in fact.steps:
            yield from known.refer("step", step, known.steps, fact.place)
    if isinstance(fact, Practice):
        yield from _countries(fact, "receivers", known)
    if isinstance(fact, Statement):
        yield from _countries(fact, "concerns", known)
        yield from _elsewhere(fact, known)
    for name in _places(fact):
        yield from _touched(name, fact, known)


def _places(fact: Fact) -> tuple[str, ...]:
    """The ids of whatever kind that a fact speaks of."""
    if isinstance(fact, Weakness | SwotItem):
        return fact.touches
    if isinstance(fact, Practice):
        return fact.answers
    return fact.about if isinstance(fact, Statement) else ()


def _elsewhere(statement: Statement, known: Known) -> Iterator[Problem]:
    """An audit of one country reads its folder and what is common, and must find the same as an audit of all."""
    if statement.concerns and statement.country != INTERNATIONAL:
        yield Problem(
            known.where.of(statement.place, "concerns"),
            "concerns-others",
            found=f"a statement of {statement.country} that concerns {', '.join(statement.concerns)} too",
            expected="such a statement in a file that is read with every country",
            remedy=f"move it to a file with of: {INTERNATIONAL}, and name all the countries under concerns",
        )


def _countries(fact: Fact, key: str, known: Known) -> Iterator[Problem]:
    """It may be a country of which there is no model, but not something that is no country."""
    for code in getattr(fact, key):
        if not is_country_code(code):
            yield Problem(
                known.where.of_item(fact.place, key, [code]),
                "wrong-country",
                found=f"the country code {str(code)!r}",
                expected="two capital letters",
                remedy="write it like NL; whoever is no country goes into the note",
            )


def _touched(name: str, fact: Fact, known: Known) -> Iterator[Problem]:
    """A step, a barrier or an actor; a statement may also be about a whole script."""
    scripts = known.model.script_by_id if isinstance(fact, Statement) else {}
    kinds = (known.steps, known.barriers, known.model.actor_by_id, scripts)
    if not any(name in kind for kind in kinds) and not known.excuses.stands_elsewhere(name):
        what = "step, barrier, script or actor" if isinstance(fact, Statement) else "step, barrier or actor"
        yield from known.refer(what, name, frozenset().union(*kinds), fact.place)


def _on_a_step(fact: Coverage | Ceiling, script: Script, step: Step, known: Known) -> Iterator[Problem]:
    if isinstance(fact, Coverage) and fact.power not in script.powers:
        yield unknown_power(fact.power, script, known.where.of(fact.place, "power"))
    groups = known.groups_of[script.id]
    for group in sorted(fact.groups):
        yield from known.refer("group", group, groups, fact.place)
    mine = script.expand(fact.groups & groups)
    theirs = script.expand(step.groups)
    if mine and not mine & theirs:
        yield _beside(fact, "groups", fact.groups, step.groups, known)
    if fact.forms and not fact.forms & step.forms:
        yield _beside(fact, "forms", fact.forms, step.forms, known)


def _beside(
    fact: Coverage | Ceiling, kind: str, said: frozenset[str], of_step: frozenset[str], known: Known
) -> Problem:
    return Problem(
        known.where.of_item(fact.place, kind, said),
        "beside-the-step",
        found=f"a statement on {fact.step} for the {kind} {', '.join(sorted(said))}",
        expected=f"{kind} that matter to the step: {', '.join(sorted(of_step))}",
        remedy=f"correct the {kind}, or add them to the step",
    )
