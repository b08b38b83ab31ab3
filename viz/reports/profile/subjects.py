"""What is known of each kind of thing: its labelled lines, and section after section.

A section for each kind of fact that can refer to such a thing follows from the schema: `show.KIND.of-actor` heads what
facts of that kind say of an actor, `show.KIND` what they say of anything. What stands here is what goes beyond it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from barriers.actors import Actor
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation, Edition, Source
from barriers.facilitation import SHELLS, Facilitation
from barriers.facts import Fact
from barriers.figures import Figure
from barriers.findings import Finding
from barriers.indicators import IndicatorList
from barriers.messages import text
from barriers.model import FACTS, Country
from barriers.practices import Practice
from barriers.schema import ids_in, referring
from barriers.script import Barrier, Crosswalk, Group, Script, Step, Track
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.weaknesses import Weakness
from barriers.words import ActorKind, Handling, Status, SwotKind
from graph import Question
from viz.document import Item
from viz.question_view import question_view
from viz.reports.facts import basis_words, has, headline, label, remarks
from viz.reports.findings import finding_item
from viz.reports.header import strictest
from viz.reports.profile.desk import Desk, Section, section, where
from viz.reports.profile.lines import (
    Line,
    about_actor,
    about_barrier,
    about_country,
    about_crosswalk,
    about_edition,
    about_group,
    about_script,
    about_source,
    about_step,
    about_track,
)
from viz.reports.profile.places import all_citations, cited_places, citing_sections, is_at
from viz.symbols import with_symbol
from viz.wording import counted, day_words, named, named_ids, out_of, voice_words, word


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything known about one id. `about` are labelled lines; sections without items say so or are left out."""

    id: str
    kind: str
    name: str
    about: tuple[Line, ...]
    sections: tuple[Section, ...]
    handling: Handling
    place: str = ""


def _profile(
    desk: Desk,
    kind: str,
    record: Any,
    about: Iterable[Line],
    sections: Iterable[Section],
    *,
    name: str = "",
    handlings: Iterable[Handling] = (),
) -> Profile:
    """The profile of a record; its handling is the strictest of its own and of all that is shown."""
    kept = tuple(one for one in sections if one.items or one.none)
    own = desk.handling_of(getattr(record, "handling", Handling.PUBLIC), getattr(record, "citations", ()))
    shown = [item.handling for one in kept for item in one.items]
    return Profile(
        record.id,
        kind,
        name or record.name,
        tuple(about),
        kept,
        strictest([own, *shown, *handlings]),
        where(getattr(record, "place", None)),
    )


# What facts say of something

_ORDER = {
    "actor": "cover facilitation member closed-list task lead duty signal serves cooperation weakness practice"
    " indicators swot statement",
    "step": "cover ceiling facilitation task signal weakness practice swot statement",
    "barrier": "steps lead task facilitation weakness practice swot statement",
    "script": "barriers tracks groups crosswalks swot statement",
}
"""The order of the sections; what is not named comes after them."""

Around = Mapping[str, Sequence[str]]


def _sections(
    desk: Desk, kinds: Sequence[str], name: str, own: Mapping[str, Section], around: Around
) -> Iterator[Section]:
    """What facts say of a thing of these kinds, and sections of its `own`, in their order.

    `around` are further ids of which facts of a kind are shown as well.
    """
    made: dict[str, list[Section]] = {}
    for fact_kind in FACTS.values():
        for kind in kinds:
            fields = [field for field, refers in referring(fact_kind) if kind in refers.to]
            if fields:
                ids = {name, *around.get(fact_kind.KIND, ())}
                found = [
                    fact
                    for fact in desk.speaking_of(fact_kind, *ids)
                    if any(ids.intersection(ids_in(getattr(fact, field))) for field in fields)
                ]
                made.setdefault(fact_kind.KIND, []).append(_of_facts(desk, fact_kind, kind, found, name))
    made |= {key: [one] for key, one in own.items()}
    for key in (*_ORDER[kinds[0]].split(), *list(made)):
        yield from made.pop(key, ())


def _of_facts(desk: Desk, fact_kind: type[Fact], kind: str, facts: Iterable[Fact], of: str) -> Section:
    word_of = fact_kind.KIND
    keys = (f"show.{word_of}.of-{kind}", f"show.{word_of}", f"kind.{word_of}")
    return section(next(filter(has, keys)), desk.items(facts, of))


