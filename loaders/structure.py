"""From marked values to the nouns: one validation layer, built on cattrs.

cattrs walks the dataclasses and goes on after a mistake; the hooks here say for each kind of value what may
stand there, and turn whatever went wrong into located problems.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from barriers.checks import NotAllowed
from barriers.errors import Problem, nearest_names
from barriers.places import Place
from barriers.words import Power
from loaders.marked import Fields, Items, Text, place_of

Value = TypeVar("Value")

# Words that YAML 1.1 readers take for true, false or nothing when they stand without quotes.
_TREACHEROUS = frozenset("y yes n no on off true false null ~".split())
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2})?")


class Misfit(Exception):
    """A value that does not fit; carries the located problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)


class Misfits(Exception):
    """Several of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(problems)


def structure(value: Fields, kind: type[Value]) -> tuple[Value | None, list[Problem]]:
    """A value of this kind, or None and every problem that stands in the way."""
    try:
        return _converter().structure(value, kind), []
    except (Misfit, Misfits) as error:
        return None, _problems(error)


def _problems(error: Misfit | Misfits) -> list[Problem]:
    return [error.problem] if isinstance(error, Misfit) else error.problems


_CONVERTERS: list[Converter] = []


def _converter() -> Converter:
    """The converter, made once per process: its generated functions are costly to make and never change."""
    if not _CONVERTERS:
        converter = Converter(forbid_extra_keys=True, detailed_validation=True)
        for kind, hook in _HOOKS.items():
            converter.register_structure_hook(kind, hook)
        converter.register_structure_hook(Place, lambda value, _: value)
        converter.register_structure_hook_factory(_is_many, lambda kind: _structure_many(converter, kind))
        converter.register_structure_hook_factory(is_dataclass, lambda kind: _structure_record(converter, kind))
        _CONVERTERS.append(converter)
    return _CONVERTERS[0]


def _is_many(kind: Any) -> bool:
    return get_origin(kind) in (tuple, frozenset)


def misfit(value: Any, code: str, found: str, expected: str, remedy: str, nearest: str = "") -> Misfit:
    """A misfit at the place of the value."""
    return Misfit(Problem(place_of(value), code, found, expected, nearest, remedy))


def described(value: Any) -> str:
    """A value in the words of a message."""
    if isinstance(value, Items):
        return "a list"
    if isinstance(value, Fields):
        return "a mapping"
    if value == "" and getattr(value, "plain", False):
        return "nothing after the colon"
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _scalar(value: Any, expected: str, remedy: str) -> Text:
    if not isinstance(value, Text) or (value == "" and value.plain):
        raise misfit(value, "wrong-type", described(value), expected, remedy)
    return value


def _structure_text(value: Any, _: Any) -> str:
    text = _scalar(value, "text", "write text, or leave the key out")
    if text.plain and text.casefold() in _TREACHEROUS:
        raise misfit(
            text,
            "unquoted-word",
            f"{str(text)} without quotes, which other readers of YAML take for true, false or nothing",
            "text",
            f'write "{text}" in quotes',
        )
    return text


def _structure_bool(value: Any, _: Any) -> bool:
    text = _scalar(value, "true or false", "write true or false")
    if text not in ("true", "false"):
        raise misfit(text, "wrong-type", described(text), "true or false", "write true or false")
    return text == "true"


def _structure_int(value: Any, _: Any) -> int:
    text = _scalar(value, "a whole number", "write a number such as 14")
    if not re.fullmatch(r"-?\d{1,12}", text):
        raise misfit(text, "wrong-type", described(text), "a whole number", "write a number such as 14")
    return int(text)


def _structure_float(value: Any, _: Any) -> float:
    text = _scalar(value, "a number", "write a number such as 21.43")
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", text):
        raise misfit(text, "wrong-type", described(text), "a number", "write a number such as 21.43, with a point")
    return float(text)


def _structure_date(value: Any, _: Any) -> date:
    remedy = "write year, month and day, as in 2014-01-31"
    text = _scalar(value, "a date", remedy)
    match = _DATE.fullmatch(text)
    if match is None:
        if _PARTIAL_DATE.fullmatch(text):
            remedy = "give the day too; where only the year is known, the first day that it can be"
        raise misfit(text, "wrong-type", described(text), "a date", remedy)
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError as error:
        raise misfit(
            text, "impossible-date", f"the date {text}", "a day that exists", "look it up in the source"
        ) from error


def _structure_word(value: Any, kind: type[StrEnum]) -> StrEnum:
    known = [str(member.value) for member in kind]
    text = _scalar(value, f"one of {', '.join(known)}", "use one of these words")
    if text not in known:
        raise misfit(
            text,
            "unknown-power" if kind is Power else "unknown-word",
            described(text),
            f"one of {', '.join(known)}",
            "use one of these words",
            nearest=", ".join(nearest_names(text, known)),
        )
    return kind(str(text))


# A StrEnum is a str too; cattrs takes the nearest class, so both stand here.
_HOOKS: dict[type, Callable[[Any, Any], Any]] = {
    StrEnum: _structure_word,
    str: _structure_text,
    bool: _structure_bool,
    int: _structure_int,
    float: _structure_float,
    date: _structure_date,
}


def _structure_many(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A list into a tuple or a frozenset, element by element; `tuple[int, int]` wants exactly two."""
    make = get_origin(kind)
    parts = get_args(kind)
    part, wanted = parts[0], None if make is frozenset or parts[-1] is Ellipsis else len(parts)
    hook = converter.get_structure_hook(part)

    def structure_many(value: Any, _: Any) -> Any:
        if not isinstance(value, Items) or (wanted is not None and len(value) != wanted):
            expected = "a list" if wanted is None else f"a list of {wanted}"
            raise misfit(value, "wrong-type", described(value), expected, "write it in brackets: [first, second]")
        made, problems = [], []
        for item in value:
            try:
                made.append(hook(item, part))
            except (Misfit, Misfits) as error:
                problems.extend(_problems(error))
        if problems:
            raise Misfits(problems)
        return make(made)

    return structure_many


