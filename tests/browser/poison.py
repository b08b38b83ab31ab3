"""A model of which every text is a payload: all payloads through every text field of every kind of record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import is_dataclass, replace
from typing import Any

from barriers import Citation, Group, Model
from barriers.schema import fields_of

Field = tuple[str, str]
"""The kind of record and the name of the field: `("Actor", "name")`."""

WORDS = frozenset(
    {
        ("Crosswalk", "other_steps"),
        ("Crosswalk", "lacking"),
        ("CrosswalkRow", "others"),
        ("Edition", "sha256"),
        ("Rating", "rating"),
    }
)
"""What is one of a few words, or names something; every other text is written by somebody, as they like."""


def poisoned(model: Model, payloads: Sequence[str]) -> tuple[Model, dict[Field, set[str]]]:
    """The model with every text replaced, and which payloads went through which field.

    Where there are fewer records than payloads, each record takes several, so that none is left out.
    """
    rooms = Counter(_text_fields(model))
    groups = {group.id for script in model.scripts for group in script.groups}
    rooms["Group", "name"] = len(groups)
    maker = _Poisoner(payloads, rooms)
    return maker.value(model), maker.gone_through


def _text_fields(value: Any) -> list[Field]:
    if isinstance(value, tuple | list | frozenset):
        return [found for part in value for found in _text_fields(part)]
    if not is_dataclass(value):
        return []
    own = [(type(value).__name__, name) for name in _texts(value)]
    return own + [found for part in _written(value) for found in _text_fields(getattr(value, part))]


def _written(value: Any) -> list[str]:
    return [part.name for part in fields_of(type(value)) if part.written and part.name not in ("id", "code")]


def _texts(value: Any) -> list[str]:
    """The names of the fields that hold a text, or several, that somebody writes as they like."""
    plain = {part.name for part in fields_of(type(value)) if part.inner is str and part.refers is None}
    return [name for name in _written(value) if name in plain and (type(value).__name__, name) not in WORDS]


class _Poisoner:
    def __init__(self, payloads: Sequence[str], rooms: Counter[Field]) -> None:
        self.payloads = payloads
        self.share = {room: -(-len(payloads) // count) for room, count in rooms.items()}
        self.served: Counter[Field] = Counter()
        self.gone_through: dict[Field, set[str]] = {room: set() for room in rooms}
        self.groups: dict[str, Group] = {}

    def value(self, value: Any) -> Any:
        if isinstance(value, tuple | list | frozenset):
            return type(value)(self.value(part) for part in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        if isinstance(value, Group) and value.id in self.groups:
            # Several scripts may know a group, but only by one name.
            return self.groups[value.id]
        texts = _texts(value)
        changed = {name: self.value(getattr(value, name)) for name in _written(value) if name not in texts}
        changed |= {name: self.text(value, name) for name in texts}
        made = replace(value, **changed)
        if isinstance(value, Group):
            self.groups[value.id] = made
        return made

    def text(self, value: Any, name: str) -> str | tuple[str, ...]:
        room = (type(value).__name__, name)
        first = self.served[room] * self.share[room]
        self.served[room] += 1
        taken = [self.payloads[number % len(self.payloads)] for number in range(first, first + self.share[room])]
        self.gone_through[room].update(taken)
        if isinstance(getattr(value, name), tuple):
            return tuple(taken)
        text = " ".join(taken)
        if room in (("Citation", "at"), ("Statement", "topic")):
            # The printed place tells facts apart; two with the same would be one. A topic needs a letter or a digit.
            return f"{text} {self.served[room]}"
        if isinstance(value, Citation) and name == "words" and len(text.split()) < 2:
            return f"{text} {text}"
        return text
