"""One file of YAML, read without surprises.

The parser's events are turned into values here instead of by the parser, because its own constructor drops
duplicate keys, reads NO as false, fails from inside on impossible dates and follows aliases however often
they multiply. Here every scalar stays text and every value knows its place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NoReturn

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent
from yaml.reader import Reader

from barriers.errors import BrokenData, Place, Problem, problem
from loaders.marked import Entries, Fields, Mark, Text

MOST_BYTES = 8 * 1024 * 1024
"""A file larger than this is refused unread; the largest bundled one has some hundred kilobytes."""

MOST_DEPTH = 24
"""Lists and mappings deeper than this are refused; the bundled data needs 6."""


_LINE_BREAK = re.compile(r"\r\n?|\n")
"""What ends a line for an editor, and so for a place in a message."""

# Even in a line of white space only: the parser stumbles over some of these, in words that help nobody.
_BAD_INDENT = re.compile(r"^ *([\t\u00a0])", re.MULTILINE)

# The invisible line ends that editors do not count as lines, and the byte-order mark inside a text. What YAML
# itself forbids its parser knows: a second expression of that size would cost as much to make as to read a file.
_INVISIBLE = re.compile("[\x85\u2028\u2029\ufeff]")

_NOT_TEXT = {
    b"PK\x03\x04": "excel",
    b"\xd0\xcf\x11\xe0": "old-excel",
    b"%PDF": "pdf",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
"""What a file is, by its first bytes, where it is something that people put in a data folder by mistake."""

_SYNTAX = {
    "mapping values are not allowed": "second-colon",
    "did not find expected ',' or ']'": "open-bracket",
    "did not find expected ',' or '}'": "open-brace",
    "found unexpected end of stream": "open-quote",
    "found unexpected document indicator": "open-quote",
    "could not find expected ':'": "no-colon",
    "did not find expected key": "crooked",
    "did not find expected '-' indicator": "crooked-list",
    "block sequence entries are not allowed": "dash",
    "found character that cannot start any token": "sign",
    "did not find expected alphabetic or numeric character": "star",
    "found unknown escape character": "backslash",
    "did not find expected hexdecimal number": "backslash",
    "did not find expected node content": "comma",
    "did not find expected comment or line break": "bar",
    "found undefined tag handle": "exclamation",
    "did not find expected <document start>": "stray",
    "exceeded maximum nesting depth": "too-deep",
}
"""By a part of the parser's own words."""

_WHERE_IT_BEGAN = frozenset(("open-bracket", "open-brace", "open-quote", "no-colon", "star", "bar"))
"""The cases that are told at the opening quote or bracket, not at the end."""


def read_file(path: Path, name: str) -> tuple[Fields | None, list[Problem]]:
    """The mapping that a file holds, with the problems of reading it; `name` is what the user calls the file.

    None when the file cannot be read as a mapping at all.
    """
    text, problems = _text_of(path, name)
    return (None, problems) if problems else read_text(text, name)


