"""Dossiers of evidence and of what rests on it: source, edition, fact, finding, question, country."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation, Edition, Source
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.findings import Finding
from barriers.model import Country
from barriers.weaknesses import Weakness
from barriers.words import Handling, Status
from graph import Question
from viz.audit_data import strictest
from viz.dossier_parts import Desk, Dossier, Entry, Section, parts_of, where
from viz.fact_words import KINDS, basis_words, headline, remarks
from viz.finding_view import finding_view
from viz.marks import marked
from viz.question_view import question_view
from viz.wording import counted, day_words, joined, month_words, out_of, voice_words

About = Iterator[tuple[str, str]]


def source_dossier(desk: Desk, source: Source) -> Dossier:
    """A source: what it is, and backward every fact, actor and step that cites it."""

    def cites(value: object) -> bool:
        return any(citation.source == source.id for citation in getattr(value, "citations", ()))

    facts = desk.entries(fact for fact in desk.facts if cites(fact))
    actors = [Entry(desk.names[actor.id], id=actor.id) for actor in desk.model.actors if cites(actor)]
    parts = [Entry(part.name, id=part.id) for script in desk.model.scripts for part in parts_of(script) if cites(part)]
    rests = [finding for finding in desk.findings if cites(finding)]
    return Dossier(
        id=source.id,
        kind=f"source, {source.kind.value}",
        name=source.title,
        about=tuple(_about_source(source)),
        sections=(
            Section("Facts that cite it", facts, none="None in the countries looked at."),
            Section("Actors that it names", tuple(actors), none="None."),
            Section("Parts of scripts taken from it", tuple(parts), none="None."),
            desk.finding_section(rests),
        ),
        handling=strictest([source.handling, *(entry.handling for entry in facts)]),
    )


def _about_source(source: Source) -> About:
    yield "about", source.about
    yield "voice", source.voice.value
    if source.date is not None:
        yield "date", day_words(source.date) + (f" ({source.date_note})" if source.date_note else "")
    for label in ("publisher", "address", "edition", "note"):
        value = getattr(source, label)
        if value:
            yield label, value
    yield "handling", source.handling.value


def edition_dossier(desk: Desk, edition: Edition) -> Dossier:
    """A text edition: which sources can be looked up in it."""
    sources = [source for source in desk.model.sources if source.edition == edition.id]
    return Dossier(
        id=edition.id,
        kind="text edition",
        name=edition.title,
        about=(
            ("lines", str(edition.lines)),
            ("sha256", edition.sha256),
            ("check", f"barriers check --text {edition.id}=PATH"),
        ),
        sections=(Section("Sources in it", tuple(Entry(one.title, id=one.id) for one in sources), none="None."),),
        handling=strictest(source.handling for source in sources),
    )


def fact_dossier(desk: Desk, fact: Fact) -> Dossier:
    """A fact: what it says, who says it with which words, what follows from it."""
    findings = [finding for finding in desk.findings if fact.id in finding.facts]
    follows: list[Entry] = []
    if isinstance(fact, Coverage | Ceiling):
        for _, status in desk.statuses(fact.step):
            follows.append(Entry(status.reason, id=fact.step, status=marked(status.status)))
    own = desk.entry(fact)
    citations = tuple(_citation_entry(desk, citation) for citation in fact.citations)
    return Dossier(
        id=fact.id,
        kind=f"fact, {KINDS[fact.KIND]}",
        name=headline(fact, desk.names),
        about=tuple(_about_fact(desk, fact)),
        sections=(
            Section("Who says so", citations, none="Nobody: no source is cited."),
            *([Section("Status of the step", tuple(follows))] if follows else []),
            desk.finding_section(findings),
        ),
        handling=own.handling,
        place=where(fact.place),
    )


def _about_fact(desk: Desk, fact: Fact) -> About:
    day = desk.countries.get(fact.country, desk.model.begins(fact))
    if basis_words(fact):
        yield "basis", basis_words(fact)
    for remark in remarks(fact, desk.model, desk.names, day):
        yield "", remark
    yield "speaks of", ", ".join(dict.fromkeys([*fact.actor_ids, *_places(fact)])) or "-"
    yield "begins", _begins(desk, fact)
    if fact.until is not None:
        yield "ends", day_words(fact.until)
    if fact.note:
        yield "note", fact.note
    remedy = getattr(fact, "remedy", "")
    if remedy:
        yield "remedy", remedy
    yield "country", desk.country_name(fact.country)


def _places(fact: Fact) -> list[str]:
    """The steps and barriers that a fact is about."""
    if isinstance(fact, Coverage | Ceiling):
        return [fact.step]
    if isinstance(fact, Facilitation):
        return [claim.id for claim in (fact.barrier, fact.step) if claim is not None]
    if isinstance(fact, GeneralTask):
        return list(fact.barriers)
    return list(fact.touches) if isinstance(fact, Weakness) else []


def _begins(desk: Desk, fact: Fact) -> str:
    if fact.since is not None:
        return day_words(fact.since)
    begins = desk.model.begins(fact)
    return f"{day_words(begins)}, the date of its source" if begins.year > 1 else "not known"


def _citation_entry(desk: Desk, citation: Citation) -> Entry:
    source = desk.model.source_by_id.get(citation.source)
    words = f"the words “{citation.words}”" if citation.words else ""
    first, last = citation.lines or (0, 0)
    lines = f"lines {first} to {last} of {source.edition}" if source and source.edition and citation.lines else ""
    return Entry(
        f"{citation.at}, {voice_words(citation, desk.model)}",
        tuple(filter(None, [source.title if source else "", ": ".join(filter(None, [lines, words]))])),
        id=citation.source,
    )


def finding_dossier(desk: Desk, finding: Finding) -> Dossier:
    """A finding: what it says, and each fact that it rests on."""
    view = finding_view(desk.model, finding)
    rests_on = {fact.id: fact for fact in desk.facts if fact.id in finding.facts}
    facts = desk.entries(rests_on[name] for name in finding.facts if name in rests_on)
    statuses = [desk.step_entry(name) for name in finding.about if name in desk.names and any(desk.statuses(name))]
    said = "sources say so" if finding.certainty.value == "certain" else "to check"
    return Dossier(
        id=finding.id,
        kind=f"finding, {said}",
        name=finding.title,
        about=(
            *([("", view.detail)] if view.detail else []),
            *(line for line in view.lines if line[0] != "facts"),  # they follow, each in full
            ("question", finding.question),
        ),
        sections=(
            Section("Facts that it rests on", facts, none="None: the sources are silent."),
            *([Section("Steps that it is about", tuple(statuses))] if statuses else []),
        ),
        handling=strictest([Handling.PUBLIC, *(entry.handling for entry in facts)]),
    )


def question_dossier(desk: Desk, question: Question) -> Dossier:
    """A question: what it means, and its findings."""
    view = question_view(question)
    return Dossier(
        id=question.id,
        kind="question",
        name=question.asks,
        about=view.lines,
        sections=(desk.finding_section(finding for finding in desk.findings if finding.question == question.id),),
        handling=strictest(audit.handling for audit in desk.audits),
    )


def country_dossier(desk: Desk, country: Country) -> Dossier:
    """A country: its main source, its networks, how much is recorded, and the statuses of its steps."""
    facts = [fact for fact in desk.model.facts() if fact.country == country.code]
    kinds = {kind: sum(1 for fact in facts if kind == fact.KIND) for kind in KINDS}
    recorded = [Entry(f"{number} {KINDS[kind]}") for kind, number in kinds.items() if number]
    actors = [actor for actor in desk.model.actors if actor.country == country.code]
    statuses = [
        Entry(out_of(audit.count(status), len(audit.steps), "step"), id=audit.script, status=marked(status))
        for audit in desk.audits
        if audit.country == country.code
        for status in Status
        if audit.count(status)
    ]
    return Dossier(
        id=country.code,
        kind="country",
        name=country.name,
        about=tuple(_about_country(desk, country, len(actors))),
        sections=(
            Section("Statuses of steps", tuple(statuses), none="No step."),
            Section("Facts recorded", tuple(recorded), none="None."),
        ),
        handling=strictest(audit.handling for audit in desk.audits if audit.country == country.code),
    )


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
