"""The ids of facts: they stay when a judgement changes, and differ when the fact is another one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from barriers import (
    Ceiling,
    Citation,
    CompleteList,
    Cooperation,
    Coordinator,
    Coverage,
    Duty,
    Facilitation,
    Figure,
    GeneralTask,
    IndicatorList,
    Membership,
    PlaceClaim,
    Practice,
    Rating,
    ShellClaim,
    Signal,
    Statement,
    SwotItem,
    Weakness,
)
from barriers.facts import Fact, fact_id
from barriers.words import (
    Awareness,
    Basis,
    Bound,
    Form,
    Handling,
    IndicatorPurpose,
    Obligation,
    Power,
    PracticeKind,
    State,
    SwotKind,
    Voice,
    WeaknessKind,
)

CITED = (Citation("report", "p. 4", (40, 42), "the police looks"),)
COMMON: dict[str, Any] = {"citations": CITED, "country": "NL"}
COVER = Coverage(
    actor="nl.police",
    step="entry.offer",
    power=Power.HINDER,
    state=State.ACTIVE,
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
COMPLETE_LIST = CompleteList(network="nl.table", without=("girls",), until=date(2014, 12, 31), **COMMON)
COOPERATION = Cooperation(actor="nl.police", partner="nl.court", ratings=(Rating("good", 20),), **COMMON)
WEAKNESS = Weakness(says="too few", touches=("entry.offer", "nl.police"), **COMMON)
DUTY = Duty(actor="nl.court", to="nl.police", duty=Obligation.OBLIGED, **COMMON)
COORDINATOR = Coordinator(actor="nl.police", barriers=("entry", "work"), **COMMON)
SIGNAL = Signal(says="pasted offers", steps=("entry.offer", "work.wharf"), noticed_by=("nl.inn", "nl.court"), **COMMON)
PRACTICE = Practice(
    says="papers are checked",
    kind=PracticeKind.PRACTICE,
    giver="NL",
    receivers=("BE", "DK"),
    answers=("entry.quay", "entry"),
    **COMMON,
)
FIGURE = Figure(counts="wharves seen", number=1, of=3, of_what="wharves", topic="visits", year="2013", **COMMON)
STATEMENT = Statement(
    says="The inn is full.",
    topic="how full the inn is",
    claim="full",
    about=("nl.inn", "entry"),
    concerns=("BE",),
    **COMMON,
)
SWOT = SwotItem(says="papers are checked", kind=SwotKind.STRENGTH, number=2, touches=("entry.quay",), **COMMON)
INDICATORS = IndicatorList(
    name="what to look for",
    purpose=IndicatorPurpose.SIGNS_OF_TRAFFICKING,
    scored=True,
    made_by="nl.court",
    used_by=("nl.police", "nl.inn"),
    **COMMON,
)
FACTS: list[Fact] = [
    *(COVER, CEILING, TASK, FACILITATION, MEMBERSHIP, COMPLETE_LIST, COOPERATION, WEAKNESS),
    *(DUTY, COORDINATOR, SIGNAL, PRACTICE, FIGURE, STATEMENT, SWOT, INDICATORS),
]


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
    (COMPLETE_LIST, {"without": ()}),
    (COOPERATION, {"ratings": (), "suspicion": "misprinted"}),
    (WEAKNESS, {"says": "in other words", "remedy": "more", "kind": WeaknessKind.THREAT}),
    (WEAKNESS, {"touches": ("nl.police", "entry.offer")}),
    (DUTY, {"duty": Obligation.NOT_OBLIGED}),
    (COORDINATOR, {"barriers": ("work", "entry")}),
    (SIGNAL, {"says": "in other words", "should_follow": "a visit", "follow_up": State.ABSENT}),
    (SIGNAL, {"steps": ("work.wharf", "entry.offer"), "noticed_by": ("nl.court", "nl.inn")}),
    (PRACTICE, {"says": "in other words", "legal_basis": "a law"}),
    (PRACTICE, {"receivers": ("DK", "BE"), "answers": ("entry", "entry.quay")}),
    (FIGURE, {"number": 2.0, "of": None, "of_what": "", "unit": "visits", "suspicion": "misprinted"}),
    (STATEMENT, {"says": "in other words", "about": ("nl.inn",), "concerns": ()}),
    (SWOT, {"says": "in other words", "heading": "At the quay", "touches": ()}),
    (INDICATORS, {"weights": (1.0, 2.0), "threshold": 2.0, "made_by": None, "used_by": ()}),
    (INDICATORS, {"purpose": IndicatorPurpose.TARGETS_OF_AN_OFFICE, "scored": False}),
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
    (COMPLETE_LIST, {"network": "nl.platform"}),
    (COOPERATION, {"actor": "nl.court", "partner": "nl.police"}),
    (COOPERATION, {"partner": "nl.inn"}),
    (WEAKNESS, {"touches": ("entry.offer",)}),
    (DUTY, {"actor": "nl.inn"}),
    (DUTY, {"to": "nl.inn"}),
    (COORDINATOR, {"actor": "nl.court"}),
    (COORDINATOR, {"barriers": ("entry",)}),
    (SIGNAL, {"steps": ("entry.offer",)}),
    (SIGNAL, {"noticed_by": ()}),
    (PRACTICE, {"kind": PracticeKind.RECOMMENDATION}),
    (PRACTICE, {"giver": "GRETA"}),
    (PRACTICE, {"receivers": ("BE",)}),
    (PRACTICE, {"answers": ("entry",)}),
    (FIGURE, {"counts": "wharves"}),
    (FIGURE, {"topic": "wharves"}),
    (FIGURE, {"year": "2012"}),
    (STATEMENT, {"topic": "how many beds the inn has"}),
    (STATEMENT, {"claim": "half empty"}),
    (SWOT, {"kind": SwotKind.WEAKNESS}),
    (SWOT, {"number": 3}),
    (INDICATORS, {"name": "what to listen for"}),
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
        (COMPLETE_LIST, ("nl.table",)),
        (COOPERATION, ("nl.police", "nl.court")),
        (WEAKNESS, ()),
        (DUTY, ("nl.court", "nl.police")),
        (COORDINATOR, ("nl.police",)),
        (SIGNAL, ("nl.inn", "nl.court")),
        (PRACTICE, ()),
        (FIGURE, ()),
        (STATEMENT, ()),
        (SWOT, ()),
        (INDICATORS, ("nl.court", "nl.police", "nl.inn")),
        (replace(INDICATORS, made_by=None), ("nl.police", "nl.inn")),
    ],
    ids=name,
)
def test_a_fact_names_the_actors_that_it_speaks_of(fact: Fact, actors: tuple[str, ...]) -> None:
    assert fact.actor_ids == actors


@pytest.mark.parametrize("fact", FACTS, ids=name)
def test_a_fact_counts_in_the_country_whose_file_it_stands_in(fact: Fact) -> None:
    """But a practice where it is shown and meant for, and a statement wherever it has to be weighed as well."""
    others = {PRACTICE.id: ("NL", "BE", "DK"), STATEMENT.id: ("NL", "BE")}

    assert fact.countries == others.get(fact.id, ("NL",))


def test_a_practice_counts_where_it_is_shown_whoever_has_it_in_the_files() -> None:
    practice = replace(PRACTICE, country="INT")

    assert practice.countries == ("NL", "BE", "DK")
    assert replace(practice, giver="GRETA", receivers=()).countries == ("GRETA",)


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


@pytest.mark.parametrize("unit", ["%", "per cent", "Per cent", "pct.", "percentage"])
def test_a_percentage_is_known_by_its_unit(unit: str) -> None:
    assert replace(FIGURE, unit=unit).is_share
    assert not FIGURE.is_share
    assert not replace(FIGURE, unit="euros").is_share


def test_two_figures_conflict_when_they_count_the_same_and_differ() -> None:
    other = replace(FIGURE, number=2, citations=(Citation("letter", "p. 1"),))

    assert FIGURE.conflicts_with(other)
    assert other.conflicts_with(FIGURE)
    assert FIGURE.conflicts_with(replace(FIGURE, of=4))
    assert not FIGURE.conflicts_with(FIGURE)
    assert not FIGURE.conflicts_with(replace(FIGURE, citations=()))


@pytest.mark.parametrize(
    "change", [{"topic": "rooms"}, {"counts": "rooms"}, {"year": "2012"}, {"unit": "%"}, {"country": "BE"}]
)
def test_figures_of_something_else_do_not_conflict(change: dict[str, Any]) -> None:
    assert not FIGURE.conflicts_with(replace(FIGURE, number=2, **change))


# Statements outside the steps


def test_two_statements_contradict_each_other_when_they_answer_the_same_and_differ() -> None:
    other = replace(STATEMENT, claim="half empty")

    assert STATEMENT.contradicts(other)
    assert other.contradicts(STATEMENT)
    assert not STATEMENT.contradicts(STATEMENT)
    assert not STATEMENT.contradicts(replace(STATEMENT, says="It is packed.", citations=()))


def test_capitals_tell_neither_claims_nor_topics_apart() -> None:
    assert not STATEMENT.contradicts(replace(STATEMENT, claim="FULL"))
    assert STATEMENT.contradicts(replace(STATEMENT, topic="How full the inn is", claim="half empty"))


def test_a_statement_on_something_else_contradicts_nothing() -> None:
    assert not STATEMENT.contradicts(replace(STATEMENT, topic="how full the inn was", claim="half empty"))


@pytest.mark.parametrize(
    ("country", "concerns", "contradicts"),
    [("NL", (), True), ("INT", ("NL",), True), ("INT", ("BE", "DK"), True), ("DK", (), False), ("INT", ("DK",), False)],
)
def test_statements_are_weighed_only_within_a_country(
    country: str, concerns: tuple[str, ...], contradicts: bool
) -> None:
    """The first counts in the Netherlands and in Belgium."""
    other = replace(STATEMENT, claim="half empty", country=country, concerns=concerns)

    assert STATEMENT.contradicts(other) is contradicts


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("how full the inn is", "how-full-the-inn-is"),
        ("  How full, the  inn is?", "how-full-the-inn-is"),
        ("300 in 2013", "300-in-2013"),
        ("Straße", "strasse"),
    ],
)
def test_a_topic_has_an_id_made_of_its_words(topic: str, name: str) -> None:
    assert replace(STATEMENT, topic=topic).topic_id == name


# Lists of indicators


def test_points_that_are_not_known_are_neither_zero_nor_nothing() -> None:
    assert INDICATORS.scored
    assert INDICATORS.weights is None
    assert INDICATORS.threshold is None
    assert replace(INDICATORS, weights=(0.0, 1.5), threshold=0.0).weights == (0.0, 1.5)
