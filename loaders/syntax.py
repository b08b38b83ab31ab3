"""What the YAML parser says, as cases that have words for somebody who does not know YAML."""

from __future__ import annotations

import yaml

from barriers.errors import Place, Problem, problem
from loaders.decoding import LINE_BREAK

_CASES = {
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


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The problem that made the parser of this text stop."""
    said = error.problem or error.context or "?"
    case = next((known for part, known in _CASES.items() if part in said), "other")
    marks = [error.problem_mark, error.context_mark]
    if case in _WHERE_IT_BEGAN:
        marks.reverse()
    mark = next((mark for mark in marks if mark is not None), None)
    line, column = (0, 0) if mark is None else (mark.line, mark.column)
    before = _line(text, line)[:column]
    if case == "crooked" and before.strip(" -"):
        # The parser waits for the next key, and takes what goes on in the same line for a crooked one.
        case = "goes-on"
    if case == "second-colon" and ":" not in before:
        # The parser reads the line as more of the text above it, and takes its colon for a second one.
        case, column = "too-far-right", len(before) - len(before.lstrip())
    # libyaml from PyYAML 6.0.4 on has a limit of its own, and meets it while it looks for the end of a key.
    whole = "too-deep.parser" if case == "too-deep" else f"syntax.{case}"
    return problem(Place(name, line + 1, column + 1), whole, said=said)


def _line(text: str, number: int) -> str:
    lines = LINE_BREAK.split(text)
    return lines[number] if number < len(lines) else ""
