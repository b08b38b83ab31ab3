"""Facts in words: what each kind of fact says, and what has to be said beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.facilitation import Facilitation, PlaceClaim
from barriers.facts import Fact
from barriers.model import Model
from barriers.ties import ClosedList, Cooperation, Membership
from barriers.weaknesses import Weakness
from barriers.words import Awareness, Basis, Bound, State
from viz.wording import day_words, joined, month_words, voice_of

KINDS = {
    Coverage.KIND: "cover",
    Ceiling.KIND: "what a source says of a step as a whole",
    GeneralTask.KIND: "general task",
    Facilitation.KIND: "facilitation",
    Membership.KIND: "membership",
    ClosedList.KIND: "closed list",
    Cooperation.KIND: "cooperation",
    Weakness.KIND: "weakness that a source states",
}
"""What each kind of fact is called on a screen."""

_AWARE = {
    Awareness.DELIBERATE: "helps deliberately",
    Awareness.DELIBERATE_OR_UNAWARE: "deliberate or unaware: the source does not tell which",
    Awareness.UNAWARE: "unaware of the crime",
    Awareness.UNKNOWN: "",
}

Names = Mapping[str, str]


def headline(fact: Fact, names: Names, of: str = "") -> str:
    """What a fact says, in one line; `of` is the id under which it is shown, whose name is then left out."""
    return _HEADLINES[type(fact)](fact, _Namer(names, of))


class _Namer:
    """Ids to names, with nothing for the id that stands above already."""

    def __init__(self, names: Names, of: str) -> None:
        self._names = names
        self._of = of

    def __call__(self, name: str) -> str:
        return self._names.get(name, name)

    def unless(self, name: str, before: str = "", after: str = "") -> str:
        return "" if name == self._of else f"{before}{self(name)}{after}"


def _cover(fact: Coverage, name: _Namer) -> str:
    who, where = name.unless(fact.actor), name.unless(fact.step)
    subject = " at ".join(filter(None, [who, where]))
    return f"{subject}: {fact.power.value}, {fact.state.value}"


def _ceiling(fact: Ceiling, name: _Namer) -> str:
    bound = "nobody holds it" if fact.bound is Bound.ABSENT else "held only in part"
    return f"{name.unless(fact.step, after=': ')}{bound}: {fact.says}"


def _task(fact: GeneralTask, name: _Namer) -> str:
    return f"{name.unless(fact.actor, after=': ')}{fact.does}"


def _facilitation(fact: Facilitation, name: _Namer) -> str:
    places = [f"shell {fact.shell.number} ({fact.shell.basis.value})"] if fact.shell else []
    claims: tuple[tuple[str, PlaceClaim | None], ...] = (("barrier", fact.barrier), ("step", fact.step))
    places += [f"{kind} {name(claim.id)} ({claim.basis.value})" for kind, claim in claims if claim is not None]
    return f"{name.unless(fact.actor, after=': ')}{fact.by.rstrip('.')}; {', '.join(places)}"


def _membership(fact: Membership, name: _Namer) -> str:
    until = f" until {month_words(fact.until)}" if fact.until else ""
    network = name.unless(fact.network)
    if network and not name.unless(fact.actor):
        return f"member of {network}{until}"
    return f"{name(fact.actor)}{f', member of {network}' if network else ''}{until}"


def _closed_list(fact: ClosedList, name: _Namer) -> str:
    until = f" until {month_words(fact.until)}" if fact.until else ""
    without = f"; nobody on it for: {joined(map(name, fact.without))}" if fact.without else ""
    return f"{name.unless(fact.network, after=': ')}the list of members is complete{until}{without}"


def _cooperation(fact: Cooperation, name: _Namer) -> str:
    # Printed as the source prints them: the figures of a survey are shares of its respondents.
    ratings = ", ".join(f"{one.rating.replace('-', ' ')} {one.per_cent:g} per cent" for one in fact.ratings)
    return f"{name(fact.actor)} rates {name(fact.partner)}: {ratings}"


def _weakness(fact: Weakness, _: _Namer) -> str:
    kind = "" if fact.kind.value == "weakness" else f"{fact.kind.value}: "
    return f"{kind}{fact.says}"


_HEADLINES: dict[type[Fact], Callable[..., str]] = {
    Coverage: _cover,
    Ceiling: _ceiling,
    GeneralTask: _task,
    Facilitation: _facilitation,
    Membership: _membership,
    ClosedList: _closed_list,
    Cooperation: _cooperation,
    Weakness: _weakness,
}


def remarks(fact: Fact, model: Model, names: Names, day: date) -> tuple[str, ...]:
    """What weakens or bounds a fact on a day: for whom it holds, whether it settles anything, since and until when."""
    return tuple(filter(None, _remarks(fact, model, names, day)))


def _remarks(fact: Fact, model: Model, names: Names, day: date) -> Iterator[str]:
    if isinstance(fact, Coverage | Ceiling):
        if fact.groups:
            yield f"only for {joined(names.get(group, group) for group in sorted(fact.groups))}"
        if fact.forms:
            yield f"only {joined(sorted(form.value for form in fact.forms))} exploitation"
    if isinstance(fact, Coverage):
        if fact.measured:
            yield "its effect was measured"
        if fact.state is State.COMPETENT:
            yield "may act; nothing is said of practice"
    if isinstance(fact, GeneralTask):
        yield f"shown at {joined(names.get(barrier, barrier) for barrier in fact.barriers)}; covers no step"
    if isinstance(fact, Facilitation):
        yield _AWARE[fact.awareness]
    if isinstance(fact, Weakness):
        yield f"touches {joined(names.get(touched, touched) for touched in fact.touches)}"
    if isinstance(fact, Cooperation) and fact.suspicion:
        yield f"as printed: {fact.suspicion}"
    yield _settles(fact, model)
    yield _period(fact, model, day)


def basis_words(fact: Fact) -> str:
    """`stated` or `inferred`; empty for facts that carry none or that are always a source's."""
    if isinstance(fact, Facilitation | Weakness | Cooperation):
        return ""
    if isinstance(fact, Coverage) and fact.basis is Basis.STATED and fact.power_basis is Basis.INFERRED:
        return "stated, but the power is inferred"
    return fact.basis.value


def _settles(fact: Fact, model: Model) -> str:
    """What an interviewee, a survey or a critic says alone settles nothing."""
    if not fact.citations or isinstance(fact, Weakness | Cooperation) or model.fixes(fact.citations):
        return ""
    voices = {voice.value for one in fact.citations if (voice := voice_of(one, model)) is not None}
    return f"said only by {joined(sorted(voices))}, which settles nothing" if voices else ""


def _period(fact: Fact, model: Model, day: date) -> str:
    parts = []
    begins = model.begins(fact)
    if fact.since is not None:
        parts.append(f"since {day_words(fact.since)}")
    if fact.until is not None and not isinstance(fact, Membership | ClosedList):  # these say it themselves
        parts.append(f"until {day_words(fact.until)}")
    if begins > day:
        parts.append(f"known from {month_words(begins)} on, so not counted in {month_words(day)}")
    elif fact.until is not None and fact.until < day:
        parts.append(f"ended before {day_words(day)}")
    return ", ".join(parts)
