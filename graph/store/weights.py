"""How strong a relation is, as one number from 0 to 1: for algorithms on graphs, which take no words.

The rule stands here and in docs/neo4j.md. No question of ours reads it.
"""

from __future__ import annotations

from barriers.coverage import Coverage
from barriers.facts import Fact
from barriers.ties import RATINGS, Cooperation
from barriers.words import State

OF_STATES = {State.ACTIVE: 1.0, State.PARTIAL: 0.5, State.MANDATE: 0.25, State.PLANNED: 0.1, State.ABSENT: 0.0}
"""Of a coverage that a source states; one that is inferred weighs half as much."""


def weight_of(fact: Fact) -> float | None:
    """The weight of the relation that a coverage or a cooperation draws; None for other facts, which have none.

    A cooperation weighs the mean of its ratings, where the lowest counts 0 and the highest 1; without ratings it is 0.
    """
    if isinstance(fact, Coverage):
        return OF_STATES[fact.state] * (1 if fact.is_stated else 0.5)
    if isinstance(fact, Cooperation):
        shares = [(RATINGS.index(rating.rating) / (len(RATINGS) - 1), rating.per_cent) for rating in fact.ratings]
        printed = sum(per_cent for _, per_cent in shares)
        return round(sum(place * per_cent for place, per_cent in shares) / printed, 3) if printed else 0.0
    return None