def actor_profile(desk: Desk, actor: Actor) -> Profile:
    """An actor: what it is, what it covers, what it makes possible, where it sits, what is said of it."""
    kinds = ("actor", "network") if actor.kind is ActorKind.NETWORK else ("actor",)
    own = {
        "serves": section("show.serves", _serving(desk, [actor], None)),
        "findings": desk.finding_section(desk.findings_about(actor.id)),
    }
    kind = text("show.kind.actor", kind=word(actor.kind))
    return _profile(
        desk, kind, actor, about_actor(desk, actor), _sections(desk, kinds, actor.id, own), name=named(actor)
    )


def _serving(desk: Desk, actors: Iterable[Actor], of: Group | None, script: Script | None = None) -> Iterator[Item]:
    """To which groups these actors pay special attention; of one group, who does."""
    atoms = script.expand(frozenset([of.id])) if script and of else frozenset()
    for actor in actors:
        for one in actor.serves:
            if script is None or script.expand(frozenset([one.group])) & atoms:
                shown = one.group if of is None else actor.id
                more = tuple(filter(None, [word(one.basis), one.note]))
                yield Item(desk.names.get(shown, shown), more, desk.cited(one.citations), id=shown)


def shell_profile(desk: Desk, number: int) -> Profile:
    """A shell: what it means, and who stands in it."""
    name = f"shell.{number}"
    standing = desk.speaking_of(Facilitation, name)
    everybody = [fact for fact in desk.of_kind(Facilitation) if fact.shell is not None]
    recorded = text("show.with-shell", number=out_of(len(standing), len(everybody), "facilitation"))
    shown = section("show.facilitation.of-shell", desk.items(standing))
    return Profile(
        id=name,
        kind=text("show.kind.shell"),
        name=text("show.shell-of", number=number, of=len(SHELLS)),
        about=((label("means"), SHELLS[number]), (label("recorded"), recorded)),
        sections=(shown,),
        handling=strictest(item.handling for item in shown.items),
    )


# Scripts and their parts


def step_profile(desk: Desk, script: Script, step: Step) -> Profile:
    """The whole story of a step: its status and why, who covers it, what sources say, what follows."""
    # Beside a step general tasks are background: who has one, by name only.
    tasked = sorted({task.actor for task in desk.speaking_of(GeneralTask, step.barrier)})
    names = named_ids(tasked, desk.model)
    tracks = (
        Item(
            text(
                "show.way",
                track=track.name,
                order=track.steps.index(step.id) + 1,
                steps=counted(len(track.steps), "step"),
            ),
            id=track.id,
        )
        for track in script.tracks
        if step.id in track.steps
    )
    own = {
        "task": section("show.task.of-step", (Item(told, id=actor) for actor, told in zip(tasked, names, strict=True))),
        "tracks": section("show.tracks-through", tracks),
        "findings": desk.finding_section(desk.findings_about(step.id)),
    }
    around = {"weakness": [step.barrier], "practice": [step.barrier]}
    sections = _sections(desk, ("step",), step.id, own, around)
    return _profile(desk, text("show.kind.step"), step, about_step(desk, script, step), sections)


def barrier_profile(desk: Desk, script: Script, barrier: Barrier) -> Profile:
    """A barrier: its steps with their statuses, who leads, general tasks, facilitators, weaknesses, practices."""
    steps = [step.id for step in script.steps if step.barrier == barrier.id]
    elsewhere = (
        Item(text("show.row", name=crosswalk.name, others=", ".join(row.others)), id=crosswalk.id)
        for crosswalk in script.crosswalks
        for row in crosswalk.rows
        if row.barrier == barrier.id and row.others
    )
    own = {
        "steps": section("show.steps", map(desk.step_item, steps)),
        "elsewhere": section("show.in-other-models", elsewhere),
    }
    sections = _sections(desk, ("barrier",), barrier.id, own, {"facilitation": steps, "practice": steps})
    return _profile(desk, text("show.kind.barrier"), barrier, about_barrier(desk, script, barrier), sections)


def track_profile(desk: Desk, script: Script, track: Track) -> Profile:
    """A track: its steps in their order, with their statuses."""
    steps = section("show.steps-in-order", map(desk.step_item, track.steps))
    return _profile(desk, text("show.kind.track"), track, about_track(desk, script, track), [steps])


def group_profile(desk: Desk, script: Script, group: Group) -> Profile:
    """A target group: the steps that concern it, who attends to it, what is recorded for it alone."""
    atoms = script.expand(frozenset([group.id]))
    steps = (step.id for step in script.steps if script.expand(step.groups) & atoms)
    sections = (
        section("show.serving", _serving(desk, desk.model.actors, group, script)),
        section("show.for-group", desk.items(desk.speaking_of(Fact, group.id))),
        section("show.steps-of-group", map(desk.step_item, steps)),
        desk.finding_section(desk.findings_about(group.id)),
    )
    return _profile(desk, text("show.kind.group"), group, about_group(desk, script, group), sections)


