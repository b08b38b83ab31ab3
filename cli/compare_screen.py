"""Countries side by side on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from barriers.model import Model
from barriers.words import Status
from cli.head_screen import STYLES
from cli.screen import Column, Screen, Words, words
from viz.compare import (
    Ahead,
    Cell,
    ComparedBarrier,
    ComparedStep,
    Comparison,
    Receiver,
    ahead_sentence,
    offers_sentence,
    standing,
    steps_sentence,
    tally,
)
from viz.offers import Offer
from viz.symbols import STATUSES, with_symbol
from viz.wording import cite, cite_briefly

_GAP = 2
_NAMES = 24
"""Names of steps are not made narrower than this; before that the words of the statuses go."""
_SHORT = 4
"""How many practices and steps of each country are shown without --all."""


def draw_comparison(
    model: Model, comparison: Comparison, screen: Screen, *, everything: bool, again: str, wider: str
) -> None:
    """The countries, the steps side by side, what each country could take.

    `again` are options to repeat; `wider` are those for all scripts, empty where all were asked for.
    """
    _draw_head(comparison, screen)
    _draw_steps(comparison, screen, everything=everything)
    for receiver in comparison.receivers:
        screen.empty_line()
        screen.say(f"WHAT {receiver.name.upper()} COULD TAKE", "bold")
        _draw_offers(model, comparison, receiver, screen, everything=everything)
        _draw_ahead(comparison, receiver, screen, everything=everything)
    following = [] if everything else [f"--all{again}"]
    if wider and any(receiver.elsewhere for receiver in comparison.receivers):
        following.append(wider.lstrip())
    if following:
        screen.empty_line()
    for number, options in enumerate(following):
        beginning = "     " if number else "Next:"
        screen.unbroken(f"{beginning} barriers compare {' '.join(comparison.codes)} {options}", "bold")


def _draw_head(comparison: Comparison, screen: Screen) -> None:
    names = max(len(head.country) for head in comparison.heads)
    screen.grid(
        (Column(width=names), Column(share=1)),
        [
            (words(head.country.upper(), "bold"), f"{head.code} · {head.month} · main source about {head.about}")
            for head in comparison.heads
        ],
        gap=_GAP,
    )
    screen.say(f"script {comparison.script} · {len(comparison.steps)} steps · handling: {comparison.handling.value}")
    for notice in dict.fromkeys(notice for head in comparison.heads for notice in head.notices):
        screen.say(notice, "bold")
    screen.say(steps_sentence(comparison))


# Side by side


def _draw_steps(comparison: Comparison, screen: Screen, *, everything: bool) -> None:
    codes = comparison.codes
    cells = [cell for barrier in comparison.shown for step in barrier.steps for cell in step.cells]
    if not cells:
        return
    # Where a word for each status leaves no room for the names of the steps, the marks must do.
    width = max(len(with_symbol(cell.status)) for cell in cells)
    room = screen.width - len(codes) * (width + _GAP)
    narrow = room < _NAMES
    longest = 2 + max(len(step.name) for barrier in comparison.shown for step in barrier.steps)
    longest = max(longest, *(len(barrier.name) for barrier in comparison.shown))
    names = Column(share=1) if narrow else Column(width=min(longest, room))
    columns = [names, *(Column(code, width=None if narrow else width) for code in codes)]
    rows: list[list[Words]] = []
    for barrier in comparison.shown:
        rows.append([words(barrier.name.upper(), "bold"), *("" for _ in codes)])
        for name, row in _rows(barrier, everything=everything):
            rows.append([f"  {name}", *(_status(cell, narrow=narrow) for cell in row)])
    screen.empty_line()
    screen.grid(columns, rows, gap=_GAP)
    if narrow:
        screen.legend(with_symbol(status) for status in STATUSES)


def _rows(barrier: ComparedBarrier, *, everything: bool) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The steps of a barrier; in short, those that are alike in all countries are one row for each status."""
    alike: dict[Status, list[ComparedStep]] = {}
    for step in barrier.steps:
        if everything or step.differs:
            yield step.name, step.cells
        else:
            alike.setdefault(step.cells[0].status, []).append(step)
    for steps in alike.values():
        yield steps[0].name if len(steps) == 1 else f"{len(steps)} of {barrier.total} steps", steps[0].cells


