"""What is known of a record in labelled lines: its plain fields, and what has to be worked out.

Every plain field has a line by itself, labelled `label.FIELD`; here stands only the order, and what is more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from barriers.actors import RELATION_FIELDS, Actor
from barriers.coverage import Coverage, Facilitation
from barriers.facts import Source
from barriers.messages import separated, text
from barriers.model import Country
from barriers.schema import fields_of
from barriers.script import Barrier, Route, Script, Step
from barriers.ties import Membership
from barriers.words import Status
from viz.reports.facts import in_words, label
from viz.reports.profile.desk import Desk
from viz.symbols import with_symbol
from viz.wording import counted, day_words, joined, month_words, named_ids, out_of, word

Line = tuple[str, str]

_ORDER = {
    "actor": "native is country levels roles mandate relations note source",
    "step": "status barrier forms powers groups levels comes_from leads_to origin",
    "barrier": "script status-of-steps",
    "route": "script forms covered origin",
    "group": "script includes",
    "crosswalk": "script origin lacking",
    "script": "steps powers about origin",
    "country": "native as_of about about_later main_source task_force national_networks ask actors note",
    "source": "about voice date publisher address edition note handling",
    "edition": "lines sha256 check",
}
"""The lines of each kind of record in their order; other plain fields come after them."""

_ELSEWHERE = (
    *("id", "code", "name", "title", "kind", "abbreviation", "handling"),
    *("date_note", "ours", "order", "other_steps", "may_circle"),
)
"""Plain fields that the masthead tells, or a line of another name."""


def about(desk: Desk, record: Any, script: Script | None = None) -> Iterator[Line]:
    """What a record is, in labelled lines; `script` is the one that it is a part of."""
    fields = {part.name: part for part in fields_of(type(record))}
    rest = (
        part.name
        for part in fields.values()
        if part.written and part.refers is None and not part.is_noun and part.name not in _ELSEWHERE
    )
    for name in dict.fromkeys((*_ORDER[record.KIND].split(), *rest)):
        if name in _TOLD:
            told = _TOLD[name](desk, record, script)
        else:
            told = in_words(getattr(record, name), desk.names if fields[name].refers else {})
        if isinstance(told, str):
            told = [(label(name), told)] if told else []
        yield from told


# In one line


def _roles_here(desk: Desk, actor: Actor, _: object) -> str:
    """In one line what an actor is in this model, so that a double role is seen at once."""
    roles = [word(actor.kind)]
    steps = {cover.step for cover in desk.speaking_of(Coverage, actor.id)}
    if steps:
        roles.append(text("show.stakeholder", steps=counted(len(steps), "step")))
    for membership in desk.speaking_of(Membership, actor.id):
        if membership.actor == actor.id:
            (network,) = named_ids([membership.network], desk.model)
            until = text("fact.member.until", value=month_words(membership.until)) if membership.until else ""
            roles.append(text("fact.member.of-actor", network=network, until=until))
    helps = desk.speaking_of(Facilitation, actor.id)
    shells = sorted({str(fact.shell.number) for fact in helps if fact.shell is not None})
    if helps:
        roles.append(text("show.facilitator-in", shells=joined(shells)) if shells else text("show.facilitator"))
    return str(separated(roles, "list.semicolon"))


def _barrier(desk: Desk, step: Step, script: Script) -> str:
    order = [barrier.id for barrier in script.barriers].index(step.barrier) + 1
    name = desk.names[step.barrier]
    return text("show.barrier-in", barrier=name, order=order, of=len(script.barriers), script=script.id)


def _script(_: Desk, part: Any, script: Script) -> str:
    if not isinstance(part, Barrier):
        return text("show.named", name=script.name, id=script.id)
    order = [one.id for one in script.barriers].index(part.id) + 1
    return text("show.script-of", script=script.name, id=script.id, order=order, of=len(script.barriers))


def _main_source(desk: Desk, country: Country, _: object) -> str:
    source = desk.model.source_by_id.get(country.main_source)
    return text("show.named", name=source.title if source else "", id=country.main_source)


def _date(_: Desk, source: Source, __: object) -> str:
    day = "" if source.date is None else day_words(source.date)
    return text("show.date", day=day, note=source.date_note) if day and source.date_note else day


# In several lines


def _in_country(desk: Desk, name: str, country: str) -> str:
    """A label, with the country's code where there are several."""
    return text("show.label-in", label=label(name), country=country) if len(desk.countries) > 1 else label(name)


