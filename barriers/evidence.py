"""Where a fact comes from: text editions, sources and citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from barriers.checks import check_id, check_text, refuse
from barriers.words import Handling, SourceKind, Voice


@dataclass(frozen=True, slots=True)
class Edition:
    """A text file in which citations can be looked up by line.

    `sha256` is the digest of the file's bytes, `lines` its number of lines.
    """

    id: str
    title: str
    sha256: str
    lines: int

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("title", self.title)
        if len(self.sha256) != 64 or set(self.sha256) - set("0123456789abcdef"):
            refuse(
                "bad-digest",
                field="sha256",
                found=f"the digest {self.sha256!r}",
                expected="64 characters 0-9 and a-f",
                remedy="take the first word that sha256sum prints for the file",
            )


@dataclass(frozen=True, slots=True)
class Source:
    """A document.

    `date` is the day it speaks for: a fact without `since` begins there. `about` says what and whom the
    document is about. `address` is where a reader finds it; the tool itself never opens it.
    `edition` names the text edition, if there is one.
    """

    id: str
    title: str
    kind: SourceKind
    about: str
    date: date | None = None
    date_note: str = ""
    address: str = ""
    publisher: str = ""
    voice: Voice = Voice.REPORT
    edition: str | None = None
    handling: Handling = Handling.PUBLIC
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("title", self.title)
        check_text("about", self.about)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source.

    `at` is the printed locator (`NL SWOT p. 20, fn 37`). `lines` is a first and a last line of the source's
    text edition, counted from 1; `words` must stand there. `voice` is the source's own unless told.
    `respondents` is how many were asked; `asked` says who, where only a part of them was counted.
    """

    source: str
    at: str
    lines: tuple[int, int] | None = None
    words: str = ""
    voice: Voice | None = None
    respondents: int | None = None
    asked: str = ""

    def __post_init__(self) -> None:
        check_text("at", self.at)
        if self.lines is not None:
            first, last = self.lines
            if first < 1 or last < first:
                refuse(
                    "bad-lines",
                    field="lines",
                    found=f"lines {first} to {last}",
                    expected="a first and a last line, counted from 1",
                    remedy="write the smaller line number first",
                )
            if len(self.words.split()) < 2:
                refuse(
                    "no-words",
                    field="words",
                    found="lines without the words that stand there",
                    expected="at least two words of the text, so that the place can be checked",
                    remedy="copy the words that name the actor or the activity",
                )
        if self.respondents is not None and self.respondents < 1:
            refuse(
                "bad-respondents",
                field="respondents",
                found=f"{self.respondents} respondents",
                expected="at least one",
                remedy="write how many were asked, or leave it out",
            )
        if self.voice is Voice.SURVEY and self.respondents is None and not self.asked:
            refuse(
                "survey-without-respondents",
                field="voice",
                found="a survey without the number of its respondents",
                expected="respondents, or asked where the number is not printed",
                remedy="add respondents: with the number that the source prints",
            )
