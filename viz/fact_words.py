"""Facts in words: what each kind of fact says, and what has to be said beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.evidence import Citation
from barriers.facilitation import Facilitation, PlaceClaim
from barriers.facts import Fact
from barriers.figures import Figure
from barriers.indicators import IndicatorList
from barriers.messages import message
from barriers.model import FACTS, Model
from barriers.practices import Practice
from barriers.signals import Signal
from barriers.statements import Statement
from barriers.swot import SwotItem
from barriers.ties import ClosedList, Cooperation, Duty, Lead, Membership
from barriers.weaknesses import Weakness
from barriers.words import Awareness, Basis, Bound, IndicatorPurpose, Obligation, PracticeKind, State, Voice
from viz.wording import cite, counted, day_words, joined, month_words, voice_of

KINDS = {kind.KIND: message(f"kind.{kind.KIND}") for kind in FACTS.values()}
"""What each kind of fact is called on a screen."""

_AWARE = {
    Awareness.DELIBERATE: "helps deliberately",
    Awareness.DELIBERATE_OR_UNAWARE: "deliberate or unaware: the source does not tell which",
    Awareness.UNAWARE: "unaware of the crime",
    Awareness.UNKNOWN: "",
}

_DUTIES = {
    Obligation.OBLIGED: "must report",
    Obligation.VOLUNTARY: "may report, and need not,",
    Obligation.NOT_OBLIGED: "need not report",
}

_FOLLOWED = {
    State.WORKING: "is followed up",
    State.PARTIAL: "is followed up only in part",
    State.COMPETENT: "may be followed up; nothing is said of practice",
    State.PLANNED: "is to be followed up: planned",
    State.ABSENT: "is not followed up",
}

_PURPOSES = {
    IndicatorPurpose.SIGNS_OF_TRAFFICKING: "signs that somebody is a victim",
    IndicatorPurpose.TARGETS_OF_AN_OFFICE: "targets for an office, not signs of a victim",
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
    # Printed as the source prints them: shares of the respondents of a survey, and so never without these.
    ratings = ", ".join(f"{one.rating.replace('-', ' ')} {one.per_cent:g} per cent" for one in fact.ratings)
    return f"{name(fact.actor)} rates {name(fact.partner)}: {ratings}; {_of_whom(fact.citations)}"


def _weakness(fact: Weakness, _: _Namer) -> str:
    kind = "" if fact.kind.value == "weakness" else f"{fact.kind.value}: "
    return f"{kind}{fact.says}"


def _duty(fact: Duty, name: _Namer) -> str:
    return f"{name(fact.actor)} {_DUTIES[fact.duty]} to {name(fact.to)}"


def _lead(fact: Lead, name: _Namer) -> str:
    return f"{name(fact.actor)} leads at {joined(map(name, fact.barriers))}"


def _signal(fact: Signal, _: _Namer) -> str:
    return fact.says


def _practice(fact: Practice, name: _Namer) -> str:
    kind = "Practice" if fact.kind is PracticeKind.PRACTICE else "Recommendation"
    to = f", to {joined(map(name, fact.receivers))}" if fact.receivers else ""
    return f"{kind} of {name(fact.giver)}{to}: {fact.says}"


def _figure(fact: Figure, _: _Namer) -> str:
    year = f", {fact.year}" if fact.year else ""
    return f"{fact.counts}{year}: {figure_words(fact)}"


def _statement(fact: Statement, _: _Namer) -> str:
    return f"{fact.topic}: {fact.claim}. {fact.says}"


def _swot(fact: SwotItem, _: _Namer) -> str:
    under = f" ({fact.heading})" if fact.heading else ""
    return f"{fact.kind.value} {fact.number}{under}: {fact.says}"


def _indicators(fact: IndicatorList, name: _Namer) -> str:
    made = f"; made by {name(fact.made_by)}" if fact.made_by else ""
    used = f"; used by {joined(map(name, fact.used_by))}" if fact.used_by else ""
    return f"{fact.name}: {_PURPOSES[fact.purpose]}{made}{used}"


def figure_words(fact: Figure) -> str:
    """The number as printed with the whole that it is a part of: `48 of 76 foreign minors`, `61 per cent of 14 …`."""
    whole = f"{fact.of:,.10g} {fact.of_what}".rstrip() if fact.of is not None else ""
    unit = "per cent" if fact.is_share else fact.unit
    number = f"{fact.number:,.10g} {unit}".rstrip()
    if whole:
        return f"{number} of {whole}"
    if fact.of_what:
        return f"{number} of {fact.of_what}, whose number is not printed"
    return f"{number} {_of_whom(fact.citations)}" if fact.is_share else number


def _of_whom(citations: tuple[Citation, ...]) -> str:
    """Of how many a percentage is a share, or that it is not printed: never a percentage alone."""
    numbers = sorted({one.respondents for one in citations if one.respondents is not None})
    if numbers:
        return f"of {joined(counted(number, 'respondent') for number in numbers)}"
    asked = sorted({one.asked for one in citations if one.asked})
    return f"of {joined(asked)}, whose number is not printed" if asked else "of a whole that is not printed"


_HEADLINES: dict[type[Fact], Callable[..., str]] = {
    Coverage: _cover,
    Ceiling: _ceiling,
    GeneralTask: _task,
    Facilitation: _facilitation,
    Membership: _membership,
    ClosedList: _closed_list,
    Cooperation: _cooperation,
    Weakness: _weakness,
    Duty: _duty,
    Lead: _lead,
    Signal: _signal,
    Practice: _practice,
    Figure: _figure,
    Statement: _statement,
    SwotItem: _swot,
    IndicatorList: _indicators,
}


_ALWAYS_SAID = (Practice, Figure, Statement, SwotItem, IndicatorList)
"""Kinds of facts that are a source's unless the record says otherwise."""


