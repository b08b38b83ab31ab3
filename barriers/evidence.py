"""Where a fact comes from: text editions, sources and citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from barriers.schema import EditionId, Filled, Id, Record, SourceId, refuse
from barriers.words import Handling, SourceKind, Voice


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
