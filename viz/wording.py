"""Dates, counts, lists and citations as a reader wants to see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache

from barriers.actors import Actor
from barriers.facts import Citation
from barriers.messages import dated, has_words, listed, month_of, text
from barriers.model import Model
from barriers.words import Handling, Voice

has = cache(has_words)
"""`has_words`, which a page asks thousands of times."""


def month_words(day: date) -> str:
    """`January 2014`."""
    return str(month_of(day))


def day_words(day: date) -> str:
    """`31 January 2014`."""
    return str(dated(day))


def counted(number: int, unit: str) -> str:
    """`1 step`, `3 steps`; the unit is the last part of its key in the catalogue, `count.step`."""
    return text(f"count.{unit}", n=number)


def out_of(number: int, total: int, unit: str) -> str:
    """`3 of 11 steps`: never a number without its denominator."""
    return text("count.of", number=number, total=counted(total, unit))


def audience_words(handling: Handling) -> str:
    """For whose eyes an output is: `audience: partners only`."""
    return text("header.handling", handling=word(handling))


def word(value: Enum) -> str:
    """A word of an enumeration as it stands on a screen: `hinder`, `state institution`; else as it stands in data."""
    key = f"{_area(type(value))}.{value}"
    return text(key) if has(key) else str(value)


@cache
def _area(kind: type[Enum]) -> str:
    """The beginning of the keys of an enumeration: `actor-kind` for `ActorKind`."""
    return re.sub("(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


def joined(words: Iterable[str], most: int | None = None) -> str:
    """`a, b and c`; with `most`, only so many by name: `a, b and 4 more`. Empty for no words."""
    named = list(words)
    if most is not None and len(named) > most:
        return text("list.more", named=text("list.comma").join(named[:most]), n=len(named) - most)
    return str(listed(named))


def named(actor: Actor) -> str:
    """An actor's name with the abbreviation that people use, where it is not a part of it: `Border Police (KMar)`."""
    return f"{actor.name} ({actor.abbreviation})" if actor.abbreviation not in actor.name else actor.name


def named_ids(ids: Iterable[str], model: Model) -> tuple[str, ...]:
    """Actors as people call them; an id that the model does not know stays as it is."""
    known = model.actor_by_id
    return tuple(known[name].called if name in known else name for name in ids)


def voice_words(citation: Citation, model: Model) -> str:
    """`report`, `one interviewee`, `survey of 14`; who was asked, where only a part of them was counted."""
    voice = model.voice(citation)
    if voice is None:
        return text("voice.unread")
    words = text(f"voice.{voice}")
    if citation.respondents is not None:
        words = text("voice.of", voice=words, whom=counted(citation.respondents, "respondent"))
    elif voice is Voice.SURVEY:
        words = text("voice.of-unknown", voice=words)
    return text("voice.asked", voice=words, asked=citation.asked) if citation.asked else words


def cite(citation: Citation, model: Model) -> str:
    """A citation in full: the printed place, the source, who speaks. `NL SWOT p. 37 (nl-swot, report)`."""
    return f"{citation.at} ({citation.source}, {voice_words(citation, model)})"


def cite_together(citations: Iterable[Citation], model: Model) -> str:
    """Citations with what they share said once. `NL SWOT p. 37; p. 40 (nl-swot, report)`. Empty for no citation."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in citations:
        places.setdefault((one.source, voice_words(one, model)), []).append(one.at)
    told = []
    for (source, voice), at in places.items():
        title = title_of(at[0])
        told.append(f"{'; '.join([at[0], *(place.removeprefix(f'{title} ') for place in at[1:])])} ({source}, {voice})")
    return text("list.semicolon").join(told)


def title_of(place: str) -> str:
    """What a printed place calls its source: `NL SWOT` of `NL SWOT p. 37`; a place without a page is all title."""
    return re.split(r" pp?\. ", place)[0]


def cite_briefly(citations: Sequence[Citation], model: Model) -> str:
    """The printed place of the first citation, which names its source; three dots stand for others.

    Who speaks is said where that is not a law, an official source or a report. Empty for no citation.
    """
    if not citations:
        return ""
    first = citations[0]
    words = [first.at]
    if not model.fixes((first,)):
        voice = model.voice(first)
        voiced = text(f"voice.{voice}") if voice else text("voice.unread")
        words.append(voiced if first.respondents is None else text("voice.of", voice=voiced, whom=first.respondents))
    more = text("list.and-so-on") if len(citations) > 1 else ""
    return f"{', '.join(words)}{more}"


def cite_all(citations: Sequence[Citation], model: Model, most: int) -> str:
    """Up to `most` citations in full, and how many more there are. Empty for no citation."""
    shown = "; ".join(cite(citation, model) for citation in citations[:most])
    return text("list.more", named=shown, n=len(citations) - most) if len(citations) > most else shown
