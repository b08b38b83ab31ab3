"""Where facts come from (text editions, sources, citations), and what is common to them: an id that stays, a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar

from barriers.errors import Place
from barriers.schema import (
    Drawn,
    EditionId,
    Filled,
    Id,
    Record,
    SourceId,
    Stamped,
    ids_in,
    node,
    referring,
    refuse,
    worked_out_once,
)
from barriers.words import Basis, Handling, SourceKind, Voice


@dataclass(frozen=True, slots=True)
class Edition(Record):
    """A text file in which citations can be looked up by line.

    `sha256` is the digest of the file's bytes, `lines` its number of lines.
    """

    KIND = "edition"

    id: Id
    title: Filled
    sha256: str
    lines: int

    def check(self) -> None:
        """A digest is 64 hexadecimal signs."""
        if len(self.sha256) != 64 or set(self.sha256) - set("0123456789abcdef"):
            refuse("bad-digest", field="sha256", digest=self.sha256)


@dataclass(frozen=True, slots=True)
class Source(Record):
    """A document.

    `date` is the day it speaks for: a fact without `since` begins there. `about` says what and whom the
    document is about. `address` is where a reader finds it; the tool itself never opens it.
    `edition` names the text edition, if there is one.
    """

    KIND = "source"

    id: Id
    title: Filled
    kind: SourceKind
    about: Filled
    date: date | None = None
    date_note: str = ""
    address: str = ""
    publisher: str = ""
    voice: Voice = Voice.REPORT
    edition: EditionId | None = None
    handling: Handling = Handling.PUBLIC
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation(Record):
    """A place in a source.

    `at` is the printed locator (`NL SWOT p. 20, fn 37`). `lines` is a first and a last line of the source's
    text edition, counted from 1; `words` must stand there. `voice` is the source's own unless told.
    `respondents` is how many were asked; `asked` says who, where only a part of them was counted.
    """

    KIND = "citation"

    source: SourceId
    at: Filled
    lines: tuple[int, int] | None = None
    words: str = ""
    voice: Voice | None = None
    respondents: int | None = None
    asked: str = ""

    def check(self) -> None:
        """Lines run forwards and have words to be found there; a survey says how many were asked."""
        if self.lines is not None:
            first, last = self.lines
            if first < 1 or last < first:
                refuse("bad-lines", field="lines", first=first, last=last)
            if len(self.words.split()) < 2:
                refuse("no-words", field="words")
        if self.respondents is not None and self.respondents < 1:
            refuse("bad-respondents", field="respondents", respondents=self.respondents)
        if self.voice is Voice.SURVEY and self.respondents is None and not self.asked:
            refuse("survey-without-respondents", field="voice")


def fact_id(kind: str, *identity: str) -> str:
    """`cover-3f2a9c1b04d7`: the kind and a hash of what identifies the fact.

    Basis, state and note never go in, so that a fact keeps its id when its judgement changes.
    """
    return f"{kind}-{sha256(chr(31).join(identity).encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """One statement about institutions: who says it, since when, until when.

    `since` and `until` are the first and the last day; without `since` the fact begins at the date of its
    source. `country` is the code of the folder it stands in. `id` is worked out, never written.

    A kind of fact declares the fields that identify it (never its basis, its state or our wording), and how it is
    drawn in the graph.
    """

    KIND = "fact"
    IDENTITY: ClassVar[tuple[str, ...]] = ()
    DRAWN: ClassVar[Drawn] = node()

    basis: Basis = Basis.STATED
    citations: tuple[Citation, ...] = ()
    since: date | None = None
    until: date | None = None
    note: str = ""
    handling: Handling = Handling.PUBLIC
    country: Stamped = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        # A dataclass with slots is made twice, so super() without arguments would look at the wrong class.
        Record.__post_init__(self)
        if self.since is not None and self.until is not None and self.until < self.since:
            refuse("ends-before-it-begins", field="until", since=self.since, until=self.until)
        cited = "; ".join(sorted(f"{citation.source} {citation.at}" for citation in self.citations))
        object.__setattr__(self, "id", fact_id(self.KIND, self.country, *self.identity(), cited))

    def identity(self) -> tuple[str, ...]:
        """Who, what and where, as text: the fields that are declared, several ids in their order, nothing for None."""
        values = (getattr(self, name) for name in self.IDENTITY)
        return tuple(
            str(value) if isinstance(value, int | float) else ",".join(sorted(ids_in(value)))
            for value in values
            if value is not None
        )

    @property
    def is_stated(self) -> bool:
        """Whether a source states it."""
        return self.basis is Basis.STATED

    def has_basis(self, basis: Basis) -> bool:
        """Whether it counts as having this basis."""
        return self.is_stated == (basis is Basis.STATED)

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries in which the fact counts."""
        return (self.country,)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The actors that the fact speaks of: what its fields for actors hold."""
        return tuple(name for part in _of_actors(type(self)) for name in ids_in(getattr(self, part)))

    def drawn(self) -> Iterator[tuple[str, str, str]]:
        """As which relations it is drawn: the name of each, where it begins and where it ends."""
        begin = getattr(self, self.DRAWN.begin) if self.DRAWN.begin else self.id
        for relation, names in self.DRAWN.relations.items():
            for name in names:
                for end in ids_in(getattr(self, name)):
                    yield relation, begin, end


@worked_out_once
def _of_actors(kind: Any) -> tuple[str, ...]:
    """The fields that hold actors and nothing else."""
    return tuple(name for name, refers in referring(kind) if {"actor", "network"}.issuperset(refers.to))
