"""A model comes back from the server as it was, and so it gets the same answers: no question is asked there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from barriers import Model
from graph import audit
from graph.store.connection import Store
from graph.store.reading_back import READING, read_model
from loaders import load_model
from tests.drawing import tries
from tests.graph.made import NL, SCRIPT
from tests.graph.strategies_more import intervening_models, membership_models, tied_models
from tests.store.on_server import put
from tests.strategies import Asked, asked, models, said_models, step_models, table_models

KINDS = {
    "steps": step_models,
    "tables": table_models,
    "everything": models,
    "statements": said_models,
    "levels": intervening_models,
    "ties": tied_models,
    "memberships": membership_models,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_model_made_up_comes_back_as_it_was_and_is_audited_alike(kind: str, asked_store: Store) -> None:
    """With the same digest; statuses, findings and their words, with every filter."""

    # A failing model is not made smaller: every try takes the server a fifth of a second.
    @settings(tries(6), phases=[Phase.explicit, Phase.reuse, Phase.generate], deadline=None)
    @given(asked(KINDS[kind]()))
    def compared(case: Asked) -> None:
        with put(asked_store, case.model) as key:
            back = asked_store.read(read_model, key)
        assert back == case.model
        assert audit(back, NL, SCRIPT, case.selection) == audit(case.model, NL, SCRIPT, case.selection)

    compared()


def test_a_model_does_not_see_another_one_on_the_same_server(asked_store: Store) -> None:
    """An empty draft of a country stands beside a full one, under the same ids, and each comes back as it was."""
    model = load_model(countries=["NL"]).model
    silent = Model(countries=model.countries, scripts=model.scripts, sources=model.sources, actors=model.actors)
    with put(asked_store, model) as full, put(asked_store, silent) as draft:
        assert asked_store.read(read_model, draft) == silent
        assert asked_store.read(read_model, full) == model


def test_lists_that_are_not_asked_for_are_not_read(asked_store: Store) -> None:
    """Those of nodes and those of relations; everything else is as it was."""
    model = load_model(countries=["DK"]).model
    with put(asked_store, model) as key:
        part = asked_store.read(read_model, key, ("practices", "coverage"))

    assert (part.practices, part.coverage) == ((), ())
    assert (part.actors, part.tasks, part.scripts) == (model.actors, model.tasks, model.scripts)


def test_reading_a_model_looks_at_no_other_on_the_server(asked_store: Store) -> None:
    """The server finds its nodes by the index, and its relations from there; it scans nothing."""
    with asked_store.session() as session:
        plans = [session.run(f"EXPLAIN {one}", key="NL", kinds=None).consume().plan for one in READING]

    assert [operator for plan in plans for operator in operators(plan) if "Scan" in operator] == []


def operators(plan: dict[str, Any] | None) -> Iterator[str]:
    """The steps of a plan, as the server explains it."""
    assert plan is not None
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_nothing_under_a_key_is_an_empty_model(asked_store: Store) -> None:
    """Whether there is such a version is for others to say."""
    assert asked_store.read(read_model, "nobody's") == Model()
