"""A push: idempotent, whole for readers, and one at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier as Gate

import pytest

from barriers import Model, StoreTrouble, UnknownName
from graph.store import clearing
from graph.store.clearing import bury, clear_version, tidy, wipe
from graph.store.connection import Store, open_store
from graph.store.contents import remains, repair
from graph.store.drawing import draw, load_drawing
from graph.store.pushing import Pushed, prepare, push
from graph.store.reading import stored_model
from graph.store.versions import VersionState
from tests.store.server import Access
from tests.store.stores import (
    BYSTANDER,
    Versions,
    current_keys,
    is_tidy,
    keys_there,
    small,
    start_push,
    versions_there,
)


def test_a_second_push_of_the_same_model_changes_nothing(store: Store) -> None:
    """The server keeps the version that it has, with who pushed it and when."""
    first = push(store, small(), "NL", "anna")
    again = push(store, small(), "NL", "bert")

    assert (first.changed, again.changed) == (True, False)
    assert again.version == first.version
    assert again.version.by == "anna"
    assert versions_there(store) == {first.version.key: "whole"}


def test_a_changed_model_takes_the_place_of_the_old_one_which_is_kept_for_its_readers(store: Store) -> None:
    """Whoever reads the old version can finish, and whoever begins gets the new one."""
    old = push(store, small(), "NL", "anna").version
    new = push(store, small(note="another"), "NL", "bert")

    assert new.before is not None
    assert new.before.key == old.key
    assert stored_model(store, "NL") == small(note="another")
    assert versions_there(store) == {old.key: "replaced", new.version.key: "whole"}
    assert keys_there(store)[old.key] == old.nodes


def test_an_old_version_goes_with_a_later_push_when_no_reader_can_hold_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was replaced long ago is cleared even by a push that changes nothing."""
    push(store, small(), "NL", "anna")
    last = push(store, small(note="another"), "NL", "anna").version
    monkeypatch.setattr(clearing, "LONGEST_READING", clearing.LONGEST_READING * 0)

    push(store, small(note="another"), "NL", "anna")

    assert set(keys_there(store)) == {last.key}
    assert versions_there(store) == {last.key: "whole"}


def test_a_forced_push_writes_what_the_server_has_already(store: Store) -> None:
    """Whoever changed something by hand can put it back."""
    first = push(store, small(), "NL", "anna").version

    assert push(store, small(), "NL", "anna", force=True).version.key != first.key


def test_models_and_drafts_lie_side_by_side(store: Store) -> None:
    """A draft is a model of its own, and neither sees the other."""
    push(store, small(), "NL", "anna")
    push(store, small(note="a draft"), "NL/spring", "anna")

    assert stored_model(store, "NL") == small()
    assert stored_model(store, "NL/spring") == small(note="a draft")


def test_of_several_who_push_at_once_one_wins_and_the_others_are_told(store: Store) -> None:
    """Everybody else learns who it was, nothing of theirs is left, and what is read is one whole model."""
    prepare(store)
    models = {who: small(note=f"by {who}") for who in ("anna", "bert", "carla")}
    gate = Gate(len(models))

    def attempt(who: str, model: Model) -> Pushed | StoreTrouble:
        with open_store(store.settings) as own:
            gate.wait()
            try:
                return push(own, model, "NL", who)
            except StoreTrouble as trouble:
                return trouble

    with ThreadPoolExecutor(len(models)) as pool:
        results = dict(zip(models, pool.map(attempt, models, models.values()), strict=True))
    model = stored_model(store, "NL")
    winners = [who for who, result in results.items() if isinstance(result, Pushed)]
    told = [str(result) for result in results.values() if isinstance(result, StoreTrouble)]

    assert model in models.values()
    assert winners
    assert all("nothing of yours was written" in sentence for sentence in told)
    assert all(any(who in sentence for who in winners) for sentence in told if "is pushing" in sentence)
    assert is_tidy(store)


