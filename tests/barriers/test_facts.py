"""The ids of facts: they stay when a judgement changes, and differ when the fact is another one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from barriers import (
    Ceiling,
    Citation,
    ClosedList,
    Cooperation,
    Coverage,
    Facilitation,
    GeneralTask,
    Membership,
    PlaceClaim,
    Rating,
    ShellClaim,
    Weakness,
)
from barriers.facts import Fact, fact_id
from barriers.words import Awareness, Basis, Bound, Form, Handling, Power, State, Voice, WeaknessKind

CITED = (Citation("report", "p. 4", (40, 42), "the police looks"),)
COMMON: dict[str, Any] = {"citations": CITED, "country": "NL"}
COVER = Coverage(
    actor="nl.police",
    step="entry.offer",
    power=Power.HINDER,
    state=State.WORKING,
    groups=frozenset(["girls", "boys"]),
    forms=frozenset([Form.SEXUAL]),
    **COMMON,
)
CEILING = Ceiling(step="entry.offer", bound=Bound.PARTIAL, says="too little", **COMMON)
TASK = GeneralTask(actor="nl.police", barriers=("entry", "work"), does="investigates", **COMMON)
FACILITATION = Facilitation(
    actor="nl.inn",
    by="lets rooms",
    shell=ShellClaim(3, Basis.STATED),
    barrier=PlaceClaim("entry", Basis.INFERRED),
    step=PlaceClaim("entry.offer", Basis.INFERRED),
    **COMMON,
)
MEMBERSHIP = Membership(actor="nl.police", network="nl.table", **COMMON)
CLOSED_LIST = ClosedList(network="nl.table", without=("girls",), until=date(2014, 12, 31), **COMMON)
COOPERATION = Cooperation(actor="nl.police", partner="nl.court", ratings=(Rating("good", 20),), **COMMON)
WEAKNESS = Weakness(says="too few", touches=("entry.offer", "nl.police"), **COMMON)
FACTS: list[Fact] = [COVER, CEILING, TASK, FACILITATION, MEMBERSHIP, CLOSED_LIST, COOPERATION, WEAKNESS]


def name(value: Any) -> str:
    return value.KIND if isinstance(value, Fact) else str(value)


# What stays

SAME_FOR_ALL: list[dict[str, Any]] = [
    {"basis": Basis.INFERRED},
    {"note": "Judged anew."},
    {"handling": Handling.RESTRICTED},
    {"since": date(2014, 1, 31), "until": date(2014, 12, 31)},
    {"citations": (Citation("report", "p. 4"),)},
    {"citations": (Citation("report", "p. 4", (60, 62), "other words there", Voice.CRITIC, 14, "all"),)},
]
SAME: list[tuple[Fact, dict[str, Any]]] = [
    *((fact, change) for fact in FACTS for change in SAME_FOR_ALL),
    (COVER, {"state": State.ABSENT}),
    (COVER, {"power_basis": Basis.INFERRED}),
    (COVER, {"measured": True}),
    (CEILING, {"bound": Bound.ABSENT}),
    (CEILING, {"says": "in other words"}),
    (TASK, {"does": "prosecutes"}),
    (TASK, {"barriers": ("work", "entry")}),
    (FACILITATION, {"by": "in other words"}),
    (FACILITATION, {"shell": ShellClaim(2, Basis.INFERRED)}),
    (FACILITATION, {"step": PlaceClaim("entry.offer", Basis.STATED)}),
    (FACILITATION, {"awareness": Awareness.UNAWARE}),
    (CLOSED_LIST, {"without": ()}),
    (COOPERATION, {"ratings": (), "suspicion": "misprinted"}),
    (WEAKNESS, {"says": "in other words", "remedy": "more", "kind": WeaknessKind.THREAT}),
    (WEAKNESS, {"touches": ("nl.police", "entry.offer")}),
]


@pytest.mark.parametrize(("fact", "change"), SAME, ids=name)
def test_a_fact_keeps_its_id_when_its_judgement_changes(fact: Fact, change: dict[str, Any]) -> None:
    assert replace(fact, **change).id == fact.id


# What makes another fact

OTHER_FOR_ALL: list[dict[str, Any]] = [
    {"country": "BE"},
    {"citations": ()},
    {"citations": (Citation("report", "p. 5"),)},
    {"citations": (Citation("letter", "p. 4"),)},
    {"citations": (*CITED, Citation("letter", "p. 4"))},
]
OTHER: list[tuple[Fact, dict[str, Any]]] = [
    *((fact, change) for fact in FACTS for change in OTHER_FOR_ALL),
    (COVER, {"actor": "nl.court"}),
    (COVER, {"step": "entry.quay"}),
    (COVER, {"power": Power.SANCTION}),
    (COVER, {"groups": frozenset(["girls"])}),
    (COVER, {"groups": frozenset()}),
    (COVER, {"forms": frozenset([Form.LABOUR])}),
    (CEILING, {"step": "entry.quay"}),
    (CEILING, {"groups": frozenset(["girls"])}),
    (CEILING, {"forms": frozenset([Form.LABOUR])}),
    (TASK, {"actor": "nl.court"}),
    (TASK, {"barriers": ("entry",)}),
    (FACILITATION, {"actor": "nl.bank"}),
    (FACILITATION, {"barrier": None}),
    (FACILITATION, {"step": PlaceClaim("entry.quay", Basis.INFERRED)}),
    (MEMBERSHIP, {"actor": "nl.court"}),
    (MEMBERSHIP, {"network": "nl.platform"}),
    (CLOSED_LIST, {"network": "nl.platform"}),
    (COOPERATION, {"actor": "nl.court", "partner": "nl.police"}),
    (COOPERATION, {"partner": "nl.inn"}),
    (WEAKNESS, {"touches": ("entry.offer",)}),
]


@pytest.mark.parametrize(("fact", "change"), OTHER, ids=name)
def test_another_who_what_where_or_source_makes_another_fact(fact: Fact, change: dict[str, Any]) -> None:
    assert replace(fact, **change).id != fact.id


def test_the_order_of_citations_and_groups_does_not_matter() -> None:
    one, other = Citation("report", "p. 4"), Citation("letter", "p. 1")

    assert replace(COVER, citations=(one, other)).id == replace(COVER, citations=(other, one)).id
    assert COVER.id == replace(COVER, groups=frozenset(["boys", "girls"])).id


def test_facts_of_different_kinds_never_share_an_id() -> None:
    assert len({fact.id for fact in FACTS}) == len(FACTS)
    assert [fact.id.rpartition("-")[0] for fact in FACTS] == [fact.KIND for fact in FACTS]


def test_an_id_is_the_same_on_every_machine() -> None:
    """The digest of the words, with the unit separator between them; printf 'a\\037b' | sha256sum gives the same."""
    assert fact_id("cover", "a", "b") == "cover-f04cdced9736"
    assert fact_id("cover", "a", "b") != fact_id("cover", "ab")


def test_an_id_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="id"):
        replace(COVER, id="cover-1")


# What facts tell


@pytest.mark.parametrize(
    ("fact", "actors"),
    [
        (COVER, ("nl.police",)),
        (CEILING, ()),
        (TASK, ("nl.police",)),
        (FACILITATION, ("nl.inn",)),
        (MEMBERSHIP, ("nl.police", "nl.table")),
        (CLOSED_LIST, ("nl.table",)),
        (COOPERATION, ("nl.police", "nl.court")),
        (WEAKNESS, ()),
    ],
    ids=name,
)
def test_a_fact_names_the_actors_that_it_speaks_of(fact: Fact, actors: tuple[str, ...]) -> None:
    assert fact.actor_ids == actors


def test_a_cover_is_stated_when_link_and_power_are() -> None:
    assert COVER.is_stated
    assert not replace(COVER, basis=Basis.INFERRED).is_stated
    assert not replace(COVER, power_basis=Basis.INFERRED).is_stated


def test_a_facilitation_is_stated_when_any_claim_is() -> None:
    assert FACILITATION.is_stated
    assert [type(claim) for claim in FACILITATION.claims] == [ShellClaim, PlaceClaim, PlaceClaim]
    assert not replace(FACILITATION, shell=None).is_stated


def test_ratings_are_summed_as_printed() -> None:
    ratings = (Rating("sufficient", 50), Rating("good", 21.43), Rating("very-good", 28.75))

    assert replace(COOPERATION, ratings=ratings).total == 100.18
