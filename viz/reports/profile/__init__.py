"""Everything known about one id, whatever it is the id of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from barriers.errors import UnknownName
from barriers.facilitation import SHELLS
from barriers.messages import message, text
from barriers.model import Model
from barriers.practices import Practice
from barriers.script import Script
from graph import QUESTIONS
from viz.document import Block, Document, Gap, Heading, Items, Masthead, Pairs, Paragraph, Records
from viz.reports.data import SCHEMA, parts_of, picked
from viz.reports.facts import label
from viz.reports.profile.desk import Desk, Section
from viz.reports.profile.places import cites_place
from viz.reports.profile.subjects import (
    Profile,
    fact_profile,
    finding_profile,
    place_profile,
    question_profile,
    record_profile,
    shell_profile,
)
from viz.wording import word

__all__ = ["Desk", "Profile", "Section", "home_of", "known_ids", "profile", "profile_data", "profile_document"]


def profile(desk: Desk, name: str, at: str = "") -> Profile:
    """What is known about an id: of a step, an actor, a source, a fact, a finding … or the code of a country.

    A printed place that something cites (`NL SWOT p. 38`) serves as well, and so does a source with a place `at`
    in it. Raises `UnknownName` with the nearest ones.
    """
    sources = desk.model.source_by_id
    if at and name not in sources:
        raise UnknownName(message("error.kind.source"), name, sources, message("show.at-is-in-a-source"))
    if at:
        return place_profile(desk, at, sources[name])
    for made in _made(desk, name):
        return made
    known = [*known_ids(desk.model), *(finding.id for finding in desk.findings)]
    raise UnknownName(message("error.kind.id"), name, known, message("show.ids-complete"))


def _made(desk: Desk, name: str) -> Iterator[Profile]:
    """The profiles of all that has this id, the most likely first; each is made only where it is asked for."""
    model = desk.model
    yield from (
        record_profile(desk, one, script) for one, script in _records_of(model) if one.id in (name, name.upper())
    )
    yield from (shell_profile(desk, number) for number in SHELLS if name == f"shell.{number}")
    yield from (question_profile(desk, one) for one in QUESTIONS if one.id == name)
    yield from (fact_profile(desk, one) for one in model.facts() if one.id == name)
    yield from (finding_profile(desk, one) for one in desk.findings if one.id == name)
    source, _, place = name.partition(" ")
    if place and source in model.source_by_id:
        yield place_profile(desk, place, model.source_by_id[source])
    if cites_place(desk, name):
        yield place_profile(desk, name)


def _records_of(model: Model) -> Iterator[tuple[Any, Script | None]]:
    """Every record that is no fact, with the script that it belongs to; the code of a country is its id."""
    yield from ((one, None) for one in (*model.countries, *model.actors, *model.sources, *model.editions))
    yield from ((one, script) for script in model.scripts for one in (script, *parts_of(script)))


def known_ids(model: Model) -> Iterator[str]:
    """Every id of a model that `profile` knows, except those of findings."""
    yield from (one.id for one, _ in _records_of(model))
    yield from (f"shell.{number}" for number in SHELLS)
    yield from (question.id for question in QUESTIONS)
    yield from (fact.id for fact in model.facts())


def home_of(model: Model, name: str) -> tuple[str | None, str | None]:
    """The country and the script that an id belongs to; None where it belongs to all or to none."""
    for record, script in _records_of(model):
        if script and record.id == name:
            return None, script.id
    if name.upper() in model.country_by_code:
        return name.upper(), None
    fact = next((fact for fact in model.facts() if fact.id == name), None)
    if fact and (isinstance(fact, Practice) or len(fact.countries) > 1):
        return None, None  # shown by one, meant for others
    found = fact or model.actor_by_id.get(name)
    parts = name.split(":")  # of a finding: its question, its country, and what it is about
    country = found.country if found else parts[1].upper() if len(parts) > 2 else ""
    return (country if country in model.country_by_code else None), None


def profile_document(made: Profile) -> Document:
    """A profile as a document."""
    return Document(
        blocks=lambda: _blocks(made),
        data=lambda: profile_data(made),
        records=lambda: _records(made),
        title=made.name,
    )


def _blocks(made: Profile) -> Iterator[Block]:
    handling = text("header.handling", handling=word(made.handling))
    yield Masthead(made.name, (made.kind, made.id, handling), is_long=True)
    yield Pairs((*made.about, *([(label("place"), made.place)] if made.place else [])), least=8)
    for section in made.sections:
        yield Gap()
        if section.items:
            yield Heading(text("show.section", heading=section.heading, n=len(section.items)))
            yield Items(section.items)
        else:
            yield Heading(section.heading)
            yield Paragraph(section.none, indent=2)


def _records(made: Profile) -> Records:
    rows: list[tuple[object, ...]] = [("about", name, told, "", "", made.handling) for name, told in made.about]
    for section in made.sections:
        for one in section.items:
            said = "; ".join(filter(None, [one.status, one.text, *one.more]))
            rows.append((section.heading, one.id, said, one.citations, one.place, one.handling))
    return Records(("section", "id", "text", "citations", "place", "handling"), rows)


def profile_data(made: Profile) -> dict[str, Any]:
    """A profile as lists, dicts and text."""
    return picked(made, "id kind name handling") | {
        "schema": SCHEMA,
        "place": made.place or None,
        "about": [{"label": name, "text": told} for name, told in made.about],
        "sections": [
            {
                "heading": section.heading,
                "entries": [
                    picked(one, "text more citations handling")
                    | {name: getattr(one, name) or None for name in ("status", "id", "place")}
                    for one in section.items
                ],
            }
            for section in made.sections
        ],
    }
