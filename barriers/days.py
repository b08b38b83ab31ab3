"""A day as somebody types it: a day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-.](?P<month>\d{1,2})[-.](?P<year>\d{4})")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})")
_YEAR = re.compile(r"(?P<year>\d{4})")


class NoDate(ValueError):
    """Words that are no day, month or year, however they are read."""


def day_named(words: str) -> date:
    """The day that `2014-01-31`, `31-12-2025`, `2025-12` or `2025` names; of a month or a year its last one.

    Raises `NoDate` for what is written in no such way, `ValueError` for a day that does not exist.
    """
    for pattern in (_DAY, _DAY_FIRST, _MONTH, _YEAR):
        found = pattern.fullmatch(words.strip())
        if found is not None:
            return _last_of(**{name: int(number) for name, number in found.groupdict().items()})
    raise NoDate(words)


def _last_of(year: int, month: int = 12, day: int | None = None) -> date:
    first = date(year, month, 1)  # which refuses a month that there is not
    return first.replace(day=monthrange(year, month)[1] if day is None else day)
