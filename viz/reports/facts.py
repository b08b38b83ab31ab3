"""Facts in words: what each kind of fact says, and what has to be said beside it.

The sentences stand in the catalogue and the schema finds them, so that most kinds need no line here. Of a kind KIND

    fact.KIND                     is what it says, with its fields in braces
    fact.KIND.of-FIELD            the same under the heading of what a field names
    fact.KIND.FIELD-WORD          the same for one word of an enumeration
    fact.KIND.FIELD               how a field is told within it, where it holds something: {value}
    fact.KIND.FIELD.WORD          how a word of an enumeration is told within it
    beside.KIND.FIELD[.WORD]      what a field adds, beside the sentence; beside.FIELD for every kind

A field that no sentence tells is told with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from string import Formatter
from typing import Any

from barriers.coverage import Facilitation, Practice, Weakness
from barriers.facts import Citation, Fact
from barriers.messages import ENGLISH, language, listed, separated, text
from barriers.model import Model
from barriers.schema import Field, fields_of, names_of, worked_out_once
from barriers.statements import Figure, IndicatorList, Statement, SwotItem
from barriers.ties import Cooperation
from barriers.words import Basis, State, Voice
from viz.wording import cite, counted, day_words, has, joined, month_words, word

Names = Mapping[str, str]


# What a fact says


def headline(fact: Fact, names: Names, of: str = "") -> str:
    """What a fact says, in one line; `of` is the id under which it is shown, whose name is then left out."""
    key = _sentence(fact, of)
    asked = _asked_by(key)
    values: dict[str, object] = {
        part.name: _within(fact, part, names) for part in _told(type(fact)) if part.name in asked
    }
    more = _MORE.get(type(fact))
    return text(key, **(values | more(fact, names) if more else values))


@cache
def _asked_by(key: str) -> frozenset[str]:
    """The values that a sentence asks for; none where there is no such sentence."""
    words = language(ENGLISH).words(key, None) or ""
    return frozenset(name for _, name, *_ in Formatter().parse(words) if name)


@worked_out_once
def _told(kind: Any) -> tuple[Field, ...]:
    """The fields that a kind has beyond those of every fact, and the day on which it ends."""
    return tuple(part for part in fields_of(kind) if part.name not in names_of(Fact) or part.name == "until")


@worked_out_once
def _sentences(kind: Any) -> dict[str, tuple[str, str]]:
    """The keys of a kind's sentences, each with the field that it hangs on and with what that has to hold."""
    found = {}
    for part in _told(kind):
        found[f"fact.{kind.KIND}.of-{part.name}"] = (part.name, "")
        if _is_word(part):
            found |= {f"fact.{kind.KIND}.{part.name}-{one}": (part.name, one) for one in part.inner}
    return {key: hangs_on for key, hangs_on in found.items() if has(key)}


def _sentence(fact: Fact, of: str) -> str:
    for key, (name, wanted) in _sentences(type(fact)).items():
        if getattr(fact, name) == (wanted or of):
            return key
    return f"fact.{fact.KIND}"


def _within(fact: Fact, part: Field, names: Names) -> str:
    """A field within the sentence of its fact; empty where it holds nothing."""
    value, key = getattr(fact, part.name), f"fact.{fact.KIND}.{part.name}"
    if _is_word(part) and has(f"{key}.{value}"):
        return text(f"{key}.{value}")
    told = in_words(value, names if part.refers else {})
    return text(key, value=told) if told and has(key) else told


def _is_word(part: Field) -> bool:
    return issubclass(part.inner, Enum) and part.many is None


def in_words(value: Any, names: Names) -> str:
    """What a field holds, ids by these names; empty for what holds nothing or has fields of its own."""
    match value:
        case Enum():
            return word(value)
        case date():
            return month_words(value)
        case float() | int() if not isinstance(value, bool):
            return f"{value:,.10g}"
        case str():
            return names.get(value, value)
        case frozenset():
            return joined(in_words(one, names) for one in sorted(value))
        case tuple():
            return joined(filter(None, (in_words(one, names) for one in value)))
        case _:
            return ""