def crosswalk_profile(desk: Desk, script: Script, crosswalk: Crosswalk) -> Profile:
    """How another model cuts the same process."""
    rows = (
        Item(
            text("show.row", name=desk.names[row.barrier], others=", ".join(row.others) or text("show.nothing-there")),
            id=row.barrier,
        )
        for row in crosswalk.rows
    )
    about = about_crosswalk(desk, script, crosswalk)
    return _profile(desk, text("show.kind.crosswalk"), crosswalk, about, [section("show.rows", rows)])


def script_profile(desk: Desk, script: Script) -> Profile:
    """A script: its barriers, tracks, groups and crosswalks."""
    steps = [step.barrier for step in script.steps]
    barriers = (
        Item(
            text("show.barrier", order=one.order, name=one.name, steps=counted(steps.count(one.id), "step")), id=one.id
        )
        for one in script.barriers
    )
    own = {"barriers": section("show.barriers", barriers)}
    own |= {
        part: section(f"show.{part}", (Item(one.name, id=one.id) for one in getattr(script, part)))
        for part in ("tracks", "groups", "crosswalks")
    }
    sections = _sections(desk, ("script",), script.id, own)
    return _profile(desk, text("show.kind.script"), script, about_script(desk, script), sections)


# Countries


def country_profile(desk: Desk, country: Country) -> Profile:
    """A country: its main source, its networks, how much is recorded, its steps, practices, figures, lists."""
    audits = [audit for audit in desk.audits if audit.country == country.code]
    statuses = (
        Item(out_of(audit.count(status), len(audit.steps), "step"), id=audit.script, status=with_symbol(status))
        for audit in audits
        for status in Status
        if audit.count(status)
    )
    counts = {
        kind: sum(1 for fact in getattr(desk.model, name) if fact.country == country.code)
        for name, kind in FACTS.items()
    }
    recorded = (
        Item(text("show.number", number=number, what=text(f"kind.{kind.KIND}")))
        for kind, number in counts.items()
        if number
    )
    sections = (
        section("show.statuses", statuses),
        section("show.recorded", recorded),
        *_told_in(desk, country.code),
        *_figures(desk, country.code),
    )
    about = about_country(desk, country)
    kind = text("show.kind.country")
    return _profile(desk, kind, country, about, sections, handlings=[audit.handling for audit in audits])


def _told_in(desk: Desk, code: str) -> Iterator[Section]:
    """What others can take from the country and what it is told, its indicators, what is said outside the steps."""
    practices = desk.of_kind(Practice)
    lists = (one for one in desk.of_kind(IndicatorList) if one.country == code)
    yield section("show.practice.given", desk.items(one for one in practices if one.giver == code))
    yield section("show.practice.received", desk.items(one for one in practices if code in one.receivers))
    yield section("show.indicators.of-country", desk.items(lists))
    statements = (one for one in desk.of_kind(Statement) if code in one.countries)
    yield section("show.statement.of-country", desk.items(statements))


def _figures(desk: Desk, code: str) -> Iterator[Section]:
    """The figures topic by topic, those of the same thing and time beside one another; its analysis list by list."""
    mine = [one for one in desk.of_kind(Figure) if one.country == code]
    for topic in sorted({figure.topic for figure in mine}, key=str.casefold):
        of_topic = sorted(
            (figure for figure in mine if figure.topic == topic),
            key=lambda figure: (figure.counts.casefold(), figure.year, figure.number, figure.id),
        )
        yield section("show.figures", map(desk.item, of_topic), topic=topic)
    for kind in SwotKind:
        listed = (one for one in desk.of_kind(SwotItem) if (one.country, one.kind) == (code, kind))
        yield section(f"show.swot.list-{kind}", desk.items(listed))


# Sources


def source_profile(desk: Desk, source: Source) -> Profile:
    """A source: what it is, and backward every fact, actor and part of a script that cites it, and at which places."""
    sections = (
        *citing_sections(desk, lambda citation: citation.source == source.id, at_place=False),
        section("show.places", cited_places(desk, source)),
    )
    kind = text("show.kind.source", kind=word(source.kind))
    return _profile(desk, kind, source, about_source(source), sections, name=source.title)