def test_two_programs_that_push_at_once_leave_one_whole_version(
    store: Store, neo4j_access: Access, versions: Versions
) -> None:
    """Each of the two wins in some order, or is told who is pushing; chance decides, so three times."""
    for _ in range(3):
        clients = [start_push(neo4j_access, folder) for folder, _ in versions.values()]
        told = [client.communicate()[1].decode() for client in clients]
        codes = [client.returncode for client in clients]

        assert 0 in codes
        assert set(codes) <= {0, 3}, told
        for code, sentence in zip(codes, told, strict=True):
            assert code == 0 or "nothing of yours was written" in sentence
        assert stored_model(store, "NL") in [model for _, model in versions.values()]
        assert is_tidy(store)


def test_who_pushes_while_somebody_else_does_is_told_who_and_since_when(store: Store) -> None:
    """The second one learns it within some seconds, and the first is not disturbed."""
    told: list[str] = []

    def meanwhile(*_: int) -> None:
        if not told:
            with open_store(store.settings) as other, pytest.raises(StoreTrouble) as trouble:
                push(other, small(note="mine"), "NL", "bert")
            told.append(str(trouble.value))

    push(store, small(), "NL", "anna", meanwhile)

    assert told[0].startswith(f"anna is pushing the model NL to {store.settings.where} since 2")
    assert stored_model(store, "NL") == small()
    assert is_tidy(store)


def test_a_model_that_is_being_pushed_is_not_wiped(store: Store) -> None:
    """Whoever wipes gets the version that stands in the way, and the push is not disturbed."""
    found = []

    def meanwhile(*_: int) -> None:
        if not found:
            with open_store(store.settings) as other:
                found.append(wipe(other, "NL"))

    push(store, small(), "NL", "anna", meanwhile)

    assert found[0] is not None
    assert found[0].by == "anna"
    assert stored_model(store, "NL") == small()


