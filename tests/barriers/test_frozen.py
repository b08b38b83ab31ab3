"""The nouns are values: nothing about them can be changed, and nothing in them either."""

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from types import NoneType

import pytest

from barriers import Model, Place, errors, findings, model, selection
from loaders import load_model
from tests.loaders.fixtures import SIX_NODES

MODULES = (errors, findings, model, selection)
NOUNS = {name: found for module in MODULES for name, found in vars(module).items() if is_dataclass(found)}


def values_in(value: object) -> list[object]:
    """The value and everything that it is made of."""
    found = [value]
    if isinstance(value, tuple | frozenset):
        parts: list[object] = list(value)
    elif is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value)]
    else:
        parts = []
    for part in parts:
        found.extend(values_in(part))
    return found


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(SIX_NODES).model


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_a_noun_is_a_frozen_dataclass(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_no_field_of_a_loaded_noun_can_be_changed(model: Model) -> None:
    nouns = {type(value): value for value in values_in(model) if is_dataclass(value)}

    for value in nouns.values():
        for field in fields(value):
            with pytest.raises(FrozenInstanceError):
                setattr(value, field.name, None)


def test_a_loaded_noun_holds_only_what_cannot_be_changed(model: Model) -> None:
    kinds = {type(value) for value in values_in(model) if not is_dataclass(value) and not isinstance(value, Enum)}

    assert kinds - {tuple, frozenset, date, int, float, bool, NoneType} == {str, type(model.actors[0].id)}
    assert issubclass(type(model.actors[0].id), str)


def test_no_noun_takes_a_new_attribute(model: Model) -> None:
    """Slots; the model itself has none, as it keeps what it has worked out."""
    for value in (model.actors[0], model.coverage[0], model.scripts[0].steps[0], model.sources[0]):
        with pytest.raises((AttributeError, TypeError)):
            value.colour = "red"  # type: ignore[union-attr]


def test_equal_facts_have_equal_hashes_wherever_they_stand(model: Model) -> None:
    again = load_model(SIX_NODES).model

    assert set(model.facts()) == set(again.facts())
    assert hash(model) == hash(again)


def test_where_a_value_stands_takes_no_part_in_equality(model: Model) -> None:
    actor = model.actors[0]
    moved = replace(actor, place=Place("elsewhere.yml", 7, 3))

    assert actor.place != moved.place
    assert actor == moved
    assert hash(actor) == hash(moved)
    assert repr(actor) == repr(moved)