def _structure_record(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A mapping into a dataclass, with every unknown, missing and wrong key told."""
    generated = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
    own = tuple(field.name for field in fields(kind) if field.init and field.name not in ("place", "country"))
    needed = tuple(field.name for field in fields(kind) if field.default is MISSING and field.name in own)

    def structure_record(value: Any, _: Any) -> Any:
        if not isinstance(value, Fields):
            raise misfit(
                value, "wrong-type", described(value), f"a mapping with {', '.join(needed)}", "write key: value"
            )
        try:
            return generated(value, kind)
        except BaseValidationError as group:
            raise Misfits([_located(error, value, own) for error in _leaves(group)]) from group

    return structure_record


def _leaves(group: BaseValidationError) -> list[Exception]:
    """The single errors in a group, a forbidden-keys error once for each key."""
    leaves: list[Exception] = []
    for error in group.exceptions:
        if isinstance(error, BaseValidationError):
            leaves.extend(_leaves(error))
        elif isinstance(error, Misfits):
            leaves.extend(Misfit(problem) for problem in error.problems)
        elif isinstance(error, ForbiddenExtraKeysError):
            leaves.extend(ForbiddenExtraKeysError(None, error.cl, {key}) for key in error.extra_fields)
        else:
            leaves.append(error)
    return leaves


def _located(error: Exception, record: Fields, own: tuple[str, ...]) -> Problem:
    if isinstance(error, Misfit):
        return error.problem
    if isinstance(error, NotAllowed):
        where = record.get(error.field, record)
        return Problem(place_of(where, place_of(record)), error.code, error.found, error.expected, "", error.remedy)
    if isinstance(error, ForbiddenExtraKeysError):
        (key,) = error.extra_fields
        return Problem(
            Place(*record.key_marks[key]) if key in record.key_marks else place_of(record),
            "unknown-key",
            found=f"the key {str(key)!r}",
            expected=f"one of {', '.join(own)}",
            nearest=", ".join(nearest_names(key, own)),
            remedy="correct the key, or take it out",
        )
    if isinstance(error, KeyError):
        (key,) = error.args
        return Problem(
            place_of(record),
            "missing-key",
            found=f"no {key}",
            expected=f"the key {key}",
            remedy=f"add {key}: to this record",
        )
    raise error
