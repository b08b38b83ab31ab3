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
    printed = {
        (NAMES[name], script): (int(number), int(of))
        for name, *cells in re.findall(r"^\| (\w+) \| (\d+) of (\d+)[^|]*\| (\d+) of (\d+)[^|]*\|$", text, re.MULTILINE)
        for script, number, of in (("five-barriers", *cells[:2]), ("chain", *cells[2:]))
    }

    results = {key: backtest(bundled, *key) for key in printed}

    assert len(printed) == 6
    assert printed == {key: (result.found(Certainty.CERTAIN), len(result.tried)) for key, result in results.items()}