def _facilitation(fact: Facilitation, names: Names) -> dict[str, object]:
    claims = {"shell": fact.shell, "barrier": fact.barrier, "step": fact.step}
    told = (
        text(f"fact.facilitation.{kind}", name=names.get(claim.id, claim.id), basis=word(claim.basis))
        for kind, claim in claims.items()
        if claim is not None
    )
    return {"by": fact.by.rstrip("."), "where": separated(told)}


def _cooperation(fact: Cooperation, _: Names) -> dict[str, object]:
    # Printed as the source prints them: shares of the respondents of a survey, and so never without these.
    shares = (
        text("fact.cooperation.rating", rating=one.rating.replace("-", " "), share=f"{one.per_cent:g}")
        for one in fact.ratings
    )
    return {"shares": separated(shares), "whom": _of_whom(fact.citations)}


_MORE: dict[type[Fact], Callable[..., dict[str, object]]] = {
    Facilitation: _facilitation,
    Cooperation: _cooperation,
    Figure: lambda fact, _: {"figure": figure_words(fact)},
    Practice: lambda fact, names: {"giver": names.get(fact.giver, fact.giver)},
}
"""What the sentence of a kind needs beyond single fields."""


def figure_words(fact: Figure) -> str:
    """The number as printed with the whole that it is a part of: `48 of 76 foreign minors`, `61 per cent of 14 …`."""
    unit = text("figure.per-cent") if fact.is_share else fact.unit
    number = f"{fact.number:,.10g} {unit}".rstrip()
    if fact.of is not None:
        return text("figure.of", number=number, whole=f"{fact.of:,.10g} {fact.of_what}".rstrip())
    if fact.of_what:
        return text("figure.of-unknown", number=number, whole=fact.of_what)
    return text("figure.of-whom", number=number, whom=_of_whom(fact.citations)) if fact.is_share else number


def _of_whom(citations: tuple[Citation, ...]) -> str:
    """Of how many a percentage is a share, or that it is not printed: never a percentage alone."""
    numbers = sorted({one.respondents for one in citations if one.respondents is not None})
    if numbers:
        return text("figure.whom", whom=listed(counted(number, "respondent") for number in numbers))
    asked = sorted({one.asked for one in citations if one.asked})
    return text("figure.whom-unknown", whom=listed(asked)) if asked else text("figure.whole-unknown")


# What is said beside it


def remarks(fact: Fact, model: Model, names: Names, day: date) -> tuple[str, ...]:
    """What weakens or bounds a fact on a day: for whom it holds, whether it settles anything, since and until when."""
    return tuple(filter(None, [*beside(fact, model, names), period(fact, model, day)]))


def bounds(fact: Fact, model: Model, names: Names, day: date) -> tuple[str, ...]:
    """The remarks without what else the fact names: only what nobody may miss."""
    return tuple(filter(None, [*beside(fact, model, names, references=False), period(fact, model, day)]))


def beside(fact: Fact, model: Model, names: Names, *, references: bool = True) -> Iterator[str]:
    """The remarks without the period; without `references` not those that only name others."""
    for part, key in _adding(type(fact)):
        if not references and part.refers and part.refers.to != ("group",):
            continue
        value = getattr(fact, part.name)
        sign = value if isinstance(value, Enum) else _SIGNS.get(value, "") if isinstance(value, bool | None) else ""
        if sign and has(f"{key}.{sign}"):
            yield text(f"{key}.{sign}")
        elif (not key or has(key)) and (told := in_words(value, names if part.refers else {})):
            yield text(key, value=told) if key else text("plain-field", label=label(part.name), value=told)
    if getattr(fact, "state", None) is State.MANDATE:
        yield text("states.mandate")
    if isinstance(fact, IndicatorList):
        yield from _points(fact)
    yield from _conflicts(fact, model)
    yield from _settles(fact, model)


_SIGNS = {True: "yes", None: "not-told"}

_ELSEWHERE = (
    *("power_basis", "remedy", "scored", "threshold", "weights", "topic", "number", "unit", "of", "of_what"),
    *("about", "concerns", "touches"),
)
"""Fields that a sentence of their own tells, or the heading under which their fact stands."""


