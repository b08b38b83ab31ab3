"""Countries side by side: the status of each step, who acts in one and not in another, which practice answers what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from barriers.coverage import Practice
from barriers.findings import Audit
from barriers.messages import Message, separated, text
from barriers.model import Model
from barriers.words import Basis, Handling, PracticeKind, State, Status
from graph import BarrierGraph
from viz.reports.data import parts_of
from viz.reports.header import Header, handling_of, strictest
from viz.reports.matrix import Cover, Limit, Matrix, MatrixStep, matrix_of
from viz.symbols import STATUSES, SYMBOLS, with_symbol
from viz.wording import joined, month_words, named_ids, out_of, word

_ACTS = (Status.COVERED, Status.LIMITED, Status.DETECTED)
_DOES = (State.ACTIVE, State.PARTIAL, State.MANDATE)


class Deed(NamedTuple):
    """What a source says that one actor does at a step, or may do: valid, stated, neither planned nor denied."""

    actor: str
    name: str
    covers: tuple[Cover, ...]

    @property
    def words(self) -> str:
        """`KMar detects`, `Police detects in part, may hinder (for some only)`."""
        return text("compare.deed", who=self.name, does=separated(dict.fromkeys(map(_cover_words, self.covers))))


class Cell(NamedTuple):
    """One step in one country."""

    country: str
    status: Status
    reason: Message
    deeds: tuple[Deed, ...]


class ComparedStep(NamedTuple):
    """A row: one step in all countries, in the order that was asked for."""

    id: str
    barrier: str
    name: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether the countries have different statuses here."""
        return len({cell.status for cell in self.cells}) > 1

    def cell(self, country: str) -> Cell:
        """The cell of one country."""
        return next(cell for cell in self.cells if cell.country == country)


class ComparedBarrier(NamedTuple):
    """A barrier with those of its steps that were asked for; `total` is how many it has."""

    id: str
    name: str
    steps: tuple[ComparedStep, ...]
    total: int


class AnsweredPlace(NamedTuple):
    """A step or a barrier that a practice answers, with the steps there that are looked at."""

    id: str
    name: str
    steps: tuple[str, ...]


class Offer(NamedTuple):
    """A practice for one country; `who` says who shows or recommends it to whom.

    `addressed` tells whether the source recommends it to this country; otherwise another country that is compared
    gives it. `elsewhere` tells that it answers a step or barrier of another script. `later` is the month in which it
    was said, where that is after the day that is looked at.
    """

    practice: Practice
    who: str
    addressed: bool
    places: tuple[AnsweredPlace, ...]
    elsewhere: bool
    handling: Handling
    later: str


class Ahead(NamedTuple):
    """A step that falls short or is unknown here, and the countries of which sources tell more, naming who acts."""

    step: ComparedStep
    here: Cell
    others: tuple[Cell, ...]


class Receiver(NamedTuple):
    """What one country could take from the others.

    `offers` answer something that is not covered here; `others` are the rest of the practices for this country.
    """

    code: str
    name: str
    offers: tuple[Offer, ...]
    others: tuple[Offer, ...]
    ahead: tuple[Ahead, ...]

    @property
    def elsewhere(self) -> int:
        """How many of the others answer a step or barrier of another script."""
        return sum(offer.elsewhere for offer in self.others)

    @property
    def total(self) -> int:
        """How many practices there are for this country, whatever they answer."""
        return len(self.offers) + len(self.others)

    def answering(self, step: str) -> list[Offer]:
        """The practices that answer a step, or its barrier, where this country has it not covered."""
        return [offer for offer in self.offers if any(step in place.steps for place in offer.places)]


class Comparison(NamedTuple):
    """Countries side by side under one script; `shown` are the barriers with the steps that were asked for."""

    script: str
    headers: tuple[Header, ...]
    barriers: tuple[ComparedBarrier, ...]
    shown: tuple[ComparedBarrier, ...]
    receivers: tuple[Receiver, ...]
    handling: Handling

    @property
    def codes(self) -> tuple[str, ...]:
        """The countries in the order that was asked for."""
        return tuple(header.code for header in self.headers)

    @property
    def steps(self) -> tuple[ComparedStep, ...]:
        """All steps in the order of the script."""
        return tuple(step for barrier in self.barriers for step in barrier.steps)

    @property
    def different(self) -> int:
        """At how many steps the countries have different statuses."""
        return sum(step.differs for step in self.steps)


