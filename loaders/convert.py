"""From marked values to the nouns: the one place where a file's values are judged one by one.

What may stand where follows from the types of the nouns' fields. A converter goes on after a mistake, so that every
problem of a record is told, each with its place; it changes nothing in the values that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from barriers.errors import Place, Problem, nearest_names, problem
from barriers.messages import message
from barriers.model import ONCE, SECTIONS, Model
from barriers.schema import NotAllowed, fields_of
from barriers.script import Script
from loaders.marked import Entries, Fields, Text, place_of
from loaders.scalars import SCALARS, Misfits, described, is_nothing, misfit, to_word

Value = TypeVar("Value")
Converter = Callable[..., Any]
"""Makes a value of a marked one, or raises `Misfits`; records and lists of them are given the file's country too."""

_LISTS: dict[str, Any] = {part.name: part.hint for part in fields_of(Model) if part.name not in ONCE}

_KEYS: dict[str, Any] = {"schema": int, "of": str, **{key: SECTIONS[many] for many, key in ONCE.items()}, **_LISTS}
"""What may stand in a file: a country or a script of its own, and the lists of all other kinds."""

_RANGE = re.compile(r"([0-9]+)\s*(?:-|–|to)\s*([0-9]+)")


def convert(value: object, kind: Callable[..., Value], *country: str) -> tuple[Value | None, tuple[Problem, ...]]:
    """A value of this kind and every problem that stands in its way.

    None where nothing of it fits; a list of records, or a script, is made of the records that do. `country` is the
    code of the file's country, where the record belongs to one.
    """
    try:
        return _converter_of(kind)(value, *country), ()
    except Misfits as error:
        return error.rest, error.problems


def convert_file(content: Fields, country: str) -> tuple[Model, tuple[Problem, ...]]:
    """The model of all that fits in a file, with the problems of the rest; it is empty where nothing fits.

    One broken record does not take the others with it, or their own problems would stay hidden until it is
    mended.
    """
    problems = [] if "schema" in content else [problem(place_of(content), "missing-key.schema", key="schema")]
    made: dict[str, Any] = {}
    for key, value in content.items():
        if key in _KEYS:
            made[key], misfits = convert(value, _KEYS[key], *((country,) if key in _LISTS else ()))
            problems.extend(misfits)
        else:
            problems.append(_unknown_key(key, content, _KEYS))
    sections = {key: made[key] for key in _LISTS if made.get(key)}
    once = {many: (made[key],) for many, key in ONCE.items() if made.get(key)}
    return Model(**sections, **once), tuple(problems)


@cache
def _converter_of(hint: Any) -> Converter:
    """What makes a value of a type; made once, for there are few types and very many values."""
    if get_origin(hint) is Annotated:
        # What a value has to pass, it asks of itself.
        return _converter_of(hint.__origin__)
    parts = get_args(hint)
    if get_origin(hint) in (tuple, frozenset):
        return _to_many(get_origin(hint), parts)
    if parts:
        # It may be left out; what stands there is never None.
        return _converter_of(next(part for part in parts if part is not type(None)))
    return _to_record(hint) if is_dataclass(hint) else SCALARS.get(hint) or to_word(hint)


def _to_many(make: Callable[[list[Any]], Any], parts: tuple[Any, ...]) -> Converter:
    """A list into a tuple or a frozenset, element by element; `tuple[int, int]` wants exactly two."""
    part, wanted = parts[0], len(parts) if parts[1:] and parts[-1] is not Ellipsis else None
    converter, of_records = _converter_of(part), is_dataclass(part)

    def to_many(value: Any, *country: str) -> Any:
        if not isinstance(value, Entries) or (wanted is not None and len(value) != wanted):
            raise _no_list(value, wanted, of_records)
        made: list[Any] = []
        problems: list[Problem] = []
        for item in value:
            try:
                made.append(converter(item, *country))
            except Misfits as error:
                problems.extend(error.problems)
        if problems:
            raise Misfits(*problems, rest=make(made) if of_records else None)
        return make(made)

    return to_many


def _no_list(value: Any, wanted: int | None, of_records: bool) -> Misfits:
    """What is no list, or one of another length, with how to make one of it."""
    text = str(value) if isinstance(value, Text) else ""
    ends = match.groups() if (match := _RANGE.fullmatch(text)) else (text, text) if text.isdigit() else ("240", "245")
    kind = "no-list" if wanted is None else "no-pair"
    case = "nothing" if is_nothing(value) else "records" if of_records else "text" if text else "other"
    told = message("problem.value.list-of", length=len(value)) if isinstance(value, Entries) else described(value)
    return misfit(value, f"wrong-type.{kind}.{case}", told=told, text=text, wanted=wanted, first=ends[0], last=ends[1])


def _to_record(kind: Any) -> Converter:
    """A mapping into a dataclass, with every unknown, missing and wrong key told."""
    converters = {part.name: _converter_of(part.hint) for part in fields_of(kind) if part.written}
    needed = tuple(part.name for part in fields_of(kind) if part.required)
    # Where a record stands, whose it is and the id of a fact nobody writes.
    worked_out = {field.name for field in fields(kind)} - converters.keys()
    is_placed, is_of_country = "place" in worked_out, "country" in worked_out

    def to_record(value: Any, country: str = "") -> Any:
        if not isinstance(value, Fields):
            raise _no_record(value, needed)
        made: dict[str, Any] = {}
        problems = [problem(place_of(value), "missing-key", key=key) for key in needed if key not in value]
        for key, part in value.items():
            if key not in converters:
                problems.append(_unknown_key(key, value, converters, worked_out))
                continue
            try:
                made[key] = converters[key](part)
            except Misfits as error:
                problems.extend(error.problems)
                if kind is Script and error.rest is not None:
                    made[key] = error.rest
        # A script is made of the records in it that fit; any other record is broken as a whole.
        if problems and not (kind is Script and made.keys() >= {*value, *needed}):
            raise Misfits(*problems)
        if is_placed:
            made["place"] = Place(*value.mark)
        if is_of_country:
            made["country"] = country
        try:
            record = kind(**made)
        except NotAllowed as error:
            raise Misfits(*problems, _not_allowed(error, value)) from error
        if problems:
            raise Misfits(*problems, rest=record)
        return record

    return to_record


def _no_record(value: Any, needed: tuple[str, ...]) -> Misfits:
    """What is no record, with how to make one of it."""
    is_short = isinstance(value, Text) and 0 < len(value) <= 40
    example = f"{{{needed[0]}: {value!s}, {', '.join(f'{key}: ...' for key in needed[1:])}}}" if is_short else ""
    case = "wrong-type.no-record.text" if is_short else "wrong-type.no-record"
    return misfit(value, case, keys=", ".join(needed), example=example)


def _unknown_key(key: str, record: Fields, known: Collection[str], worked_out: Collection[str] = ()) -> Problem:
    place, keys = Place(*record.key_marks[key]), ", ".join(known)
    if key in worked_out:
        return problem(place, "unknown-key.worked-out", key=key)
    # In braces a comma ends the value, and what comes after it looks like a key.
    case = "unknown-key.nothing" if is_nothing(record[key]) else "unknown-key"
    return problem(place, case, nearest=", ".join(nearest_names(key, known)), key=key, keys=keys)


def _not_allowed(error: NotAllowed, record: Fields) -> Problem:
    """The problem at the value that is to blame, at its key's value, or at the record, the nearest that is there."""
    where = place_of(error.value, place_of(record.get(error.field, record), place_of(record)))
    return replace(error.problem, place=where)
