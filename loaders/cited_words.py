"""Whether the words that stand in a passage can carry what a record says: a plan is no deed, an absence needs a no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from barriers.coverage import Ceiling, Coverage
from barriers.errors import IN_MEMORY, Gravity, Problem, problem
from barriers.facts import Fact
from barriers.model import Model
from barriers.words import Bound, State
from loaders.marked import place_of

_NOT_YET = re.compile(r"\b(may|[Mm]ight|[Cc]ould|[Ss]hould|[Oo]ught|[Pp]lan(s|ned|ning)?|[Ii]ntends?)\b")
"""English words of what is allowed, wished or planned. May is a month; "would" and "will" tell of habits as well."""

_NO = re.compile(
    r"\b(no|not|none|nobody|nothing|never|neither|nor|without|lacks?|lacking|absence|absent|cannot|ends?|ended|hardly"
    r"|geen|niet|niets|niemand|nooit|zonder|ontbreekt|ikke|ingen|intet|aldrig|uden|mangler"
    r"|nu|niciun|nicio|nimeni|nimic|niciodată|fără|lipse[sș]te)\b|n[’']t\b",
    re.IGNORECASE,
)
"""English, Dutch, Danish and Romanian, as the words of a source stand."""


def check_cited_words(model: Model) -> Iterator[Problem]:
    """A warning for each stated cover or word on a step whose cited words, all of them, look like less than it says.

    Citations without words are passed over. A person has to look: a word may be there and mean something else.
    """
    said: tuple[Coverage | Ceiling, ...] = (*model.coverage, *model.ceilings)
    for fact in said:
        words = [citation.words for citation in fact.citations if citation.words]
        if not words or not fact.is_stated:
            continue
        if _is_deed(fact) and all(map(_NOT_YET.search, words)):
            found = _NOT_YET.search(words[0])
            yield _warned("words-of-a-plan", fact, found[0] if found else "")
        elif _is_absence(fact) and not any(map(_NO.search, words)):
            yield _warned("words-without-a-no", fact, words[0])


def _is_deed(fact: Coverage | Ceiling) -> bool:
    return isinstance(fact, Coverage) and fact.state in (State.ACTIVE, State.PARTIAL)


def _is_absence(fact: Coverage | Ceiling) -> bool:
    return (fact.state is State.ABSENT) if isinstance(fact, Coverage) else fact.bound is Bound.ABSENT


def _warned(case: str, fact: Fact, words: str) -> Problem:
    place = place_of(fact.citations[0].source, fact.place or IN_MEMORY)
    return problem(place, case, gravity=Gravity.WARNING, words=words)