def compare(model: Model, pairs: Sequence[tuple[BarrierGraph, Audit]], *, only_different: bool = False) -> Comparison:
    """The countries of these graphs, which share a script and a selection, side by side.

    `only_different` leaves out steps that have the same status everywhere; what a country could take is then the
    same. A practice is looked at whenever it was said, unless the selection names a day.
    """
    matrices = [matrix_of(graph, audit) for graph, audit in pairs]
    barriers = tuple(_barriers(matrices, [audit for _, audit in pairs]))
    steps = [step for barrier in barriers for step in barrier.steps]
    headers = tuple(matrix.header for matrix in matrices)
    receivers = tuple(_receiver(model, graph, steps, [header.code for header in headers]) for graph, _ in pairs)
    said = [offer.handling for receiver in receivers for offer in (*receiver.offers, *receiver.others)]
    kept = tuple(
        barrier._replace(steps=tuple(step for step in barrier.steps if step.differs or not only_different))
        for barrier in barriers
    )
    return Comparison(
        script=pairs[0][0].script.id,
        headers=headers,
        barriers=barriers,
        shown=tuple(barrier for barrier in kept if barrier.steps),
        receivers=receivers,
        handling=strictest([*(header.handling for header in headers), *said]),
    )


# Side by side


def _barriers(matrices: Sequence[Matrix], audits: Sequence[Audit]) -> Iterator[ComparedBarrier]:
    """The barriers of all matrices; one script and one selection give every country the same steps."""
    reasons = [{step.step: step.reason for step in audit.steps} for audit in audits]
    for same in zip(*(matrix.barriers for matrix in matrices), strict=True):
        steps = []
        for rows in zip(*(barrier.steps for barrier in same), strict=True):
            cells = (
                Cell(matrix.header.code, row.status, reason[row.id], tuple(_deeds(row, dict(barrier.actors))))
                for matrix, barrier, row, reason in zip(matrices, same, rows, reasons, strict=True)
            )
            steps.append(ComparedStep(rows[0].id, same[0].id, rows[0].name, tuple(cells)))
        yield ComparedBarrier(same[0].id, same[0].name, tuple(steps), len(steps))


def _deeds(row: MatrixStep, names: dict[str, str]) -> Iterator[Deed]:
    for actor, covers in row.cells.items():
        told = (one for one in covers if one.basis is Basis.STATED and one.state in _DOES)
        deed = Deed(actor, names[actor], tuple(one for one in told if Limit.ENDED not in one.limits))
        if deed.covers:
            yield deed


def _cover_words(cover: Cover) -> str:
    does, do = text(f"power.{cover.power}.does"), text(f"power.{cover.power}")
    does = text(f"compare.deed-{cover.state}", does=does, do=do)
    limits = separated(limit.words for limit in cover.limits)
    return text("compare.deed-limited", does=does, limits=limits) if cover.limits else does


# What a country could take


def _receiver(model: Model, graph: BarrierGraph, steps: Sequence[ComparedStep], codes: Sequence[str]) -> Receiver:
    here = graph.country
    order = {step.id: number for number, step in enumerate(steps)}
    uncovered = {step.id for step in steps if step.cell(here).status is not Status.COVERED}
    offers, others = [], []
    for offer in _offers(graph, model, codes):
        # A place without a step that is looked at has nothing to answer, and a covered one needs no answer.
        answered = tuple(place for place in offer.places if uncovered & set(place.steps))
        if answered:
            offers.append(offer._replace(places=answered))
        else:
            others.append(offer)

    def rank(offer: Offer) -> tuple[bool, bool, bool, int]:
        """First what a source recommends to this country, of that what a compared one gives, and single steps first."""
        wide = all(len(place.steps) > 1 for place in offer.places)
        first = min(order[name] for place in offer.places for name in place.steps)
        return not offer.addressed, offer.practice.giver not in codes, wide, first

    offers.sort(key=rank)
    return Receiver(here, graph.home.name, tuple(offers), tuple(others), tuple(_ahead(here, steps)))