def read_text(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """The mapping that a text holds, with the problems of reading it."""
    builder = _Builder(text, name)
    try:
        value = builder.build()
    except BrokenData as stop:
        return None, [*builder.problems, *stop.problems]
    if isinstance(value, Fields):
        return value, builder.problems
    return None, [*builder.problems, _no_mapping(value, text, name)]


def _no_mapping(value: Text | Entries | None, text: str, name: str) -> Problem:
    if value is None:
        return problem(Place(name), "empty-file.comments" if text.strip() else "empty-file")
    return problem(Place(*value.mark), f"wrong-type.top.{'list' if isinstance(value, Entries) else 'text'}")


def _text_of(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file; it is no use when there are problems. `name` is what the user calls the file."""
    raw, problems = _bytes_of(path, name)
    if problems:
        return "", problems
    for beginning, what in _NOT_TEXT.items():
        if raw.startswith(beginning):
            return "", [problem(Place(name), f"not-utf8.{what}")]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_wrong_byte(raw, error.start, name)]
    return text, [*_bad_indents(text, name), *_forbidden(text, name)]


def _bytes_of(path: Path, name: str) -> tuple[bytes, list[Problem]]:
    try:
        if not path.is_file():
            # A pipe or a device would be read for ever; what is not there is told by reading it.
            path.stat()
            return b"", [problem(Place(name), "cannot-read.no-file")]
        size = path.stat().st_size
        if size > MOST_BYTES:
            most = MOST_BYTES // (1024 * 1024)
            return b"", [problem(Place(name), "too-large", size=f"{size / 1_000_000:.0f}", most=most)]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [problem(Place(name), "cannot-read.file", why=error.strerror or str(error))]


def _wrong_byte(raw: bytes, at: int, name: str) -> Problem:
    """Where the first byte is that is not UTF-8, and which letter it probably was."""
    meant = raw[at : at + 1].decode("cp1252", errors="ignore")
    before = raw[:at].decode("utf-8")
    case = "not-utf8.letter" if meant.isprintable() and meant else "not-utf8.byte"
    return problem(_at(before, len(before), name), case, byte=f"0x{raw[at]:02x}", letter=meant)


def _at(text: str, at: int, name: str) -> Place:
    """The place of the character at this index."""
    before = text[:at]
    breaks = list(_LINE_BREAK.finditer(before))
    begin_of_line = breaks[-1].end() if breaks else 0
    return Place(name, len(breaks) + 1, len(before) - begin_of_line + 1)


def _bad_indents(text: str, name: str) -> list[Problem]:
    """A tab or a hard space that indents: the first, with the number of lines that have one."""
    matches = list(_BAD_INDENT.finditer(text))
    if not matches:
        return []
    case = "tab" if matches[0][1] == "\t" else "hard-space"
    return [problem(_at(text, matches[0].start(1), name), case, n=len(matches))]


def _forbidden(text: str, name: str) -> list[Problem]:
    found = [match for part in (Reader.NON_PRINTABLE, _INVISIBLE) if (match := part.search(text))]
    if not found:
        return []
    match = min(found, key=lambda one: one.start())
    case = "not-utf8.zero" if match[0] == "\0" else "control-character"
    return [problem(_at(text, match.start(), name), case, sign=f"U+{ord(match[0]):04X}")]


class _Builder:
    """Builds the value of one document from the parser's events; collects what can be survived."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self._text = text
        self.problems: list[Problem] = []
        self._loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self._next = self._loader.get_event

    def build(self) -> Text | Entries | Fields | None:
        """The value of the only document; None where there is nothing in it."""
        value = None
        try:
            while not isinstance(event := self._next(), yaml.StreamEndEvent):
                if isinstance(event, yaml.DocumentStartEvent):
                    if value is not None:
                        self._stop(event, "two-documents")
                    event = self._next()
                    # A document without content comes as an empty scalar.
                    if not (isinstance(event, ScalarEvent) and event.implicit[0] and not event.value):
                        value = self._value(event, depth=0)
        except yaml.MarkedYAMLError as error:
            raise BrokenData([_syntax_problem(error, self._text, self.name)]) from error
        except yaml.YAMLError as error:
            said = str(error).splitlines()[0]
            raise BrokenData([problem(Place(self.name), "syntax.no-yaml", said=said)]) from error
        finally:
            self._loader.dispose()
        return value

    def _mark(self, event: Any) -> Mark:
        mark = event.start_mark
        return (self.name, mark.line + 1, mark.column + 1)

    def _stop(self, event: Any, case: str, **values: Any) -> NoReturn:
        raise BrokenData([problem(Place(*self._mark(event)), case, **values)])

    def _value(self, event: Any, depth: int) -> Text | Entries | Fields:
        # Most values are plain scalars, so these are asked for first, and nothing is looked up for them twice.
        if type(event) is ScalarEvent and event.tag is None:
            text = Text(event.value)
            mark: Any = event.start_mark
            text.mark = (self.name, mark.line + 1, mark.column + 1)
            text.plain = event.implicit[0]
            return text
        if isinstance(event, yaml.AliasEvent):
            self._stop(event, "alias", name=event.anchor)
        if event.tag is not None:
            self._stop(event, "tag", tag=event.tag)
        if depth == MOST_DEPTH:
            self._stop(event, "too-deep", most=MOST_DEPTH)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        return self._fields(event, depth)

    def _items(self, start: Any, depth: int) -> Entries:
        items, after = Entries(), self._next
        items.mark = self._mark(start)
        while type(event := after()) is not SequenceEndEvent:
            items.append(self._value(event, depth + 1))
        return items

    def _fields(self, start: Any, depth: int) -> Fields:
        fields, after = Fields(), self._next
        fields.mark, fields.key_marks = self._mark(start), {}
        marks = fields.key_marks
        while type(event := after()) is not MappingEndEvent:
            key = self._value(event, depth + 1)
            if type(key) is not Text:
                self._stop(event, "wrong-type.key")
            value = self._value(after(), depth + 1)
            if key in marks:
                first = marks[key][1]
                self.problems.append(problem(Place(*key.mark), "duplicate-key", key=key, line=first))
            else:
                fields[key] = value
                marks[key] = key.mark
        return fields


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The problem that made the parser of this text stop."""
    said = error.problem or error.context or "?"
    case = next((known for part, known in _SYNTAX.items() if part in said), "other")
    marks = [error.problem_mark, error.context_mark]
    if case in _WHERE_IT_BEGAN:
        marks.reverse()
    mark = next((mark for mark in marks if mark is not None), None)
    line, column = (0, 0) if mark is None else (mark.line, mark.column)
    before = "".join(_LINE_BREAK.split(text)[line : line + 1])[:column]
    if case == "crooked" and before.strip(" -"):
        # The parser waits for the next key, and takes what goes on in the same line for a crooked one.
        case = "goes-on"
    if case == "second-colon" and ":" not in before:
        # The parser reads the line as more of the text above it, and takes its colon for a second one.
        case, column = "too-far-right", len(before) - len(before.lstrip())
    # libyaml from PyYAML 6.0.4 on has a limit of its own, and meets it while it looks for the end of a key.
    whole = "too-deep.parser" if case == "too-deep" else f"syntax.{case}"
    return problem(Place(name, line + 1, column + 1), whole, said=said)
