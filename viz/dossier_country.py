"""Dossiers of countries: what is recorded of them, what they show and are told, what is said and counted there."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.figures import Figure
from barriers.indicators import IndicatorList
from barriers.model import Country
from barriers.practices import Practice
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.words import Status, SwotKind
from viz.dossier_parts import Desk, Dossier, Entry, Section
from viz.fact_words import KINDS
from viz.reports.header import strictest
from viz.symbols import with_symbol
from viz.wording import counted, joined, month_words, out_of

About = Iterator[tuple[str, str]]

_LISTS = {
    SwotKind.STRENGTH: "Strengths in its SWOT analysis",
    SwotKind.WEAKNESS: "Weaknesses in its SWOT analysis",
    SwotKind.OPPORTUNITY: "Opportunities in its SWOT analysis",
    SwotKind.THREAT: "Threats in its SWOT analysis",
    SwotKind.SOLUTION: "Solutions in its SWOT analysis",
}


def country_dossier(desk: Desk, country: Country) -> Dossier:
    """A country: its main source, its networks, how much is recorded, its steps, practices, figures, lists."""
    facts = [fact for fact in desk.model.facts() if fact.country == country.code]
    kinds = {kind: sum(1 for fact in facts if kind == fact.KIND) for kind in KINDS}
    recorded = [Entry(f"{number} {KINDS[kind]}") for kind, number in kinds.items() if number]
    actors = [actor for actor in desk.model.actors if actor.country == country.code]
    statuses = [
        Entry(out_of(audit.count(status), len(audit.steps), "step"), id=audit.script, status=with_symbol(status))
        for audit in desk.audits
        if audit.country == country.code
        for status in Status
        if audit.count(status)
    ]
    sections = (
        Section("Statuses of steps", tuple(statuses), none="No step."),
        Section("Facts recorded", tuple(recorded), none="None."),
        *_practices(desk, country.code),
        *_said(desk, country.code),
        *_figures(desk, country.code),
        *_swot(desk, country.code),
    )
    shown = [entry.handling for section in sections for entry in section.entries]
    return Dossier(
        id=country.code,
        kind="country",
        name=country.name,
        about=tuple(_about_country(desk, country, len(actors))),
        sections=sections,
        handling=strictest([*shown, *(audit.handling for audit in desk.audits if audit.country == country.code)]),
    )


def _practices(desk: Desk, code: str) -> Iterator[Section]:
    """What others can take from the country, and what it is shown or told."""
    every = [fact for fact in desk.facts if isinstance(fact, Practice)]
    given = desk.entries(one for one in every if one.giver == code)
    received = desk.entries(one for one in every if code in one.receivers)
    if given:
        yield Section("Practices that it shows, and what it recommends", given)
    if received:
        yield Section("Practices that it is shown, and what it is recommended", received)


def _said(desk: Desk, code: str) -> Iterator[Section]:
    """The lists of indicators in use, and what sources say outside the steps."""
    lists = desk.entries(fact for fact in desk.facts if isinstance(fact, IndicatorList) and fact.country == code)
    statements = desk.entries(fact for fact in desk.facts if isinstance(fact, Statement) and code in fact.countries)
    if lists:
        yield Section("Lists of indicators", lists)
    if statements:
        yield Section("Statements outside the steps", statements)


def _swot(desk: Desk, code: str) -> Iterator[Section]:
    """What its analysis lists, list after list."""
    for kind, heading in _LISTS.items():
        items = [one for one in desk.facts if isinstance(one, SwotItem) and (one.country, one.kind) == (code, kind)]
        if items:
            yield Section(heading, desk.entries(items))


def _figures(desk: Desk, code: str) -> Iterator[Section]:
    """The figures topic by topic; those of the same thing and time beside one another, in conflict or not."""
    mine = [fact for fact in desk.facts if isinstance(fact, Figure) and fact.country == code]
    for topic in sorted({figure.topic for figure in mine}, key=str.casefold):
        of_topic = sorted(
            (figure for figure in mine if figure.topic == topic),
            key=lambda figure: (figure.counts.casefold(), figure.year, figure.number, figure.id),
        )
        yield Section(f"Figures: {topic}", tuple(desk.entry(figure) for figure in of_topic))


def _about_country(desk: Desk, country: Country, actors: int) -> About:
    yield "speaks for", month_words(country.as_of)
    yield "about", country.about
    source = desk.model.source_by_id.get(country.main_source)
    yield "main source", f"{source.title if source else ''} ({country.main_source})"
    if country.task_force:
        yield "task force", f"{desk.names.get(country.task_force, '')}, {country.task_force}"
    if country.national_networks:
        yield "networks", ", ".join(country.national_networks)
    if country.ask:
        yield "whom to ask", joined(desk.names.get(name, name) for name in country.ask)
    yield "actors", counted(actors, "actor")
    if country.note:
        yield "note", country.note
