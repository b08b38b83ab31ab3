"""The checks that values make of themselves, so that nothing half-valid can be built."""

from __future__ import annotations

import re
from datetime import date
from typing import NoReturn

ID_PATTERN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


class NotAllowed(ValueError):
    """A value that cannot be right.

    Carries what a message needs: `code`, `found`, `expected`, `remedy`, the `field` that is wrong, and in a
    field of several values the one `value` that is to blame.
    """

    def __init__(self, code: str, *, field: str, found: str, expected: str, remedy: str, value: object = None) -> None:
        super().__init__(f"{found}; expected {expected}")
        self.code = code
        self.field = field
        self.found = found
        self.expected = expected
        self.remedy = remedy
        self.value = value


def refuse(code: str, *, field: str, found: str, expected: str, remedy: str, value: object = None) -> NoReturn:
    """Raise `NotAllowed`; reads better than `raise` at the end of a condition."""
    raise NotAllowed(code, field=field, found=found, expected=expected, remedy=remedy, value=value)


def check_id(field: str, value: str) -> None:
    """An id is lower-case words joined by dots and hyphens: `nl.border-police`."""
    if not ID_PATTERN.fullmatch(value):
        refuse(
            "bad-id",
            field=field,
            found=f"the id {value!r}",
            expected="lower-case letters and digits, joined by dots and hyphens",
            remedy="write it like nl.border-police or entry.online-grooming",
        )


def check_text(field: str, value: str) -> None:
    """Text that a reader needs may not be empty."""
    if not value.strip():
        refuse(
            "empty-text",
            field=field,
            found=f"no text for {field}",
            expected="at least one word",
            remedy=f"write the {field}, or take the record out",
        )


def check_period(since: date | None, until: date | None) -> None:
    """`until` is the last day on which something holds; it cannot come before `since`."""
    if since is not None and until is not None and until < since:
        refuse(
            "ends-before-it-begins",
            field="until",
            found=f"until {until} although since {since}",
            expected="an end on or after the beginning",
            remedy="exchange the two dates, or correct one of them",
        )
