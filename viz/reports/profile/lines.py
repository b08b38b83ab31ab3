"""What is known of a record in labelled lines: its plain fields, and what has to be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from barriers.actors import RELATIONS, Actor, Relation
from barriers.coverage import Coverage
from barriers.evidence import Citation, Edition, Source
from barriers.facilitation import Facilitation
from barriers.messages import separated, text
from barriers.model import Country
from barriers.schema import fields_of
from barriers.script import Barrier, Crosswalk, Group, Script, Step, Track
from barriers.ties import Membership
from barriers.words import Form, Status
from viz.reports.facts import Names, in_words, label
from viz.reports.profile.desk import Desk
from viz.symbols import with_symbol
from viz.wording import counted, day_words, joined, month_words, out_of, word

Line = tuple[str, str]

_ELSEWHERE = frozenset(
    [
        "id",
        "code",
        "name",
        "title",
        "kind",
        "abbreviation",
        "handling",
        "date_note",
        "ours",
        "order",
        "other_steps",
        "may_circle",
    ]
)
"""Plain fields that the masthead tells, or a line of another name."""


def lines(names: Names, record: Any, order: str, own: Mapping[str, Iterable[Line]]) -> Iterator[Line]:
    """The lines in this order, then every other plain field; `own` are those that are worked out, by their place."""
    fields = {part.name: part for part in fields_of(type(record))}
    named = order.split()
    rest = (
        part.name
        for part in fields.values()
        if part.written and part.refers is None and not part.is_noun and part.name not in _ELSEWHERE
    )
    for name in dict.fromkeys((*named, *rest)):
        if name in own:
            yield from own[name]
        else:
            told = in_words(getattr(record, name), names if fields[name].refers else {})
            if told:
                yield label(name), told


def _line(name: str, told: str) -> list[Line]:
    """One line; none where nothing is told."""
    return [(label(name), told)] if told else []


def _origin(desk: Desk, citations: Iterable[Citation], *, ours: bool = False, name: str = "origin") -> Iterator[Line]:
    """Where something was taken from."""
    if ours:
        yield label(name), text("show.ours")
    for citation in desk.cited(citations):
        yield label(name), citation


def _in_country(desk: Desk, name: str, country: str) -> str:
    """A label, with the country's code where there are several."""
    return text("show.label-in", label=label(name), country=country) if len(desk.countries) > 1 else label(name)


# Actors


def about_actor(desk: Desk, actor: Actor) -> tuple[Line, ...]:
    """What an actor is, in labelled lines."""
    own = {
        "is": _line("is", "; ".join(_roles_here(desk, actor))),
        "country": _line("country", desk.country_name(actor.country)),
        "roles": _line("roles", str(separated(actor.roles))),
        "relations": _relations(desk, actor),
        "citations": _origin(desk, actor.citations, name="source"),
    }
    return tuple(lines(desk.names, actor, "native is country levels roles mandate relations note citations", own))


def _relations(desk: Desk, actor: Actor) -> Iterator[Line]:
    """Whom it names, then who names it."""
    for name in RELATIONS:
        for relation in getattr(actor, name):
            yield label(name), _related(desk, relation, relation.to)
    for name in RELATIONS:
        for other, relation in desk.related_to(actor.id, name):
            yield label(f"{name}.back"), _related(desk, relation, other)


def _related(desk: Desk, relation: Relation, other: str) -> str:
    beside = "; ".join(filter(None, [word(relation.basis), *desk.cited(relation.citations), relation.note]))
    return f"{desk.names.get(other, other)}, {other} ({beside})"


def _roles_here(desk: Desk, actor: Actor) -> Iterator[str]:
    """In one line what an actor is in this model, so that a double role is seen at once."""
    yield word(actor.kind)
    steps = {cover.step for cover in desk.speaking_of(Coverage, actor.id)}
    if steps:
        yield text("show.stakeholder", steps=counted(len(steps), "step"))
    for seat in desk.speaking_of(Membership, actor.id):
        if seat.actor == actor.id:
            known = desk.model.actor_by_id.get(seat.network)
            network = known.called if known else seat.network
            until = text("fact.member.until", value=month_words(seat.until)) if seat.until else ""
            yield text("fact.member.of-actor", network=network, until=until)
    helps = desk.speaking_of(Facilitation, actor.id)
    shells = sorted({fact.shell.number for fact in helps if fact.shell is not None})
    if shells:
        yield text("show.facilitator-in", shells=joined(map(str, shells)))
    elif helps:
        yield text("show.facilitator")


# Scripts


def about_step(desk: Desk, script: Script, step: Step) -> Iterator[Line]:
    """What a step is and how it stands, in labelled lines."""
    order = [barrier.id for barrier in script.barriers].index(step.barrier) + 1
    barrier = text(
        "show.barrier-in", barrier=desk.names[step.barrier], order=order, of=len(script.barriers), script=script.id
    )
    before = (other.id for other in script.steps if step.id in other.leads_to)
    own = {
        "status": _statuses(desk, step),
        "barrier": _line("barrier", barrier),
        "forms": _forms(step.forms),
        "holds": _line("holds", text("show.powers", powers=separated(map(word, sorted(step.holds)), "list.or"))),
        "comes_from": _line("comes_from", str(separated(before))),
        "leads_to": _line("leads_to", str(separated(step.leads_to))),
        "origin": _origin(desk, step.citations, ours=step.ours),
    }
    return lines(desk.names, step, "status barrier forms holds groups levels comes_from leads_to origin", own)


