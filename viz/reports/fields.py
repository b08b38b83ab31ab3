"""The fields of each kind of record, for whoever writes data files: to be read, and as JSON Schema for editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from barriers.errors import UnknownName
from barriers.facts import Fact
from barriers.messages import message, text
from barriers.model import ALL_KINDS, ONCE, SECTIONS
from barriers.schema import (
    ID_PATTERN,
    LONGEST_ID,
    Field,
    Record,
    check_filled,
    check_id,
    fields_of,
    meaning,
    names_of,
)
from loaders.files import SCHEMA
from viz.document import Block, Cell, Column, Document, Either, Gap, Heading, Paragraph, Records, Table

_PLAIN = {str: "type.text", bool: "type.yes-no", int: "type.whole", float: "type.number", date: "type.day"}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_JSON = {str: "string", bool: "boolean", int: "integer", float: "number"}
_HEADER = ("field", "type", "required", "meaning")


class _Kind(NamedTuple):
    """A kind with the section of a file that holds it, if one does, and the fields that are told of it."""

    word: str
    section: str
    told: tuple[tuple[str, str, str, str], ...]


def fields_document(name: str | None) -> Document:
    """The fields of every kind, or of the one whose word or section this is; raises `UnknownName`."""
    word = None if name is None else _word(name)
    kinds = list(_every_kind()) if word is None else [_kind(word)]
    return Document(blocks=lambda: _blocks(kinds), data=lambda: json_schema(word), records=lambda: _records(kinds))


def _word(name: str) -> str:
    words = {word: word for word in ALL_KINDS} | {ONCE.get(part, part): kind.KIND for part, kind in SECTIONS.items()}
    if name not in words:
        raise UnknownName(message("list.fields.kind"), name, words, message("list.fields.known"))
    return words[name]


def _every_kind() -> Iterator[_Kind]:
    """Every kind; what all facts have stands once, before the first of them."""
    common: Sequence[str] = ()
    for word, kind in ALL_KINDS.items():
        if issubclass(kind, Fact) and not common:
            common = names_of(Fact)
            yield _Kind(Fact.KIND, "", _told(Fact))
        yield _kind(word, common if issubclass(kind, Fact) else ())


def _kind(word: str, without: Sequence[str] = ()) -> _Kind:
    kind = ALL_KINDS[word]
    section = next((section for section, found in SECTIONS.items() if found is kind), "")
    return _Kind(word, ONCE.get(section, section), tuple(row for row in _told(kind) if row[0] not in without))


def _told(kind: type[Record]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (part.name, _type(part), text("list.fields.yes") if part.required else "", str(meaning(kind, part.name)))
        for part in fields_of(kind)
        if part.written
    )


def _type(part: Field) -> str:
    if part.refers:
        one = text("type.id", one=message(f"refers.{'-'.join(part.refers.to)}.one"))
    elif part.is_noun:
        one = text("type.record", kind=part.inner.KIND)
    elif issubclass(part.inner, Enum):
        one = text("type.word", words=", ".join(word.value for word in part.inner))
    else:
        one = text(_PLAIN[part.inner])
    return text("type.pair" if part.is_pair else "type.many", one=one) if part.many else one


def _blocks(kinds: Sequence[_Kind]) -> Iterator[Block]:
    yield Heading(text("list.fields.title"), 1)
    yield Paragraph(text("list.fields.about", longest=LONGEST_ID))
    header = [text(f"list.fields.{name}") for name in _HEADER]
    columns = (
        Column(header[0], whole=True),
        Column(header[1], share=2),
        Column(header[2], paper=True),
        Column(header[3], share=3),
    )
    for kind in kinds:
        case = "section" if kind.section else "fact" if kind.word == Fact.KIND else "inside"
        title = text(f"list.fields.{case}", kind=kind.word, section=kind.section)
        yield Gap()
        # On a terminal a mark says what has to be there.
        marked = {name: text("list.fields.needed", name=name) if needed else name for name, _, needed, _ in kind.told}
        rows: list[list[Cell]] = [[Either(marked[name], marked[name], name), *rest] for name, *rest in kind.told]
        yield Table(columns, rows, name=kind.word, title=Heading(title))


def _records(kinds: Sequence[_Kind]) -> Records:
    header = (text("list.fields.word"), text("list.fields.in"), *(text(f"list.fields.{name}") for name in _HEADER))
    return Records(header, [(kind.word, kind.section, *row) for kind in kinds for row in kind.told])


def json_schema(kind: str | None = None) -> dict[str, Any]:
    """The schema of a data file, or that of one record of a kind, such as `cover`.

    What it cannot say (whether an id leads anywhere, what a kind checks of itself) `barriers check` does. Raises
    `KeyError` for a kind that is none.
    """
    definitions = {name: _record(found) for name, found in ALL_KINDS.items()}
    if kind is not None:
        return {"$schema": _DIALECT, "$ref": _to(ALL_KINDS[kind]), "$defs": definitions}
    sections = {
        ONCE.get(name, name): {"$ref": _to(found)} if name in ONCE else {"type": "array", "items": {"$ref": _to(found)}}
        for name, found in SECTIONS.items()
    }
    head = {"schema": {"const": SCHEMA}, "of": {"type": "string"}}
    return {"$schema": _DIALECT, **_object({**head, **sections}, ["schema"]), "$defs": definitions}


def _record(kind: type[Record]) -> dict[str, Any]:
    written = [part for part in fields_of(kind) if part.written]
    values = {part.name: {"description": str(meaning(kind, part.name)), **_value(part)} for part in written}
    return _object(values, [part.name for part in written if part.required])


def _object(values: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": values, "required": required, "additionalProperties": False}


def _value(part: Field) -> dict[str, Any]:
    one = _one(part)
    if part.many is None:
        return one
    least = {"minItems": 2, "maxItems": 2} if part.is_pair else {"minItems": 1} if check_filled in part.checks else {}
    return {"type": "array", "items": one, **least}


def _one(part: Field) -> dict[str, Any]:
    """The schema of one value."""
    if part.is_noun:
        return {"$ref": _to(part.inner)}
    if issubclass(part.inner, Enum):
        return {"enum": [word.value for word in part.inner]}
    if part.inner is date:
        return {"type": "string", "format": "date"}
    if check_id in part.checks:
        return {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$", "maxLength": LONGEST_ID}
    filled = {"pattern": r"\S"} if check_filled in part.checks and part.many is None else {}
    return {"type": _JSON[part.inner], **filled}


def _to(kind: type[Record]) -> str:
    return f"#/$defs/{kind.KIND}"
