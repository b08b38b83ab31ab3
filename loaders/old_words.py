"""The words of the first version of the data files: where they stand, and what stands there in this one.

Files of that version still load, with one warning each; `loaders/upgrade.py` rewrites them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from barriers.errors import Gravity, Place, Problem, problem
from barriers.messages import separated
from barriers.model import FACTS
from barriers.schema import fields_of
from barriers.words import State
from loaders.marked import Entries, Fields, Mark, Text

_SECTIONS = {"closed_lists": "complete_lists", "leads": "coordinators"}
_OF_A_SCRIPT = {"tracks": "routes"}
_OF_A_STEP = {"holds": "powers"}
_STATES = {"working": "active", "competent": "mandate"}
_VERSION = {"1": "2"}

FILES = {"closed_lists": "complete_lists", "closed-lists": "complete-lists", "leads": "coordinators"}
"""What a file may be called after its section, without the ending."""


class OldWord(NamedTuple):
    """A word of the first version, where it stands, and the word for it now."""

    mark: Mark
    old: str
    new: str

    @property
    def change(self) -> tuple[str, str]:
        """The old and the new word as a reader knows them: the version with what it is the version of."""
        return (f"schema {self.old}", f"schema {self.new}") if self.old in _VERSION else (self.old, self.new)


def renewed(content: Fields) -> tuple[Fields, tuple[OldWord, ...]]:
    """The file in the words of this version, and the old ones that stood in it, in no order.

    A key stays as it is where the new one stands beside it. A file without old words is given back as it is.
    """
    found: list[OldWord] = []
    whole = _with_word(_with_keys(content, _SECTIONS, found), "schema", _VERSION, found)
    for section, key in _state_fields():
        whole = _within(whole, section, partial(_with_word, key=key, words=_STATES, found=found))
    return _within(whole, "script", lambda script: _script(script, found)), tuple(found)


@cache
def _state_fields() -> tuple[tuple[str, str], ...]:
    """The fields that hold a state, each with the section that it is in."""
    return tuple(
        (section, one.name) for section, kind in FACTS.items() for one in fields_of(kind) if one.inner is State
    )


def _script(script: Fields, found: list[OldWord]) -> Fields:
    return _within(_with_keys(script, _OF_A_SCRIPT, found), "steps", lambda step: _with_keys(step, _OF_A_STEP, found))


def _within(record: Fields, key: str, change: Callable[[Fields], Fields]) -> Fields:
    """The record with the mapping under this key changed, or each one in the list there."""
    value = record.get(key)
    if isinstance(value, Fields):
        changed: Any = change(value)
    elif isinstance(value, Entries):
        changed = Entries(change(one) if isinstance(one, Fields) else one for one in value)
        changed.mark = value.mark
    else:
        return record
    return _made(record, {name: changed if name == key else other for name, other in record.items()})


def _with_word(record: Fields, key: str, words: Mapping[str, str], found: list[OldWord]) -> Fields:
    value = record.get(key)
    if not isinstance(value, Text) or value not in words:
        return record
    word = Text(words[value])
    word.mark, word.plain = value.mark, value.plain
    found.append(OldWord(value.mark, str(value), str(word)))
    return _made(record, {name: word if name == key else other for name, other in record.items()})


def _with_keys(record: Fields, words: Mapping[str, str], found: list[OldWord]) -> Fields:
    old = {key: new for key, new in words.items() if key in record and new not in record}
    if not old:
        return record
    found.extend(OldWord(record.key_marks[key], key, new) for key, new in old.items())
    return _made(record, {old.get(name, name): value for name, value in record.items()}, old)


def _made(record: Fields, content: dict[str, Any], renamed: Mapping[str, str] | None = None) -> Fields:
    made = Fields(content)
    made.mark = record.mark
    made.key_marks = {(renamed or {}).get(name, name): mark for name, mark in record.key_marks.items()}
    return made


def old_words_problem(words: Iterable[OldWord]) -> Problem:
    """The one warning of a file that has old words, at the first of them; raises `ValueError` where there is none."""
    found = sorted(words)
    told = dict.fromkeys(word.change for word in found)
    return problem(
        Place(*min(word.mark for word in found)),
        "old-words",
        gravity=Gravity.WARNING,
        old=separated(old for old, _ in told),
        new=separated(new for _, new in told),
    )
