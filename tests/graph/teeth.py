"""A rule of the reading, a small model that shows it, and a way to break it in the graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from barriers import Model, Selection
from barriers.words import Certainty
from graph import QUESTIONS
from tests.graph import agreement
from tests.graph.made import EVERYTHING

Break = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Bite:
    """A rule, in a sentence; the model that the graph reads wrongly once `broken` has been done to it."""

    rule: str
    model: Model
    broken: Break
    selection: Selection = EVERYTHING


def instead(owner: object, name: str, value: Any) -> Break:
    """Put another rule in the place of one."""
    return lambda monkeypatch: monkeypatch.setattr(owner, name, value)


def rows_through(question: str, change: Any) -> Break:
    """The rows of one question, each changed, or left out where nothing comes back."""

    def rule_of(asked: Any) -> Any:
        return lambda view: [changed for row in asked.rule(view) if (changed := change(row)) is not None]

    changed = tuple(replace(asked, rule=rule_of(asked)) if asked.id == question else asked for asked in QUESTIONS)
    return instead(agreement, "QUESTIONS", changed)


def never(question: str) -> Break:
    """A question that finds nothing."""
    return rows_through(question, lambda _: None)


def always(question: str, certainty: Certainty) -> Break:
    """A question that is always as sure as that."""
    return rows_through(question, lambda row: replace(row, certainty=certainty))
