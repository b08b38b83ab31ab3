"""Markup out of text: the one place where text from the data becomes HTML.

A piece of markup is an `Html`, never a string, so a string that was not escaped cannot slip in: wherever a string
stands among the children of an element, it is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from viz.plain import plain

# Two characters that Unicode keeps for use inside a program, around a name within a sentence.
_BEGINS, _ENDS = "\ufdd0", "\ufdd1"
_MARKED = re.compile(f"{_BEGINS}([^{_BEGINS}{_ENDS}]*){_ENDS}")
_LEFT_OVER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")

_NEEDS_NO_QUOTES = re.compile(r"[A-Za-z0-9#.:_-]+")

_VOID = frozenset(("br", "hr", "meta"))

# These end where the next one begins or the element around them ends; HTML asks for no more, and a page has thousands.
_ENDS_BY_ITSELF = frozenset(("dd", "dt", "li", "td", "th", "tr"))


@dataclass(frozen=True, slots=True)
class Html:
    """Finished markup. Only this module makes one from text; the others put elements together."""

    text: str


Child = Html | str | None | Iterable["Html | str | None"]
"""What may stand in an element: markup, text, nothing, or a row of them."""

Attribute = str | int | bool | None


def safe(text: str) -> Html:
    """Text as markup that shows just this text; a name that was `marked` in it stands in a `<bdi>` of its own."""
    if text.isascii() and text.isprintable():
        return Html(escape(text, quote=True))
    escaped = _MARKED.sub(r"<bdi>\1</bdi>", escape(plain(text), quote=True))
    return Html(_LEFT_OVER.sub("\ufffd", escaped))


def marked(name: str) -> str:
    """A name with its ends marked, so that right-to-left letters in it cannot disturb the sentence around it.

    One of plain Latin letters needs no mark: it runs as the sentence does.
    """
    if name.isascii():
        return name
    return f"{_BEGINS}{_LEFT_OVER.sub(chr(0xFFFD), name)}{_ENDS}"


def unmarked(text: str) -> str:
    """The text without such marks, made harmless: for data that no markup is made of."""
    return kept(text.replace(_BEGINS, "").replace(_ENDS, ""))


def kept(text: str) -> str:
    """The text with the marks of its names, made harmless: for data of which scripts make elements."""
    if text.isascii() and text.isprintable():
        return text
    parts = [_LEFT_OVER.sub("\ufffd", part) for part in _MARKED.split(plain(text))]
    return "".join(f"{_BEGINS}{part}{_ENDS}" if place % 2 else part for place, part in enumerate(parts))


def harmless(value: Any, made: Callable[[str], str]) -> Any:
    """Lists and dicts with each text in them made harmless by `unmarked` or `kept`."""
    if isinstance(value, str):
        return made(value)
    if isinstance(value, dict):
        return {harmless(key, made): harmless(part, made) for key, part in value.items()}
    return [harmless(part, made) for part in value] if isinstance(value, list | tuple) else value


def el(tag: str, *children: Child, **attributes: Attribute) -> Html:
    """An element: `el("td", "text", cls="says", data_kind="cover")`.

    `cls` is the class; underscores are hyphens. An attribute that is None or False is left out, one that is True stands
    alone.
    """
    parts = ["<", tag]
    for key, value in attributes.items():
        if value is not None and value is not False:
            parts.append(_attribute("class" if key == "cls" else key.replace("_", "-"), value))
    parts.append(">")
    if tag not in _VOID:
        _put(parts, children)
        if tag not in _ENDS_BY_ITSELF:
            parts += ["</", tag, ">"]
    return Html("".join(parts))


def together(*children: Child) -> Html:
    """Markup and text one after the other."""
    parts: list[str] = []
    _put(parts, children)
    return Html("".join(parts))


def between(parts: Iterable[Html], separator: str) -> Html:
    """Markup with text between its parts."""
    return Html(safe(separator).text.join(part.text for part in parts))


def _put(parts: list[str], children: Iterable[Child]) -> None:
    for child in children:
        if isinstance(child, Html):
            parts.append(child.text)
        elif isinstance(child, str):
            parts.append(safe(child).text)
        elif child is not None:
            _put(parts, child)


def _attribute(name: str, value: str | int) -> str:
    if value is True:
        return f" {name}"
    text = str(value)
    if not _NEEDS_NO_QUOTES.fullmatch(text):
        text = f'"{escape(unmarked(text), quote=True)}"'
    # Most values are ids, and HTML asks for no quotes around them.
    return f" {name}={text}"
