"""One file of YAML, read without surprises.

The parser's events are turned into values here instead of by the parser, because its own constructor drops
duplicate keys, reads NO as false, fails from inside on impossible dates and follows aliases however often
they multiply. Here every scalar stays text and every value knows its place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from barriers.errors import Problem
from barriers.places import Place
from loaders.marked import Fields, Items, Mark, Text

MOST_BYTES = 8 * 1024 * 1024
"""A file larger than this is refused unread; the largest bundled one has some hundred kilobytes."""

MOST_DEPTH = 24
"""Lists and mappings deeper than this are refused; the bundled data needs 6."""

_TAB = re.compile(r"^ *\t", re.MULTILINE)


class Unreadable(Exception):
    """The file cannot be read further; carries the problem that stopped it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)


def read_file(path: Path, name: str) -> tuple[Fields | None, list[Problem]]:
    """The mapping that a file holds, with the problems of reading it; `name` is what the user calls the file.

    None when the file cannot be read as a mapping at all.
    """
    try:
        text = _text(path, name)
    except Unreadable as stop:
        return None, [stop.problem]
    tabs = [_tab_problem(text, match.end(), name) for match in _TAB.finditer(text)]
    if tabs:
        return None, tabs
    return read_text(text, name)


def read_text(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """The mapping that a text holds, with the problems of reading it."""
    builder = _Builder(name)
    try:
        value = builder.build(text)
    except Unreadable as stop:
        return None, [*builder.problems, stop.problem]
    if not isinstance(value, Fields):
        what = "nothing but comments" if value is None else f"a {_word(value)} at the top"
        problem = Problem(
            Place(name),
            "empty-file" if value is None else "wrong-type",
            found=what,
            expected="a mapping that begins with schema: 1",
            remedy="fill the file, or take it away" if value is None else "write the keys at the left margin",
        )
        return None, [*builder.problems, problem]
    return value, builder.problems


def _text(path: Path, name: str) -> str:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(
                Problem(
                    Place(name),
                    "too-large",
                    found=f"a file of {size / 1_000_000:.0f} MB",
                    expected=f"at most {MOST_BYTES // (1024 * 1024)} MB",
                    remedy="split it into several files in the same folder",
                )
            )
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            Problem(
                Place(name),
                "cannot-read",
                found=f"a file that cannot be read ({error.strerror or error})",
                remedy="check that it is there and that you may read it",
            )
        ) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        raise Unreadable(
            Problem(
                Place(name, line, column),
                "not-utf8",
                found=f"the byte 0x{raw[error.start]:02x}, which is not UTF-8",
                expected="a text file in UTF-8",
                remedy="save the file again as UTF-8 (in Excel and Notepad: Save as, encoding UTF-8)",
            )
        ) from error


def _tab_problem(text: str, end: int, name: str) -> Problem:
    begin_of_line = text.rfind("\n", 0, end) + 1
    return Problem(
        Place(name, text.count("\n", 0, end) + 1, end - begin_of_line),
        "tab",
        found="a tab at the beginning of a line",
        expected="spaces",
        remedy="replace each tab by two spaces",
    )


def _word(value: object) -> str:
    return "list" if isinstance(value, Items) else "text"


class _Builder:
    """Builds the value of one document from the parser's events; collects what can be survived."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._events: Any = None

    def build(self, text: str) -> Text | Items | Fields | None:
        self._events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        try:
            value = None
            for event in self._events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if value is not None:
                        self._stop(event, "two-documents", "a second document", "one document", "split the file")
                    event = next(self._events)
                    if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.value:
                        continue
                    value = self._value(event, depth=0)
            return value
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)
            raise Unreadable(
                Problem(
                    place,
                    "syntax",
                    found=f"a line that is not YAML ({error.problem or error.context})",
                    remedy="look at the indentation, and put text with a colon or a # in quotes",
                )
            ) from error
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise Unreadable(
                Problem(
                    Place(self.name, line, error.position - text.rfind("\n", 0, error.position)),
                    "syntax",
                    found=f"the character U+{ord(text[error.position]):04X}, which may not stand in YAML",
                    remedy="take the character out",
                )
            ) from error

    def _mark(self, event: Any) -> Mark:
        mark = event.start_mark
        return (self.name, mark.line + 1, mark.column + 1)

    def _stop(self, event: Any, code: str, found: str, expected: str, remedy: str) -> None:
        raise Unreadable(Problem(Place(*self._mark(event)), code, found, expected, remedy=remedy))

    def _value(self, event: Any, depth: int) -> Text | Items | Fields:
        if isinstance(event, yaml.ScalarEvent):
            text = Text(event.value)
            text.mark = self._mark(event)
            text.plain = event.implicit[0]
            return text
        if isinstance(event, yaml.AliasEvent):
            self._stop(event, "alias", f"the alias *{event.anchor}", "the value itself", "write the value out")
        if depth == MOST_DEPTH:
            self._stop(
                event, "too-deep", f"more than {MOST_DEPTH} levels of nesting", "a flat record", "check the indentation"
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        return self._fields(event, depth)

    def _items(self, start: Any, depth: int) -> Items:
        items = Items()
        items.mark = self._mark(start)
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, depth + 1))
        return items

    def _fields(self, start: Any, depth: int) -> Fields:
        fields = Fields()
        fields.mark = self._mark(start)
        fields.key_marks = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._value(event, depth + 1)
            value = self._value(next(self._events), depth + 1)
            if not isinstance(key, Text):
                self._stop(event, "wrong-type", "a key that is not a word", "a word", "write a word before the colon")
            elif key in fields:
                self.problems.append(
                    Problem(
                        Place(*key.mark),
                        "duplicate-key",
                        found=f"the key {str(key)!r} a second time (first in line {fields.key_marks[key][1]})",
                        expected="each key once",
                        remedy="take one of the two out, or begin a new record with a dash",
                    )
                )
            else:
                fields[key] = value
                fields.key_marks[key] = key.mark
        return fields
