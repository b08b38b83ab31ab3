"""What findings are about."""

import pytest

from graph import build_graph
from loaders import load_model
from tests.cli.running import THREE
from viz.reports.subjects import Subjects


@pytest.mark.parametrize(
    ("subjects", "number", "of", "unit"),
    [
        (["employment.escort", "finance.laundering"], 2, 9, "step"),
        (["employment.escort+local", "employment.escort+national"], 1, 9, "step"),
        (["girls"], 1, 3, "group"),
        (["entry", "finance"], 2, 5, "barrier"),
        (["loverboy"], 1, 1, "route"),
        (["nl.police"], 1, 4, "stakeholder"),
        (["nl.police+nl.municipality"], 1, 1, "pair"),
        (["nl.police@nowhere"], 1, 1, "finding"),
    ],
)
def test_a_number_has_its_denominator(subjects: list[str], number: int, of: int, unit: str) -> None:
    graph = build_graph(load_model(THREE).model, "NL", "five-barriers")

    assert Subjects(graph).out_of_all(subjects) == (number, of, unit)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("employment.escort", "Escort"),
        ("employment.escort+local", "Escort (local)"),
        ("employment.escort+boys", "Escort (Boys)"),
        ("finance", "Finance"),
        ("loverboy", "Loverboy"),
        ("nl.landlords@accommodation.hotel", "Landlords [bold]of rooms[/bold] :house:"),
        ("nl.border-police+nl.municipality", "KMar and Municipality"),
    ],
)
def test_a_subject_has_a_name(subject: str, name: str) -> None:
    assert Subjects(build_graph(load_model(THREE).model, "NL", "five-barriers")).name(subject) == name
