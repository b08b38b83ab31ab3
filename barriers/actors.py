"""Actors: organisations, kinds of organisation and trades. Never a private person."""

from dataclasses import dataclass, field

from barriers.errors import Place
from barriers.facts import Citation
from barriers.schema import ActorId, Filled, GroupId, Id, Record, Stamped, fields_of
from barriers.words import ActorKind, Basis, Handling, Level


@dataclass(frozen=True, slots=True)
class Relation(Record):
    """That one actor is part of, a kind of, or successor of another; `to` is the other's id."""

    KIND = "relation"

    to: ActorId
    basis: Basis
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Serving(Record):
    """That an actor pays special attention to a target group, as a source says or the analyst concludes."""

    KIND = "serving"

    group: GroupId
    basis: Basis
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Actor(Record):
    """An organisation, a kind of organisation or a trade.

    `native` is its own name, `abbreviation` what people call it. `levels` is a set: some work at several.
    `country` is the code of the folder that it stands in.
    """

    KIND = "actor"

    id: Id
    name: Filled
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
    country: Stamped = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def called(self) -> str:
        """The abbreviation where people use one, else the name."""
        return self.abbreviation or self.name


RELATION_FIELDS = tuple(part.name for part in fields_of(Actor) if part.inner is Relation)
"""The fields in which an actor names others; each is drawn as a relation of that name, in capitals."""
