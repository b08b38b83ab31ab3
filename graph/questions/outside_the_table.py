"""outside-the-table: actors that cover steps and sit in no national network."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.messages import Message, Phrase, message, separated
from barriers.words import Certainty, Severity
from graph.questions.presence import covered_steps
from graph.questions.question import Question, Row, View


def _rule(view: View) -> Iterator[Row]:
    graph = view.graph
    if not graph.networks:
        return
    # Who is part of a network itself sits there as well.
    seats = [seat for network in graph.networks for seat in graph.seats_in(network)]
    firm_seats = {*graph.networks, *(seat.actor for seat in seats if graph.is_firm(seat) and graph.is_valid(seat))}
    all_seats = {*graph.networks, *(seat.actor for seat in seats)}
    lists = [closed for network in graph.networks for closed in graph.closed_lists_of(network)]
    all_closed = all(map(graph.is_closed, graph.networks))
    sure = covered_steps(view, surely=True)
    for actor, steps in covered_steps(view, surely=False).items():
        if graph.wholes_of(actor, firmly=True) & firm_seats:
            continue
        outside = all_closed and actor in sure and not graph.wholes_of(actor, firmly=False) & all_seats
        covers = [cover for cover in graph.coverage_by(actor) if cover.step in steps]
        yield Row(
            subject=actor,
            certainty=Certainty.CERTAIN if outside else Certainty.POSSIBLE,
            count=len(steps),
            of=len(view.bounds),
            facts=(*covers, *lists) if outside else tuple(covers),
            about=(actor, *sorted(steps), *graph.networks),
            actors=(actor,),
        )


def _title(row: Row, view: View) -> Message:
    who, tables = view.names(row.actors), view.names(view.graph.networks)
    return message(f"question.outside-the-table.{row.certainty}", who=who, tables=tables)


def _detail(row: Row, view: View) -> Phrase:
    return separated(view.bounds[name].step.name for name in row.about if name in view.bounds)


OUTSIDE_THE_TABLE = Question(
    id="outside-the-table",
    severity=Severity.LOW,
    rank=7,
    rule=_rule,
    title=_title,
    detail=_detail,
)