def _offers(graph: BarrierGraph, model: Model, codes: Sequence[str]) -> Iterator[Offer]:
    """Every practice meant for the country of this graph, or given by another of these countries, sorted by id.

    The day counts only where the selection names one: a recommendation judges what was there before it was said.
    """
    chosen = graph.selection
    elsewhere = {part.id for one in model.scripts if one.id != graph.script.id for part in parts_of(one)}
    for practice in model.practices:
        begins, addressed = model.begins(practice), graph.country in practice.receivers
        shown_beside = practice.giver in codes and practice.giver != graph.country
        begun = chosen.as_of is None or begins <= chosen.as_of
        counts = begun and graph.is_valid(practice) and chosen.basis in (None, practice.basis)
        if counts and (addressed or shown_beside):
            places = tuple(_places(practice, graph))
            later = month_words(begins) if begins > graph.as_of else ""
            yield Offer(
                practice=practice,
                who=_who(practice, model, later, addressed=addressed),
                addressed=addressed,
                places=places,
                elsewhere=not places and not elsewhere.isdisjoint(practice.answers),
                handling=handling_of(model, practice.handling, practice.citations),
                later=later,
            )


def _places(practice: Practice, graph: BarrierGraph) -> Iterator[AnsweredPlace]:
    """The steps and barriers that it answers and that are looked at; what it says of an actor answers no step."""
    for barrier in graph.script.barriers:
        steps = [step for step in graph.steps if step.barrier == barrier.id]
        if barrier.id in practice.answers and steps:
            yield AnsweredPlace(barrier.id, barrier.name, tuple(step.id for step in steps))
        yield from (AnsweredPlace(step.id, step.name, (step.id,)) for step in steps if step.id in practice.answers)


def _who(practice: Practice, model: Model, later: str, *, addressed: bool) -> str:
    """`shown by Netherlands, recommended to Denmark`, `recommended to Denmark by the US`."""
    how = "shown" if practice.kind is PracticeKind.PRACTICE else "recommended"
    giver, *receivers = (_giver_name(one, model) for one in (practice.giver, *practice.receivers))
    if receivers:
        words = text(f"offer.{how}", giver=giver, to=joined(receivers))
        words = words if addressed else text("offer.not-here", who=words)
    else:
        words = text(f"offer.{how}-to-nobody", giver=giver)
    return text("offer.later", who=words, month=later) if later else words


def _giver_name(giver: str, model: Model) -> str:
    """A country or an actor by its name; anybody else in the words of the data."""
    country = model.country_by_code.get(giver)
    return country.name if country else named_ids([giver], model)[0]


def _ahead(here: str, steps: Iterable[ComparedStep]) -> Iterator[Ahead]:
    """Short and seen are no more than one another; only covered is more than either."""
    for step in steps:
        mine = step.cell(here)
        more = () if mine.status is Status.COVERED else (Status.COVERED,) if mine.status in _ACTS else _ACTS
        others = tuple(cell for cell in step.cells if cell.status in more and cell.deeds)
        if others:
            yield Ahead(step, mine, others)


# Words


def tally(cells: Sequence[Cell]) -> str:
    """`? unknown` for one cell, `/3 o1 ?5` for several: the statuses with how many have them."""
    if len(cells) == 1:
        return with_symbol(cells[0].status)
    counts = Counter(cell.status for cell in cells)
    return " ".join(f"{SYMBOLS[status]}{counts[status]}" for status in STATUSES if counts[status])


def counts_in_words(cells: Sequence[Cell]) -> str:
    """`3 short, 1 seen, 5 unknown`: how many steps have which status."""
    counts = Counter(cell.status for cell in cells)
    return ", ".join(f"{counts[status]} {word(status)}" for status in STATUSES if counts[status])


def standing(place: AnsweredPlace, comparison: Comparison, countries: Iterable[str]) -> str:
    """How countries stand at what a practice answers: `DK ? unknown, NL o detected`."""
    steps = [step for step in comparison.steps if step.id in place.steps]
    return ", ".join(f"{code} {tally([step.cell(code) for step in steps])}" for code in countries)


def steps_sentence(comparison: Comparison) -> str:
    """At how many steps the countries differ, and what unknown does not mean."""
    if not comparison.steps:
        return text("audit.no-step")
    return text("compare.differ", steps=out_of(comparison.different, len(comparison.steps), "step"))


def offers_sentence(receiver: Receiver) -> str:
    """How many practices answer something here, of how many, and where the others are looked at."""
    values = {"total": receiver.total, "country": receiver.name}
    if not receiver.total:
        return text("compare.no-offer", **values)
    told = [text("compare.offers", n=len(receiver.offers), **values)]
    if receiver.elsewhere:
        told.append(text("compare.elsewhere", n=receiver.elsewhere, **values))
    return " ".join(told)


def ahead_sentence(receiver: Receiver, comparison: Comparison) -> str:
    """At how many steps another country has more."""
    steps = out_of(len(receiver.ahead), len(comparison.steps), "step")
    return text("compare.ahead", steps=steps, country=receiver.name)
