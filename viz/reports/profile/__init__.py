"""Everything known about one id, whatever it is the id of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from barriers.actors import Actor
from barriers.coverage import SHELLS, Ceiling, Coverage, Facilitation, Practice, Weakness
from barriers.errors import UnknownName
from barriers.facts import Citation, Fact, Source
from barriers.findings import Finding
from barriers.messages import message, text
from barriers.model import Model
from barriers.naming import Named, named_records, named_shells, spoken_names
from barriers.schema import ids_in, referring
from barriers.script import Script
from barriers.statements import Figure, Statement
from barriers.words import Handling
from graph import QUESTIONS, Question
from viz.document import Item
from viz.reports.facts import basis_words, headline, label, remarks
from viz.reports.findings import finding_item
from viz.reports.header import handling_of, strictest
from viz.reports.profile.desk import Desk, Section, section, where
from viz.reports.profile.document import Profile, ProfileView, profile_data, profile_document
from viz.reports.profile.lines import Line, about
from viz.reports.profile.places import all_citations, cites_place, citing_sections, is_at
from viz.reports.profile.sections import sections
from viz.reports.questions import named_questions, question_pairs
from viz.symbols import with_symbol
from viz.wording import day_words, has, named, out_of, voice_words, word

__all__ = [
    "Desk",
    "Profile",
    "ProfileView",
    "Section",
    "home_of",
    "known_ids",
    "named_things",
    "profile",
    "profile_data",
    "profile_document",
]


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
        return _bounded(desk, made)
    known = [*spoken_names(named_things(desk.model)), *known_ids(desk.model), *(one.id for one in desk.findings)]
    raise UnknownName(message("error.kind.id"), name, known, message("show.ids-complete"))


def named_things(model: Model) -> Iterator[Named]:
    """All that can be shown by a name, a question by what it asks."""
    yield from named_records(model)
    yield from named_shells()
    yield from named_questions()


def _bounded(desk: Desk, made: Profile) -> Profile:
    """The profile with what is known beyond the countries and the source that are looked at."""
    everything = next(_made(replace(desk, source=""), made.id)) if desk.source else made
    kept = _said_by(desk, made) if desk.source else made.sections
    return replace(
        made,
        # What one source says is not all that is known: that it is silent does not make it so.
        about=everything.about,
        sections=kept,
        names={code: desk.names[code] for code in desk.model.country_by_code},
        countries={code: desk.names[code] for code in desk.countries},
        elsewhere=desk.elsewhere(made.id),
        other_sources=everything.size - sum(len(part.items) for part in kept),
    )


def _said_by(desk: Desk, made: Profile) -> tuple[Section, ...]:
    """The entries that cite the source that is looked at, and the findings that rest on it."""
    findings = {finding.id for finding in desk.findings}
    by_source = f"({desk.source},"
    parts = (
        replace(
            part, items=tuple(one for one in part.items if one.id in findings or by_source in " ".join(one.citations))
        )
        for part in made.sections
    )
    return tuple(part for part in parts if part.items)


def _made(desk: Desk, name: str) -> Iterator[Profile]:
    """The profiles of all that has this id, the most likely first; each is made only where it is asked for."""
    model = desk.model
    yield from (
        record_profile(desk, one.record, model.script_by_id.get(one.script))
        for one in named_records(model)
        if one.id in (name, name.upper())
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


def known_ids(model: Model) -> Iterator[str]:
    """Every id of a model that `profile` knows, except those of findings."""
    yield from (one.id for one in named_records(model))
    yield from (f"shell.{number}" for number in SHELLS)
    yield from (question.id for question in QUESTIONS)
    yield from (fact.id for fact in model.facts())


def home_of(model: Model, name: str) -> tuple[str | None, str | None]:
    """The country and the script that an id belongs to; None where it belongs to all or to none."""
    for one in named_records(model):
        if one.id == name and one.script:
            return None, one.script
    if name.upper() in model.country_by_code:
        return name.upper(), None
    fact = next((fact for fact in model.facts() if fact.id == name), None)
    if fact and (isinstance(fact, Practice) or len(fact.countries) > 1):
        return None, None  # shown by one, meant for others
    found = fact or model.actor_by_id.get(name)
    parts = name.split(":")  # of a finding: its question, its country, and what it is about
    country = found.country if found else parts[1].upper() if len(parts) > 2 else ""
    return (country if country in model.country_by_code else None), None


def _profile(
    id: str,  # noqa: A002 - the name of the field
    kind: str,
    name: str,
    about: Iterable[Line],
    sections: Iterable[Section],
    *,
    handlings: Iterable[Handling] = (),
    record: Any = None,
) -> Profile:
    """The profile of a thing; its handling is the strictest of these and of all that is shown."""
    kept = tuple(one for one in sections if one.items or one.none)
    handling = strictest([*handlings, *(item.handling for one in kept for item in one.items)])
    return Profile(id, kind, name, tuple(about), kept, handling, where(getattr(record, "place", None)))


def record_profile(desk: Desk, record: Any, script: Script | None = None) -> Profile:
    """The profile of a record that is no fact; `script` is the one that it is a part of."""
    name = named(record) if isinstance(record, Actor) else getattr(record, "name", "") or record.title
    kind = text(f"show.kind.{record.KIND}", kind=word(record.kind) if hasattr(record, "kind") else "")
    own = handling_of(desk.model, getattr(record, "handling", Handling.PUBLIC), getattr(record, "citations", ()))
    audits = (audit.handling for audit in desk.audits if audit.country == record.id)
    return _profile(
        record.id,
        kind,
        name,
        about(desk, record, script),
        sections(desk, record, script),
        handlings=[own, *audits],
        record=record,
    )


def shell_profile(desk: Desk, number: int) -> Profile:
    """A shell: what it means, and who stands in it."""
    name = f"shell.{number}"
    standing = desk.speaking_of(Facilitation, name)
    everybody = [fact for fact in desk.of_kind(Facilitation) if fact.shell is not None]
    recorded = text("show.with-shell", number=out_of(len(standing), len(everybody), "facilitation"))
    return _profile(
        name,
        text("show.kind.shell"),
        text("show.shell-of", number=number, of=len(SHELLS)),
        [(label("means"), text(f"shell.{number}")), (label("recorded"), recorded)],
        [section("show.facilitation.of-shell", desk.items(standing))],
    )


def place_profile(desk: Desk, at: str, source: Source | None = None) -> Profile:
    """Everything that cites one place; in whichever source where none is given."""

    def wanted(citation: Citation) -> bool:
        return (source is None or citation.source == source.id) and is_at(citation, at)

    cited = {citation.source for citation in all_citations(desk) if wanted(citation)}
    sources = [one for one in desk.model.sources if one.id in cited or one is source]
    told = (text("show.source", title=one.title, id=one.id, voice=text(f"speaker.{one.voice}")) for one in sources)
    return _profile(
        f"{source.id} {at}" if source else at,
        text("show.kind.place"),
        at,
        ((label("source"), line) for line in told),
        citing_sections(desk, wanted, at_place=True),
        handlings=(one.handling for one in sources),
    )


# Facts and what follows from them


def fact_profile(desk: Desk, fact: Fact) -> Profile:
    """A fact: what it says, who says it with which words, what follows from it."""
    made = [section("show.citations", (_citation(desk, one) for one in fact.citations))]
    if isinstance(fact, Coverage | Ceiling):
        follows = (
            Item(str(status.reason), id=fact.step, status=with_symbol(status.status))
            for _, status in desk.statuses[fact.step]
        )
        made.append(section("show.status-of-step", follows))
    for field, refers in referring(type(fact)):
        if has(f"show.{fact.KIND}.{field}"):
            named = (_named(desk, one, only_steps=refers.to == ("step",)) for one in ids_in(getattr(fact, field)))
            made.append(section(f"show.{fact.KIND}.{field}", named))
    made += [*_beside(desk, fact), desk.finding_section(one for one in desk.findings if fact.id in one.facts)]
    return _profile(
        fact.id,
        text("show.kind.fact", kind=text(f"kind.{fact.KIND}")),
        headline(fact, desk.names),
        _about_fact(desk, fact),
        made,
        handlings=[desk.item(fact).handling],
        record=fact,
    )


def _citation(desk: Desk, citation: Citation) -> Item:
    """A citation with the words that stand there and their lines."""
    source = desk.model.source_by_id.get(citation.source)
    told = [text("show.words", words=citation.words)] if citation.words else []
    if source and source.edition and citation.lines:
        first, last = citation.lines
        told.insert(0, text("show.lines-of", first=first, last=last, edition=source.edition))
    more = (source.title if source else "", ": ".join(told))
    said = text("show.at", at=citation.at, words=voice_words(citation, desk.model))
    return Item(said, tuple(filter(None, more)), id=citation.source)


def _named(desk: Desk, name: str, *, only_steps: bool) -> Item:
    """What a fact names; a step with its statuses."""
    return desk.step_item(name) if only_steps or desk.statuses[name] else Item(desk.names.get(name, name), id=name)


def _beside(desk: Desk, fact: Fact) -> Iterator[Section]:
    """What has to be seen beside a fact: what answers a gap, what others say on the same."""
    if isinstance(fact, Weakness):
        # Whatever is shown or recommended anywhere; first what its own country is told.
        answering = [one for one in desk.model.practices if set(one.answers) & set(fact.touches)]
        told = [one for one in answering if fact.country in one.receivers]
        others = desk.items(one for one in answering if one not in told)
        yield section("show.weakness.answered", desk.items(told) + others)
    if isinstance(fact, Practice):
        gaps = (
            gap
            for gap in desk.of_kind(Weakness)
            if set(gap.touches) & set(fact.answers) and (not fact.receivers or gap.country in fact.receivers)
        )
        yield section("show.practice.gaps", desk.items(gaps))
    topic = {Statement: "topic_id", Figure: "topic"}.get(type(fact))
    if topic:
        rest = (one for one in desk.of_kind(type(fact)) if one is not fact)
        same = (one for one in rest if getattr(one, topic) == getattr(fact, topic))
        yield section(f"show.{fact.KIND}.others", desk.items(same))


def _about_fact(desk: Desk, fact: Fact) -> Iterator[Line]:
    begins, since, basis = desk.model.begins(fact), fact.since, basis_words(fact)
    if basis:
        yield label("basis"), basis
    for remark in remarks(fact, desk.model, desk.names, desk.day_of(fact) or begins):
        yield "", remark
    places = (
        one
        for field, refers in referring(type(fact))
        if "step" in refers.to or "barrier" in refers.to
        for one in ids_in(getattr(fact, field))
    )
    yield label("speaks_of"), ", ".join(dict.fromkeys([*fact.actor_ids, *places])) or "-"
    if since is None and begins.year > 1:
        yield label("begins"), text("show.of-its-source", day=day_words(begins))
    else:
        yield label("begins"), day_words(since) if since else text("show.not-known")
    if fact.until is not None:
        yield label("ends"), day_words(fact.until)
    for name in ("note", "remedy"):
        if getattr(fact, name, ""):
            yield label(name), getattr(fact, name)
    yield label("country"), desk.names.get(fact.country, fact.country)


def finding_profile(desk: Desk, finding: Finding) -> Profile:
    """A finding: what it says, and each fact that it rests on."""
    shown = finding_item(desk.model, finding)
    by_id = {fact.id: fact for fact in desk.facts}
    facts = (by_id[name] for name in dict.fromkeys(finding.facts) if name in by_id)
    steps = (desk.step_item(name) for name in finding.about if name in desk.names and desk.statuses[name])
    return _profile(
        finding.id,
        text(f"show.kind.finding-{finding.certainty}"),
        str(finding.title),
        [
            *(("", line) for line in shown.more),
            # The facts follow, each in full.
            *((name, str(said)) for name, said in shown.pairs if name != text("finding.facts")),
            (label("question"), finding.question),
        ],
        [section("show.rests-on", desk.items(facts)), section("show.steps-about", steps)],
    )


def question_profile(desk: Desk, question: Question) -> Profile:
    """A question: what it means, and its findings."""
    found = (finding for finding in desk.findings if finding.question == question.id)
    return _profile(
        question.id,
        text("show.kind.question"),
        str(question.words("asks")),
        question_pairs(question),
        [desk.finding_section(found)],
        handlings=(audit.handling for audit in desk.audits),
    )