def _statuses(desk: Desk, step: Step) -> Iterator[Line]:
    for audit, status in desk.statuses(step.id):
        told = text("show.status", status=with_symbol(status.status), reason=status.reason)
        yield _in_country(desk, "status", audit.country), told
        if status.holders:
            holders = joined(desk.names.get(name, name) for name in status.holders)
            yield _in_country(desk, "holders", audit.country), holders


def _forms(forms: Iterable[Form]) -> list[Line]:
    return _line("forms", text("show.forms", forms=joined(map(word, sorted(forms)))))


def _of_script(script: Script) -> list[Line]:
    return _line("script", text("show.named", name=script.name, id=script.id))


def about_barrier(desk: Desk, script: Script, barrier: Barrier) -> Iterator[Line]:
    """Where a barrier stands in its script, and how its steps stand."""
    order = [one.id for one in script.barriers].index(barrier.id) + 1
    told = text("show.script-of", script=script.name, id=script.id, order=order, of=len(script.barriers))
    own = {"script": _line("script", told), "status": _of_steps(desk, barrier)}
    return lines(desk.names, barrier, "script status", own)


def _of_steps(desk: Desk, barrier: Barrier) -> Iterator[Line]:
    for audit in desk.audits:
        counts = [(audit.count(status, barrier.id), status) for status in Status]
        total = sum(number for number, _ in counts)
        if total:
            told = separated(
                text("show.number", number=number, what=with_symbol(one)) for number, one in counts if number
            )
            of = text("show.of-steps", told=told, steps=counted(total, "step"))
            yield _in_country(desk, "status", audit.country), of


def about_track(desk: Desk, script: Script, track: Track) -> Iterator[Line]:
    """Of which forms a track is typical, and how many of its steps are covered."""
    own = {
        "script": _of_script(script),
        "forms": _forms(track.forms),
        "covered": _covered(desk, script, track),
        "origin": _origin(desk, track.citations, ours=track.ours),
    }
    return lines(desk.names, track, "script forms covered origin", own)


def _covered(desk: Desk, script: Script, track: Track) -> Iterator[Line]:
    for audit in desk.audits:
        if audit.script == script.id:
            covered = {status.step for status in audit.steps if status.status is Status.COVERED}
            number = sum(1 for step in track.steps if step in covered)
            yield _in_country(desk, "covered", audit.country), out_of(number, len(track.steps), "step")


def about_group(desk: Desk, script: Script, group: Group) -> Iterator[Line]:
    """Which groups a group stands for."""
    return lines(desk.names, group, "script includes", {"script": _of_script(script)})


def about_crosswalk(desk: Desk, script: Script, crosswalk: Crosswalk) -> Iterator[Line]:
    """Where a crosswalk comes from, and what we lack."""
    lacking = text("show.lacking", steps=separated(crosswalk.lacking), script=script.id) if crosswalk.lacking else ""
    own = {
        "script": _of_script(script),
        "origin": _origin(desk, crosswalk.citations),
        "lacking": _line("lacking", lacking),
    }
    return lines(desk.names, crosswalk, "script origin lacking", own)


def about_script(desk: Desk, script: Script) -> Iterator[Line]:
    """How large a script is, and whom it is about."""
    steps, barriers = counted(len(script.steps), "step"), counted(len(script.barriers), "barrier")
    own = {
        "steps": _line("steps", text("show.steps-in", steps=steps, barriers=barriers)),
        "origin": _origin(desk, script.citations),
    }
    return lines(desk.names, script, "steps powers about origin", own)


# Countries and sources


def about_country(desk: Desk, country: Country) -> Iterator[Line]:
    """For when a country's model speaks, from what, and whom to ask."""
    source = desk.model.source_by_id.get(country.main_source)
    force = country.task_force
    actors = sum(1 for actor in desk.model.actors if actor.country == country.code)
    main = text("show.named", name=source.title if source else "", id=country.main_source)
    own = {
        "main_source": _line("main_source", main),
        "task_force": _line("task_force", f"{desk.names.get(force, '')}, {force}" if force else ""),
        "national_networks": _line("national_networks", str(separated(country.national_networks))),
        "actors": _line("actors", counted(actors, "actor")),
    }
    return lines(desk.names, country, "as_of about main_source task_force national_networks ask actors note", own)


def about_source(source: Source) -> Iterator[Line]:
    """What a source is, in labelled lines."""
    day = "" if source.date is None else day_words(source.date)
    if day and source.date_note:
        day = text("show.date", day=day, note=source.date_note)
    own = {
        "voice": _line("voice", text(f"speaker.{source.voice}")),
        "date": _line("date", day),
        "handling": _line("handling", word(source.handling)),
    }
    return lines({}, source, "about voice date publisher address edition note handling", own)


def about_edition(edition: Edition) -> Iterator[Line]:
    """How a text edition is known, and how citations are looked up in it."""
    own = {
        "lines": _line("lines", str(edition.lines)),
        "check": _line("check", f"barriers check --text {edition.id}=PATH"),
    }
    return lines({}, edition, "lines sha256 check", own)
