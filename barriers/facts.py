"""What is common to all facts: an id that stays, a period, citations."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar

from barriers.errors import Place
from barriers.evidence import Citation
from barriers.schema import Drawn, Record, Stamped, ids_in, node, referring, refuse, worked_out_once
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
        identity = (self.country, *self.identity(), cited_places(self.citations))
        object.__setattr__(self, "id", fact_id(self.KIND, *identity))

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
