"""How kinds are declared: each has a word, what identifies it and what it refers to are fields of its own."""

import pytest

from barriers import Actor, Citation, Place, PlaceClaim, Relation, ShellClaim
from barriers.facts import Fact
from barriers.messages import has_words
from barriers.model import ALL_KINDS, FACTS, SECTIONS
from barriers.schema import Record, as_written, fields_of, has_id, ids_in, kinds_in, names_of, records_in, referring
from barriers.words import ActorKind, Basis, Level

EVERY_KIND = [found for section in SECTIONS.values() for found in kinds_in(section)]
CITED = Citation("report", "p. 4", (40, 42), "the police looks")
ACTOR = Actor(
    "nl.police",
    "Police",
    ActorKind.POLICE,
    frozenset([Level.NATIONAL, Level.LOCAL]),
    part_of=(Relation("nl.state", Basis.STATED, (CITED,)),),
    country="NL",
    place=Place("nl/actors.yml", 3, 3),
)


def test_no_two_kinds_share_a_word() -> None:
    assert len({kind.KIND for kind in EVERY_KIND}) == len(set(EVERY_KIND)) == len(ALL_KINDS)
    assert "" not in ALL_KINDS


@pytest.mark.parametrize("kind", FACTS.values(), ids=lambda kind: kind.KIND)
def test_what_identifies_a_fact_is_neither_its_judgement_nor_what_all_facts_have(kind: type[Fact]) -> None:
    own = set(names_of(kind)) - set(names_of(Fact))

    assert set(kind.IDENTITY) <= own
    assert {"state", "bound", "duty", "says", "does", "by"}.isdisjoint(kind.IDENTITY)


@pytest.mark.parametrize("kind", FACTS.values(), ids=lambda kind: kind.KIND)
def test_what_a_fact_is_drawn_to_are_fields_of_its_own(kind: type[Fact]) -> None:
    ends = [name for names in kind.DRAWN.relations.values() for name in names]

    assert set(filter(None, [kind.DRAWN.begin, *ends])) <= set(names_of(kind))
    assert all(relation.isupper() for relation in kind.DRAWN.relations)


@pytest.mark.parametrize("kind", ALL_KINDS.values(), ids=lambda kind: kind.KIND)
def test_what_a_field_refers_to_has_words_for_messages(kind: type[Record]) -> None:
    words = ["-".join(refers.to) for _, refers in referring(kind)]

    assert [word for word in words if not has_words(f"refers.{word}.one")] == []
    assert [word for word in words if word != "country" and not has_words(f"refers.{word}")] == []


def test_what_others_refer_to_has_an_id_that_somebody_writes() -> None:
    named = {kind.KIND for kind in ALL_KINDS.values() if has_id(kind)}

    assert named == {"script", "barrier", "step", "group", "route", "crosswalk", "edition", "source", "actor"}


def test_a_field_tells_what_its_type_says() -> None:
    by_name = {part.name: part for part in fields_of(Actor)}

    assert by_name["name"].required
    assert not by_name["mandate"].required
    assert (by_name["levels"].many, by_name["levels"].inner) == (frozenset, Level)
    assert (by_name["part_of"].many, by_name["part_of"].inner, by_name["part_of"].is_noun) == (tuple, Relation, True)
    assert not by_name["country"].written
    assert "place" not in by_name
    assert [part.is_pair for part in fields_of(Citation) if part.name == "lines"] == [True]


@pytest.mark.parametrize(
    ("held", "ids"),
    [
        (None, ()),
        ("nl.police", ("nl.police",)),
        (("a", "b", "a"), ("a", "b")),
        ((), ()),
        (PlaceClaim("entry", Basis.STATED), ("entry",)),
        (ShellClaim(2, Basis.STATED), ("shell.2",)),
    ],
)
def test_a_field_holds_one_id_or_several_or_a_claim_of_one_or_none(held: object, ids: tuple[str, ...]) -> None:
    assert ids_in(held) == ids


def test_what_stands_inside_a_record_has_its_place() -> None:
    assert list(records_in(ACTOR)) == [(ACTOR, ACTOR.place), (ACTOR.part_of[0], ACTOR.place), (CITED, ACTOR.place)]
    assert list(records_in(CITED)) == [(CITED, None)]


def test_a_record_is_written_without_what_holds_unless_told() -> None:
    """And without what the loader works out: its country and its place."""
    assert as_written(ACTOR) == {
        "id": "nl.police",
        "name": "Police",
        "kind": "police",
        "levels": ["local", "national"],
        "part_of": [
            {
                "to": "nl.state",
                "basis": "stated",
                "citations": [
                    {"source": "report", "at": "p. 4", "lines": [40, 42], "words": "the police looks"},
                ],
            },
        ],
    }
