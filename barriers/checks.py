"""The checks that values make of themselves, so that nothing half-valid can be built."""

from __future__ import annotations

import re
from collections.abc import Sized
from datetime import date
from typing import Any, NoReturn

from barriers.errors import Problem, problem
from barriers.places import IN_MEMORY

ID_PATTERN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


class NotAllowed(ValueError):
    """A value that cannot be right.

    Carries the `problem` that it is (its place is not known here), the `field` that is wrong, and in a field of
    several values the one `value` that is to blame.
    """

    def __init__(self, told: Problem, field: str, value: object = None) -> None:
        super().__init__(f"{told.found}; expected {told.expected}")
        self.problem = told
        self.field = field
        self.value = value


def refuse(case: str, *, field: str, value: object = None, **values: Any) -> NoReturn:
    """Raise `NotAllowed` with the words under `problem.CASE` in the catalogue, which may name the field."""
    raise NotAllowed(problem(IN_MEMORY, case, field=field, **values), field, value)


def check_id(field: str, value: str) -> None:
    """An id is lower-case words joined by dots and hyphens: `nl.border-police`."""
    if not ID_PATTERN.fullmatch(value):
        refuse("bad-id", field=field, id=value)


def check_code(field: str, value: str) -> None:
    """The code of a country becomes the name of a folder, so in lower case it has to be an id."""
    check_id(field, value.lower())


def check_filled(field: str, value: str | Sized) -> None:
    """Text that a reader needs may not be empty, nor may a list without which the record says nothing."""
    if isinstance(value, str):
        if not value.strip():
            refuse("empty-text", field=field)
    elif not len(value):
        refuse("empty-list", field=field)


def check_period(since: date | None, until: date | None) -> None:
    """`until` is the last day on which something holds; it cannot come before `since`."""
    if since is not None and until is not None and until < since:
        refuse("ends-before-it-begins", field="until", since=since, until=until)
