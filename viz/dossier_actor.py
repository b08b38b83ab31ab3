"""Dossiers of actors and of the shells that facilitators stand in."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.actors import Actor, Relation
from barriers.coverage import Coverage, GeneralTask
from barriers.facilitation import SHELLS, Facilitation
from barriers.facts import Fact
from barriers.indicators import IndicatorList
from barriers.signals import Signal
from barriers.ties import ClosedList, Cooperation, Duty, Lead, Membership
from barriers.weaknesses import Weakness
from barriers.words import ActorKind, Handling
from viz.dossier_parts import ANSWERS, Desk, Dossier, Entry, Section, where
from viz.reports.header import strictest
from viz.wording import counted, joined, month_words, named, out_of

_KINDS = {
    ActorKind.STATE: "state institution",
    ActorKind.POLICE: "police",
    ActorKind.PROSECUTION: "prosecution",
    ActorKind.COURT: "court",
    ActorKind.MUNICIPALITY: "municipality",
    ActorKind.CARE: "care organisation",
    ActorKind.NGO: "non-governmental organisation",
    ActorKind.PRIVATE: "private organisation",
    ActorKind.TRADE: "trade",
    ActorKind.NETWORK: "network",
    ActorKind.INTERNATIONAL: "international organisation",
}

_RELATIONS = (("part of", "part_of"), ("a kind of", "kind_of"), ("successor of", "successor_of"))
_BACKWARD = (("has as part", "part_of"), ("has as kind", "kind_of"), ("succeeded by", "successor_of"))


def actor_dossier(desk: Desk, actor: Actor) -> Dossier:
    """An actor: what it is, what it covers, what it makes possible, where it sits, what is said of it."""
    mine = desk.of_actor(actor.id)
    network = actor.kind is ActorKind.NETWORK
    seats = [fact for fact in mine if isinstance(fact, Membership)]
    sections = (
        Section("Covers", desk.entries(_of(mine, Coverage), actor.id), none="No step, as far as is recorded."),
        Section("Facilitates", desk.entries(_of(mine, Facilitation), actor.id)),
        Section("Sits in", desk.entries([fact for fact in seats if fact.actor == actor.id], actor.id)),
        Section(
            "Members",
            desk.entries([fact for fact in seats if fact.network == actor.id], actor.id),
            none="Nobody is recorded." if network else "",
        ),
        Section("Its list of members", desk.entries(_of(mine, ClosedList), actor.id)),
        Section("General tasks, covering no step", desk.entries(_of(mine, GeneralTask), actor.id)),
        Section("Leads", desk.entries(_of(mine, Lead), actor.id)),
        Section("Duties to report", desk.entries(_of(mine, Duty), actor.id)),
        Section("Signals that it notices, or could", desk.entries(_of(mine, Signal), actor.id)),
        Section("Pays special attention to", tuple(_serving(desk, actor))),
        Section("How cooperation is rated", desk.entries(_of(mine, Cooperation), actor.id)),
        Section("Weaknesses that sources state", desk.entries(desk.at(Weakness, actor.id), actor.id)),
        Section(ANSWERS, desk.entries(desk.practices(actor.id), actor.id)),
        Section("Lists of indicators that it made or uses", desk.entries(_of(mine, IndicatorList))),
        *desk.said_of(actor.id),
        desk.finding_section(desk.findings_about(actor.id)),
    )
    handlings = [entry.handling for section in sections for entry in section.entries]
    return Dossier(
        id=actor.id,
        kind=f"actor, {_KINDS[actor.kind]}",
        name=named(actor),
        about=about_actor(desk, actor),
        sections=tuple(section for section in sections if section.entries or section.none),
        handling=strictest([desk.handling_of(actor.handling, actor.citations), *handlings]),
        place=where(actor.place),
    )


def _of(facts: list[Fact], kind: type[Fact]) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact, kind)]


def about_actor(desk: Desk, actor: Actor) -> tuple[tuple[str, str], ...]:
    """What an actor is, in labelled lines."""
    return tuple(_about(desk, actor, desk.of_actor(actor.id)))


def _about(desk: Desk, actor: Actor, facts: list[Fact]) -> Iterator[tuple[str, str]]:
    if actor.native:
        yield "native", actor.native
    yield "is", "; ".join(_roles_here(desk, actor, facts))
    yield "country", desk.country_name(actor.country)
    if actor.levels:
        yield "levels", joined(sorted(level.value for level in actor.levels))
    if actor.roles:
        yield "roles", ", ".join(actor.roles)
    if actor.mandate:
        yield "mandate", actor.mandate
    for label, attribute in _RELATIONS:
        for relation in getattr(actor, attribute):
            yield label, _related(desk, relation, relation.to)
    for label, attribute in _BACKWARD:
        for other, relation in desk.related_to(actor.id, attribute):
            yield label, _related(desk, relation, other)
    if actor.note:
        yield "note", actor.note
    for citation in desk.cited(actor.citations):
        yield "source", citation


def _related(desk: Desk, relation: Relation, other: str) -> str:
    beside = "; ".join(filter(None, [relation.basis.value, *desk.cited(relation.citations), relation.note]))
    return f"{desk.names.get(other, other)}, {other} ({beside})"


def _roles_here(desk: Desk, actor: Actor, facts: list[Fact]) -> Iterator[str]:
    """In one line what an actor is in this model, so that a double role is seen at once."""
    yield _KINDS[actor.kind]
    steps = {fact.step for fact in facts if isinstance(fact, Coverage)}
    if steps:
        yield f"stakeholder at {counted(len(steps), 'step')}"
    for fact in facts:
        if isinstance(fact, Membership) and fact.actor == actor.id:
            until = f" until {month_words(fact.until)}" if fact.until else ""
            yield f"member of {_short(desk, fact.network)}{until}"
    helps = [fact for fact in facts if isinstance(fact, Facilitation)]
    shells = sorted({fact.shell.number for fact in helps if fact.shell is not None})
    if helps:
        yield "facilitator" + (f" in shell {joined(map(str, shells))}" if shells else "")


def _short(desk: Desk, actor: str) -> str:
    known = desk.model.actor_by_id.get(actor)
    return known.called if known else actor


def _serving(desk: Desk, actor: Actor) -> Iterator[Entry]:
    for serving in actor.serves:
        more = (serving.basis.value, *([serving.note] if serving.note else []))
        yield Entry(desk.names.get(serving.group, serving.group), more, desk.cited(serving.citations), serving.group)


def shell_dossier(desk: Desk, number: int) -> Dossier:
    """A shell: what it means, and who stands in it."""
    standing = [
        fact
        for fact in desk.facts
        if isinstance(fact, Facilitation) and fact.shell is not None and fact.shell.number == number
    ]
    everybody = [fact for fact in desk.facts if isinstance(fact, Facilitation) and fact.shell is not None]
    entries = desk.entries(standing)
    return Dossier(
        id=f"shell.{number}",
        kind="shell around the core group",
        name=f"Shell {number} of {len(SHELLS)}",
        about=(
            ("means", SHELLS[number]),
            ("recorded", f"{out_of(len(standing), len(everybody), 'facilitation')} with a shell"),
        ),
        sections=(Section("Who stands in it", entries, none="Nobody is recorded."),),
        handling=strictest([Handling.PUBLIC, *(entry.handling for entry in entries)]),
    )