def remarks(fact: Fact, model: Model, names: Names, day: date) -> tuple[str, ...]:
    """What weakens or bounds a fact on a day: for whom it holds, whether it settles anything, since and until when."""
    return tuple(filter(None, [*beside(fact, model, names), period(fact, model, day)]))


def beside(fact: Fact, model: Model, names: Names) -> tuple[str, ...]:
    """The remarks without the period."""
    return tuple(filter(None, _beside(fact, model, names)))


def _beside(fact: Fact, model: Model, names: Names) -> Iterator[str]:
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
    if isinstance(fact, IndicatorList):
        yield from _points(fact)
    if isinstance(fact, Cooperation | Figure) and fact.suspicion:
        yield f"as printed: {fact.suspicion}"
    yield from _conflicts(fact, model)
    if isinstance(fact, Signal):
        yield from _about_signal(fact, names)
    if isinstance(fact, Practice):
        if fact.answers:
            yield f"answers {joined(names.get(answered, answered) for answered in fact.answers)}"
        if fact.legal_basis:
            yield f"legal basis: {fact.legal_basis}"
    yield _settles(fact, model)


def _conflicts(fact: Fact, model: Model) -> Iterator[str]:
    """What cannot be true beside a statement or a figure, and who says so."""
    others: list[tuple[str, Fact]] = []
    if isinstance(fact, Statement):
        others = [(f"“{other.claim}”", other) for other in model.statements if fact.contradicts(other)]
    if isinstance(fact, Figure):
        others = [(figure_words(other), other) for other in model.figures if fact.conflicts_with(other)]
    for said, other in others:
        cited = ", ".join(cite(citation, model) for citation in other.citations)
        yield f"in conflict with {said}: {cited or 'no source'}"


def _points(fact: IndicatorList) -> Iterator[str]:
    """What is known of the points: an unknown weight is never a weight of zero."""
    if not fact.scored:
        yield "without points"
        return
    one = "indicator" if fact.purpose is IndicatorPurpose.SIGNS_OF_TRAFFICKING else "action"
    if fact.weights is None:
        yield f"each {one} carries points; how many is not known"
    else:
        yield f"points of each {one}: {', '.join(f'{weight:,.10g}' for weight in fact.weights)}"
    yield "the sum that counts is not known" if fact.threshold is None else f"counts from {fact.threshold:,.10g} on"


def _about_signal(fact: Signal, names: Names) -> Iterator[str]:
    yield f"shows at {joined(names.get(step, step) for step in fact.steps)}"
    if fact.noticed_by:
        yield f"noticed by, or could be: {joined(names.get(actor, actor) for actor in fact.noticed_by)}"
    if fact.should_follow:
        yield f"should follow: {fact.should_follow}"
    yield "of its follow-up no source speaks" if fact.follow_up is None else _FOLLOWED[fact.follow_up]


def basis_words(fact: Fact) -> str:
    """`stated` or `inferred`; empty for facts that carry none or that are always a source's."""
    if isinstance(fact, Facilitation | Weakness | Cooperation):
        return ""
    if isinstance(fact, _ALWAYS_SAID) and fact.basis is Basis.STATED:
        return ""
    if isinstance(fact, Coverage) and fact.basis is Basis.STATED and fact.power_basis is Basis.INFERRED:
        return "stated, but the power is inferred"
    return fact.basis.value


_SETTLE_NOTHING = (Weakness, Cooperation, Practice, SwotItem)
"""Kinds of facts that settle nothing, whoever speaks."""


def _settles(fact: Fact, model: Model) -> str:
    """What an interviewee, a survey or a critic says alone settles nothing."""
    if not fact.citations or isinstance(fact, _SETTLE_NOTHING) or model.fixes(fact.citations):
        return ""
    voices = {voice.value for one in fact.citations if (voice := voice_of(one, model)) is not None}
    if isinstance(fact, Figure) and voices == {Voice.SURVEY.value}:
        return ""  # what so many answered is what a survey can say
    return f"said only by {joined(sorted(voices))}, which settles nothing" if voices else ""


def period(fact: Fact, model: Model, day: date) -> str:
    """Since and until when, as far as it is told and is not said by the fact itself; how that stands to the day."""
    parts = []
    begins = model.begins(fact)
    if fact.since is not None:
        parts.append(f"since {day_words(fact.since)}")
    if fact.until is not None and not isinstance(fact, Membership | ClosedList):  # these say it themselves
        parts.append(f"until {day_words(fact.until)}")
    if begins > day and isinstance(fact, Figure | SwotItem | IndicatorList):  # none of these is ever counted
        parts.append(f"known from {month_words(begins)} on")
    elif begins > day:
        parts.append(f"known from {month_words(begins)} on, so not counted in {month_words(day)}")
    elif fact.until is not None and fact.until < day:
        parts.append(f"ended before {day_words(day)}")
    return ", ".join(parts)
