"""Searching the texts of a model: names, ids, notes, what facts say, and the words that sources are quoted with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from barriers.facts import Citation
from barriers.model import Model
from barriers.naming import Named, folded, named_records
from barriers.schema import fields_of, ids_in, records_in, referring, worked_out_once

NAME_FIELDS = ("name", "title", "abbreviation", "native", "id", "code")
"""The fields by which a record is called, the plainest first."""


class Match(NamedTuple):
    """A record that holds all the words: `where` are the fields that hold any of them, each with its text.

    `thing` is the record by its names, None for a fact; `is_name` tells whether its names alone hold all the words.
    """

    record: Any
    thing: Named | None
    where: tuple[tuple[str, str], ...]
    is_name: bool = False


def search_model(model: Model, words: Sequence[str]) -> tuple[Match, ...]:
    """The records that hold all of these words, what is called so first, then what else has a name, then facts.

    A word is found at the beginning of a longer one; case and accents make no difference. No words find nothing.
    """
    wanted = folded(" ".join(words)).split()
    if not wanted:
        return ()
    things = list(named_records(model))
    names = {thing.id: " ".join(thing.names) for thing in things}
    found = [*_named_matches(things, wanted), *_fact_matches(model, names, wanted)]
    return tuple(sorted(found, key=lambda match: (match.thing is None, not match.is_name)))


def _named_matches(things: Iterable[Named], wanted: Sequence[str]) -> Iterator[Match]:
    for thing in things:
        where = _where(thing.record, wanted)
        if where:
            is_name = _holds(" ".join(text for field, text in where if field in NAME_FIELDS), wanted)
            yield Match(thing.record, thing, where, is_name)


def _fact_matches(model: Model, names: Mapping[str, str], wanted: Sequence[str]) -> Iterator[Match]:
    for fact in model.facts():
        about = " ".join(
            names.get(one, one) for name, _ in referring(type(fact)) for one in ids_in(getattr(fact, name))
        )
        where = _where(fact, wanted, about)
        if where:
            yield Match(fact, None, where)


def _where(record: Any, wanted: Sequence[str], about: str = "") -> tuple[tuple[str, str], ...]:
    """The fields of a record that hold any of the words, if together they hold all of them.

    What a fact is `about` counts too, but does not make it found by itself: everything on the police is a search for
    the police, and `show` tells it.
    """
    texts = list(_texts(record))
    if not _holds(" ".join((about, *(text for _, text in texts))), wanted):
        return ()
    return tuple((field, text) for field, text in texts if any(_holds(text, [word]) for word in wanted))


def _holds(text: str, wanted: Sequence[str]) -> bool:
    there = f" {folded(text)}"
    return all(f" {word}" in there for word in wanted)


def _texts(record: Any) -> Iterator[tuple[str, str]]:
    """Every text that a record holds, with the name of its field; of a citation the place and the words.

    The parts of a script are records of their own.
    """
    own = _words_of(type(record))
    yield from ((name, text) for name in own if (text := _in_words(getattr(record, name))))
    for part, _ in () if record.KIND == "script" else records_in(record):
        if part is not record:
            names = ("at", "words") if isinstance(part, Citation) else _words_of(type(part))
            yield from ((name, text) for name in names if (text := _in_words(getattr(part, name))))


def _in_words(value: Any) -> str:
    return value if isinstance(value, str) else " ".join(value) if value else ""


@worked_out_once
def _words_of(kind: Any) -> tuple[str, ...]:
    """The fields of a kind that hold texts, ids of its own among them."""
    return tuple(
        part.name
        for part in fields_of(kind)
        if part.inner is str and not part.refers and (part.written or part.name == "id") and part.name != "sha256"
    )
