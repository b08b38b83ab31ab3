"""Everything that refers to something: ids that lead nowhere, where they may not lead, or back to themselves.

And whether what is cited can be looked up, and whether the parts of a script fit one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from barriers.actors import RELATION_FIELDS
from barriers.coverage import Ceiling, Coverage
from barriers.errors import Place, Problem, problem
from barriers.facts import Citation
from barriers.schema import Refers, ids_in, referring
from barriers.script import Crosswalk, Route, Script
from barriers.statements import Statement
from barriers.words import ActorKind, Voice
from loaders.files import INTERNATIONAL, is_country_code
from loaders.known import Known
from loaders.marked import place_of


def check_references(known: Known) -> Iterator[Problem]:
    """Every reference of the model that leads nowhere or where it may not lead."""
    for part, place, record in known.model.parts():
        script = record if isinstance(record, Script) else None
        for field, refers in referring(type(part)):
            for name in ids_in(getattr(part, field)):
                yield from _reference(name, refers, field, part, place, script, known)
        match part:
            case Citation():
                yield from _citation(part, known, place)
            case Coverage() | Ceiling():
                yield from _on_a_step(part, known)
            case Statement():
                yield from _elsewhere(part, known)
            case Script():
                yield from _script(part, known)
            case Route() if script:
                yield from _route(part, script)
            case Crosswalk():
                yield from _crosswalk(part, known)
    for word in RELATION_FIELDS:
        relations = {actor.id: [to.to for to in getattr(actor, word)] for actor in known.model.actors}
        yield from _cycles("actors", relations, relation=word)


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


def _citation(citation: Citation, known: Known, place: Place | None) -> Iterator[Problem]:
    """Its respondents and lines; `place` is that of its record. A source that is not there is told elsewhere."""
    source = known.model.source_by_id.get(citation.source)
    if source is None:
        return
    voice = citation.voice or source.voice
    if voice is Voice.SURVEY and citation.respondents is None and not citation.asked:
        yield problem(place_of(citation.source, place), "survey-without-respondents.source", source=str(source.id))
    if citation.lines is None:
        return
    first, last = citation.lines
    edition = next((one for one in known.model.editions if one.id == source.edition), None)
    if source.edition is None:
        yield problem(known.where.beside(place, citation.source, "lines"), "no-edition", source=str(source.id))
    elif edition is not None and last > edition.lines:
        where = known.where.beside(place, citation.source, "lines")
        yield problem(where, "beyond-the-end", first=first, last=last, edition=str(edition.id), lines=edition.lines)


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


def _on_a_step(fact: Coverage | Ceiling, known: Known) -> Iterator[Problem]:
    """A power that the step's script knows, and some of the groups and forms that the step has."""
    if fact.step not in known.steps:
        return
    script, step = known.steps[fact.step]
    if isinstance(fact, Coverage) and fact.power not in script.powers:
        yield _unknown_power(fact.power, script, known.where.of(fact.place, "power"))
    mine = script.expand(fact.groups & frozenset(known.ids("group", script)))
    beside = {
        "groups": bool(mine) and mine.isdisjoint(script.expand(step.groups)),
        "forms": bool(fact.forms) and fact.forms.isdisjoint(step.forms),
    }
    for field in (field for field, is_beside in beside.items() if is_beside):
        said, of_step = getattr(fact, field), getattr(step, field)
        yield problem(
            known.where.of_item(fact.place, field, said),
            "beside-the-step",
            step=str(fact.step),
            field=field,
            said=", ".join(sorted(said)),
            known=", ".join(sorted(of_step)),
        )


def _unknown_power(power: str, script: Script, place: Place) -> Problem:
    """A power that is a word of the model, but not one of this script."""
    known = ", ".join(sorted(script.powers))
    return problem(place, "unknown-power.script", power=str(power), known=known, script=str(script.id))


def _script(script: Script, known: Known) -> Iterator[Problem]:
    """Powers that the script does not know, two barriers at one place, steps and groups that lead in a circle."""
    for step in script.steps:
        for power in sorted(step.powers - script.powers):
            yield _unknown_power(power, script, known.where.of_item(step.place, "powers", [power]))
    at: dict[int, str] = {}
    for barrier in script.barriers:
        other = at.setdefault(barrier.order, barrier.id)
        if other != barrier.id:
            values: Any = {"barrier": str(barrier.id), "order": barrier.order, "other": str(other)}
            yield problem(place_of(barrier.id), "duplicate-order", **values)
    if not script.may_circle:
        yield from _cycles("steps", {step.id: step.leads_to for step in script.steps})
    yield from _cycles("groups", {group.id: group.includes for group in script.groups})


def _route(route: Route, script: Script) -> Iterator[Problem]:
    """A way through the steps goes where they lead."""
    leads_to = {step.id: step.leads_to for step in script.steps}
    for here, there in pairwise(route.steps):
        if here in leads_to and there in leads_to and there not in leads_to[here]:
            known = ", ".join(leads_to[here])
            case = "off-the-path" if known else "off-the-path.last"
            values: Any = {"route": str(route.id), "here": str(here), "there": str(there), "known": known}
            yield problem(place_of(there, route.place), case, **values)


def _crosswalk(crosswalk: Crosswalk, known: Known) -> Iterator[Problem]:
    """What is mapped, or lacking, is a step of the other model."""
    for other in (*(other for row in crosswalk.rows for other in row.others), *crosswalk.lacking):
        if other not in crosswalk.other_steps and not known.excuses.forgive((), other):
            yield known.unknown("other-step", other, crosswalk.other_steps, None)


def _cycles(case: str, ways: Mapping[str, Sequence[str]], **values: Any) -> Iterator[Problem]:
    for cycle in find_cycles(ways):
        yield problem(place_of(cycle[-1]), f"circle.{case}", way=" > ".join(cycle), **values)


def find_cycles(ways: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Cycles, each as the ids on it with the first again at the end, as it stands among those of the one before it.

    There is at least one for every group of ids that lead back to one another, and each closes at an id that
    is on no cycle before it. Which are found depends only on the ids, not on the order of the mapping.
    """
    cycles: list[tuple[str, ...]] = []
    finished: set[str] = set()
    # Each id on the path with those that it leads to and that are still to be tried; all of them at its beginning.
    # Without recursion: a chain may be longer than Python's stack is deep.
    path: dict[str, list[str]] = {"": sorted(ways)[::-1]}
    while path:
        here, following = next(reversed(path.items()))
        step = following.pop() if following else None
        if step is None:
            finished.add(here)
            del path[here]
        elif step in path and step not in finished:
            ids = list(path)
            cycle = ids[ids.index(step) :]
            cycles.append((*cycle, step))
            # Marked as finished, so that no second cycle is told that closes here.
            finished.update(cycle)
        elif step not in finished:
            path[step] = sorted(ways.get(step, ()))[::-1]
    return cycles
