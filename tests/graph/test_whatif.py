"""What if: the audit of a changed model, and the circuit that answers for all changes.

That both give one answer is tried in tests/viz/page/test_what_if_in_the_page.py on thousands of changes.
"""

from __future__ import annotations

from barriers import Model, Selection
from barriers.facts import Fact
from barriers.words import Basis, Power, State, Status
from graph import BarrierGraph, audit_graph, build_graph
from graph.whatif import compiled, newcomers_at, what_if
from tests.graph.made import (
    DETECT,
    DOOR,
    HALL,
    NL,
    PLANNED,
    POLICE,
    SCRIPT,
    TABLE,
    cover,
    membership,
    town,
)


def graph_of(*facts: Fact, selection: Selection = Selection(), model: Model | None = None) -> BarrierGraph:
    return build_graph(model or town(*facts), NL, SCRIPT, selection)


def status(graph: BarrierGraph, **changes: object) -> Status:
    return what_if(graph, **changes).steps[0].status  # type: ignore[arg-type]


def test_without_its_actor_its_cover_or_its_network_a_step_falls_open() -> None:
    held = cover(POLICE)
    graph = graph_of(held, membership(POLICE))

    assert status(graph) is Status.COVERED
    for name in (POLICE, held.id, TABLE):
        assert status(graph, without=[name]) is Status.UNKNOWN
    assert status(graph, without=[HALL, "nobody.at-all"]) is Status.COVERED


def test_a_member_that_has_left_is_not_taken_along() -> None:
    graph = graph_of(cover(POLICE), membership(POLICE, until=graph_of().as_of.replace(year=2012)))

    assert status(graph, without=[TABLE]) is Status.COVERED


def test_what_is_planned_counts_once_it_works_and_only_what_is_planned() -> None:
    plan, may = cover(POLICE, state=PLANNED), cover(HALL, state=State.MANDATE)

    assert status(graph_of(plan)) is Status.LIMITED
    assert status(graph_of(plan), active=[plan.id]) is Status.COVERED
    assert status(graph_of(may), active=[may.id]) is Status.LIMITED
    assert status(graph_of(plan), active=[plan.id], without=[POLICE]) is Status.UNKNOWN


def test_a_newcomer_covers_a_step_for_everybody() -> None:
    graph = graph_of()
    (step,) = graph.steps
    added = {(one.power, one.state): one for one in newcomers_at(graph, step)}

    assert added.keys() == {(power, state) for power in Power for state in (State.ACTIVE, State.PARTIAL)}
    assert status(graph, added=[added[Power.HINDER, State.ACTIVE]]) is Status.COVERED
    assert status(graph, added=[added[Power.SANCTION, State.PARTIAL]]) is Status.LIMITED
    assert status(graph, added=[added[Power.DETECT, State.ACTIVE]]) is Status.DETECTED


def test_nobody_can_be_added_where_only_what_is_inferred_is_looked_at() -> None:
    graph = graph_of(selection=Selection(basis=Basis.INFERRED))

    assert list(newcomers_at(graph, graph.steps[0])) == []


def test_without_changes_it_is_the_audit_of_a_model_that_nobody_has() -> None:
    graph = graph_of(cover(POLICE), cover(HALL, DETECT))

    assert what_if(graph) == audit_graph(graph, digest="")


def test_the_circuit_of_a_step_at_which_one_actor_intervenes() -> None:
    held = cover(POLICE)
    found = compiled(graph_of(held, selection=Selection(basis=Basis.STATED)))

    there = [one for one in found.inputs if one.fact]
    assert [(one.fact, one.actor) for one in there] == [(held.id, POLICE)]
    assert {(one.step, one.power) for one in found.inputs if one.step} >= {(DOOR, Power.HINDER), (DOOR, Power.DETECT)}
    assert [word for word, _ in found.statuses[DOOR]] == [
        *(Status.COVERED, Status.LIMITED, Status.DETECTED, Status.UNKNOWN)
    ]
    assert {(one.question, one.subject) for one in found.findings} == {
        ("uncovered-step", DOOR),
        ("detected-only", DOOR),
        ("insufficient-cover", DOOR),
        ("single-stakeholder", DOOR),
        ("missing-level", f"{DOOR}+local"),
        ("group-not-covered", f"{DOOR}+boys"),
        ("group-not-covered", f"{DOOR}+girls"),
    }


def test_what_can_make_no_difference_is_no_input() -> None:
    """That one who does not act is left out can change that sources only say who does not act, and no status."""
    absent = cover(POLICE, DETECT, State.ABSENT)

    assert absent.id not in {one.fact for one in compiled(graph_of(absent)).inputs}


def test_a_plan_is_two_inputs_that_it_is_there_and_that_it_works() -> None:
    plan = cover(POLICE, state=PLANNED)
    inputs = [(one.actor, one.state) for one in compiled(graph_of(plan)).inputs if one.fact == plan.id]

    assert sorted(inputs, key=str) == [("", State.ACTIVE), (POLICE, None)]
