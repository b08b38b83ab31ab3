"""A model comes back from the server as it was, and so it gets the same answers: no question is asked there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from barriers import Model
from graph import audit
from graph.store.connection import Store
from graph.store.reading import stored_rows
from graph.store.reading_back import READING, model_of
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
    @settings(tries(3), phases=[Phase.explicit, Phase.reuse, Phase.generate], deadline=None)
    @given(asked(KINDS[kind]()))
    def compared(case: Asked) -> None:
        with put(asked_store, case.model) as key:
            back = under(asked_store, key)
        assert back == case.model
        assert audit(back, NL, SCRIPT, case.selection) == audit(case.model, NL, SCRIPT, case.selection)

    compared()


def test_a_model_does_not_see_another_one_on_the_same_server(asked_store: Store) -> None:
    """An empty draft of a country stands beside a full one, under the same ids, and each comes back as it was."""
    model = load_model(countries=["NL"]).model
    silent = Model(countries=model.countries, scripts=model.scripts, sources=model.sources, actors=model.actors)
    with put(asked_store, model) as full, put(asked_store, silent) as draft:
        assert under(asked_store, draft) == silent
        assert under(asked_store, full) == model


def test_reading_a_model_looks_at_no_other_on_the_server(asked_store: Store) -> None:
    """The server finds its nodes by the index, and its relations from there; it scans nothing."""
    with asked_store.session() as session:
        plan = session.run(f"EXPLAIN {READING}", keys=["NL"]).consume().plan

    assert [operator for operator in operators(plan) if "Scan" in operator] == []


def operators(plan: dict[str, Any] | None) -> Iterator[str]:
    """The steps of a plan, as the server explains it."""
    assert plan is not None
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_nothing_under_a_key_is_an_empty_model(asked_store: Store) -> None:
    """Whether there is such a version is for others to say."""
    assert under(asked_store, "nobody's") == Model()


def under(store: Store, key: str) -> Model:
    """The model under a key."""
    return model_of(stored_rows(store, [key])[key])
