"""How values are named one after the other."""

import pytest

from barriers.messages import listed, separated


@pytest.mark.parametrize(
    ("values", "sentence"),
    [([], ""), (["police"], "police"), (["police", 2], "police and 2"), (["a", "b", "c"], "a, b and c")],
)
def test_values_are_named_in_a_sentence(values: list[object], sentence: str) -> None:
    assert str(listed(values)) == sentence


@pytest.mark.parametrize(
    ("values", "words"), [([], ""), (["police"], "police"), (["a", separated(["b", "c"], "list.or")], "a, b or c")]
)
def test_values_stand_apart_by_the_same_between_them_all(values: list[object], words: str) -> None:
    assert str(separated(values)) == words
