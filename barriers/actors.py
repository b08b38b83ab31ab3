"""Actors: organisations, kinds of organisation and trades. Never a private person."""

from __future__ import annotations

from dataclasses import dataclass, field

from barriers.checks import check_id, check_text
from barriers.evidence import Citation
from barriers.places import Place
from barriers.words import ActorKind, Basis, Handling, Level


@dataclass(frozen=True, slots=True)
class Relation:
    """That one actor is part of, a kind of, or successor of another; `to` is the other's id."""

    to: str
    basis: Basis
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Serving:
    """That an actor pays special attention to a target group, as a source says or the analyst concludes."""

    group: str
    basis: Basis
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation, a kind of organisation or a trade.

    `native` is its own name, `abbreviation` what people call it. `levels` is a set: some work at several.
    `country` is the code of the folder that it stands in.
    """

    id: str
    name: str
    kind: ActorKind
    levels: frozenset[Level] = frozenset()
    native: str = ""
    abbreviation: str = ""
    roles: tuple[str, ...] = ()
    mandate: str = ""
    part_of: tuple[Relation, ...] = ()
    kind_of: tuple[Relation, ...] = ()
    successor_of: tuple[Relation, ...] = ()
    serves: tuple[Serving, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str = ""
    handling: Handling = Handling.PUBLIC
    country: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)

    @property
    def called(self) -> str:
        """The abbreviation where people use one, else the name."""
        return self.abbreviation or self.name
