"""How a kind of record is declared, once, and what can be read from the declaration.

A kind is a frozen dataclass in this package and a line in `Model`. The types of its fields say what they refer to and
what may not be empty, and a few names of the class say the rest:

    class Signal(Fact):
        KIND = "signal"                        the word for it, in ids and on the screen
        IDENTITY = ("steps", "noticed_by")     the fields that identify it, from which its id is made
        DRAWN = node(SHOWS_AT="steps")         a node of the graph, with a relation to each of its steps

        says: Filled
        steps: Annotated[tuple[StepId, ...], check_filled]
        noticed_by: tuple[ActorId, ...] = ()

Whatever goes through all kinds or all fields (the loader, the checks, the graph, the server, the digest, the field
reference) reads it here, and has no list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sized
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from inspect import get_annotations
from types import NoneType
from typing import Annotated, Any, ClassVar, NamedTuple, NoReturn, TypeVar, get_args, get_origin

from barriers.errors import IN_MEMORY, Place, Problem, problem
from barriers.messages import Message, has_words, message

_Found = TypeVar("_Found")


def worked_out_once(work: Callable[[Any], _Found]) -> Callable[[Any], _Found]:
    """`functools.cache` for what follows from a kind; a type checker thinks that a class cannot be hashed."""
    return cache(work)


ID_PATTERN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")

LONGEST_ID = 100
"""Letters of an id: it names files, stands in commands, and is a key on a server, which takes some thousand."""


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
    """An id is lower-case words joined by dots and hyphens, and not too long: `nl.border-police`."""
    if len(value) > LONGEST_ID:
        refuse("bad-id.long", field=field, length=len(value), most=LONGEST_ID)
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


class Refers(NamedTuple):
    """That a field holds ids of these kinds of record.

    `of` names the field beside it that holds a step, where only ids of that step's script will do.
    """

    to: tuple[str, ...]
    of: str = ""


_STAMPED = "stamped"

Id = Annotated[str, check_id]
"""The id of the record itself."""
Code = Annotated[str, check_code]
"""The code of a country's own page."""
Filled = Annotated[str, check_filled]
"""Text that a reader needs."""
Stamped = Annotated[str, _STAMPED]
"""What the loader writes and nobody else may."""
ActorId = Annotated[str, Refers(("actor",))]
NetworkId = Annotated[str, Refers(("network",))]
"""An actor of the kind network."""
StepId = Annotated[str, Refers(("step",))]
BarrierId = Annotated[str, Refers(("barrier",))]
GroupId = Annotated[str, Refers(("group",))]
GroupOfStep = Annotated[str, Refers(("group",), of="step")]
SourceId = Annotated[str, Refers(("source",))]
EditionId = Annotated[str, Refers(("edition",))]
CountryCode = Annotated[str, Refers(("country",))]
"""A country of which there may be no model."""
TouchedId = Annotated[str, Refers(("step", "barrier", "actor"))]
SubjectId = Annotated[str, Refers(("step", "barrier", "script", "actor"))]


class Drawn(NamedTuple):
    """How a record stands in the graph.

    `begin` is the field that holds the node where its relations begin; where it is empty the record is a node itself.
    `relations` are their kinds, each with the fields that hold the other ends. `asked` tells whether a question looks
    at them: the others stand on the server only.
    """

    begin: str
    relations: dict[str, tuple[str, ...]]
    asked: bool = True


def edge(begin: str, **relations: str) -> Drawn:
    """A record that is drawn as relations from what one field names: the name of each, with fields of the other end."""
    return Drawn(begin, {kind: tuple(names.split()) for kind, names in relations.items()})


def node(*, asked: bool = True, **relations: str) -> Drawn:
    """A record that is a node, with the names of its relations and the fields where they end."""
    return Drawn("", edge("", **relations).relations, asked)


class Record:
    """What every kind of record shares: it checks itself, so that nothing half-valid can be built."""

    __slots__ = ()
    KIND: ClassVar[str] = ""

    def __post_init__(self) -> None:
        for name, checks in _checked(type(self)):
            for check in checks:
                check(name, getattr(self, name))
        self.check()

    def check(self) -> None:
        """What a kind has to check of itself beyond its fields; raises `NotAllowed`."""


