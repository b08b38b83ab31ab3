"""Countries side by side: the steps, then what each country could take, in short or in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from barriers.messages import separated, text
from barriers.model import Model
from barriers.selection import Selection
from viz.document import (
    Block,
    Column,
    Document,
    Either,
    Gap,
    Heading,
    Item,
    Items,
    Link,
    Next,
    Paragraph,
    Records,
    Styled,
    Table,
    Words,
)
from viz.reports.comparison import (
    Ahead,
    Cell,
    ComparedBarrier,
    ComparedStep,
    Comparison,
    Offer,
    Receiver,
    ahead_sentence,
    counts_in_words,
    offers_sentence,
    standing,
    steps_sentence,
    tally,
)
from viz.reports.data import SCHEMA, cited_data, gathered, picked
from viz.reports.findings import citation_words
from viz.reports.header import Header, meanings, strictest
from viz.symbols import STATUSES, SYMBOLS, with_symbol
from viz.wording import cite, cite_briefly, counted, day_words, joined, out_of

_NAMES = 24
"""Names of steps are not made narrower than this; before that the words of the statuses go."""

_SHORT = 4
"""How many practices and steps of each country are told in short."""


def compare_document(
    model: Model,
    comparisons: Sequence[Comparison],
    selection: Selection,
    following: Callable[[Comparison], Sequence[str]],
    *,
    everything: bool,
) -> Document:
    """The comparisons under one or more scripts, at least one; `everything` tells all steps and practices in full.

    `following` are the options of what to type next after a comparison.
    """

    def blocks() -> Iterator[Block]:
        for number, comparison in enumerate(comparisons):
            if number:
                yield Gap()
            yield from _top(comparison)
            if comparison.shown:
                yield Gap()
                yield countries_side_by_side(comparison, everything=everything)
            for receiver in comparison.receivers:
                yield Gap()
                yield from could_take(model, comparison, receiver, everything=everything)
            options = following(comparison)
            if options:
                yield Gap()
                beginning = f"barriers compare {' '.join(comparison.codes)}"
                yield Next(tuple(f"{beginning} {one}" for one in options))

    return Document(
        blocks=blocks,
        data=lambda: compare_data(model, comparisons, selection),
        records=lambda: _records(model, comparisons),
    )


def _top(comparison: Comparison) -> Iterator[Block]:
    headers = comparison.headers
    countries = joined(header.country for header in headers)
    yield Heading(text("compare.title", countries=countries, script=comparison.script), 1, paper=True)
    columns = [Column(whole=True), Column(Either("", "", text("compare.code")), share=1)]
    columns += [Column(text(f"compare.column-{name}"), paper=True) for name in ("day", "source", "about")]
    yield Table(tuple(columns), list(map(_country, headers)), gap=2)
    steps, handling = counted(len(comparison.steps), "step"), text(f"handling.{comparison.handling}")
    yield Paragraph(text("compare.script", script=comparison.script, steps=steps, handling=handling))
    notices = dict.fromkeys(notice for header in headers for notice in header.notices)
    yield from (Paragraph(notice, "notice") for notice in notices)
    yield Paragraph(steps_sentence(comparison))
    yield meanings()


def _country(header: Header) -> tuple[Words, ...]:
    name = Styled(header.country.upper(), "strong")
    about = f"{header.code} · {header.month} · {text('header.about', about=header.about)}"
    on_paper = (day_words(header.as_of), header.main_source, header.about)
    return (Either(name, name, header.country), Either(about, about, header.code), *on_paper)


# Side by side


def countries_side_by_side(comparison: Comparison, *, everything: bool) -> Table:
    """The statuses of the steps, barrier by barrier; what is known of a step in a country may stand elsewhere."""
    rows: list[tuple[Words, ...]] = []
    anchors: list[str] = []
    for barrier in comparison.shown:
        name, number = Styled(barrier.name.upper(), "strong"), len(barrier.steps)
        steps = counted(number, "step") if number == barrier.total else out_of(number, barrier.total, "step")
        on_paper = Styled(text("compare.part", name=barrier.name, steps=steps), "strong")
        columns = zip(*(step.cells for step in barrier.steps), strict=True)
        rows.append((Either(name, name, on_paper), *(Either("", "", counts_in_words(column)) for column in columns)))
        anchors.append(f"compared-{barrier.id}")
        for step in _steps(barrier, everything=everything):
            told = Styled(f"  {step.name}", "differs" if step.differs else "")
            rows.append((told, *(_status(comparison, step.id, cell) for cell in step.cells)))
            anchors.append(f"compared-{step.id}" if step.id else "")
    codes = [Column(Either(one.code, one.code, one.country), whole=True) for one in comparison.headers]
    return Table(
        (Column(Either("", "", text("compare.step"))), *codes),
        rows,
        name=f"compared-{comparison.script}",
        anchors=anchors,
        squeeze=_NAMES,
        legend=tuple(map(with_symbol, STATUSES)),
        gap=2,
        role="compared",
    )


def _steps(barrier: ComparedBarrier, *, everything: bool) -> Iterator[ComparedStep]:
    """The steps of a barrier; in short, those that are alike in all countries are one row for each status."""
    alone = [step for step in barrier.steps if everything or step.differs]
    yield from alone
    alike = gathered((step.cells[0].status, step) for step in barrier.steps if step not in alone)
    for same in alike.values():
        several = out_of(len(same), barrier.total, "step")
        yield same[0] if len(same) == 1 else same[0]._replace(id="", name=several)


def _status(comparison: Comparison, step: str, cell: Cell) -> Words:
    """A status, which leads to what is known of the step in that country, where the document tells of it."""
    whole = Link(cell.status, f"step-{cell.country.lower()}-{comparison.script}-{step}")
    return Either(Styled(SYMBOLS[cell.status], f"status-{cell.status}"), whole)


# What a country could take


def could_take(model: Model, comparison: Comparison, receiver: Receiver, *, everything: bool) -> Iterator[Block]:
    """What a country could take from the others: practices, and steps of which more is told elsewhere."""
    most = None if everything else _SHORT
    yield Heading(text("compare.could-take", country=receiver.name))
    yield Paragraph(_with_cut(offers_sentence(receiver), len(receiver.offers), most))
    items = [_item(model, comparison, receiver.code, one, everything=everything) for one in receiver.offers[:most]]
    yield Items(tuple(replace(one, number=number) for number, one in enumerate(items, start=1)))
    if everything and receiver.others:
        yield Paragraph(text("compare.others", country=receiver.name))
        for offer in receiver.others:
            yield Paragraph(_told(model, offer, "list.semicolon"), indent=3)
    yield Paragraph(_with_cut(ahead_sentence(receiver, comparison), len(receiver.ahead), most))
    for ahead in receiver.ahead[:most]:
        yield Paragraph(_ahead_line(ahead, most=None if everything else 2), indent=3)


def _with_cut(sentence: str, total: int, most: int | None) -> str:
    """The sentence, and that not all lines are here."""
    return text("compare.cut", says=sentence, shown=most, total=total) if most and total > most else sentence


def _told(model: Model, offer: Offer, between: str = "list.comma") -> str:
    sources = str(separated((cite(one, model) for one in offer.practice.citations), between))
    return text("compare.told", says=offer.practice.says, who=offer.who, sources=sources or text("compare.no-source"))


def _item(model: Model, comparison: Comparison, country: str, offer: Offer, *, everything: bool) -> Item:
    """What a practice answers, who gives it, on what law it rests, who says so; in short, the first of each."""
    answers, citations = list(_answers(comparison, country, offer)), offer.practice.citations
    if everything:
        law = offer.practice.legal_basis
        pairs: list[tuple[str, Words]] = [(text("compare.legal-basis"), law)] if law else []
        pairs += [(text("finding.source"), citation_words(citation, model)) for citation in citations]
        return Item(offer.practice.says, (*answers, offer.who), pairs=tuple(pairs))
    (first, *more) = answers
    source = [cite_briefly(citations, model)] if citations else []
    first = text("compare.and-more", first=first, n=len(more)) if more else first
    return Item(offer.practice.says, (first, " · ".join([offer.who, *source])))


def _answers(comparison: Comparison, country: str, offer: Offer) -> Iterator[str]:
    """What it answers and how the countries stand there, the country itself before those that it is compared with."""
    codes = [country, *(code for code in comparison.codes if code != country)]
    for place in offer.places:
        steps = counted(len(place.steps), "step")
        name = text("compare.part", name=place.name, steps=steps) if len(place.steps) > 1 else place.name
        yield text("compare.answers", place=name, standing=standing(place, comparison, codes))


def _ahead_line(ahead: Ahead, most: int | None) -> str:
    """`Laundering: NL ? unknown · DK # covered, Politi sanctions`; with `most` only so many actors of a country."""
    told = [text("compare.stands", country=ahead.here.country, status=tally([ahead.here]))]
    for cell in ahead.others:
        deeds = str(separated((deed.words for deed in cell.deeds[:most]), "list.semicolon"))
        if most and len(cell.deeds) > most:
            deeds = text("compare.and-more", first=deeds, n=len(cell.deeds) - most)
        told.append(text("compare.acts", country=cell.country, status=with_symbol(cell.status), deeds=deeds))
    return text("compare.at", step=ahead.step.name, told=" · ".join(told))


# For spreadsheets and programs


def _records(model: Model, comparisons: Sequence[Comparison]) -> Records:
    """A row for each step: the status and the actors of each country, and the practices that answer it there."""
    parts = [f"{code} {part}" for code in comparisons[0].codes for part in ("status", "who", "practices")]
    rows: list[list[object]] = []
    for comparison, step in _every_step(comparisons):
        row: list[object] = [comparison.script, step.barrier, step.id, step.name, "yes" if step.differs else "no"]
        for cell, receiver in zip(step.cells, comparison.receivers, strict=True):
            practices = [_told(model, offer) for offer in receiver.answering(step.id)]
            row += [cell.status, [deed.words for deed in cell.deeds], practices]
        rows.append([*row, comparison.handling])
    return Records(("script", "barrier", "step", "name", "differs", *parts, "handling"), rows)


def _every_step(comparisons: Sequence[Comparison]) -> Iterator[tuple[Comparison, ComparedStep]]:
    return ((one, step) for one in comparisons for barrier in one.shown for step in barrier.steps)


def compare_data(model: Model, comparisons: Sequence[Comparison], selection: Selection) -> dict[str, Any]:
    """The comparisons under one or more scripts, at least one, as lists, dicts, text and numbers."""
    first = comparisons[0]
    receivers = [(one, receiver) for one in comparisons for receiver in one.receivers]
    return {
        "schema": SCHEMA,
        "model": {
            "countries": first.codes,
            "scripts": [one.script for one in comparisons],
            "handling": strictest(one.handling for one in comparisons),
            "digest": model.digest,
            "filters": asdict(selection),
            "about": [
                picked(one, "as_of about notices")
                | {"country": one.code, "name": one.country, "main_source": one.main_source_id}
                for one in first.headers
            ],
        },
        "counts": [
            {
                "script": one.script,
                "steps": len(one.steps),
                "different": one.different,
                # How many practices answer something that is not covered there, of how many.
                "practices": {found.code: {"count": len(found.offers), "of": found.total} for found in one.receivers},
            }
            for one in comparisons
        ],
        "steps": [
            picked(step, "id barrier name differs")
            | {"script": one.script, "countries": [_cell_data(cell) for cell in step.cells]}
            for one, step in _every_step(comparisons)
        ],
        "ahead": [
            {
                "script": one.script,
                "country": receiver.code,
                "step": ahead.step.id,
                "status": ahead.here.status,
                "others": [_cell_data(cell) for cell in ahead.others],
            }
            for one, receiver in receivers
            for ahead in receiver.ahead
        ],
        "practices": [
            {"script": one.script, "country": receiver.code} | _offer_data(model, one, offer)
            for one, receiver in receivers
            for offer in (*receiver.offers, *receiver.others)
        ],
    }


def _cell_data(cell: Cell) -> dict[str, Any]:
    actors = [
        {"id": deed.actor, "name": deed.name, "covers": [cover.long for cover in deed.covers]} for deed in cell.deeds
    ]
    return picked(cell, "country status reason") | {"actors": actors}


def _offer_data(model: Model, comparison: Comparison, offer: Offer) -> dict[str, Any]:
    cells = {step.id: step.cells for step in comparison.steps}
    told = picked(offer.practice, "id says kind giver receivers") | cited_data(model, offer.practice.citations)
    return told | {
        "addressed": offer.addressed,
        "answers": [
            {
                "id": place.id,
                "name": place.name,
                "steps": [
                    {"id": name, "statuses": {cell.country: cell.status for cell in cells[name]}}
                    for name in place.steps
                ],
            }
            for place in offer.places
        ],
        "legal_basis": offer.practice.legal_basis or None,
        "handling": offer.handling,
        "said_later": offer.later or None,
    }
