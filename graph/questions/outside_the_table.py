"""outside-the-table: actors that cover steps and sit in no national network."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Coverage
from barriers.messages import message
from barriers.words import Power, Severity
from graph.questions.question import Row, View, certain_if, question


@question("outside-the-table", Severity.LOW, rank=7)
def _rule(view: View) -> Iterator[Row]:
    graph, networks = view.graph, view.graph.networks
    if not networks:
        return
    lists = [closed for network in networks for closed in graph.closed_lists_of(network)]
    all_closed = all(map(graph.is_closed, networks))
    sure = view.steps_by_actor(Power, surely=True)
    perhaps = view.steps_by_actor(Power, surely=False)
    inside, perhaps_inside = (graph.seated(perhaps, networks, firmly=firmly) for firmly in (True, False))
    for actor, steps in perhaps.items():
        if actor in inside:
            continue
        outside = all_closed and actor in sure and actor not in perhaps_inside
        certainty = certain_if(outside)
        names = {"who": view.names([actor]), "tables": view.names(networks)}
        covers = [cover for cover in graph.facts_by(actor, Coverage) if cover.step in steps]
        yield Row(
            subject=actor,
            certainty=certainty,
            title=message(f"question.outside-the-table.{certainty}", **names),
            detail=view.step_names(steps),
            count=len(steps),
            of=len(view.bounds),
            facts=(*covers, *lists) if outside else tuple(covers),
            about=(actor, *steps, *networks),
            actors=(actor,),
        )
