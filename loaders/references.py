"""Everything that refers to something: ids that lead nowhere, or where they may not lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from barriers.actors import RELATION_FIELDS
from barriers.coverage import Ceiling, Coverage
from barriers.errors import Problem, problem
from barriers.evidence import Citation
from barriers.places import Place
from barriers.schema import Refers, ids_in, referring
from barriers.script import Script, Step
from barriers.statements import Statement
from barriers.words import ActorKind
from loaders.citations import check_citation
from loaders.cycles import find_cycles
from loaders.files import INTERNATIONAL, is_country_code
from loaders.known import Known
from loaders.marked import place_of
from loaders.script_check import check_script, unknown_power


def check_references(known: Known) -> Iterator[Problem]:
    """Every reference of the model that leads nowhere or where it may not lead."""
    for part, place, record in known.model.parts():
        script = record if isinstance(record, Script) else None
        for field, refers in referring(type(part)):
            for name in ids_in(getattr(part, field)):
                yield from _reference(name, refers, field, part, place, script, known)
        if isinstance(part, Citation):
            yield from check_citation(part, known, place)
        elif isinstance(part, Coverage | Ceiling) and part.step in known.steps:
            yield from _on_a_step(part, *known.steps[part.step], known)
        elif isinstance(part, Statement):
            yield from _elsewhere(part, known)
        elif isinstance(part, Script):
            yield from check_script(part, known)
    yield from _cycles_of_actors(known)


def _reference(
    name: str, refers: Refers, field: str, part: Any, place: Place | None, script: Script | None, known: Known
) -> Iterator[Problem]:
    """One id of one field; inside a script, and where a step decides, only ids of that script will do."""
    if refers.to == ("country",):
        # It may be a country of which there is no model, but not something that is no country.
        if not is_country_code(name):
            yield problem(known.where.of_item(place, field, [name]), "wrong-country.reference", code=str(name))
        return
    if refers.of:
        script, _ = known.steps.get(getattr(part, refers.of), (None, None))
        if script is None:
            return
    yield from known.refer(refers.to, name, place, script)
    if refers.to == ("network",):
        actor = known.model.actor_by_id.get(name)
        if actor is not None and actor.kind is not ActorKind.NETWORK:
            yield problem(place_of(name, place), "not-a-network", id=str(name), kind=actor.kind)


def _cycles_of_actors(known: Known) -> Iterator[Problem]:
    for word in RELATION_FIELDS:
        relations = {actor.id: getattr(actor, word) for actor in known.model.actors}
        for cycle in find_cycles({name: [relation.to for relation in to] for name, to in relations.items()}):
            last = next(relation.to for relation in relations[cycle[-2]] if relation.to == cycle[-1])
            place = place_of(last, known.model.actor_by_id[cycle[-2]].place)
            yield problem(place, "circle.actors", relation=word, way=" > ".join(cycle))


def _elsewhere(statement: Statement, known: Known) -> Iterator[Problem]:
    """An audit of one country reads its folder and what is common, and must find the same as an audit of all."""
    if statement.concerns and statement.country != INTERNATIONAL:
        yield problem(
            known.where.of(statement.place, "concerns"),
            "concerns-others",
            country=str(statement.country),
            others=", ".join(statement.concerns),
            common=INTERNATIONAL,
        )


def _on_a_step(fact: Coverage | Ceiling, script: Script, step: Step, known: Known) -> Iterator[Problem]:
    if isinstance(fact, Coverage) and fact.power not in script.powers:
        yield unknown_power(fact.power, script, known.where.of(fact.place, "power"))
    mine = script.expand(fact.groups & frozenset(known.ids("group", script)))
    if mine and not mine & script.expand(step.groups):
        yield _beside(fact, "groups", known)
    if fact.forms and not fact.forms & step.forms:
        yield _beside(fact, "forms", known)


def _beside(fact: Coverage | Ceiling, field: str, known: Known) -> Problem:
    said, of_step = getattr(fact, field), getattr(known.steps[fact.step][1], field)
    return problem(
        known.where.of_item(fact.place, field, said),
        "beside-the-step",
        step=str(fact.step),
        field=field,
        said=", ".join(sorted(said)),
        known=", ".join(sorted(of_step)),
    )