class Field(NamedTuple):
    """One field of a kind.

    `hint` is its type, `inner` that of one value, where it holds several or None. `many` is the class of its list,
    None where it holds one value; `is_pair` tells that the list has two. `refers` is what its ids refer to, None for a
    plain field; `checks` are what its value has to pass. What is not `written` the loader works out.
    """

    name: str
    hint: Any
    inner: Any
    many: Callable[[Any], Any] | None
    is_pair: bool
    required: bool
    default: Any
    refers: Refers | None
    checks: tuple[Callable[[str, Any], None], ...]
    written: bool

    @property
    def is_noun(self) -> bool:
        """Whether its values have fields of their own."""
        return is_dataclass(self.inner)


@worked_out_once
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields that make up a value of this kind; what is worked out and where it stands in a file are none."""
    hints = _hints(kind)
    return tuple(
        _field(part.name, hints[part.name], part.default) for part in fields(kind) if part.init and part.compare
    )


@worked_out_once
def _hints(kind: Any) -> dict[str, Any]:
    """The types of the fields. Those of a base are read once, for it takes long and all kinds of fact share them."""
    inherited = {name: hint for base in reversed(kind.__bases__) for name, hint in _hints(base).items()}
    # A field may be called as a type is: `date: date | None`.
    return inherited | get_annotations(kind, locals={}, eval_str=True)


def _field(name: str, hint: Any, default: Any) -> Field:
    """What the type of a field says, read from outside to inside."""
    marks: list[Any] = []
    inner, many, is_pair = hint, None, False
    while parts := [part for part in get_args(inner) if part not in (NoneType, Ellipsis)]:
        marks.extend(getattr(inner, "__metadata__", ()))
        if get_origin(inner) in (tuple, frozenset):
            many, is_pair = get_origin(inner), get_origin(inner) is tuple and Ellipsis not in get_args(inner)
        inner = parts[0]
    refers = next((mark for mark in marks if isinstance(mark, Refers)), None)
    checks = tuple(mark for mark in marks if callable(mark))
    return Field(name, hint, inner, many, is_pair, default is MISSING, default, refers, checks, _STAMPED not in marks)


@worked_out_once
def names_of(kind: Any) -> tuple[str, ...]:
    """The names of these fields."""
    return tuple(part.name for part in fields_of(kind))


@worked_out_once
def _checked(kind: Any) -> tuple[tuple[str, tuple[Callable[[str, Any], None], ...]], ...]:
    return tuple((part.name, part.checks) for part in fields_of(kind) if part.checks)


@worked_out_once
def _holding(kind: Any) -> tuple[str, ...]:
    return tuple(part.name for part in fields_of(kind) if part.is_noun)


@worked_out_once
def referring(kind: Any) -> tuple[tuple[str, Refers], ...]:
    """The names of the fields that refer to something, each with what it refers to."""
    return tuple((part.name, part.refers) for part in fields_of(kind) if part.refers is not None)


def ids_in(value: Any) -> tuple[str, ...]:
    """The ids that a referring field holds, each once: one, several, those of claims, or none."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple | frozenset):
        return tuple(dict.fromkeys(name for part in value for name in ids_in(part)))
    return (value.id,)


def records_in(value: Any, place: Place | None = None) -> Iterator[tuple[Any, Place | None]]:
    """The value and every value with fields of its own inside it, from outside to inside.

    Beside each the place of the record to which it belongs, which is `place` where none of them knows its own.
    """
    place = getattr(value, "place", None) or place
    yield value, place
    for name in _holding(type(value)):
        held = getattr(value, name)
        for part in held if isinstance(held, tuple) else () if held is None else (held,):
            yield from records_in(part, place)


@worked_out_once
def has_id(kind: Any) -> bool:
    """Whether somebody writes an id for each record of this kind, by which others refer to it."""
    return any(check_id in part.checks for part in fields_of(kind))


def kinds_in(kind: Any) -> Iterator[type[Record]]:
    """The kind itself and every kind whose records may stand inside its records."""
    yield kind
    for part in fields_of(kind):
        if part.is_noun:
            yield from kinds_in(part.inner)


def meaning(kind: type[Record], name: str) -> Message:
    """What a field means, in one sentence: the catalogue's for this kind, for every fact, or for whatever has it."""
    keys = [f"field.{base.KIND}.{name}" for base in kind.__mro__ if issubclass(base, Record)]
    return message(next(filter(has_words, keys), f"field.{name}"))


def as_written(value: Any) -> Any:
    """A value as lists, mappings, words and numbers, as somebody would write it: without what holds unless told."""
    if is_dataclass(value):
        told = ((part, getattr(value, part.name)) for part in fields_of(type(value)) if part.written)
        return {part.name: as_written(held) for part, held in told if part.required or held != part.default}
    if isinstance(value, tuple | frozenset):
        return [as_written(part) for part in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, str):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
