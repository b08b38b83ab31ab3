"""Countries side by side on paper: headings, paragraphs and tables for a report."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.model import Model
from cli.render import Block, Grid, Heading
from viz.compare import Comparison, Receiver, ahead_sentence, offers_sentence, standing, steps_sentence, tally
from viz.symbols import STATUSES, status_meaning, with_symbol
from viz.wording import cite, day_words, joined


def compare_paper(model: Model, comparison: Comparison) -> Iterator[Block]:
    """The paper of one comparison, always in full."""
    names = [head.country for head in comparison.heads]
    yield Heading(f"{joined(names)} side by side: {comparison.script}", 1)
    yield f"Handling: {comparison.handling.value}. {steps_sentence(comparison)}"
    yield Grid(
        ("", "looked at on", "main source", "about"),
        [(head.country, day_words(head.as_of), head.main_source, head.about) for head in comparison.heads],
    )
    yield from dict.fromkeys(notice for head in comparison.heads for notice in head.notices)
    yield Grid(("status", "means"), [(with_symbol(status), status_meaning(status)) for status in STATUSES])
    for barrier in comparison.shown:
        yield Heading(barrier.name)
        rows = [[step.name, *(with_symbol(cell.status) for cell in step.cells)] for step in barrier.steps]
        if len(rows) > 1:
            cells = [[step.cells[place] for step in barrier.steps] for place in range(len(names))]
            rows.append([f"all {len(rows)}", *map(tally, cells)])
        yield Grid(("step", *names), rows)
    for receiver in comparison.receivers:
        yield from _receiver(model, comparison, receiver)


def _receiver(model: Model, comparison: Comparison, receiver: Receiver) -> Iterator[Block]:
    yield Heading(f"What {receiver.name} could take")
    yield offers_sentence(receiver)
    if receiver.offers:
        yield Grid(
            ("practice", "who gives it", "answers", "how the countries stand there", "legal basis", "source"),
            [
                (
                    offer.says,
                    offer.who,
                    "; ".join(place.name for place in offer.places),
                    "; ".join(standing(place, comparison, comparison.codes) for place in offer.places),
                    offer.legal_basis,
                    "; ".join(cite(citation, model) for citation in offer.citations),
                )
                for offer in receiver.offers
            ],
        )
    yield ahead_sentence(receiver, comparison)
    if receiver.ahead:
        yield Grid(
            ("step", receiver.name, "elsewhere"),
            [
                (
                    ahead.step.name,
                    with_symbol(ahead.here.status),
                    "; ".join(
                        f"{cell.country} {with_symbol(cell.status)}: {', '.join(deed.words for deed in cell.deeds)}"
                        for cell in ahead.others
                    ),
                )
                for ahead in receiver.ahead
            ],
        )
