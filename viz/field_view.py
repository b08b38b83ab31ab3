"""The fields of each kind of record, as a reader needs them who writes data files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from barriers.facts import Fact
from barriers.messages import text
from barriers.model import KINDS, ONCE, SECTIONS
from barriers.schema import Field, Record, fields_of, meaning, names_of

_PLAIN = {str: "type.text", bool: "type.yes-no", int: "type.whole", float: "type.number", date: "type.day"}


class FieldView(NamedTuple):
    """One field: its name, what may stand in it, what it refers to, whether it has to be there, what it means."""

    name: str
    type: str
    refers: str
    required: bool
    meaning: str


class KindView(NamedTuple):
    """One kind of record: its word, the section of a file that holds it, its fields.

    `section` is empty for what stands inside other records.
    """

    kind: str
    section: str
    fields: tuple[FieldView, ...]


def kind_views() -> Iterator[KindView]:
    """Every kind; what all facts have stands once, before the first of them."""
    is_told = False
    for word, kind in KINDS.items():
        if issubclass(kind, Fact):
            if not is_told:
                yield KindView(Fact.KIND, "", _fields(Fact))
                is_told = True
            own = tuple(field for field in _fields(kind) if field.name not in names_of(Fact))
            yield kind_view(word)._replace(fields=own)
        else:
            yield kind_view(word)


def kind_view(word: str) -> KindView:
    """One kind with all its fields; raises `KeyError` for a word that is none."""
    kind = KINDS[word]
    section = next((section for section, found in SECTIONS.items() if found is kind), "")
    return KindView(word, ONCE.get(section, section), _fields(kind))


def _fields(kind: type[Record]) -> tuple[FieldView, ...]:
    return tuple(
        FieldView(
            part.name,
            _type(part),
            text(f"refers.{'-'.join(part.refers.to)}.one") if part.refers else "",
            part.required,
            str(meaning(kind, part.name)),
        )
        for part in fields_of(kind)
        if part.written
    )


def _type(part: Field) -> str:
    if part.is_noun:
        one = text("type.record", kind=part.inner.KIND)
    elif issubclass(part.inner, Enum):
        one = text("type.word", words=", ".join(word.value for word in part.inner))
    else:
        one = text(_PLAIN[part.inner])
    return text("type.pair" if part.is_pair else "type.many", one=one) if part.is_many else one