@worked_out_once
def _adding(kind: Any) -> tuple[tuple[Field, str], ...]:
    """The fields that add something beside a fact of this kind, each with its key; without one where it has none."""
    told = {name for name, wanted in _sentences(kind).values() if wanted}.union(_ELSEWHERE)
    told = told.union(*map(_asked_by, (f"fact.{kind.KIND}", *_sentences(kind))))
    found = []
    for part in _told(kind):
        signs = ["", *(f".{one}" for one in (*_SIGNS.values(), *(part.inner if _is_word(part) else ())))]
        keys = (f"beside.{kind.KIND}.{part.name}", f"beside.{part.name}")
        key = next((key for key in keys if any(has(key + sign) for sign in signs)), "")
        if key or (part.name not in told and part.name != "until"):
            found.append((part, key))
    return tuple(found)


def label(name: str) -> str:
    """What stands before the content of a field."""
    return text(f"label.{name}") if has(f"label.{name}") else name.replace("_", " ")


def _points(fact: IndicatorList) -> Iterator[str]:
    """What is known of the points: an unknown weight is never a weight of zero."""
    if not fact.scored:
        yield text("points.none")
        return
    of = text(f"points.of-{fact.purpose}")
    if fact.weights is None:
        yield text("points.unknown", one=of)
    else:
        yield text("points.each", one=of, points=separated(f"{weight:,.10g}" for weight in fact.weights))
    yield text("points.sum-unknown") if fact.threshold is None else text("points.sum", points=f"{fact.threshold:,.10g}")


def _conflicts(fact: Fact, model: Model) -> Iterator[str]:
    """What cannot be true beside a statement or a figure, and who says so."""
    others: list[tuple[str, Fact]] = []
    if isinstance(fact, Statement):
        others = [(text("conflict.claim", claim=one.claim), one) for one in model.statements if fact.contradicts(one)]
    if isinstance(fact, Figure):
        same = (one for one in model.figures if one.topic == fact.topic)  # which tells most of them apart at once
        others = [(figure_words(one), one) for one in same if fact.conflicts_with(one)]
    for said, one in others:
        cited = str(separated(cite(citation, model) for citation in one.citations))
        yield text("conflict.with", said=said, cited=cited or text("conflict.no-source"))


def _settles(fact: Fact, model: Model) -> Iterator[str]:
    """What an interviewee, a survey or a critic says alone settles nothing."""
    if isinstance(fact, _SETTLE_NOTHING) or model.fixes(fact.citations):
        return
    voices = {voice for one in fact.citations if (voice := model.voice(one)) is not None}
    answers_itself = isinstance(fact, Figure) and voices == {Voice.SURVEY}  # that is what a survey can say
    if voices and not answers_itself:
        yield text("voices.settle-nothing", speakers=listed(text(f"said-by.{voice}") for voice in sorted(voices)))


_SETTLE_NOTHING = (Weakness, Cooperation, Practice, SwotItem)
"""Kinds of facts that settle nothing, whoever speaks."""

_ALWAYS_SAID = (Practice, Figure, Statement, SwotItem, IndicatorList)
"""Kinds of facts that are a source's unless the record says otherwise."""


def basis_words(fact: Fact) -> str:
    """`stated` or `inferred`; empty for facts that carry none or that are always a source's."""
    if isinstance(fact, Facilitation | Weakness | Cooperation) or (fact.is_stated and isinstance(fact, _ALWAYS_SAID)):
        return ""
    if fact.basis is Basis.STATED and not fact.is_stated:
        return text("basis.stated-but-power")
    return word(fact.basis)


def period(fact: Fact, model: Model, day: date) -> str:
    """Since and until when, as far as it is told and is not said by the fact itself; how that stands to the day."""
    parts = []
    begins = model.begins(fact)
    if fact.since is not None:
        parts.append(text("period.since", day=day_words(fact.since)))
    if fact.until is not None and not has(f"fact.{fact.KIND}.until"):
        parts.append(text("period.until", day=day_words(fact.until)))
    if begins > day and isinstance(fact, Figure | SwotItem | IndicatorList):  # none of these is ever counted
        parts.append(text("period.known-from", month=month_words(begins)))
    elif begins > day:
        parts.append(text("period.not-counted", month=month_words(begins), day=month_words(day)))
    elif fact.until is not None and fact.until < day:
        parts.append(text("period.ended", day=day_words(day)))
    return str(separated(parts))
