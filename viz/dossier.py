"""Everything known about one id, whatever it is the id of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from barriers.errors import UnknownName
from barriers.facilitation import SHELLS
from barriers.facts import Fact
from barriers.model import Model
from barriers.practices import Practice
from barriers.script import Barrier, Crosswalk, Group, Step, Track
from graph import QUESTIONS
from viz.dossier_actor import actor_dossier, shell_dossier
from viz.dossier_country import country_dossier
from viz.dossier_evidence import fact_dossier, finding_dossier, question_dossier
from viz.dossier_parts import Desk, Dossier, Entry, Section, parts_of
from viz.dossier_script import (
    barrier_dossier,
    crosswalk_dossier,
    group_dossier,
    script_dossier,
    step_dossier,
    track_dossier,
)
from viz.dossier_source import cites_place, edition_dossier, place_dossier, source_dossier

__all__ = ["Desk", "Dossier", "Entry", "Section", "dossier", "dossier_data", "home_of", "known_ids"]

_PARTS: dict[type, Callable[..., Dossier]] = {
    Step: step_dossier,
    Barrier: barrier_dossier,
    Track: track_dossier,
    Group: group_dossier,
    Crosswalk: crosswalk_dossier,
}


def dossier(desk: Desk, name: str, at: str = "") -> Dossier:
    """What is known about an id: of a step, an actor, a source, a fact, a finding … or the code of a country.

    A printed place that something cites (`NL SWOT p. 38`) serves as well, and so does a source with a place `at`
    in it. Raises `UnknownName` with the nearest ones.
    """
    if at:
        if name not in desk.model.source_by_id:
            raise UnknownName("source", name, desk.model.source_by_id, "A place with --at is one in a source.")
        return place_dossier(desk, at, desk.model.source_by_id[name])
    made = _of_model(desk, name) or _of_evidence(desk, name) or _of_place(desk, name)
    if made is None:
        known = [*known_ids(desk.model), *(finding.id for finding in desk.findings)]
        raise UnknownName("id", name, known, "barriers show completes ids in the shell: see barriers --help.")
    return made


def _of_model(desk: Desk, name: str) -> Dossier | None:
    model = desk.model
    if name in model.actor_by_id:
        return actor_dossier(desk, model.actor_by_id[name])
    if name.upper() in model.country_by_code:
        return country_dossier(desk, model.country_by_code[name.upper()])
    for number in SHELLS:
        if name == f"shell.{number}":
            return shell_dossier(desk, number)
    for script in model.scripts:
        if name == script.id:
            return script_dossier(desk, script)
        for part in parts_of(script):
            if part.id == name:
                return _PARTS[type(part)](desk, script, part)
    return None


def _of_evidence(desk: Desk, name: str) -> Dossier | None:
    model = desk.model
    if name in model.source_by_id:
        return source_dossier(desk, model.source_by_id[name])
    for edition in model.editions:
        if edition.id == name:
            return edition_dossier(desk, edition)
    for question in QUESTIONS:
        if question.id == name:
            return question_dossier(desk, question)
    for fact in model.facts():
        if fact.id == name:
            return fact_dossier(desk, fact)
    for finding in desk.findings:
        if finding.id == name:
            return finding_dossier(desk, finding)
    return None


def _of_place(desk: Desk, name: str) -> Dossier | None:
    """A place, alone or with the id of its source before it."""
    source, _, at = name.partition(" ")
    if at and source in desk.model.source_by_id:
        return place_dossier(desk, at, desk.model.source_by_id[source])
    return place_dossier(desk, name) if cites_place(desk, name) else None


def known_ids(model: Model) -> Iterator[str]:
    """Every id of a model that `dossier` knows, except those of findings."""
    yield from (country.code for country in model.countries)
    yield from model.actor_by_id
    yield from model.source_by_id
    yield from (edition.id for edition in model.editions)
    yield from (f"shell.{number}" for number in SHELLS)
    yield from (question.id for question in QUESTIONS)
    for script in model.scripts:
        yield script.id
        yield from (part.id for part in parts_of(script))
    yield from (fact.id for fact in model.facts())


def home_of(model: Model, name: str) -> tuple[str | None, str | None]:
    """The country and the script that an id belongs to; None where it belongs to all or to none."""
    for script in model.scripts:
        if name == script.id or any(part.id == name for part in parts_of(script)):
            return None, script.id
    if name.upper() in model.country_by_code:
        return name.upper(), None
    facts: list[Fact] = [fact for fact in model.facts() if fact.id == name]
    if facts and (isinstance(facts[0], Practice) or len(facts[0].countries) > 1):
        return None, None  # shown by one, meant for others
    actor = model.actor_by_id.get(name)
    owned = facts[0].country if facts else actor.country if actor else None
    country = _country_of_finding(name) if owned is None else owned
    return (country if country in model.country_by_code else None), None


def _country_of_finding(name: str) -> str:
    parts = name.split(":")
    return parts[1].upper() if len(parts) > 2 else ""


def dossier_data(made: Dossier) -> dict[str, Any]:
    """A dossier as lists, dicts and text."""
    return {
        "schema": 1,
        "id": made.id,
        "kind": made.kind,
        "name": made.name,
        "handling": made.handling.value,
        "place": made.place or None,
        "about": [{"label": label, "text": text} for label, text in made.about],
        "sections": [
            {"heading": section.heading, "entries": [_entry(entry) for entry in section.entries]}
            for section in made.sections
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "text": entry.text,
        "status": entry.status or None,
        "more": list(entry.more),
        "citations": list(entry.citations),
        "id": entry.id or None,
        "place": entry.place or None,
        "handling": entry.handling.value,
    }
