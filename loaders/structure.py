"""From marked values to the nouns: one validation layer, built on cattrs.

cattrs finds the hook for each kind of value that a dataclass asks for; the hooks say what may stand there
and go on after a mistake, so that every problem is told, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cattrs import Converter

from barriers.checks import NotAllowed
from barriers.errors import Problem, nearest_names
from barriers.model import Country
from barriers.places import Place
from barriers.script import Script
from loaders.files import SCHEMA, DataFile
from loaders.marked import Fields, Items, Text, place_of
from loaders.scalars import HOOKS, Misfits, described, is_nothing, misfit

Value = TypeVar("Value")

hints_of = cache(get_type_hints)
"""The types of a class's fields; working them out from text is slow."""

_RANGE = re.compile(r"([0-9]+)\s*(?:-|–|to)\s*([0-9]+)")


def structure(value: Fields, kind: type[Value]) -> tuple[Value | None, list[Problem]]:
    """A value of this kind, or None and every problem that stands in the way."""
    try:
        return _converter().structure(value, kind), []
    except Misfits as error:
        return None, list(error.problems)


def structure_file(content: Fields) -> tuple[DataFile, list[Problem]]:
    """Everything in a file that fits, with the problems of the rest.

    One broken record does not take the others with it, or their own problems would stay hidden until it is
    mended.
    """
    problems = []
    script = content.get("script")
    if isinstance(script, Fields):
        problems.extend(_structure_each(script, Script))
    problems.extend(_structure_each(content, DataFile))
    for key, kind in (("script", Script), ("country", Country)):
        if key in content:
            value, trouble = structure(content[key], kind)
            problems.extend(trouble)
            if value is None:
                del content[key]
            else:
                content[key] = value
    part, trouble = structure(content, DataFile)
    return part or _what_fits(content), [*problems, *trouble]


def _what_fits(content: Fields) -> DataFile:
    """The sections that fit, of a file that as a whole does not."""
    sections: dict[str, Any] = {
        name: tuple(items)
        for name, hint in hints_of(DataFile).items()
        if _is_many(hint) and isinstance(items := content.get(name), Items)
    }
    return DataFile(schema=SCHEMA, country=content.get("country"), script=content.get("script"), **sections)


def _structure_each(record: Fields, kind: type) -> list[Problem]:
    """Put values in the place of the records in each list of this mapping, and take out those that do not fit."""
    problems: list[Problem] = []
    for name, hint in hints_of(kind).items():
        items = record.get(name)
        if isinstance(items, Items) and _is_many(hint) and is_dataclass(get_args(hint)[0]):
            part: type[object] = get_args(hint)[0]
            pairs = [structure(item, part) for item in items]
            items[:] = [value for value, _ in pairs if value is not None]
            problems.extend(problem for _, trouble in pairs for problem in trouble)
    return problems


_CONVERTERS: list[Converter] = []


def _converter() -> Converter:
    """The converter, made once per process: its hooks are costly to make and never change."""
    if not _CONVERTERS:
        converter = Converter(detailed_validation=False)
        for kind, hook in HOOKS.items():
            converter.register_structure_hook(kind, hook)
        converter.register_structure_hook(Place, lambda value, _: value)
        converter.register_structure_hook_factory(_is_many, lambda kind: _structure_many(converter, kind))
        converter.register_structure_hook_factory(is_dataclass, lambda kind: _structure_record(converter, kind))
        _CONVERTERS.append(converter)
    return _CONVERTERS[0]


def _is_many(kind: Any) -> bool:
    return get_origin(kind) in (tuple, frozenset)


