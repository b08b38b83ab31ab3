"""The README quotes the backtest as it is."""

from __future__ import annotations

import re
from pathlib import Path

from barriers import Model
from barriers.words import Certainty
from graph.backtest import backtest

NAMES = {"Netherlands": "NL", "Denmark": "DK", "Romania": "RO"}


def test_the_numbers_in_the_readme_are_those_of_the_bundled_data(bundled: Model) -> None:
    """No target: an honest low number is right, and a stale one is wrong."""
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    printed = {
        (NAMES[name], script): numbers_in(cell)
        for name, *cells in rows
        if name in NAMES
        for script, cell in zip(("five-barriers", "chain"), cells, strict=True)
    }

    results = {key: backtest(bundled, *key) for key in printed}

    assert len(printed) == 6
    assert printed == {key: (result.found(Certainty.CERTAIN), len(result.tried)) for key, result in results.items()}


def numbers_in(cell: str) -> tuple[int, int]:
    """How many of how many stand in a cell of the table."""
    number = re.match(r"(\d+) of (\d+)", cell)
    assert number or cell == "none named"
    return (int(number[1]), int(number[2])) if number else (0, 0)
