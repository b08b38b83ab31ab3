"""A rule of the reading, and a small model that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from barriers import Model, Selection
from tests.graph.made import EVERYTHING


@dataclass(frozen=True)
class Shown:
    """A rule, in a sentence, and the model for which somebody who forgets it gives another answer."""

    rule: str
    model: Model
    selection: Selection = EVERYTHING