def _status(cell: Cell, *, narrow: bool) -> Text:
    text = with_symbol(cell.status)
    return words(text[0] if narrow else text, STYLES[cell.status])


# What a country could take


def _draw_offers(model: Model, comparison: Comparison, receiver: Receiver, screen: Screen, *, everything: bool) -> None:
    screen.say(offers_sentence(receiver) + _cut(len(receiver.offers), everything))
    for number, offer in enumerate(receiver.offers if everything else receiver.offers[:_SHORT], start=1):
        lines = [*_answers(offer, receiver.code, comparison, everything=everything)]
        lines += _all_of(model, offer) if everything else [_in_short(model, offer)]
        rows: list[tuple[Words, Words]] = [(f"{number}", words(offer.says, "bold")), *(("", line) for line in lines)]
        screen.grid((Column(width=2, right=True), Column(share=1)), rows)
    if everything and receiver.others:
        screen.say(f"Others for {receiver.name}, at steps that are covered there or not looked at:")
        screen.grid(
            (Column(width=2), Column(share=1)),
            [("", f"{offer.says} ({offer.who}: {_sources(model, offer)})") for offer in receiver.others],
        )


def _answers(offer: Offer, code: str, comparison: Comparison, *, everything: bool) -> Iterator[str]:
    """What it answers and how the countries stand there; in short only the first place."""
    places = offer.places if everything else offer.places[:1]
    more = f" +{len(offer.places) - len(places)}" if len(places) < len(offer.places) else ""
    for place in places:
        count = f" ({len(place.steps)} steps)" if len(place.steps) > 1 else ""
        yield f"{place.name}{count}: {standing(place, comparison, _first(code, comparison))}{more}"


def _first(code: str, comparison: Comparison) -> list[str]:
    """The country itself before those that it is compared with."""
    return [code, *(other for other in comparison.codes if other != code)]


def _in_short(model: Model, offer: Offer) -> str:
    if not offer.citations:
        return offer.who
    # The printed place names the source well enough for a first look.
    return f"{offer.who} · {cite_briefly(offer.citations, model, offer.citations[0].source)}"


def _all_of(model: Model, offer: Offer) -> Iterator[str]:
    yield offer.who
    if offer.legal_basis:
        yield f"legal basis: {offer.legal_basis}"
    for citation in offer.citations:
        yield f"source: {cite(citation, model)}"


def _sources(model: Model, offer: Offer) -> str:
    return "; ".join(cite(citation, model) for citation in offer.citations) or "no source"


def _draw_ahead(comparison: Comparison, receiver: Receiver, screen: Screen, *, everything: bool) -> None:
    screen.say(ahead_sentence(receiver, comparison) + _cut(len(receiver.ahead), everything))
    shown = receiver.ahead if everything else receiver.ahead[:_SHORT]
    screen.grid(
        (Column(width=2), Column(share=1)),
        [("", _ahead_line(ahead, everything=everything)) for ahead in shown],
    )


def _ahead_line(ahead: Ahead, *, everything: bool) -> str:
    most = None if everything else 2
    told = []
    for cell in ahead.others:
        named = [deed.words for deed in cell.deeds[:most]]
        more = f" +{len(cell.deeds) - len(named)}" if len(named) < len(cell.deeds) else ""
        told.append(f"{cell.country} {with_symbol(cell.status)}, {'; '.join(named)}{more}")
    return f"{ahead.step.name}: {ahead.here.country} {tally([ahead.here])} · {' · '.join(told)}"


def _cut(total: int, everything: bool) -> str:
    """That not all lines are here."""
    return f" {_SHORT} of {total} here, all with --all:" if not everything and total > _SHORT else ""
