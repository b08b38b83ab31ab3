"""Every sentence that a person reads: a key here, its words in a catalogue of `locale/`, one file a language.

    message("audit.short", n=3, total=35)     a value: the rules give back these, and never English
    text("audit.short", n=3, total=35)        the words, in the language that is set

A message is put into words when it is shown (`str(message)`), so one value serves every language. The number that
decides between singular and plural is always called `n`. The catalogues are gettext's: docs/adr/0009-catalogue.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from os import path, stat
from typing import Protocol

LOCALE = path.join(path.dirname(path.dirname(path.realpath(__file__))), "locale")
"""Where the catalogues stand."""

ENGLISH = "en"
"""The first catalogue, in which no sentence may be missing."""


class MissingMessage(LookupError):
    """A key that no catalogue knows; a fault of the tool's own, which a test finds first."""


class Catalogue(Protocol):
    """What a catalogue does: the words for a key, with places for values; None where it has none."""

    def words(self, key: str, n: int | None) -> str | None:
        """The words of a key, in the form for `n` of them where a number decides."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in no language yet: its key, and the values that go into it, which may be messages too."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        """The words in the language that is set; raises `MissingMessage` for a key without any."""
        values = dict(self.values)
        n = values.get("n")
        return template(self.key, n if isinstance(n, int) else None).format_map(values)


@dataclass(frozen=True, slots=True)
class Listing:
    """Values to be named one after the other: `police, schools and banks`.

    `between` is the key of what stands between them, `last` that of what joins the last one to those before it;
    empty where nothing else stands there.
    """

    values: tuple[object, ...]
    between: str = "list.comma"
    last: str = ""

    def __str__(self) -> str:
        """The words in the language that is set; an empty text without values."""
        words = list(map(str, self.values))
        if self.last and len(words) > 1:
            return text(self.last, before=text(self.between).join(words[:-1]), last=words[-1])
        return text(self.between).join(words)


Phrase = Message | Listing | str
"""What `str` puts into words: a message, values one after the other, or words of the data as they are."""


def message(key: str, /, **values: object) -> Message:
    """The message of this key with its values."""
    return Message(key, tuple(values.items()))


def text(key: str, /, **values: object) -> str:
    """The words of this key with its values, in the language that is set; raises `MissingMessage`."""
    return str(message(key, **values))


def template(key: str, n: int | None = None) -> str:
    """The words of a key with places for its values, in the form for `n` of them; raises `MissingMessage`."""
    for catalogue in (_SPOKEN.get(), language(ENGLISH)):
        words = None if catalogue is None else catalogue.words(key, n)
        if words is not None:
            return words
    raise MissingMessage(key)


def keys() -> frozenset[str]:
    """The keys of all messages that there are, those of the first catalogue."""
    return language(ENGLISH).keys()


def has_words(key: str) -> bool:
    """Whether there is such a message: whether the first catalogue knows the key."""
    english = language(ENGLISH)
    return any(english.words(key, n) is not None for n in (None, 1))


def listed(values: Iterable[object]) -> Listing:
    """The values, to be named one after the other in a sentence: `a, b and c`; none of them give an empty text."""
    return Listing(tuple(values), last="list.last")


def separated(values: Iterable[object], between: str = "list.comma") -> Listing:
    """The values with the same between them all, `between` being its key; none of them give an empty text."""
    return Listing(tuple(values), between)


def dated(day: date) -> Message:
    """`31 January 2014`. Not from the system's locale: the same data must give the same bytes everywhere."""
    return message("date.day", day=day.day, month=month_of(day))


def month_of(day: date) -> Message:
    """`January 2014`."""
    return message("date.month", month=message(f"month.{day.month}"), year=day.year)


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Let every message be told in this catalogue, and in English where it lacks a key."""
    token = _SPOKEN.set(catalogue)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


_SPOKEN: ContextVar[Catalogue | None] = ContextVar("catalogue", default=None)


class _Gettext:
    """A catalogue that gettext reads."""

    def __init__(self, translations: GNUTranslations) -> None:
        self._translations = translations

    def keys(self) -> frozenset[str]:
        """The keys that it has words for."""
        known: dict[str | tuple[str, int], str] = self._translations._catalog  # type: ignore[attr-defined]
        return frozenset(key if isinstance(key, str) else key[0] for key in known)

    def words(self, key: str, n: int | None) -> str | None:
        """The words of a key; a key that has no forms for numbers is told in its only form."""
        found = key if n is None else self._translations.ngettext(key, key, n)
        if found == key:
            found = self._translations.gettext(key)
        return None if found == key else found


@cache
def language(code: str) -> _Gettext:
    """The catalogue of a language; raises `FileNotFoundError` where there is none.

    What was compiled is read, unless the file that people edit is newer.
    """
    source, compiled = (path.join(LOCALE, f"{code}.{kind}") for kind in ("po", "mo"))
    if _written(compiled) >= max(_written(source), 0):
        with open(compiled, "rb") as file:
            return _Gettext(GNUTranslations(file))
    # Only somebody who edits a catalogue pays for this; an installed tool has it compiled.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    binary = BytesIO()
    with open(source, "rb") as file:
        write_mo(binary, read_po(file, locale=code))
    binary.seek(0)
    return _Gettext(GNUTranslations(binary))


def _written(name: str) -> int:
    """When a file was last written; -1 where it is not there."""
    try:
        return stat(name).st_mtime_ns
    except FileNotFoundError:
        return -1
