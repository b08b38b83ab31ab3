"""What is pushed is read back, and written as files, as it was; whatever stands in its texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from barriers import Model
from graph.store.connection import Store
from graph.store.contents import differences, examine, repair
from graph.store.pushing import push
from graph.store.reading import stored_model
from loaders import load_model
from tests.drawing import tries, usual
from tests.loaders.strategies import models as models_of_files
from tests.store.server import Access
from tests.store.stores import BYSTANDER, empty, neo4j, small

HOSTILE = (
    "`) DETACH DELETE n //",
    "'}) DETACH DELETE n //",
    '"}) MATCH (m) DETACH DELETE m RETURN "',
    "\\u0027}) DETACH DELETE n //",
    "\\u0060 \\`` ``",
    "$model $rows {model: $name}",
    "\N{RIGHT-TO-LEFT OVERRIDE}etelED\N{POP DIRECTIONAL FORMATTING} \N{RIGHT-TO-LEFT MARK}",
    "\N{POLICE OFFICER}\N{ZERO WIDTH JOINER}\N{FEMALE SIGN} \N{MUSICAL SYMBOL G CLEF}",
    "\N{NULL}\t\r\n\N{LINE SEPARATOR}\N{BYTE ORDER MARK}",
    "long " * 40_000,
)


def hostile() -> Model:
    """The small model with such a text in every name, note and claim, each time another."""
    texts = [f"{text} {turn}" for turn in range(30) for text in HOSTILE[: -1 if turn else None]]
    model = small()
    given = iter(texts)
    actors = tuple(
        replace(actor, name=next(given), mandate=next(given), roles=(next(given),)) for actor in model.actors
    )
    coverage = tuple(replace(cover, note=next(given)) for cover in model.coverage)
    cited = tuple(replace(source, title=next(given)) for source in model.sources)
    claims = tuple(replace(said, claim=next(given), topic=next(given)) for said in model.statements)
    scripts = tuple(
        replace(script, steps=tuple(replace(step, name=next(given)) for step in script.steps))
        for script in model.scripts
    )
    return replace(model, actors=actors, coverage=coverage, sources=cited, statements=claims, scripts=scripts)


@pytest.mark.parametrize("code", usual("DK", deep=["NL", "RO"]))
def test_the_bundled_models_are_read_back_equal(store: Store, code: str) -> None:
    """With the same digest, and with nothing on the server that was not sent."""
    model = load_model(countries=[code]).model
    push(store, model, code, "anna")

    assert stored_model(store, code) == model
    assert examine(store, code).model == model
    assert examine(store, code).altered == 0


# A server is emptied and written for each example.
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(tries(2), suppress_health_check=SLOW)
@given(models_of_files())
def test_any_model_of_files_is_read_back_equal(store: Store, model: Model) -> None:
    """Models with every kind of value, and texts that are hard to write down."""
    assert is_read_back(store, model)


def is_read_back(store: Store, model: Model) -> bool:
    """Whether a model comes back as it was, under a name of its own."""
    empty(store)
    push(store, model, "NL", "anna")
    back = examine(store, "NL")
    assert back.model == model
    assert back.model.digest == model.digest
    assert back.altered == 0
    return True


def test_a_model_without_anything_is_read_back_equal(store: Store) -> None:
    """Nothing is a model too."""
    assert is_read_back(store, Model())


def test_no_text_of_a_model_is_taken_for_a_query(store: Store) -> None:
    """Quotation marks, escapes, names of parameters and signs of every script come back; nothing else happens."""
    with store.session() as session:
        session.run(BYSTANDER, name="Piet").consume()
    model = hostile()
    push(store, model, "NL", HOSTILE[0])
    push(store, replace(model, coverage=()), "NL", HOSTILE[1])
    push(store, model, "NL", HOSTILE[2])
    repair(store)

    with store.session() as session:
        people = session.run("MATCH (p:Person) RETURN p.name AS name, labels(p) AS labels").data()
        number = session.run("MATCH (n) WHERE NOT n:BarriersNode RETURN count(n) AS n").single(strict=True)["n"]
    assert is_equal(examine(store, "NL").model, model)
    assert examine(store, "NL").version.by == HOSTILE[2]
    assert people == [{"name": "Piet", "labels": ["Person"]}] * 2
    # The two, the model, and its versions.
    assert number == 2 + 1 + 3


def is_equal(one: Model | None, other: Model) -> bool:
    """Whether two models are the same; a difference is told by its ids, and not by 200 kilobytes of text."""
    assert one is not None
    assert differences(one, other) == ()
    return one == other


# As files


def test_what_is_pulled_loads_to_the_model_that_was_pushed(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """One country alone, though its files name actors of others, and all countries together."""
    loaded = {code: load_model(countries=[code]).model for code in ("NL", "RO", "DK")}
    for code, model in loaded.items():
        push(store, model, code, "anna")

    assert neo4j(neo4j_access, "pull", "nl", "-o", tmp_path / "nl").exit_code == 0
    assert neo4j(neo4j_access, "pull", "-o", tmp_path / "all").exit_code == 0

    assert load_model(tmp_path / "nl").model == loaded["NL"]
    assert load_model(tmp_path / "nl", countries=["NL"]).model == loaded["NL"]
    assert load_model(tmp_path / "all").model == load_model().model
    for code, model in loaded.items():
        assert load_model(tmp_path / "all", countries=[code]).model == model
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all", "nl"]


def test_differences_are_told_by_kind_and_id() -> None:
    """What was added, removed and changed; what stands inside a script is a kind of its own."""
    old = small()
    (first, *rest) = old.actors
    script = old.scripts[0]
    changed = replace(script, steps=(replace(script.steps[0], name="Another"), *script.steps[1:]))
    new = replace(
        old,
        actors=(replace(first, name="Another"), *rest[1:]),
        coverage=old.coverage[1:],
        scripts=(changed, *old.scripts[1:]),
    )

    told = {one.kind: (one.added, one.removed, one.changed) for one in differences(old, new)}
    back = {one.kind: (one.added, one.removed, one.changed) for one in differences(new, old)}

    assert told == {
        "steps": ((), (), (script.steps[0].id,)),
        "actors": ((), (rest[0].id,), (first.id,)),
        "coverage": ((), (old.coverage[0].id,), ()),
    }
    assert back["actors"] == ((rest[0].id,), (), (first.id,))
    assert differences(old, old) == ()
