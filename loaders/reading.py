"""One file of YAML, read without surprises.

The parser's events are turned into values here instead of by the parser, because its own constructor drops
duplicate keys, reads NO as false, fails from inside on impossible dates and follows aliases however often
they multiply. Here every scalar stays text and every value knows its place.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

from barriers.errors import Place, Problem, problem
from loaders.decoding import text_of
from loaders.marked import Entries, Fields, Mark, Text
from loaders.syntax import syntax_problem

MOST_DEPTH = 24
"""Lists and mappings deeper than this are refused; the bundled data needs 6."""


class Unreadable(Exception):
    """The file cannot be read further; carries the problem that stopped it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)


def read_file(path: Path, name: str) -> tuple[Fields | None, list[Problem]]:
    """The mapping that a file holds, with the problems of reading it; `name` is what the user calls the file.

    None when the file cannot be read as a mapping at all.
    """
    text, problems = text_of(path, name)
    return (None, problems) if problems else read_text(text, name)


def read_text(text: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """The mapping that a text holds, with the problems of reading it."""
    builder = _Builder(text, name)
    try:
        value = builder.build()
    except Unreadable as stop:
        return None, [*builder.problems, stop.problem]
    if isinstance(value, Fields):
        return value, builder.problems
    return None, [*builder.problems, _no_mapping(value, text, name)]


def _no_mapping(value: Text | Entries | None, text: str, name: str) -> Problem:
    if value is None:
        return problem(Place(name), "empty-file.comments" if text.strip() else "empty-file")
    return problem(Place(*value.mark), f"wrong-type.top.{'list' if isinstance(value, Entries) else 'text'}")


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
            raise Unreadable(syntax_problem(error, self._text, self.name)) from error
        except yaml.YAMLError as error:
            raise Unreadable(problem(Place(self.name), "syntax.no-yaml", said=str(error).splitlines()[0])) from error
        finally:
            self._loader.dispose()
        return value

    def _mark(self, event: Any) -> Mark:
        mark = event.start_mark
        return (self.name, mark.line + 1, mark.column + 1)

    def _stop(self, event: Any, case: str, **values: Any) -> NoReturn:
        raise Unreadable(problem(Place(*self._mark(event)), case, **values))

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