def _structure_many(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A list into a tuple or a frozenset, element by element; `tuple[int, int]` wants exactly two."""
    make = get_origin(kind)
    parts = get_args(kind)
    part, wanted = parts[0], None if make is frozenset or parts[-1] is Ellipsis else len(parts)
    hook = converter.get_structure_hook(part)

    def structure_many(value: Any, _: Any) -> Any:
        if not isinstance(value, Items) or (wanted is not None and len(value) != wanted):
            found = f"a list of {len(value)}" if isinstance(value, Items) else described(value)
            expected = "a list" if wanted is None else f"a list of {wanted}"
            raise misfit(value, "wrong-type", found, expected, _list_remedy(value, wanted, part))
        made: list[Any] = []
        problems: list[Problem] = []
        for item in value:
            try:
                made.append(hook(item, part))
            except Misfits as error:
                problems.extend(error.problems)
        if problems:
            raise Misfits(*problems)
        return make(made)

    return structure_many


def _list_remedy(value: Any, wanted: int | None, part: Any) -> str:
    """How to make a list of what stands there."""
    if is_nothing(value):
        return "take the key out as long as there is nothing to list"
    if is_dataclass(part):
        return "begin each record in a new line with a dash"
    if wanted is not None:
        text = str(value) if isinstance(value, Text) else ""
        match = _RANGE.fullmatch(text)
        first, last = match.groups() if match else (text, text) if text.isdigit() else ("240", "245")
        return f"write it in brackets, as in [{first}, {last}]"
    return f"write it in brackets: [{value!s}]" if isinstance(value, Text) else "write it in brackets"


def _structure_record(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A mapping into a dataclass, with every unknown, missing and wrong key told."""
    hints = hints_of(kind)
    written = [field for field in fields(kind) if field.init]
    hooks = {field.name: (converter.get_structure_hook(hints[field.name]), hints[field.name]) for field in written}
    # What load.py stamps on a record is not told as a key that one could write.
    own = tuple(name for name in hooks if name != "place" and not (name == "country" and hints[name] is str))
    needed = tuple(field.name for field in written if field.default is MISSING)

    def structure_record(value: Any, _: Any) -> Any:
        if isinstance(value, kind):
            return value
        if not isinstance(value, Fields):
            expected = f"a record with {', '.join(needed)}"
            raise misfit(value, "wrong-type", described(value), expected, _record_remedy(value, needed))
        made: dict[str, Any] = {}
        problems: list[Problem] = []
        for key, part in value.items():
            if key not in hooks:
                problems.append(_unknown_key(key, value, own))
                continue
            hook, hint = hooks[key]
            try:
                made[key] = hook(part, hint)
            except Misfits as error:
                problems.extend(error.problems)
        problems.extend(_missing_key(key, value) for key in needed if key not in value)
        if problems:
            raise Misfits(*problems)
        try:
            return kind(**made)
        except NotAllowed as error:
            raise Misfits(_not_allowed(error, value)) from error

    return structure_record


def _record_remedy(value: Any, needed: tuple[str, ...]) -> str:
    """How to make a record of what stands there."""
    if isinstance(value, Text) and 0 < len(value) <= 40:
        return (
            f"write it as a record, as in {{{needed[0]}: {value!s}, {', '.join(f'{key}: ...' for key in needed[1:])}}}"
        )
    return "write each of these keys with its value in a line of its own"


def _unknown_key(key: str, record: Fields, own: tuple[str, ...]) -> Problem:
    found, remedy = f"the key {str(key)!r}", "correct the key, or take it out"
    if is_nothing(record[key]):
        # In braces a comma ends the value, and what comes after it looks like a key.
        found, remedy = (
            f"{found} without a value",
            f"{remedy}; if it belongs to a text with a comma, put that in quotes",
        )
    return Problem(
        Place(*record.key_marks[key]),
        "unknown-key",
        found=found,
        expected=f"one of {', '.join(own)}",
        nearest=", ".join(nearest_names(key, own)),
        remedy=remedy,
    )


def _missing_key(key: str, record: Fields) -> Problem:
    found, remedy = f"a record without {key}", f"add a line {key}: to this record"
    if key == "schema":
        found, remedy = "a file without schema", "write schema: 1 on the first line of the file"
    return Problem(place_of(record), "missing-key", found, f"the key {key}", "", remedy)


def _not_allowed(error: NotAllowed, record: Fields) -> Problem:
    """The problem at the value that is to blame, at its key's value, or at the record, the nearest that is there."""
    where = place_of(error.value, place_of(record.get(error.field, record), place_of(record)))
    return replace(error.problem, place=where)
