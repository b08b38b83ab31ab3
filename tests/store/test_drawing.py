"""The shape of what is stored: facts as nodes that cite, what each node is called, what a relation weighs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from barriers import Model
from barriers.facts import Citation, Fact
from barriers.model import FACTS
from barriers.ties import Cooperation, Rating
from barriers.words import Bound, State
from graph.store.captions import LONGEST
from graph.store.connection import Store
from graph.store.contents import drawn_rows
from graph.store.drawing import Drawing, draw
from graph.store.pushing import push
from graph.store.reading_back import model_of
from graph.store.weights import weight_of
from loaders import load_model
from tests.drawing import tries
from tests.graph.made import (
    ABSENT,
    ACTIVE,
    ACTORS,
    BANK,
    DOOR,
    HALL,
    INFERRED,
    LAW,
    MANDATE,
    PARTIAL,
    PLANNED,
    POLICE,
    REPORT,
    STATED,
    TABLE,
    actor,
    by,
    ceiling,
    cover,
    helps,
    membership,
    relation,
    serving,
    task,
    town,
    weakness,
)
from tests.loaders.strategies import models as models_of_files
from tests.store.stores import small


def ends(drawing: Drawing, kind: str, begin: str) -> list[str]:
    """Where the relations of a kind end that begin at a node."""
    listed = [row for (found, _, _), rows in drawing.relations.items() if found == kind for row in rows]
    return [row["end"] for row in listed if row["begin"] == begin]


# Facts


def test_a_fact_that_draws_a_relation_is_a_node_too_and_the_relation_carries_its_plain_fields() -> None:
    """It names the fact; where it stands tells the actor and the step, and citations are told by the fact."""
    said = cover(POLICE, groups=["boys"])
    drawing = draw(town(said))
    ((row,),) = [rows for (kind, _, _), rows in drawing.relations.items() if kind == "COVERS"]

    assert (row["begin"], row["end"]) == (POLICE, DOOR)
    assert {name: value for name, value in row["properties"].items() if value not in (None, "", [])} == {
        "fact": said.id,
        "power": "hinder",
        "state": "active",
        "power_basis": "stated",
        "basis": "stated",
        "groups": ["boys"],
        "measured": False,
        "handling": "public",
        "country": "NL",
        "weight": 1.0,
    }
    assert drawing.nodes["Coverage"][said.id]["actor"] == POLICE
    assert ends(drawing, "ABOUT", said.id) == [POLICE, DOOR]
    assert ends(drawing, "CITES", said.id) == [REPORT]


def test_each_relation_of_a_facilitation_has_the_basis_of_its_own_claim() -> None:
    """A shell may be our conclusion where a source says what is made possible."""
    said = helps(BANK, shell=INFERRED, step=STATED)
    drawing = draw(town(said))
    bases = {
        kind: row["properties"]["basis"]
        for (kind, _, _), rows in drawing.relations.items()
        for row in rows
        if row["properties"].get("fact") == said.id
    }

    assert bases == {"STANDS_IN": "inferred", "FACILITATES": "stated"}
    assert ends(drawing, "ABOUT", said.id) == [BANK, "shell.3", DOOR]


@pytest.mark.parametrize("code", ["NL", "RO", "DK"])
def test_every_fact_of_the_bundled_models_is_a_node_that_cites_each_of_its_sources(code: str) -> None:
    """As often as it cites them."""
    model = load_model(countries=[code]).model
    drawing = draw(model)
    cited = {
        (label, row["begin"], row["end"], row["properties"]["at"])
        for (kind, label, _), rows in drawing.relations.items()
        for row in rows
        if kind == "CITES"
    }

    for section, kind in FACTS.items():
        assert list(drawing.nodes[kind.__name__]) == [fact.id for fact in getattr(model, section)]
    assert {
        (type(fact).__name__, fact.id, citation.source, citation.at)
        for fact in model.facts()
        for citation in fact.citations
    } <= cited


def test_citations_of_a_record_and_of_its_parts_come_back_in_their_order() -> None:
    """An actor cites by itself, and by each of its relations and of the groups that it serves."""
    twice = (*by(LAW, REPORT), Citation(LAW, "p. 2", lines=(3, 4), words="some words"))
    several = actor(
        "nl.many",
        part_of=(relation(POLICE), replace(relation(BANK), citations=twice)),
        serves=(serving("boys"),),
        citations=by("not-there"),
    )
    model = town(actors=[*ACTORS, several])
    drawing = draw(model)

    assert model_of(drawn_rows(drawing)).actor_by_id["nl.many"] == several
    assert ends(drawing, "CITES", "nl.many") == ["not-there", REPORT, LAW, REPORT, LAW, REPORT]
    assert drawing.labels["not-there"] == "Elsewhere"


@settings(tries(8), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(models_of_files())
def test_what_is_drawn_of_any_model_tells_all_of_it(model: Model) -> None:
    """Without a server: every field of every record, and citations where there are none too."""
    assert model_of(drawn_rows(draw(model))) == model


# Captions


@pytest.mark.parametrize(
    ("fact", "called"),
    [
        (cover(POLICE, groups=["girls", "boys"]), "Police: Door, hinder, boys, girls"),
        (membership(HALL), "Town hall: Round table"),
        (task(POLICE, "entry"), "Police: investigates"),
        (helps(BANK, shell=STATED), "Bank: gives out papers"),
        (ceiling(Bound.ABSENT), "so it is"),
        (ceiling(Bound.ABSENT, says=" "), "Door"),
        (replace(weakness(POLICE, DOOR), says=""), "Door, Police"),
        (ceiling(Bound.ABSENT, says="long " * 30), f"{'long ' * 15}long…"),
        (membership("nl.nobody"), "nl.nobody: Round table"),
    ],
)
def test_a_fact_is_called_by_its_words_or_by_what_identifies_it(fact: Fact, called: str) -> None:
    """After the actor whose relation it draws; what is long is cut, and who is not there is called by the id."""
    drawing = draw(town(fact))

    assert drawing.nodes[type(fact).__name__][fact.id]["caption"] == called


@pytest.mark.parametrize("code", ["NL", "RO", "DK"])
def test_no_node_of_the_bundled_models_is_without_a_caption(code: str) -> None:
    """None is longer than there is room for."""
    drawing = draw(load_model(countries=[code]).model)
    captions = [node["caption"] for nodes in drawing.nodes.values() for node in nodes.values()]

    assert captions
    assert all(caption.strip() and len(caption) <= LONGEST for caption in captions if isinstance(caption, str))
    assert all(isinstance(caption, str) for caption in captions)


# Weights


@pytest.mark.parametrize(
    ("state", "weight"), [(ACTIVE, 1), (PARTIAL, 0.5), (MANDATE, 0.25), (PLANNED, 0.1), (ABSENT, 0)]
)
def test_a_coverage_weighs_what_its_state_says_and_half_where_it_is_inferred(state: State, weight: float) -> None:
    """Whether the link is inferred, or the power."""
    assert weight_of(cover(POLICE, state=state)) == weight
    assert weight_of(cover(POLICE, state=state, basis=INFERRED)) == weight / 2
    assert weight_of(cover(POLICE, state=state, power_basis=INFERRED)) == weight / 2


@pytest.mark.parametrize(
    ("ratings", "weight"),
    [
        ((), 0.0),
        ((Rating("good", 0),), 0.0),
        ((Rating("none", 100),), 0.0),
        ((Rating("very-good", 40),), 1.0),
        ((Rating("none", 25), Rating("very-good", 25)), 0.5),
        # A third of 3/7 and two thirds of 5/7.
        ((Rating("weak", 20), Rating("good", 40)), 0.619),
    ],
)
def test_a_cooperation_weighs_the_mean_of_its_ratings(ratings: tuple[Rating, ...], weight: float) -> None:
    """By how many gave them; what is not printed counts nothing."""
    assert weight_of(Cooperation(actor=POLICE, partner=HALL, ratings=ratings)) == weight


def test_other_facts_weigh_nothing() -> None:
    assert weight_of(membership(POLICE, TABLE)) is None


# On the server


def labels_there(store: Store) -> dict[str, set[str]]:
    """The labels of our nodes, by the key of their version."""
    with store.session() as session:
        found = session.run("MATCH (n:BarriersNode) UNWIND labels(n) AS label RETURN n.version, collect(label)")
        return {key: set(labels) for key, labels in found.values()}


def test_kinds_are_labels_of_what_holds_now_and_of_nothing_else(store: Store) -> None:
    """Not while it is loaded, nor when another version has taken its place; a draft beside it holds as well."""
    seen = []
    old = push(store, small(), "NL", "anna").version
    first = labels_there(store)[old.key]
    new = push(store, small(note="another"), "NL", "anna", lambda *_: seen.append(labels_there(store))).version
    draft = push(store, small(), "NL/spring", "anna").version
    after = labels_there(store)

    assert {"BarriersNode", "Fact", "Actor", "Step", "Coverage", "Source"} <= first
    assert [found[new.key] for found in seen] == [{"BarriersNode"}] * len(seen)
    assert [found[old.key] for found in seen] == [first] * len(seen)
    assert seen
    assert after == {old.key: {"BarriersNode"}, new.key: first, draft.key: first}
    with store.session() as session:
        held = session.run("MATCH (v:BarriersVersion)-[:HOLDS]->(n {version: v.key}) RETURN v.key, count(n)").values()
        assert dict(held) == {one.key: one.nodes for one in (old, new, draft)}
        actors = session.run("MATCH (a:Actor {model: 'NL'}) RETURN count(a) AS n").single(strict=True)["n"]
    assert actors == len(small().actors)


def test_only_labels_of_ours_have_keys(store: Store) -> None:
    """Others may have an Actor of the same id twice."""
    push(store, small(), "NL", "anna")
    with store.session() as session:
        found = session.run("SHOW INDEXES YIELD name, labelsOrTypes WHERE name ENDS WITH '_key' RETURN labelsOrTypes")
        assert sorted(label for record in found for label in record["labelsOrTypes"]) == [
            "BarriersModel",
            "BarriersNode",
            "BarriersVersion",
        ]
