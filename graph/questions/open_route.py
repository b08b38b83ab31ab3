"""open-route: a route at too few of whose steps somebody intervenes."""

from __future__ import annotations

from collections.abc import Iterator

from barriers.facts import Fact
from barriers.messages import message
from barriers.words import Certainty, Priority
from graph.bounds import StepBounds
from graph.questions.question import Case, Row, View, question, titled
from graph.truth import at_least, every, no


def route_cases(view: View, least: int | None = None) -> Iterator[Case]:
    """When somebody intervenes at fewer than `least` steps of a route; half of them, rounded up, where not told."""
    for route, steps in view.graph.passes.items():
        all_bounds = [view.bounds[name] for name in steps]
        wanted = -(-len(all_bounds) // 2) if least is None else least
        can_be = at_least(wanted, (bounds.at_most.in_part for bounds in all_bounds))
        surely = at_least(wanted, (bounds.surely.in_part for bounds in all_bounds))
        yield Case(route, Certainty.CERTAIN, no(can_be), of_route=True)
        yield Case(route, Certainty.POSSIBLE, every((can_be, no(surely))), of_route=True)


@question("open-route", Priority.MEDIUM, rank=11, cases=route_cases, former="open-track")
def open_routes(view: View, least: int | None = None) -> Iterator[Row]:
    """The routes at fewer than `least` of whose steps somebody intervenes; half of them, rounded up, where not told."""
    names = {route.id: route.name for route in view.graph.script.routes}
    for case in route_cases(view, least):
        if case.truth:
            steps = view.graph.passes[case.where]
            all_bounds = [view.bounds[name] for name in steps]
            loose = [bounds.step.id for bounds in all_bounds if not _is_intervened(bounds, case.certainty)]
            intervened = len(steps) - len(loose)
            says = message(
                f"question.open-route.{case.certainty}",
                does=view.does,
                cover=message(f"verb.{view.graph.script.verb}.noun"),
                intervened=intervened,
                n=len(steps),
            )
            facts = {fact.id: fact for bounds in all_bounds for fact in _facts(bounds, case.certainty)}
            yield Row(
                subject=case.where,
                certainty=case.certainty,
                title=titled(names[case.where], says),
                detail=message("question.open-route.detail", steps=view.step_names(loose)),
                count=intervened,
                of=len(steps),
                facts=tuple(facts[name] for name in sorted(facts)),
                about=(case.where, *steps),
            )


def _is_intervened(bounds: StepBounds, certainty: Certainty) -> bool:
    return bool((bounds.at_most if certainty is Certainty.CERTAIN else bounds.surely).in_part)


def _facts(bounds: StepBounds, certainty: Certainty) -> tuple[Fact, ...]:
    """What leaves the route open: all that is recorded, or what says that nobody intervenes at a step."""
    if certainty is Certainty.POSSIBLE:
        return (*bounds.recorded, *bounds.counting)
    return () if bounds.at_most.in_part else bounds.counting
