"""Which records cannot both be true, judged pair by pair without worlds; the oracle's part on contradiction."""

from __future__ import annotations

from itertools import permutations

from barriers import Ceiling, Coverage, Step
from barriers.words import Basis, Bound, State
from tests.graph.records import DEGREE, Records, intervening


def contradictions(records: Records) -> frozenset[str]:
    """The steps, the actors at steps and the topics on which stated records exclude one another, whoever speaks."""
    found = _topics(records)
    for step in records.steps:
        covers = [cover for cover in records.covers_of(step) if _stated(cover) and records.in_force(cover)]
        ceilings = [said for said in records.ceilings_of(step) if _stated(said) and records.in_force(said)]
        found |= {
            f"{one.actor}@{step.id}" for one, other in permutations(covers, 2) if _exclude(records, step, one, other)
        }
        holders = [cover for cover in covers if intervening(cover.power, step) and DEGREE.get(cover.state, 0) > 0]
        in_part = [said for said in ceilings if said.bound is Bound.PARTIAL]
        nobody = [said for said in ceilings if said.bound is Bound.ABSENT]
        somebody: list[Coverage | Ceiling] = [*holders, *in_part]
        if any(_denies(records, one, other) for one in nobody for other in somebody):
            found.add(step.id)
    return frozenset(found)


def _topics(records: Records) -> set[str]:
    """The topics outside the steps that get more than one answer."""
    answers: dict[str, set[str]] = {}
    for said in records.statements():
        if said.basis is Basis.STATED and records.in_force(said):
            letters = [letter if letter.isalnum() else " " for letter in said.topic.lower()]
            answers.setdefault("-".join("".join(letters).split()), set()).add(said.claim.lower())
    return {topic for topic, given in answers.items() if len(given) > 1}


def _stated(fact: Coverage | Ceiling) -> bool:
    power_basis = fact.power_basis if isinstance(fact, Coverage) else Basis.STATED
    return Basis.INFERRED not in (fact.basis, power_basis)


def _exclude(records: Records, step: Step, one: Coverage, other: Coverage) -> bool:
    """Two degrees for one cell, neither of them an exception to the other."""
    if (one.actor, one.power) != (other.actor, other.power) or one.state is other.state:
        return False
    if {one.state, other.state} - {State.ABSENT, State.PARTIAL, State.ACTIVE}:
        return False
    mine, theirs = records.extent(one), records.extent(other)
    same_atom = any(records.speaks_of(one, atom) and records.speaks_of(other, atom) for atom in records.atoms(step))
    return same_atom and not mine.beats(theirs) and not theirs.beats(mine)


def _denies(records: Records, nobody: Ceiling, somebody: Coverage | Ceiling) -> bool:
    """Somebody is named, or said to act in part, where the ceiling says nobody."""
    return records.extent(nobody).covers(records.extent(somebody))
