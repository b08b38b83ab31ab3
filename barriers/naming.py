"""Finding records by what people call them: an id, a name, an abbreviation or a native name.

Upper and lower case, accents, hyphens and dots tell nothing apart. The first of these that anything answers to counts:

    the id                                  nl.border-police
    one of its names, whole                 Border Police, KMar, NL SWOT
    all the words, in one of its names      marechaussee
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from barriers.coverage import SHELLS
from barriers.errors import SeveralNames, UnknownName
from barriers.messages import Message, Phrase, text
from barriers.model import Model
from barriers.script import Barrier, Crosswalk, Group, Route, Script, Step

_NO_ACCENT = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "\u0131": "i", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart into a letter and a sign."""

_BRACKETS = re.compile(r"\(([^()]*)\)")

_OF_A_NAME = ("id", "name", "title", "native", "abbreviation")


class Named(NamedTuple):
    """What somebody can ask for: its id, the kind of record that it is, its names, the first of which is shown.

    `country` is the code of the country whose it is, `script` the id of its script; both are empty for what is
    common to all. `record` is None for what is no record.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    country: str = ""
    script: str = ""
    record: Any = None


def folded(words: str) -> str:
    """Words as they are compared: small letters without accents, one space for whatever stands between them."""
    bare = words.casefold()
    if not bare.isascii():
        apart = unicodedata.normalize("NFKD", bare.translate(_NO_ACCENT))
        bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare))


def parts_of(script: Script) -> Iterator[Step | Barrier | Route | Group | Crosswalk]:
    """Every part of a script that has an id."""
    for parts in (script.steps, script.barriers, script.routes, script.groups, script.crosswalks):
        yield from parts


def named_records(model: Model) -> Iterator[Named]:
    """Every record that has a name, in the order of a model; facts have none."""
    for country in model.countries:
        yield _named(country, country.code)
    for record in (*model.actors, *model.sources, *model.editions):
        yield _named(record, getattr(record, "country", ""))
    for script in model.scripts:
        yield _named(script, script=script.id)
        yield from (_named(part, script=script.id) for part in parts_of(script))


def named_shells() -> Iterator[Named]:
    """The shells around the core group."""
    for number in SHELLS:
        yield Named(f"shell.{number}", "shell", (text("show.shell", number=number),))


def countries_called(model: Model) -> Iterator[Named]:
    """The countries alone."""
    return (_named(country, country.code) for country in model.countries)


def _named(record: Any, country: str = "", script: str = "") -> Named:
    names = (getattr(record, name, "") for name in _OF_A_NAME[1:])
    return Named(record.id, record.KIND, tuple(dict.fromkeys(filter(None, names))), country, script, record)


def called(things: Iterable[Named], asked: str, country: str = "") -> tuple[Named, ...]:
    """Those among these that answer to a name, each once, those of this country first; none where nothing does."""
    wanted = folded(asked)
    words = frozenset(wanted.split())
    if not words:
        return ()
    whole: dict[str, Named] = {}
    partly: dict[str, Named] = {}
    by_id: dict[str, Named] = {}
    for thing in things:
        if thing.id.casefold() == asked.casefold():
            by_id.setdefault(thing.id, thing)
        names = [folded(name) for one in (thing.id, *thing.names) for name in _with_brackets_apart(one)]
        if wanted in names:
            whole.setdefault(thing.id, thing)
        elif any(words.issubset(name.split()) for name in names):
            partly.setdefault(thing.id, thing)
    found = by_id or whole or partly
    return tuple(sorted(found.values(), key=lambda one: bool(country) and one.country != country.upper()))


def _with_brackets_apart(name: str) -> tuple[str, ...]:
    """`Border Police (Royal Military Police)` is called so, and by either half."""
    return (name, _BRACKETS.sub(" ", name), *_BRACKETS.findall(name)) if "(" in name else (name,)


def id_called(things: Iterable[Named], asked: str, kind: Message, remedy: Phrase) -> str:
    """The id of the one thing that answers to a name.

    Raises `UnknownName` with the nearest where nothing does, `SeveralNames` where several things do.
    """
    known = tuple(things)
    found = called(known, asked)
    if not found:
        raise UnknownName(kind, asked, spoken_names(known), remedy)
    if len(found) > 1:
        raise SeveralNames(kind, asked, ((one.id, one.names[0] if one.names else "") for one in found))
    return found[0].id


def spoken_names(things: Iterable[Named]) -> Iterator[str]:
    """Every id and every name that is more than the id in other letters, for the nearest to be looked for."""
    for thing in things:
        yield thing.id
        yield from (name for name in thing.names if folded(name) != folded(thing.id))
