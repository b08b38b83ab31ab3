"""What is common to all facts: an id that stays, a period, citations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import ClassVar

from barriers.checks import check_period
from barriers.evidence import Citation
from barriers.places import Place
from barriers.words import Basis, Handling


def fact_id(kind: str, *identity: str) -> str:
    """`cover-3f2a9c1b04d7`: the kind and a hash of what identifies the fact.

    Basis, state and note never go in, so that a fact keeps its id when its judgement changes.
    """
    return f"{kind}-{sha256(chr(31).join(identity).encode()).hexdigest()[:12]}"


def cited_places(citations: tuple[Citation, ...]) -> str:
    """The sources and printed places of the citations, as one part of an identity."""
    return "; ".join(sorted(f"{citation.source} {citation.at}" for citation in citations))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement about institutions: who says it, since when, until when.

    `since` and `until` are the first and the last day; without `since` the fact begins at the date of its
    source. `country` is the code of the folder it stands in. `id` is worked out, never written.
    """

    KIND: ClassVar[str] = "fact"

    basis: Basis = Basis.STATED
    citations: tuple[Citation, ...] = ()
    since: date | None = None
    until: date | None = None
    note: str = ""
    handling: Handling = Handling.PUBLIC
    country: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        check_period(self.since, self.until)
        identity = (self.country, *self.identity(), cited_places(self.citations))
        object.__setattr__(self, "id", fact_id(self.KIND, *identity))

    def identity(self) -> tuple[str, ...]:
        """Who, what and where; each kind of fact says its own."""
        return ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries in which the fact counts."""
        return (self.country,)

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The actors that the fact speaks of."""
        return ()