def test_a_push_that_fails_leaves_the_old_version_and_nothing_of_its_own(store: Store) -> None:
    """Ctrl-C, or anything else, takes back what was written."""
    push(store, small(), "NL", "anna")

    def interrupted(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(store, small(note="never there"), "NL", "bert", interrupted)

    assert stored_model(store, "NL") == small()
    assert len(versions_there(store)) == 1
    assert is_tidy(store)


def test_a_first_push_that_fails_leaves_nothing_after_the_next_repair(store: Store) -> None:
    """A model that never had a whole version is none, and a reader is told so."""

    def interrupted(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(store, small(), "NL", "anna", interrupted)
    assert tidy(store, "NL") is None

    assert (keys_there(store), versions_there(store), current_keys(store)) == ({}, {}, {})
    with pytest.raises(UnknownName, match="There is no country 'NL'"):
        stored_model(store, "NL")


def test_a_push_notices_that_the_model_was_changed_meanwhile(store: Store) -> None:
    """The version that was there at the beginning must be there at the switch."""
    push(store, small(), "NL", "anna")

    def meanwhile(*_: int) -> None:
        with store.session() as session:
            session.run(
                "MATCH (m:BarriersModel {name: 'NL'})-[now:NOW]->() DELETE now "
                "MERGE (v:BarriersVersion {key: 'NL@of somebody else', name: 'NL'}) CREATE (m)-[:NOW]->(v)"
            ).consume()

    with pytest.raises(StoreTrouble, match="Somebody else changed the model NL"):
        push(store, small(note="mine"), "NL", "bert", meanwhile)

    assert current_keys(store) == {"NL": "NL@of somebody else"}


def test_a_push_that_was_taken_for_dead_writes_nothing(store: Store) -> None:
    """Where the lock was lost and the version cleared, the push ends, and leaves nothing."""
    push(store, small(), "NL", "anna")
    with store.session() as session:
        session.run("CREATE (:BarriersVersion {key: 'NL@dead', name: 'NL', state: 'loading', by: 'carla'})").consume()

    assert bury(store, "NL@dead") is VersionState.DEAD
    assert bury(store, "NL@never there") is VersionState.DEAD
    assert bury(store, current_keys(store)["NL"]) is VersionState.WHOLE
    clear_version(store, current_keys(store)["NL"])
    assert stored_model(store, "NL") == small()


def test_what_arrived_twice_or_not_at_all_is_never_shown_to_readers(store: Store) -> None:
    """A relation that the driver sent again after a lost answer is noticed before the switch."""
    seen = []

    def meanwhile(*_: int) -> None:
        if not seen:
            (key,) = keys_there(store)
            with store.session() as session:
                session.run(
                    "CREATE (a:BarriersNode {version: $key, label: 'Step', id: ''})-[:HAS]->(a)", key=key
                ).consume()
            seen.append(key)

    with pytest.raises(StoreTrouble, match="so nothing was changed; try again"):
        push(store, small(), "NL", "anna", meanwhile)

    assert keys_there(store) == {}


def test_a_version_of_a_newer_release_is_not_written_over_unless_forced(store: Store) -> None:
    """Whoever has the older release is told to update it; so is one who reads."""
    key = push(store, small(), "NL", "anna").version.key
    with store.session() as session:
        session.run("MATCH (v:BarriersVersion {key: $key}) SET v.schema = 99", key=key).consume()

    for attempt in (lambda: push(store, small(note="mine"), "NL", "bert"), lambda: stored_model(store, "NL")):
        with pytest.raises(StoreTrouble, match=r"newer barriers \(schema 99, here 4\): update barriers"):
            attempt()
    assert push(store, small(), "NL", "bert", force=True).changed


def test_a_version_of_an_older_release_is_pushed_again(store: Store) -> None:
    """Whoever reads it is told so, and a push of the same model then writes it anew."""
    key = push(store, small(), "NL", "anna").version.key
    with store.session() as session:
        session.run("MATCH (v:BarriersVersion {key: $key}) SET v.schema = 0", key=key).consume()

    with pytest.raises(StoreTrouble, match=r"older barriers .* stores it anew"):
        stored_model(store, "NL")
    assert push(store, small(), "NL", "bert").changed


# Wiping and repairing


def test_a_wipe_takes_one_model_away_with_all_its_versions_and_nothing_else(store: Store) -> None:
    """Other models, drafts and other people's nodes stay as they are."""
    with store.session() as session:
        session.run(BYSTANDER, name="Piet").consume()
    for note in ("one", "two"):
        push(store, small(note=note), "NL", "anna")
    draft = push(store, small(), "NL/spring", "anna").version

    assert wipe(store, "NL") is None
    assert wipe(store, "NL") is None

    assert versions_there(store) == {draft.key: "whole"}
    assert keys_there(store) == {draft.key: draft.nodes}
    assert bystanders(store) == [("Piet", "NL", "nl.police", 1, "Piet")]


def bystanders(store: Store) -> list[tuple[object, ...]]:
    with store.session() as session:
        found = session.run(
            "MATCH (a:Person)-[r:KNOWS]->(b:Person) RETURN a.name, a.model, a.id, r.since, b.name ORDER BY a.name"
        )
        return [tuple(record.values()) for record in found]


def test_a_repair_clears_what_is_left_and_touches_nothing_else(store: Store) -> None:
    """A killed push, a killed wipe, and nodes that no version tells of go; what is read and what is kept stays."""
    whole = push(store, small(), "NL", "anna").version
    with store.session() as session:
        session.run(BYSTANDER, name="Piet").consume()
        for state in ("loading", "dead"):
            session.run(
                "CREATE (:BarriersVersion {key: $key, name: 'NL', state: $state, by: 'carla', begun: datetime()})",
                key=f"NL@{state}",
                state=state,
            ).consume()
            load_drawing(store, "NL", f"NL@{state}", draw(small()))
        load_drawing(store, "NL", "NL@nobody's", draw(small()))
    left = remains(store)

    assert [one.version.key for one in left] == ["NL@dead", "NL@loading", "NL@nobody's"]
    assert all(one.is_rubbish and one.nodes == whole.nodes for one in left)
    assert repair(store) == ()
    assert keys_there(store) == {whole.key: whole.nodes}
    assert bystanders(store) == [("Piet", "NL", "nl.police", 1, "Piet")]


def test_several_may_clear_the_same_at_once(store: Store) -> None:
    """Nobody stumbles over what another has just taken away."""
    push(store, small(), "NL", "anna")
    for number in range(3):
        load_drawing(store, "NL", f"NL@{number}", draw(small()))

    def attempt(_: int) -> tuple[object, ...]:
        with open_store(store.settings) as own:
            return repair(own)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(attempt, range(3)))

    assert remains(store) == ()
    assert stored_model(store, "NL") == small()
