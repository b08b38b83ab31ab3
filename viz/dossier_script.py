"""Dossiers of what a script is made of: step, barrier, track, group, crosswalk, and the script itself."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation
from barriers.facilitation import Facilitation
from barriers.script import Barrier, Crosswalk, Group, Script, Step, Track
from barriers.signals import Signal
from barriers.ties import Lead
from barriers.weaknesses import Weakness
from barriers.words import Handling, Status
from viz.dossier_parts import ANSWERS, Desk, Dossier, Entry, Part, Section, where
from viz.reports.header import strictest
from viz.symbols import with_symbol
from viz.wording import counted, joined, named_ids, out_of

About = Iterator[tuple[str, str]]


def _dossier(desk: Desk, value: Script | Part, kind: str, about: About, *sections: Section) -> Dossier:
    own = desk.handling_of(Handling.PUBLIC, getattr(value, "citations", ()))
    shown = [entry.handling for section in sections for entry in section.entries]
    kept = tuple(section for section in sections if section.entries or section.none)
    note = getattr(value, "note", "")
    lines = [*about, *([("note", note)] if note else [])]
    place = where(getattr(value, "place", None))
    return Dossier(value.id, kind, value.name, tuple(lines), kept, strictest([own, *shown]), place)


def _origin(desk: Desk, ours: bool, citations: tuple[Citation, ...]) -> About:
    """Where a part of a script was taken from."""
    if ours:
        yield "taken from", "no source: it is ours"
    for citation in desk.cited(citations):
        yield "taken from", citation


def step_dossier(desk: Desk, script: Script, step: Step) -> Dossier:
    """The whole story of a step: its status and why, who covers it, what sources say, what follows."""
    covers = desk.at(Coverage, step.id)
    whole = desk.at(Ceiling, step.id)
    return _dossier(
        desk,
        step,
        "step",
        about_step(desk, script, step),
        Section("Who covers it", desk.entries(covers, step.id), none="Nobody is recorded here."),
        Section(
            "What sources say of it as a whole", desk.entries(whole, step.id), none="Nothing beyond single actors."
        ),
        Section("Who facilitates it", desk.entries(desk.at(Facilitation, step.id), step.id)),
        Section("General tasks at its barrier, covering no step", _tasks_briefly(desk, step.barrier)),
        Section("Signals that show here", desk.entries(desk.at(Signal, step.id), step.id)),
        Section("Weaknesses that sources state", desk.entries(desk.at(Weakness, step.id, step.barrier), step.id)),
        Section(ANSWERS, desk.entries(desk.practices(step.id, step.barrier), step.id)),
        *desk.said_of(step.id),
        Section("Tracks through it", _tracks(script, step.id)),
        desk.finding_section(desk.findings_about(step.id)),
    )


def about_step(desk: Desk, script: Script, step: Step) -> About:
    """What a step is and how it stands, in labelled lines."""
    for audit, status in desk.statuses(step.id):
        yield desk.label("status", audit.country), f"{with_symbol(status.status)}. {status.reason}"
        if status.holders:
            yield desk.label("holders", audit.country), joined(desk.names.get(name, name) for name in status.holders)
    order = [barrier.id for barrier in script.barriers].index(step.barrier) + 1
    yield "barrier", f"{desk.names[step.barrier]} ({order} of {len(script.barriers)} in {script.id})"
    yield "forms", joined(sorted(form.value for form in step.forms)) + " exploitation"
    yield "held by", f"powers to {' or '.join(sorted(power.value for power in step.holds))}"
    yield "groups", joined(desk.names.get(group, group) for group in sorted(step.groups))
    if step.levels:
        yield "levels", joined(sorted(level.value for level in step.levels))
    before = [other.id for other in script.steps if step.id in other.leads_to]
    if before:
        yield "comes from", ", ".join(before)
    if step.leads_to:
        yield "leads to", ", ".join(step.leads_to)
    yield from _origin(desk, step.ours, step.citations)


def barrier_dossier(desk: Desk, script: Script, barrier: Barrier) -> Dossier:
    """A barrier: its steps with their statuses, who leads, general tasks, facilitators, weaknesses, practices."""
    steps = [step.id for step in script.steps if step.barrier == barrier.id]
    places = {barrier.id, *steps}
    helping = desk.at(Facilitation, *places)
    order = [one.id for one in script.barriers].index(barrier.id) + 1
    return _dossier(
        desk,
        barrier,
        "barrier",
        _about_barrier(desk, script, order, steps),
        Section("Steps", tuple(desk.step_entry(step) for step in steps), none="No step."),
        Section("Who leads", desk.entries(desk.at(Lead, barrier.id), barrier.id), none="Nobody is said to lead."),
        Section(
            "General tasks here, covering no step",
            desk.entries(desk.at(GeneralTask, barrier.id)),
            none="None recorded.",
        ),
        Section("Who facilitates it", desk.entries(helping), none="Nobody is recorded here."),
        Section("Weaknesses that sources state", desk.entries(desk.at(Weakness, barrier.id))),
        Section(ANSWERS, desk.entries(desk.practices(*places))),
        *desk.said_of(barrier.id),
        Section(
            "In other models",
            tuple(
                Entry(f"{crosswalk.name}: {', '.join(row.others)}", id=crosswalk.id)
                for crosswalk in script.crosswalks
                for row in crosswalk.rows
                if row.barrier == barrier.id and row.others
            ),
        ),
    )


def _about_barrier(desk: Desk, script: Script, order: int, steps: list[str]) -> About:
    yield "script", f"{script.name} ({script.id}), {order} of {len(script.barriers)}"
    for audit in desk.audits:
        here = [status.status for status in audit.steps if status.step in steps]
        if here:
            told = [f"{here.count(status)} {with_symbol(status)}" for status in Status if status in here]
            yield desk.label("status", audit.country), f"{', '.join(told)}, of {counted(len(here), 'step')}"


def track_dossier(desk: Desk, script: Script, track: Track) -> Dossier:
    """A track: its steps in their order, with their statuses."""
    return _dossier(
        desk,
        track,
        "track",
        _about_track(desk, script, track),
        Section("Steps in their order", tuple(desk.step_entry(step) for step in track.steps)),
    )


def _about_track(desk: Desk, script: Script, track: Track) -> About:
    yield "script", f"{script.name} ({script.id})"
    yield "forms", joined(sorted(form.value for form in track.forms)) + " exploitation"
    for audit in (one for one in desk.audits if one.script == script.id):
        status_of = {status.step: status.status for status in audit.steps}
        covered = sum(1 for step in track.steps if status_of.get(step) is Status.COVERED)
        yield desk.label("covered", audit.country), out_of(covered, len(track.steps), "step")
    yield from _origin(desk, track.ours, track.citations)


def group_dossier(desk: Desk, script: Script, group: Group) -> Dossier:
    """A target group: the steps that concern it, who attends to it, what is recorded for it alone."""
    atoms = script.expand(frozenset([group.id]))
    steps = [step.id for step in script.steps if script.expand(step.groups) & atoms]
    serving = [
        Entry(
            desk.names[actor.id],
            tuple(filter(None, [one.basis.value, one.note])),
            desk.cited(one.citations),
            actor.id,
        )
        for actor in desk.model.actors
        for one in actor.serves
        if script.expand(frozenset([one.group])) & atoms
    ]
    alone = [fact for fact in desk.facts if group.id in (*getattr(fact, "groups", ()), *getattr(fact, "without", ()))]
    includes = [("includes", joined(desk.names.get(part, part) for part in group.includes))] if group.includes else []
    return _dossier(
        desk,
        group,
        "group",
        iter([("script", f"{script.name} ({script.id})"), *includes]),
        Section("Who pays special attention to it", tuple(serving), none="Nobody is recorded."),
        Section("Recorded for this group in particular", desk.entries(alone)),
        Section("Steps that concern it", tuple(desk.step_entry(step) for step in steps), none="No step."),
        desk.finding_section(desk.findings_about(group.id)),
    )


def crosswalk_dossier(desk: Desk, script: Script, crosswalk: Crosswalk) -> Dossier:
    """How another model cuts the same process."""
    about = [("script", f"{script.name} ({script.id})"), *_origin(desk, False, crosswalk.citations)]
    if crosswalk.lacking:
        about.append(("lacking", f"{', '.join(crosswalk.lacking)}: not in {script.id}"))
    rows = [
        Entry(f"{desk.names[row.barrier]}: {', '.join(row.others) or 'nothing there'}", id=row.barrier)
        for row in crosswalk.rows
    ]
    return _dossier(desk, crosswalk, "crosswalk", iter(about), Section("Our barriers in the other model", tuple(rows)))


def script_dossier(desk: Desk, script: Script) -> Dossier:
    """A script: its barriers, tracks, groups and crosswalks."""
    steps = [step.barrier for step in script.steps]
    about = [
        ("steps", f"{counted(len(steps), 'step')} in {counted(len(script.barriers), 'barrier')}"),
        ("powers", joined(sorted(power.value for power in script.powers))),
        *([("about", script.about)] if script.about else []),
        *_origin(desk, False, script.citations),
    ]
    barriers = [
        Entry(f"{one.order}  {one.name}, {counted(steps.count(one.id), 'step')}", id=one.id) for one in script.barriers
    ]
    return _dossier(
        desk,
        script,
        "script",
        iter(about),
        Section("Barriers", tuple(barriers)),
        Section("Tracks", tuple(Entry(track.name, id=track.id) for track in script.tracks)),
        Section("Target groups", tuple(Entry(group.name, id=group.id) for group in script.groups)),
        Section("Other models", tuple(Entry(crosswalk.name, id=crosswalk.id) for crosswalk in script.crosswalks)),
        *desk.said_of(script.id),
    )


def _tasks_briefly(desk: Desk, barrier: str) -> tuple[Entry, ...]:
    """Who has a general task there, by name only: beside a step they are background."""
    actors = sorted({task.actor for task in desk.at(GeneralTask, barrier)})
    names = named_ids(actors, desk.model)
    return tuple(Entry(name, id=actor) for actor, name in zip(actors, names, strict=True))


def _tracks(script: Script, step: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(f"{track.name}, {track.steps.index(step) + 1} of {counted(len(track.steps), 'step')}", id=track.id)
        for track in script.tracks
        if step in track.steps
    )
