"""Ten wordings, exactly as `barriers check` prints them.

After a wanted change: BARRIERS_GOLDEN=update ./run pytest tests/loaders/test_golden.py, then read the diff.
"""

import os
from pathlib import Path

import pytest

from barriers import BrokenData
from loaders import load_model
from tests.loaders.fixtures import BROKEN

GOLDEN = Path(__file__).parent / "golden"
WORDINGS = (
    "alias-bomb.yml",
    "circle-of-steps.yml",
    "dangling-actor.yml",
    "day-first.yml",
    "duplicate-key-at-depth.yml",
    "norway-code",
    "not-utf8.yml",
    "open-quote.yml",
    "three-files",
    "unknown-section.yml",
)


def wording(name: str) -> str:
    """The whole text for one fixture, with files called as below the fixtures' folder."""
    with pytest.raises(BrokenData) as caught:
        load_model(BROKEN / name)
    return str(caught.value).replace(f"{BROKEN}{os.sep}", "") + "\n"


@pytest.mark.parametrize("name", WORDINGS)
def test_the_wording_is_the_golden_one(name: str) -> None:
    path = GOLDEN / f"{name.removesuffix('.yml')}.txt"
    if os.environ.get("BARRIERS_GOLDEN") == "update":
        path.write_text(wording(name), encoding="utf-8")

    assert wording(name) == path.read_text(encoding="utf-8")


def test_every_golden_file_is_compared() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {name.removesuffix(".yml") for name in WORDINGS}
