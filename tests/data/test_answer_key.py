"""The tool agrees with a key that was written by hand from the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from barriers import Audit
from barriers.words import Certainty

KEY: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("answer_key.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", KEY, ids=lambda entry: entry["step"])
def test_the_status_of_a_step_is_that_of_the_key(entry: dict[str, Any], dutch: Audit) -> None:
    """Six steps, each with the status that a careful reader of the text gives it."""
    (step,) = [found for found in dutch.steps if found.step == entry["step"]]

    assert step.status == entry["status"], entry["why"]


@pytest.mark.parametrize("entry", KEY, ids=lambda entry: entry["step"])
def test_only_the_key_makes_a_finding_certain(entry: dict[str, Any], dutch: Audit) -> None:
    """What sources say so is what the key says they do, no more and no less."""
    certain = [
        finding.question for finding in dutch.of_certainty(Certainty.CERTAIN) if finding.subject == entry["step"]
    ]

    assert certain == ([entry["certain"]] if entry["certain"] else [])
