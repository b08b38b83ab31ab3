"""What may stand in one place of a file: text, numbers, dates, words of a closed vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from barriers.errors import Problem, nearest_names, problem
from barriers.messages import Message, message
from barriers.words import Power
from loaders.marked import Entries, Fields, Text, place_of

# Words that YAML 1.1 readers take for true, false or nothing when they stand without quotes.
_TREACHEROUS = frozenset(("y", "yes", "n", "no", "on", "off", "true", "false", "null", "~"))
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2})?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_EXCEL_DATE = re.compile(r"[2-5][0-9]{4}")
_EXCEL_DAY_0 = date(1899, 12, 30)


class Misfits(Exception):
    """Values that do not fit where they stand: the located problems, and in a list `rest`, the elements that fit."""

    def __init__(self, *problems: Problem, rest: Any = None) -> None:
        self.problems = problems
        self.rest = rest
        super().__init__(problems)


def misfit(value: Any, case: str, **values: Any) -> Misfits:
    """A misfit at the place of the value; the words of the case call it `told`, described unless they are given."""
    return Misfits(problem(place_of(value), case, **{"told": described(value), **values}))


def is_nothing(value: Any) -> bool:
    """Whether a key or a dash stands there with nothing after it."""
    return isinstance(value, Text) and value == "" and value.plain


def described(value: Any) -> Message | str:
    """A value in the words of a message."""
    if isinstance(value, Entries):
        return message("problem.value.list")
    if isinstance(value, Fields):
        return message("problem.value.record")
    if is_nothing(value):
        return message("problem.value.nothing")
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _scalar(value: Any, wanted: str, **values: object) -> Text:
    """The value, where it is a scalar; `wanted` is the case whose words say what else was expected."""
    if isinstance(value, Text) and (value or not value.plain):
        return value
    case = "list" if isinstance(value, Entries) else "record" if isinstance(value, Fields) else "nothing"
    raise misfit(value, f"wrong-type.{case}", expected=message(f"problem.{wanted}.expected", **values))


def to_text(value: Any) -> str:
    """Text; a word that other readers of YAML would take for something else must stand in quotes."""
    text = _scalar(value, "unquoted-word")
    # Most text is longer than any of these words, and most of what is in a file is text.
    if len(text) <= 5 and text.plain and text.casefold() in _TREACHEROUS:
        raise misfit(text, "unquoted-word", word=str(text))
    return text


def _matching(case: str, pattern: str, make: Callable[[str], Any]) -> Callable[[Any], Any]:
    """What makes a value of text that has this pattern; the words of the case say what was expected."""
    matches = re.compile(pattern).fullmatch

    def to_value(value: Any) -> Any:
        text = _scalar(value, case)
        if not matches(text):
            raise misfit(text, case)
        return make(text)

    return to_value


def to_date(value: Any) -> date:
    """A day as 2014-01-31."""
    text = _scalar(value, "wrong-date.any")
    if not _DATE.fullmatch(text):
        bare = text.strip(" ,;.")
        meant = _meant(bare)
        case = "partial" if _PARTIAL_DATE.fullmatch(text) else "order" if meant is None else "meant"
        raise misfit(text, f"wrong-date.{'excel' if meant and bare.isdigit() else case}", meant=meant)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise misfit(text, "impossible-date", date=str(text)) from error


def _meant(text: str) -> date | None:
    """The date that was probably meant by one in another form; None where nobody can tell."""
    try:
        if match := _YEAR_FIRST.fullmatch(text):
            return date(*map(int, match.groups()))
        # With a day up to 12 nobody can tell whether the month comes first.
        if (match := _DAY_FIRST.fullmatch(text)) and int(match[1]) > 12:
            return date(*map(int, match.groups()[::-1]))
        return _EXCEL_DAY_0 + timedelta(days=int(text)) if _EXCEL_DATE.fullmatch(text) else None
    except ValueError:
        return None


def to_word(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """What makes a word of this closed vocabulary."""
    known = {str(member.value): member for member in kind}
    case = "unknown-power.word" if kind is Power else "unknown-word"

    def to_this_word(value: Any) -> StrEnum:
        if isinstance(value, Text) and value in known:
            return known[value]
        words = ", ".join(known)
        text = _scalar(value, case, words=words)
        raise misfit(text, case, nearest=", ".join(nearest_names(text, known)), words=words)

    return to_this_word


SCALARS: dict[type, Callable[[Any], Any]] = {
    str: to_text,
    bool: _matching("wrong-type.bool", "true|false", lambda text: text == "true"),
    int: _matching("wrong-type.int", "-?[0-9]{1,12}", int),
    float: _matching("wrong-type.float", r"-?[0-9]{1,12}(\.[0-9]{1,400})?", float),
    date: to_date,
}
"""What makes each kind of scalar; each raises `Misfits`. Of yes, ja and 1 none is a truth value."""
