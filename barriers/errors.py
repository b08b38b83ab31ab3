"""What can go wrong, and where in the data files, as values.

    BarriersError
    +-- BrokenData      the data cannot be used: a list of problems, each with its place
    +-- UnknownName     a name that the user typed is not there
    +-- SeveralNames    a name that the user typed is that of several things
    +-- StoreTrouble    the server with the shared model cannot be used as asked
        +-- ModelTrouble    one of the models on it cannot be read; others may

An exception is data; its words come from the catalogue when it is shown (`__str__`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from itertools import accumulate

from barriers.messages import Message, Phrase, has_words, listed, message, separated, text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file, as the user named it, with line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


IN_MEMORY = Place("(made in memory)")
"""The place of what was never read from a file."""


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
    nearest: Message | str = ""
    remedy: Message | str = ""
    gravity: Gravity = Gravity.ERROR

    def __str__(self) -> str:
        clauses = [str(self.found)]
        if self.expected:
            clauses.append(text("problem.clause.expected", expected=self.expected))
        if self.nearest:
            clauses.append(text("problem.clause.nearest", nearest=self.nearest))
        if self.remedy:
            clauses.append(str(self.remedy))
        line = text(f"problem.line.{self.gravity}", place=self.place, clauses="; ".join(clauses), code=self.code)
        return _visible(line)


def problem(
    place: Place, case: str, /, *, nearest: Message | str = "", gravity: Gravity = Gravity.ERROR, **values: object
) -> Problem:
    """The problem of a case: its words stand under `problem.CASE.found`, and `.expected` and `.remedy` where needed.

    What stands in the case before a dot is the code that a reader sees: `no-country.section` is told as `no-country`.
    For a part that has no words of its own, those of the case above count: `wrong-type.found` for `wrong-type.int`.
    """
    keys = _keys_of(case)
    found, expected, remedy = (message(key, **values) if key else "" for key in keys)
    return Problem(place, case.partition(".")[0], found, expected, nearest, remedy, gravity)


@cache
def _keys_of(case: str) -> tuple[str, str, str]:
    """The keys of what was found, what was expected and what to do; empty for what has no words."""
    stems = [*accumulate(case.split("."), "{}.{}".format)][::-1]
    keys = ([f"problem.{stem}.{part}" for stem in stems] for part in ("found", "expected", "remedy"))
    found, expected, remedy = (next(filter(has_words, of_part), "") for of_part in keys)
    return found or f"problem.{case}.found", expected, remedy


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by place, then by code and words."""
    return tuple(sorted(set(problems), key=lambda one: (one.place, one.code, str(one))))


def _visible(text: str) -> str:
    """The text on one line; what is invisible is written out, for it could hide or forge a message on a terminal."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


class BarriersError(Exception):
    """Anything that a user can mend; never shown with a traceback."""


class BrokenData(BarriersError):
    """The data cannot be used. `problems` are sorted by place, errors and warnings together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), closing_sentence(self.problems)])


class UnknownName(BarriersError):
    """A name that is not there: what kind of name, the name, the nearest ones, and the remedy."""

    def __init__(self, kind: Message | str, name: str, known: Iterable[str], remedy: Phrase) -> None:
        self.kind = kind
        self.name = name
        self.nearest = nearest_names(name, known, most=3)
        self.remedy = remedy
        super().__init__(kind, name)

    def __str__(self) -> str:
        key = "error.unknown-name.nearest" if self.nearest else "error.unknown-name"
        return text(key, kind=self.kind, name=self.name, nearest=", ".join(self.nearest), remedy=self.remedy)


class SeveralNames(BarriersError):
    """A name that several things share: what kind of name, the name, and each thing by its id and its full name."""

    def __init__(self, kind: Message | str, name: str, found: Iterable[tuple[str, str]]) -> None:
        self.kind = kind
        self.name = name
        self.found = tuple(found)
        super().__init__(kind, name)

    def __str__(self) -> str:
        told = (text("error.several-names.one", id=one, name=named) for one, named in self.found[:_MOST_NAMED])
        more = len(self.found) - _MOST_NAMED
        key = "error.several-names.more" if more > 0 else "error.several-names"
        return text(key, kind=self.kind, name=self.name, number=len(self.found), found=separated(told), more=more)


_MOST_NAMED = 6
"""More of them nobody reads in a message."""


class StoreTrouble(BarriersError):
    """The server cannot be used as asked. `sentence` says what is the matter and what to do."""

    def __init__(self, sentence: Message | str) -> None:
        self.sentence = sentence
        super().__init__(sentence)

    def __str__(self) -> str:
        return _visible(str(self.sentence))


class ModelTrouble(StoreTrouble):
    """One model on the server cannot be read: `sentence` says why, and what to do. Others may be as they should."""


def there_are(names: Iterable[str]) -> Message:
    """The remedy for an unknown name, where those that are there are few: all of them."""
    known = tuple(names)
    return message("error.there-are" if known else "error.there-are.none", names=separated(known))


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
    """`3 errors and 1 warning in 2 files.`, or that there is no problem."""
    told = tuple(problems)
    if not told:
        return text("problem.closing.none")
    errors, warnings = ([problem.gravity for problem in told].count(gravity) for gravity in Gravity)
    counts = [(errors, message("count.error", n=errors)), (warnings, message("count.warning", n=warnings))]
    files = len({problem.place.file for problem in told})
    return text("problem.closing", n=files, counted=listed(words for n, words in counts if n))
