"""What can go wrong, as values.

    BarriersError
    +-- BrokenData      the data cannot be used: a list of problems, each with its place
    +-- UnknownName     a name that the user typed is not there
    +-- StoreTrouble    the server with the shared model cannot be used as asked

An exception is data; its wording is one method (`__str__`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from barriers.messages import Message, has_words, message
from barriers.places import Place


class Gravity(StrEnum):
    """An error stops the work, a warning is told and kept."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the data: where, what was found, what was expected, the nearest name, what to do."""

    place: Place
    code: str
    found: Message | str
    expected: Message | str = ""
    nearest: str = ""
    remedy: Message | str = ""
    gravity: Gravity = Gravity.ERROR

    def __lt__(self, other: Problem) -> bool:
        """By place, then by code and words."""
        return (self.place, self.code, str(self)) < (other.place, other.code, str(other))

    def __str__(self) -> str:
        parts = [str(self.found)]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.nearest:
            parts.append(f"nearest known: {self.nearest}")
        mark = "warning: " if self.gravity is Gravity.WARNING else ""
        text = f"{self.place}: {mark}" + "; ".join(parts)
        return _visible(f"{text}; {self.remedy} [{self.code}]" if self.remedy else f"{text} [{self.code}]")


def problem(
    place: Place, case: str, /, *, nearest: str = "", gravity: Gravity = Gravity.ERROR, **values: object
) -> Problem:
    """The problem of a case: its words stand under `problem.CASE.found`, and `.expected` and `.remedy` where needed.

    What stands in the case before a dot is the code that a reader sees: `no-country.section` is told as `no-country`.
    """

    def words(part: str) -> Message | str:
        key = f"problem.{case}.{part}"
        return message(key, **values) if has_words(key) else ""

    return Problem(
        place,
        case.partition(".")[0],
        message(f"problem.{case}.found", **values),
        words("expected"),
        nearest,
        words("remedy"),
        gravity,
    )


def _visible(text: str) -> str:
    """The text on one line; what is invisible is written out, for it could hide or forge a message on a terminal."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


class BarriersError(Exception):
    """Anything that a user can mend; never shown with a traceback."""


class BrokenData(BarriersError):
    """The data cannot be used. `problems` are sorted by place, errors and warnings together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), closing_sentence(self.problems)])


class UnknownName(BarriersError):
    """A name that is not there: what kind of name, the name, the nearest ones, and the remedy."""

    def __init__(self, kind: str, name: str, known: Iterable[str], remedy: str) -> None:
        self.kind = kind
        self.name = name
        self.nearest = nearest_names(name, known, most=3)
        self.remedy = remedy
        super().__init__(kind, name)

    def __str__(self) -> str:
        near = f" Nearest: {', '.join(self.nearest)}." if self.nearest else ""
        return f"There is no {self.kind} {self.name!r}.{near} {self.remedy}"


class StoreTrouble(BarriersError):
    """The server cannot be used as asked. `sentence` says what is the matter and what to do."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)

    def __str__(self) -> str:
        return _visible(self.sentence)


def nearest_names(name: str, known: Iterable[str], most: int = 1) -> tuple[str, ...]:
    """The known names most like this one, best first; none when nothing is alike.

    A name that contains the one typed, or begins after its prefix, comes before a merely similar one.
    """
    candidates = sorted(set(known))
    folded = name.casefold()
    close = get_close_matches(folded, [known_name.casefold() for known_name in candidates], n=most, cutoff=0.6)
    by_fold = {known_name.casefold(): known_name for known_name in reversed(candidates)}
    inside = [known_name for known_name in candidates if len(folded) > 2 and folded in known_name.casefold()]
    ordered = dict.fromkeys([*(by_fold[match] for match in close), *inside])
    return tuple(ordered)[:most]


def closing_sentence(problems: Iterable[Problem]) -> str:
    """`3 errors and 1 warning in 2 files.`"""
    listed = tuple(problems)
    errors = sum(1 for problem in listed if problem.gravity is Gravity.ERROR)
    warnings = len(listed) - errors
    files = len({problem.place.file for problem in listed})
    counted = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    if not counted:
        return "No problem found."
    return f"{' and '.join(counted)} in {files} file{'' if files == 1 else 's'}."