def place_profile(desk: Desk, at: str, source: Source | None = None) -> Profile:
    """Everything that cites one place; in whichever source where none is given."""

    def wanted(citation: Citation) -> bool:
        return (source is None or citation.source == source.id) and is_at(citation, at)

    cited = {citation.source for citation in all_citations(desk) if wanted(citation)}
    if source is not None:
        cited.add(source.id)
    sources = [desk.model.source_by_id[name] for name in sorted(cited) if name in desk.model.source_by_id]
    told = (text("show.source", title=one.title, id=one.id, voice=text(f"speaker.{one.voice}")) for one in sources)
    sections = tuple(citing_sections(desk, wanted, at_place=True))
    shown = [item.handling for one in sections for item in one.items]
    return Profile(
        id=f"{source.id} {at}" if source else at,
        kind=text("show.kind.place"),
        name=at,
        about=tuple((label("source"), line) for line in told),
        sections=sections,
        handling=strictest([*(one.handling for one in sources), *shown]),
    )


def edition_profile(desk: Desk, edition: Edition) -> Profile:
    """A text edition: which sources can be looked up in it."""
    sources = [source for source in desk.model.sources if source.edition == edition.id]
    items = section("show.sources", (Item(one.title, id=one.id, handling=one.handling) for one in sources))
    return _profile(desk, text("show.kind.edition"), edition, about_edition(edition), [items], name=edition.title)


# Facts and what follows from them


def fact_profile(desk: Desk, fact: Fact) -> Profile:
    """A fact: what it says, who says it with which words, what follows from it."""
    sections = [section("show.citations", (_citation(desk, one) for one in fact.citations))]
    if isinstance(fact, Coverage | Ceiling):
        follows = (
            Item(str(status.reason), id=fact.step, status=with_symbol(status.status))
            for _, status in desk.statuses(fact.step)
        )
        sections.append(section("show.status-of-step", follows))
    for field, refers in referring(type(fact)):
        if has(f"show.{fact.KIND}.{field}"):
            named = (_named(desk, one, only_steps=refers.to == ("step",)) for one in ids_in(getattr(fact, field)))
            sections.append(section(f"show.{fact.KIND}.{field}", named))
    sections += [*_beside(desk, fact), desk.finding_section(one for one in desk.findings if fact.id in one.facts)]
    kind = text("show.kind.fact", kind=text(f"kind.{fact.KIND}"))
    name, handlings = headline(fact, desk.names), [desk.item(fact).handling]
    return _profile(desk, kind, fact, _about_fact(desk, fact), sections, name=name, handlings=handlings)


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
    return desk.step_item(name) if only_steps or desk.statuses(name) else Item(desk.names.get(name, name), id=name)


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
    if isinstance(fact, Statement):
        same = (one for one in desk.of_kind(Statement) if one.topic_id == fact.topic_id and one is not fact)
        yield section("show.statement.others", desk.items(same))
    if isinstance(fact, Figure):
        counted_too = (one for one in desk.of_kind(Figure) if one.topic == fact.topic and one is not fact)
        yield section("show.figure.others", desk.items(counted_too))


def _about_fact(desk: Desk, fact: Fact) -> Iterator[Line]:
    begins, basis = desk.model.begins(fact), basis_words(fact)
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
    if fact.since is not None or begins.year == 1:
        yield label("begins"), day_words(fact.since) if fact.since else text("show.not-known")
    else:
        yield label("begins"), text("show.of-its-source", day=day_words(begins))
    if fact.until is not None:
        yield label("ends"), day_words(fact.until)
    for name in ("note", "remedy"):
        if getattr(fact, name, ""):
            yield label(name), getattr(fact, name)
    yield label("country"), desk.country_name(fact.country)


def finding_profile(desk: Desk, finding: Finding) -> Profile:
    """A finding: what it says, and each fact that it rests on."""
    shown = finding_item(desk.model, finding)
    by_id = {fact.id: fact for fact in desk.facts}
    facts = section("show.rests-on", desk.items(by_id[name] for name in dict.fromkeys(finding.facts) if name in by_id))
    steps = (desk.step_item(name) for name in finding.about if name in desk.names and desk.statuses(name))
    return Profile(
        id=finding.id,
        kind=text(f"show.kind.finding-{finding.certainty}"),
        name=str(finding.title),
        about=(
            *(("", line) for line in shown.more),
            *(line for line in shown.pairs if line[0] != text("finding.facts")),  # they follow, each in full
            (label("question"), finding.question),
        ),
        sections=tuple(one for one in (facts, section("show.steps-about", steps)) if one.items or one.none),
        handling=strictest(item.handling for item in facts.items),
    )


def question_profile(desk: Desk, question: Question) -> Profile:
    """A question: what it means, and its findings."""
    return Profile(
        id=question.id,
        kind=text("show.kind.question"),
        name=str(question.asks),
        about=question_view(question).lines,
        sections=(desk.finding_section(finding for finding in desk.findings if finding.question == question.id),),
        handling=strictest(audit.handling for audit in desk.audits),
    )
