"""Facts for round trips: every kind, text that is hard to write down, nothing that the loader refuses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from barriers import (
    Ceiling,
    Citation,
    CompleteList,
    Cooperation,
    Coordinator,
    Coverage,
    Duty,
    Facilitation,
    Figure,
    GeneralTask,
    IndicatorList,
    Membership,
    PlaceClaim,
    Practice,
    Rating,
    ShellClaim,
    Signal,
    Statement,
    SwotItem,
    Weakness,
)
from barriers.ties import RATINGS
from barriers.words import (
    Awareness,
    Basis,
    Bound,
    Form,
    Handling,
    IndicatorPurpose,
    Obligation,
    Power,
    PracticeKind,
    State,
    SwotKind,
    Voice,
    WeaknessKind,
)

COUNTRIES = ("NL", "NO")
SCRIPT = "two-doors"
STEPS = ("entry.offer", "entry.quay", "work.wharf")
BARRIERS = ("entry", "work")
GROUPS = ("everybody", "old", "young")
ACTORS = ("int.union", "nl.police", "no.inn")
NETWORK = "nl.table"
EDITION_LINES = 500

# What other readers of YAML take for something else, and what is hard to write down.
TEXT = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["NO", "yes", "~", "1.10", "2014-01-31", "a: b", "- a", "# a", "'", '"', "\\", " a ", "a\n\nb\n", "\t"]
    ),
)
NAMES = TEXT.filter(str.strip)
NOTES = st.one_of(st.just(""), TEXT)
DAYS = st.dates()
BASES = st.sampled_from(Basis)


def some(values: Iterable[Any], least: int = 0) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(sorted(values)), min_size=least)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """A citation, with lines only of the source that has an edition."""
    source = draw(st.sampled_from(["booklet", "letter"]))
    with_lines = source == "booklet" and draw(st.booleans())
    first = draw(st.integers(1, EDITION_LINES))
    return Citation(
        source,
        draw(NAMES),
        lines=(first, draw(st.integers(first, EDITION_LINES))) if with_lines else None,
        words=f"two {draw(NAMES)}" if with_lines else draw(NOTES),
        voice=draw(st.none() | st.sampled_from([voice for voice in Voice if voice is not Voice.SURVEY])),
        respondents=draw(st.none() | st.integers(1, 10**6)),
        asked=draw(NOTES),
    )


CITED = st.lists(citations(), max_size=2).map(tuple)


@st.composite
def common(draw: st.DrawFn) -> dict[str, Any]:
    """What all facts have."""
    since, until = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if since and until:
        since, until = sorted((since, until))
    return {
        "basis": draw(BASES),
        "citations": draw(CITED),
        "since": since,
        "until": until,
        "note": draw(NOTES),
        "handling": draw(st.sampled_from(Handling)),
        "country": draw(st.sampled_from([*COUNTRIES, "INT"])),
    }


def covers() -> st.SearchStrategy[Coverage]:
    return st.builds(
        lambda rest, **own: Coverage(**own, **rest),
        common(),
        actor=st.sampled_from(ACTORS),
        step=st.sampled_from(STEPS),
        power=st.sampled_from(Power),
        state=st.sampled_from(State),
        power_basis=BASES,
        groups=some(GROUPS),
        forms=some(Form),
        measured=st.booleans(),
    )


def ceilings() -> st.SearchStrategy[Ceiling]:
    return st.builds(
        lambda rest, **own: Ceiling(**own, **rest),
        common(),
        step=st.sampled_from(STEPS),
        bound=st.sampled_from(Bound),
        says=NOTES,
        groups=some(GROUPS),
        forms=some(Form),
    )


def tasks() -> st.SearchStrategy[GeneralTask]:
    return st.builds(
        lambda rest, barriers, **own: GeneralTask(barriers=tuple(sorted(barriers)), **own, **rest),
        common(),
        some(BARRIERS, least=1),
        actor=st.sampled_from(ACTORS),
        does=NOTES,
    )


def facilitations() -> st.SearchStrategy[Facilitation]:
    return st.builds(
        lambda rest, shell, **own: Facilitation(shell=shell, **own, **rest),
        common(),
        st.builds(ShellClaim, st.integers(1, 3), BASES),
        actor=st.sampled_from(ACTORS),
        by=NOTES,
        barrier=st.none() | st.builds(PlaceClaim, st.sampled_from(BARRIERS), BASES),
        step=st.none() | st.builds(PlaceClaim, st.sampled_from(STEPS), BASES),
        awareness=st.sampled_from(Awareness),
    )


def memberships() -> st.SearchStrategy[Membership]:
    return st.builds(
        lambda rest, actor: Membership(actor=actor, network=NETWORK, **rest), common(), st.sampled_from(ACTORS)
    )


def complete_lists() -> st.SearchStrategy[CompleteList]:
    def make(rest: dict[str, Any], without: frozenset[str]) -> CompleteList:
        return CompleteList(network=NETWORK, without=tuple(sorted(without)), **rest | {"until": date.max})

    return st.builds(make, common(), some(GROUPS))


def cooperation() -> st.SearchStrategy[Cooperation]:
    rating = st.builds(Rating, st.sampled_from(RATINGS), st.floats(0, 100))
    return st.builds(
        lambda rest, **own: Cooperation(**own, **rest),
        common(),
        actor=st.sampled_from(ACTORS),
        partner=st.sampled_from(ACTORS),
        ratings=st.lists(rating, max_size=3).map(tuple),
        suspicion=NOTES,
    )


def weaknesses() -> st.SearchStrategy[Weakness]:
    return st.builds(
        lambda rest, **own: Weakness(**own, **rest),
        common(),
        says=NOTES,
        touches=st.lists(st.sampled_from([*STEPS, *BARRIERS, *ACTORS]), max_size=3).map(tuple),
        kind=st.sampled_from(WeaknessKind),
        remedy=NOTES,
    )


def duties() -> st.SearchStrategy[Duty]:
    return st.builds(
        lambda rest, **own: Duty(**own, **rest),
        common(),
        actor=st.sampled_from(ACTORS),
        to=st.sampled_from(ACTORS),
        duty=st.sampled_from(Obligation),
    )


def coordinators() -> st.SearchStrategy[Coordinator]:
    return st.builds(
        lambda rest, barriers, **own: Coordinator(barriers=tuple(sorted(barriers)), **own, **rest),
        common(),
        some(BARRIERS, least=1),
        actor=st.sampled_from([*ACTORS, NETWORK]),
    )


def signals() -> st.SearchStrategy[Signal]:
    return st.builds(
        lambda rest, steps, **own: Signal(steps=tuple(sorted(steps)), **own, **rest),
        common(),
        some(STEPS, least=1),
        says=NAMES,
        noticed_by=st.lists(st.sampled_from(ACTORS), max_size=2).map(tuple),
        should_follow=NOTES,
        follow_up=st.none() | st.sampled_from(State),
    )


def practices() -> st.SearchStrategy[Practice]:
    return st.builds(
        lambda rest, **own: Practice(**own, **rest),
        common(),
        says=NAMES,
        kind=st.sampled_from(PracticeKind),
        giver=st.sampled_from(COUNTRIES) | NAMES,
        receivers=st.lists(st.sampled_from([*COUNTRIES, "BE"]), max_size=2).map(tuple),
        answers=st.lists(st.sampled_from([*STEPS, *BARRIERS, *ACTORS]), max_size=3).map(tuple),
        legal_basis=NOTES,
    )


def figures() -> st.SearchStrategy[Figure]:
    return st.builds(
        lambda rest, **own: Figure(**own, **rest),
        common(),
        counts=NAMES,
        number=st.floats(-(10**9), 10**9),
        topic=NAMES,
        unit=NOTES,
        of=st.none() | st.floats(0, 10**9, exclude_min=True),
        of_what=NOTES,
        year=NOTES,
        suspicion=NOTES,
    )


def statements() -> st.SearchStrategy[Statement]:
    """Only one that stands in a file of no country may concern several."""

    def make(rest: dict[str, Any], concerns: frozenset[str], **own: Any) -> Statement:
        return Statement(**own, **rest, concerns=tuple(sorted(concerns)) if rest["country"] == "INT" else ())

    return st.builds(
        make,
        common(),
        some([*COUNTRIES, "BE"]),
        says=NAMES,
        topic=NAMES.filter(lambda text: any(map(str.isalnum, text))),
        claim=NAMES,
        about=st.lists(st.sampled_from([SCRIPT, *STEPS, *BARRIERS, *ACTORS]), max_size=3).map(tuple),
    )


def swot_items() -> st.SearchStrategy[SwotItem]:
    return st.builds(
        lambda rest, **own: SwotItem(**own, **rest),
        common(),
        says=NAMES,
        kind=st.sampled_from(SwotKind),
        number=st.integers(1, 10**6),
        heading=NOTES,
        touches=st.lists(st.sampled_from([*STEPS, *BARRIERS, *ACTORS]), max_size=3).map(tuple),
    )


def indicators() -> st.SearchStrategy[IndicatorList]:
    """Points only where there are any; what is not known of them stays None."""
    points = st.floats(-(10**6), 10**6)
    known = st.tuples(st.none() | st.lists(points, min_size=1, max_size=3).map(tuple), st.none() | points)

    def make(rest: dict[str, Any], scored: bool, known: tuple[Any, Any], **own: Any) -> IndicatorList:
        weights, threshold = known if scored else (None, None)
        return IndicatorList(scored=scored, weights=weights, threshold=threshold, **own, **rest)

    return st.builds(
        make,
        common(),
        st.booleans(),
        known,
        name=NAMES,
        purpose=st.sampled_from(IndicatorPurpose),
        made_by=st.none() | st.sampled_from(ACTORS),
        used_by=st.lists(st.sampled_from(ACTORS), max_size=2).map(tuple),
    )