def _relations(desk: Desk, actor: Actor, _: object) -> Iterator[Line]:
    """Whom an actor names, then who names it."""
    forward = [(name, one.to, one) for name in RELATION_FIELDS for one in getattr(actor, name)]
    backward = [
        (f"{name}.back", other, one) for name in RELATION_FIELDS for other, one in desk.related_to[actor.id, name]
    ]
    for name, other, one in forward + backward:
        beside = filter(None, [word(one.basis), *desk.cited(one.citations), one.note])
        told = text("show.related", name=desk.names.get(other, other), id=other, beside="; ".join(beside))
        yield label(name), told


def _origin(desk: Desk, part: Any, _: object) -> Iterator[Line]:
    """Where a part of a script was taken from."""
    if getattr(part, "ours", False):
        yield label("origin"), text("show.ours")
    yield from ((label("origin"), one) for one in desk.cited(desk.model.distinct(part.citations)))


def _status(desk: Desk, step: Step, _: object) -> Iterator[Line]:
    for audit, status in desk.statuses[step.id]:
        told = text("show.status", status=with_symbol(status.status), reason=status.reason)
        yield _in_country(desk, "status", audit.country), told
        if status.intervening:
            intervening = joined(desk.names.get(name, name) for name in status.intervening)
            yield _in_country(desk, "intervening", audit.country), intervening


def _status_of_steps(desk: Desk, barrier: Barrier, _: object) -> Iterator[Line]:
    for audit in desk.audits:
        counts = [(number, status) for status in Status if (number := audit.count(status, barrier.id))]
        if counts:
            told = separated(text("show.number", number=number, what=with_symbol(one)) for number, one in counts)
            steps = counted(sum(number for number, _ in counts), "step")
            yield _in_country(desk, "status", audit.country), text("show.of-steps", told=told, steps=steps)


def _covered(desk: Desk, route: Route, script: Script) -> Iterator[Line]:
    for audit in desk.audits:
        if audit.script == script.id:
            covered = {status.step for status in audit.steps if status.status is Status.COVERED}
            number = sum(step in covered for step in route.steps)
            yield _in_country(desk, "covered", audit.country), out_of(number, len(route.steps), "step")


_TOLD: dict[str, Callable[[Desk, Any, Any], str | Iterable[Line]]] = {
    "is": _roles_here,
    "country": lambda desk, actor, _: desk.names.get(actor.country, actor.country),
    "roles": lambda _, actor, __: str(separated(actor.roles)),
    "relations": _relations,
    "barrier": _barrier,
    "forms": lambda _, part, __: text("show.forms", forms=joined(map(word, sorted(part.forms)))),
    "powers": lambda _, step, __: str(separated(map(word, sorted(step.powers)), "list.or")),
    "comes_from": lambda _, step, script: str(separated(one.id for one in script.steps if step.id in one.leads_to)),
    "leads_to": lambda _, step, __: str(separated(step.leads_to)),
    "status": _status,
    "status-of-steps": _status_of_steps,
    "origin": _origin,
    "script": _script,
    "covered": _covered,
    "lacking": lambda _, crosswalk, script: (
        text("show.lacking", steps=separated(crosswalk.lacking), script=script.id) if crosswalk.lacking else ""
    ),
    "steps": lambda _, script, __: text(
        "show.steps-in", steps=counted(len(script.steps), "step"), barriers=counted(len(script.barriers), "barrier")
    ),
    "main_source": _main_source,
    "task_force": lambda desk, country, _: (
        f"{desk.names.get(country.task_force, '')}, {country.task_force}" if country.task_force else ""
    ),
    "national_networks": lambda _, country, __: str(separated(country.national_networks)),
    "actors": lambda desk, country, _: counted(sum(one.country == country.code for one in desk.model.actors), "actor"),
    "source": lambda desk, actor, _: ((label("source"), one) for one in desk.cited(actor.citations)),
    "voice": lambda _, source, __: text(f"speaker.{source.voice}"),
    "date": _date,
    "lines": lambda _, edition, __: str(edition.lines),
    "check": lambda _, edition, __: f"barriers check --text {edition.id}=PATH",
}
"""What is more than the content of one field: a line, or several with labels of their own."""
