"""For whom, for what and for how long a statement holds; and which of two statements is narrower."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from barriers.words import Form

ALWAYS = date.max
"""The end of a statement that names none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The groups, forms and days of a statement.

    An empty set of groups or forms means all of them. `begins` and `ends` are the first and the last day.
    """

    groups: frozenset[str]
    forms: frozenset[Form]
    begins: date
    ends: date = ALWAYS

    def has_begun(self, as_of: date) -> bool:
        """Whether the statement is there at all on that day."""
        return self.begins <= as_of

    def is_valid(self, as_of: date) -> bool:
        """Whether it holds on that day."""
        return self.begins <= as_of <= self.ends

    def concerns(self, group: str, form: Form) -> bool:
        """Whether it speaks of this group in this form of exploitation."""
        return (not self.groups or group in self.groups) and (not self.forms or form in self.forms)

    def is_within(self, other: Scope) -> bool:
        """Whether it is at least as narrow as `other` in groups, forms and time."""
        return (
            _narrows(self.groups, other.groups)
            and _narrows(self.forms, other.forms)
            and other.begins <= self.begins
            and self.ends <= other.ends
        )

    def is_narrower_than(self, other: Scope) -> bool:
        """Whether it is strictly narrower: the narrower statement wins."""
        return self != other and self.is_within(other)


def _narrows(mine: frozenset[str] | frozenset[Form], theirs: frozenset[str] | frozenset[Form]) -> bool:
    """Set inclusion where an empty set stands for everything."""
    return not theirs or (bool(mine) and mine <= theirs)
