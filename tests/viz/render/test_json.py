"""Data for other programs."""

from tests.viz.render.drawn import document
from viz.render import Window, rendered


def test_names_are_sorted_and_letters_stay() -> None:
    text = rendered(document(data={"b": "Fryslân [x] \u202e", "a": 1}), "json", Window()).decode()

    assert text == '{\n  "a": 1,\n  "b": "Fryslân [x] \u202e"\n}\n'
