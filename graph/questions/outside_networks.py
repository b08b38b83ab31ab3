"""outside-networks: actors that cover steps and sit in no national network."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.coverage import Coverage
from barriers.messages import message
from barriers.words import Power, Priority
from graph.questions.question import Row, View, certain_if, question, titled


@question("outside-networks", Priority.LOW, rank=7, former="outside-the-table")
def _rule(view: View) -> Iterator[Row]:
    graph, networks = view.graph, view.graph.networks
    if not networks:
        return
    lists = [one for network in networks for one in graph.complete_lists_of(network)]
    all_complete = all(map(graph.is_complete, networks))
    sure = view.steps_by_actor(Power, surely=True)
    perhaps = view.steps_by_actor(Power, surely=False)
    inside, perhaps_inside = (graph.represented(perhaps, networks, settled=settled) for settled in (True, False))
    for actor, steps in perhaps.items():
        if actor in inside:
            continue
        outside = all_complete and actor in sure and actor not in perhaps_inside
        certainty = certain_if(outside)
        says = message(f"question.outside-networks.{certainty}", tables=view.names(networks))
        covers = [cover for cover in graph.facts_by(actor, Coverage) if cover.step in steps]
        yield Row(
            subject=actor,
            certainty=certainty,
            title=titled(view.names([actor]), says),
            detail=view.step_names(steps),
            count=len(steps),
            of=len(view.bounds),
            facts=(*covers, *lists) if outside else tuple(covers),
            about=(actor, *steps, *networks),
            actors=(actor,),
        )
