"""What may stand in one place of a file: text, numbers, dates, words of a closed vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from barriers.errors import Problem, nearest_names
from barriers.words import Power
from loaders.marked import Fields, Items, Text, place_of

# Words that YAML 1.1 readers take for true, false or nothing when they stand without quotes.
_TREACHEROUS = frozenset(("y", "yes", "n", "no", "on", "off", "true", "false", "null", "~"))
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2})?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_EXCEL_DATE = re.compile(r"[2-5][0-9]{4}")
_FILL_IN = "write a value there (one that begins with # in quotes), or take the key out"
_EXCEL_DAY_0 = date(1899, 12, 30)
_INT = re.compile(r"-?[0-9]{1,12}")
_FLOAT = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,400})?")


class Misfits(Exception):
    """Values that do not fit where they stand; carries the located problems."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(problems)


def misfit(value: Any, code: str, found: str, expected: str, remedy: str, nearest: str = "") -> Misfits:
    """A misfit at the place of the value."""
    return Misfits(Problem(place_of(value), code, found, expected, nearest, remedy))


def is_nothing(value: Any) -> bool:
    """Whether a key or a dash stands there with nothing after it."""
    return isinstance(value, Text) and value == "" and value.plain


def described(value: Any) -> str:
    """A value in the words of a message."""
    if isinstance(value, Items):
        return "a list"
    if isinstance(value, Fields):
        return "a record"
    if is_nothing(value):
        return "nothing after the colon or dash"
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _scalar(value: Any, expected: str, remedy: str) -> Text:
    if is_nothing(value):
        raise misfit(value, "wrong-type", described(value), expected, _FILL_IN)
    if isinstance(value, Items):
        remedy = "take the brackets or the dash away; if they belong to the text, put it in quotes"
    if isinstance(value, Fields):
        remedy = "write one value; if there is a colon in the text, put it in quotes"
    if not isinstance(value, Text):
        raise misfit(value, "wrong-type", described(value), expected, remedy)
    return value


def structure_text(value: Any, _: Any) -> str:
    """Text; a word that other readers of YAML would take for something else must stand in quotes."""
    text = _scalar(value, "text", "write text, or leave the key out")
    if text.plain and text.casefold() in _TREACHEROUS:
        raise misfit(
            text,
            "unquoted-word",
            f"{text!s} without quotes, which other readers of YAML take for true, false or nothing",
            "text",
            f'write "{text!s}" in quotes, or leave the key out where nothing is meant',
        )
    return text


def structure_bool(value: Any, _: Any) -> bool:
    """`true` or `false`; yes, ja and 1 are refused."""
    text = _scalar(value, "true or false", "write true or false")
    if text not in ("true", "false"):
        raise misfit(text, "wrong-type", described(text), "true or false", "write true or false, in English")
    return text == "true"


def structure_int(value: Any, _: Any) -> int:
    """A whole number."""
    remedy = "write it in digits, such as 14"
    text = _scalar(value, "a whole number", remedy)
    if not _INT.fullmatch(text):
        raise misfit(text, "wrong-type", described(text), "a whole number", remedy)
    return int(text)


def structure_float(value: Any, _: Any) -> float:
    """A number with a decimal point."""
    remedy = "write it in digits, such as 21.43, with a point and without the sign %"
    text = _scalar(value, "a number", remedy)
    if not _FLOAT.fullmatch(text):
        raise misfit(text, "wrong-type", described(text), "a number", remedy)
    return float(text)


def structure_date(value: Any, _: Any) -> date:
    """A day as 2014-01-31."""
    text = _scalar(value, "a date", "write year, month and day, as in 2014-01-31")
    match = _DATE.fullmatch(text)
    if match is None:
        raise misfit(text, "wrong-date", described(text), "year, month and day, as in 2014-01-31", _date_remedy(text))
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError as error:
        remedy = "look it up in the source; perhaps month and day are exchanged"
        raise misfit(text, "impossible-date", f"the date {text!s}", "a day that exists", remedy) from error


def _date_remedy(text: str) -> str:
    """The date that was probably meant, written as it should be, or how to write one."""
    if _PARTIAL_DATE.fullmatch(text):
        return "give the day too; where only the year is known, the first day that it can be"
    text = text.strip(" ,;.")
    meant: date | None = None
    try:
        if match := _YEAR_FIRST.fullmatch(text):
            meant = date(int(match[1]), int(match[2]), int(match[3]))
        elif (match := _DAY_FIRST.fullmatch(text)) and int(match[1]) > 12:
            # With a day up to 12 nobody can tell whether the month comes first.
            meant = date(int(match[3]), int(match[2]), int(match[1]))
        elif _EXCEL_DATE.fullmatch(text):
            meant = _EXCEL_DAY_0 + timedelta(days=int(text))
    except ValueError:
        meant = None
    if meant is None:
        return "write the year first, then month and day"
    if _EXCEL_DATE.fullmatch(text):
        return f"write {meant} if this is the day as Excel counts it"
    return f"write {meant}"


@cache
def _words(kind: type[StrEnum]) -> dict[str, StrEnum]:
    return {str(member.value): member for member in kind}


def structure_word(value: Any, kind: type[StrEnum]) -> StrEnum:
    """A word of a closed vocabulary."""
    known = _words(kind)
    if isinstance(value, Text) and value in known:
        return known[value]
    expected = f"one of {', '.join(known)}"
    text = _scalar(value, expected, "use one of these words")
    raise misfit(
        text,
        "unknown-power" if kind is Power else "unknown-word",
        described(text),
        expected,
        "use one of these words",
        nearest=", ".join(nearest_names(text, known)),
    )


# A StrEnum is a str too; cattrs takes the nearest class, so both stand here.
HOOKS: dict[type, Callable[[Any, Any], Any]] = {
    StrEnum: structure_word,
    str: structure_text,
    bool: structure_bool,
    int: structure_int,
    float: structure_float,
    date: structure_date,
}
