"""Dossiers of facts and of what follows from them: fact, finding, question."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation
from barriers.facilitation import Facilitation
from barriers.facts import Fact
from barriers.figures import Figure
from barriers.findings import Finding
from barriers.messages import text
from barriers.practices import Practice
from barriers.signals import Signal
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.ties import Lead
from barriers.weaknesses import Weakness
from barriers.words import Handling
from graph import Question
from viz.dossier_parts import Desk, Dossier, Entry, Section, where
from viz.fact_words import KINDS, basis_words, headline, remarks
from viz.reports.findings import finding_item
from viz.reports.header import strictest
from viz.reports.questions import question_pairs
from viz.symbols import with_symbol
from viz.wording import day_words, voice_words

About = Iterator[tuple[str, str]]


def fact_dossier(desk: Desk, fact: Fact) -> Dossier:
    """A fact: what it says, who says it with which words, what follows from it."""
    findings = [finding for finding in desk.findings if fact.id in finding.facts]
    follows: list[Entry] = []
    if isinstance(fact, Coverage | Ceiling):
        for _, status in desk.statuses(fact.step):
            follows.append(Entry(str(status.reason), id=fact.step, status=with_symbol(status.status)))
    own = desk.entry(fact)
    citations = tuple(_citation_entry(desk, citation) for citation in fact.citations)
    sections = (
        Section("Who says so", citations, none="Nobody: no source is cited."),
        *([Section("Status of the step", tuple(follows))] if follows else []),
        *_beside(desk, fact),
        desk.finding_section(findings),
    )
    return Dossier(
        id=fact.id,
        kind=f"fact, {KINDS[fact.KIND]}",
        name=headline(fact, desk.names),
        about=tuple(_about_fact(desk, fact)),
        sections=sections,
        handling=strictest([own.handling, *(entry.handling for section in sections for entry in section.entries)]),
        place=where(fact.place),
    )


def _beside(desk: Desk, fact: Fact) -> Iterator[Section]:
    """What has to be seen beside a fact: where a signal shows, what answers a gap, what other figures say."""
    if isinstance(fact, Signal):
        yield Section("Steps at which it shows", tuple(desk.step_entry(step) for step in fact.steps))
    if isinstance(fact, Weakness):
        answering = _answers_to(desk, fact)
        yield Section("What answers it", answering, none="No practice or recommendation that is recorded.")
    if isinstance(fact, Practice):
        yield Section("What it answers", tuple(_answered(desk, name) for name in fact.answers), none="Not told apart.")
        yield Section("Weaknesses that it would answer", _gaps_of(desk, fact), none="None that is recorded.")
    if isinstance(fact, SwotItem):
        touched = tuple(_answered(desk, name) for name in fact.touches)
        yield Section("What it touches", touched, none="No step, barrier or actor that is recorded.")
    if isinstance(fact, Statement):
        answers = [one for one in desk.facts if isinstance(one, Statement) and one.topic_id == fact.topic_id]
        beside = desk.entries(one for one in answers if one is not fact)
        yield Section("Other statements on the same", beside, none="None that is recorded.")
    if isinstance(fact, Figure):
        others = [one for one in desk.facts if isinstance(one, Figure) and one.topic == fact.topic and one is not fact]
        yield Section("Other figures on the same", desk.entries(others), none="None that is recorded.")


def _answers_to(desk: Desk, gap: Weakness) -> tuple[Entry, ...]:
    """Whatever is shown or recommended anywhere that answers a weakness; first what its own country is told."""
    answering = [one for one in desk.model.practices if set(one.answers) & set(gap.touches)]
    told = [one for one in answering if gap.country in one.receivers]
    return desk.entries(told) + desk.entries(one for one in answering if one not in told)


def _gaps_of(desk: Desk, practice: Practice) -> tuple[Entry, ...]:
    """The weaknesses that touch what a practice answers, in the countries that it is meant for, else in all."""
    return desk.entries(
        gap
        for gap in desk.facts
        if isinstance(gap, Weakness)
        and set(gap.touches) & set(practice.answers)
        and (not practice.receivers or gap.country in practice.receivers)
    )


def _answered(desk: Desk, name: str) -> Entry:
    if any(desk.statuses(name)):
        return desk.step_entry(name)
    return Entry(desk.names.get(name, name), id=name)


def _about_fact(desk: Desk, fact: Fact) -> About:
    day = desk.day_of(fact) or desk.model.begins(fact)
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
    if isinstance(fact, GeneralTask | Lead):
        return list(fact.barriers)
    if isinstance(fact, Signal):
        return list(fact.steps)
    if isinstance(fact, Practice):
        return list(fact.answers)
    if isinstance(fact, Statement):
        return list(fact.about)
    return list(fact.touches) if isinstance(fact, Weakness | SwotItem) else []


def _begins(desk: Desk, fact: Fact) -> str:
    if fact.since is not None:
        return day_words(fact.since)
    begins = desk.model.begins(fact)
    return f"{day_words(begins)}, the date of its source" if begins.year > 1 else "not known"


def _citation_entry(desk: Desk, citation: Citation) -> Entry:
    """A citation with the words that stand there and their lines."""
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
    view = finding_item(desk.model, finding)
    rests_on = {fact.id: fact for fact in desk.facts if fact.id in finding.facts}
    facts = desk.entries(rests_on[name] for name in finding.facts if name in rests_on)
    statuses = [desk.step_entry(name) for name in finding.about if name in desk.names and any(desk.statuses(name))]
    said = "sources say so" if finding.certainty.value == "certain" else "to check"
    return Dossier(
        id=finding.id,
        kind=f"finding, {said}",
        name=str(finding.title),
        about=(
            *(("", line) for line in view.more),
            # The facts follow, each in full.
            *((label, str(said)) for label, said in view.pairs if label != text("finding.facts")),
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
    return Dossier(
        id=question.id,
        kind="question",
        name=str(question.asks),
        about=question_pairs(question),
        sections=(desk.finding_section(finding for finding in desk.findings if finding.question == question.id),),
        handling=strictest(audit.handling for audit in desk.audits),
    )
