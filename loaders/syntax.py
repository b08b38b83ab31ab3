"""What the YAML parser says, in words for somebody who does not know YAML."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from barriers.errors import Problem
from barriers.places import Place
from loaders.decoding import LINE_BREAK


@dataclass(frozen=True, slots=True)
class _Wording:
    """What was found and what to do; `where_it_began` points at the opening quote or bracket, not at the end."""

    found: str
    remedy: str
    where_it_began: bool = False
    code: str = "syntax"


_QUOTE_IT = "put the whole text in quotes"
_ALIGN = "give the lines of one record the same indentation, and begin a new record with a dash"

_SECOND_COLON = _Wording("a second colon in one line", _QUOTE_IT)
_CROOKED = _Wording("a line that does not line up with the lines above it", _ALIGN)

_WORDINGS = {
    "mapping values are not allowed": _SECOND_COLON,
    "did not find expected ',' or ']'": _Wording("a list whose bracket is not closed", "add ] or a comma", True),
    "did not find expected ',' or '}'": _Wording("a record whose brace is not closed", "add } or a comma", True),
    "found unexpected end of stream": _Wording("a quotation mark that is never closed", "close it", True),
    "found unexpected document indicator": _Wording("a quotation mark that is never closed", "close it", True),
    "could not find expected ':'": _Wording(
        "a line that is neither a key nor its value", "write it as key: value, with a space after the colon", True
    ),
    "did not find expected key": _CROOKED,
    "did not find expected '-' indicator": _Wording("a line that does not line up with the list above it", _ALIGN),
    "block sequence entries are not allowed": _Wording(
        "a dash where no list can begin", "begin the list in a new line below its key"
    ),
    "found character that cannot start any token": _Wording(
        "a text that begins with a sign which YAML keeps for itself (a tab, %, @ or `)", _QUOTE_IT
    ),
    "did not find expected alphabetic or numeric character": _Wording(
        "a text that begins with * or &", _QUOTE_IT, True
    ),
    "found unknown escape character": _Wording(
        "a backslash in double quotes", "use single quotes around text with a backslash"
    ),
    "did not find expected hexdecimal number": _Wording(
        "a backslash in double quotes", "use single quotes around text with a backslash"
    ),
    "did not find expected node content": _Wording(
        "a comma or bracket where a value should be", "write the value, or put the text in quotes"
    ),
    "did not find expected comment or line break": _Wording("a text that begins with | or >", _QUOTE_IT, True),
    "found undefined tag handle": _Wording("a text that begins with !", _QUOTE_IT),
    "did not find expected <document start>": _Wording(
        "a line that does not belong to what stands above it", "check the indentation and the brackets above it"
    ),
    # libyaml from PyYAML 6.0.4 on has a limit of its own, and meets it while it looks for the end of a key.
    "exceeded maximum nesting depth": _Wording(
        "far too many levels of lists inside lists",
        "take superfluous brackets away, and check the indentation",
        code="too-deep",
    ),
}
"""By a part of the parser's own words."""

_OTHERWISE = "look at the indentation, and put text with a colon or a # in quotes"

_GOES_ON = _Wording(
    "more text after a closing quotation mark or bracket",
    "put the whole text in quotes; inside single quotes write an apostrophe twice",
)
"""What the parser takes for a crooked line, because it waits for the next key."""

_TOO_FAR_RIGHT = _Wording("a line that begins further to the right than the line above it allows", _ALIGN)
"""What the parser takes for a second colon, because it reads the line as more of the text above it."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The problem that made the parser of this text stop."""
    said = error.problem or error.context or "no reason given"
    wording = next((known for part, known in _WORDINGS.items() if part in said), None)
    marks = [error.problem_mark, error.context_mark]
    if wording is not None and wording.where_it_began:
        marks.reverse()
    mark = next((mark for mark in marks if mark is not None), None)
    line, column = (0, 0) if mark is None else (mark.line, mark.column)
    before = _line(text, line)[:column]
    if wording is _CROOKED and before.strip(" -"):
        wording = _GOES_ON
    if wording is _SECOND_COLON and ":" not in before:
        wording, column = _TOO_FAR_RIGHT, len(before) - len(before.lstrip())
    return Problem(
        Place(name, line + 1, column + 1),
        wording.code if wording else "syntax",
        found=wording.found if wording else f"a line that is not YAML ({said})",
        expected="lines of key: value, and a dash before each record of a list",
        remedy=wording.remedy if wording else _OTHERWISE,
    )


def _line(text: str, number: int) -> str:
    lines = LINE_BREAK.split(text)
    return lines[number] if number < len(lines) else ""
