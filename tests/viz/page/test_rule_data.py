"""What the rule in the page gets is what graph/reading.py reads, only named by places in lists."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given

from barriers import Selection
from barriers.words import Bound, Form, Power, State
from graph import BarrierGraph, Degree, StepReading, build_graph, read_step
from tests.strategies import Asked, asked, step_models, tries
from tests.viz.page.made import every, small
from viz.page.rule_data import rule_data


def steps(graph: BarrierGraph) -> dict[str, Any]:
    return {step["step"]: step for step in rule_data(graph)["steps"]}


# By hand, on the small model


def test_a_step_with_three_covers() -> None:
    step = steps(small().views[0].graph)["identity.forged-passport"]
    covers = {(cover["actor"], cover["power"]): cover for cover in step["covers"]}

    assert (step["holds"], step["groups"]) == (["hinder", "sanction"], ["adults", "boys", "girls"])
    assert step["atoms"][:3] == [["adults", "labour"], ["adults", "sexual"], ["boys", "labour"]]
    ended = covers["nl.border-police", "hinder"]
    assert (ended["state"], ended["stated"], ended["valid"], ended["firm"]) == ("working", True, False, True)
    survey = covers["nl.chamber-of-commerce", "hinder"]
    assert (survey["state"], survey["stated"], survey["valid"], survey["firm"]) == ("planned", True, True, False)
    assert survey["levels"] == ["national", "regional"]
    assert survey["atoms"] == [0, 1, 2, 3, 4, 5]


def test_a_cover_for_some_bears_on_their_atoms_only() -> None:
    for_girls = [
        replace(cover, groups=frozenset({"girls"})) if cover.step == "identity.forged-passport" else cover
        for cover in small().model.coverage
    ]
    step = steps(build_graph(replace(small().model, coverage=for_girls), "NL", "five-barriers"))
    covers = step["identity.forged-passport"]["covers"]

    assert [cover["atoms"] for cover in covers] == [[4, 5]] * 3
    assert step["identity.forged-passport"]["atoms"][4:] == [["girls", "labour"], ["girls", "sexual"]]


def test_the_narrower_of_two_covers_is_under_the_wider() -> None:
    wide = next(cover for cover in small().model.coverage if cover.step == "employment.escort" and cover.is_stated)
    narrow = replace(wide, groups=frozenset({"girls"}), state=State.ABSENT)
    changed = replace(small().model, coverage=(*small().model.coverage, narrow))
    covers = steps(build_graph(changed, "NL", "five-barriers"))["employment.escort"]["covers"]
    under = {cover["fact"]: [covers[place]["fact"] for place in cover["under"]] for cover in covers}

    assert (under[wide.id], under[narrow.id]) == ([narrow.id], [])


def test_a_ceiling_names_the_covers_that_are_as_narrow() -> None:
    step = steps(small().views[0].graph)["employment.escort"]
    (ceiling,) = step["ceilings"]

    assert (ceiling["bound"], ceiling["stated"], ceiling["valid"], ceiling["firm"]) == ("partial", True, True, True)
    assert ceiling["under"] == []
    # Both covers hold for everybody; the one from the law began before what the source says of the whole.
    assert [step["covers"][place]["actor"] for place in ceiling["within"]] == ["nl.police"]


def test_only_the_form_that_is_looked_at_counts() -> None:
    graph = build_graph(small().model, "NL", "five-barriers", Selection(form=Form.LABOUR))

    assert {form for step in rule_data(graph)["steps"] for _, form in step["atoms"]} == {"labour"}
    assert all(track["id"] in {one.id for one in graph.script.tracks} for track in rule_data(graph)["tracks"])


def test_a_track_is_open_with_less_than_half_of_its_steps() -> None:
    for view in every().views:
        for track in rule_data(view.graph)["tracks"]:
            assert track["least"] == (len(track["steps"]) + 1) // 2
            assert set(track["steps"]) <= {step.id for step in view.graph.steps}


# Read back, as the rule does


def read_back(step: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """The degrees, bounds and presences of a step, from nothing but its data."""
    degrees = {"absent": 0, "partial": 1, "working": 2}
    covers, ceilings, atoms = step["covers"], step["ceilings"], range(len(step["atoms"]))

    def narrowest(places: list[int], of: list[dict[str, Any]]) -> list[int]:
        return [place for place in places if not set(of[place]["under"]) & set(places)]

    fixed = {}
    for actor, power, atom in {(one["actor"], one["power"], atom) for one in covers for atom in one["atoms"]}:
        here = [
            place
            for place, one in enumerate(covers)
            if (one["actor"], one["power"]) == (actor, power)
            and atom in one["atoms"]
            and one["firm"]
            and one["valid"]
            and one["state"] in degrees
        ]
        told = {degrees[covers[place]["state"]] for place in narrowest(here, covers)}
        if told and (len(told) == 1 or 0 not in told):
            fixed[actor, power, atom] = min(told)
    yield "fixed", fixed

    def is_disputed(ceiling: dict[str, Any], atom: int) -> bool:
        return ceiling["bound"] == "absent" and any(
            covers[place]["power"] in step["holds"]
            and covers[place]["state"] in ("working", "partial")
            and covers[place]["firm"]
            and covers[place]["valid"]
            and atom in covers[place]["atoms"]
            for place in ceiling["within"]
        )

    bounds = {}
    for atom in atoms:
        here = [
            place
            for place, one in enumerate(ceilings)
            if one["firm"] and one["valid"] and atom in one["atoms"] and not is_disputed(one, atom)
        ]
        bounds[atom] = {ceilings[place]["fact"] for place in narrowest(here, ceilings)}
    yield "bounds", bounds


def as_read(reading: StepReading) -> Iterator[tuple[str, object]]:
    place = {atom: number for number, atom in enumerate(reading.atoms)}
    yield "fixed", {(actor, power.value, place[atom]): degree for (actor, power, atom), degree in reading.fixed.items()}
    yield "bounds", {place[atom]: {ceiling.id for ceiling in reading.bounds.get(atom, ())} for atom in reading.atoms}


@given(case=asked(step_models()))
@tries(150)
def test_the_data_of_any_step_say_what_its_reading_says(case: Asked) -> None:
    country = case.model.countries[0].code
    graph = build_graph(case.model, country, case.model.scripts[0].id, case.selection)
    data = steps(graph)

    assert list(data) == [step.id for step in graph.steps]
    for step in graph.steps:
        reading = read_step(graph, step)
        assert dict(read_back(data[step.id])) == dict(as_read(reading))
        assert {cover["fact"] for cover in data[step.id]["covers"]} == {cover.id for cover in reading.recorded}


def test_the_words_are_those_that_the_rule_knows() -> None:
    data = [step for view in every().views for step in rule_data(view.graph)["steps"]]
    covers = [cover for step in data for cover in step["covers"]]

    assert {cover["state"] for cover in covers} <= {state.value for state in State}
    assert {cover["power"] for cover in covers} <= {power.value for power in Power}
    assert {one["bound"] for step in data for one in step["ceilings"]} <= {bound.value for bound in Bound}
    assert Degree.NONE == 0
