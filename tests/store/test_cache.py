"""What is kept on one's own machine: where, for whom, how much, and that nothing depends on it."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from graph.store import bookmarks, cache
from graph.store.bookmarks import forget_bookmarks, keep_bookmarks, kept_bookmarks
from graph.store.cache import Cache, cache_folder
from graph.store.connection import Settings, Store, open_store
from graph.store.pushing import push
from graph.store.reading import stored_model
from tests.store.stores import small

HOME = {"HOME": "/people/anna", "LOCALAPPDATA": "/people/local"}


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", HOME, "/people/anna/.cache/barriers/neo4j"),
        ("linux", HOME | {"XDG_CACHE_HOME": "/var/anna"}, "/var/anna/barriers/neo4j"),
        ("linux", HOME | {"XDG_CACHE_HOME": "here"}, "/people/anna/.cache/barriers/neo4j"),
        ("darwin", HOME, "/people/anna/Library/Caches/barriers/neo4j"),
        ("win32", HOME, "/people/local/barriers/neo4j"),
        ("linux", HOME | {"BARRIERS_CACHE": "/kept"}, "/kept/barriers/neo4j"),
        ("linux", HOME | {"BARRIERS_CACHE": "off"}, None),
        ("linux", HOME | {"BARRIERS_CACHE": "here"}, None),
        ("linux", {}, None),
        ("win32", {}, None),
    ],
)
def test_each_system_has_its_place_for_it(
    platform: str, environment: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One variable names another, or switches it off; where there is no place, nothing is kept."""
    monkeypatch.setattr(sys, "platform", platform)

    assert cache_folder(environment) == (folder and Path(folder))


def test_what_is_kept_is_for_nobody_else(tmp_path: Path) -> None:
    """Neither the folder nor a file; a folder that others could enter is closed."""
    folder = tmp_path / "a" / "b"
    Cache(folder).write(b"one", "NL")
    folder.chmod(0o755)

    assert Cache(folder).read("NL") == b"one"
    assert Cache(folder).read("RO") is None
    (file,) = folder.iterdir()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, file)] == [0o700, 0o600]


def test_what_belongs_to_somebody_else_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither read nor written, whatever it says."""
    Cache(tmp_path).write(b"one", "NL")
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)

    assert Cache(tmp_path).read("NL") is None


@pytest.mark.parametrize("folder", [None, "file", "file/below"])
def test_where_nothing_can_be_kept_nothing_is(folder: str | None, tmp_path: Path) -> None:
    """And nobody hears of it."""
    (tmp_path / "file").touch()
    kept = Cache(folder and tmp_path / folder)
    kept.write(b"one", "NL")
    kept.forget("NL")

    assert kept.read("NL") is None
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_oldest_go_first_where_there_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read lately is young; what is too large for all the room is not kept at all."""
    monkeypatch.setattr(cache, "LARGEST", 10)
    kept = Cache(tmp_path)
    for age, name in ((300, "one"), (200, "two"), (100, "three")):
        kept.write(name.encode(), name)
        moment = tmp_path.stat().st_mtime - age
        os.utime(kept._path((name,)), (moment, moment))
    assert kept.read("one") is None
    assert kept.read("two") == b"two"
    kept.write(b"four", "four")
    kept.write(b"a" * 11, "large")

    assert [name for name in ("one", "two", "three", "four", "large") if kept.read(name)] == ["two", "four"]


def test_what_nobody_used_for_long_goes(tmp_path: Path) -> None:
    """A model may be for few eyes only."""
    kept = Cache(tmp_path)
    kept.write(b"old", "old")
    os.utime(kept._path(("old",)), (1, 1))
    kept.write(b"new", "new")

    assert (kept.read("old"), kept.read("new")) == (None, b"new")


# Bookmarks


def settings(folder: Path | None, uri: str = "neo4j://localhost", user: str = "anna") -> Settings:
    return Settings(uri, user, "", None, folder)


def test_bookmarks_are_kept_by_server_user_and_database_and_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one machine is named, it knows what it wrote."""
    kept = Cache(tmp_path)
    keep_bookmarks(kept, settings(tmp_path), ["b", "a"])
    keep_bookmarks(kept, settings(tmp_path, "bolt://localhost"), ["c"])
    keep_bookmarks(kept, settings(tmp_path, user="bert"), [])

    assert kept_bookmarks(kept, settings(tmp_path)) == ("a", "b")
    assert kept_bookmarks(kept, settings(tmp_path, "bolt://localhost")) == ()
    assert kept_bookmarks(kept, settings(tmp_path, user="bert")) == ()
    monkeypatch.setattr(bookmarks, "LONGEST", 0)
    assert kept_bookmarks(kept, settings(tmp_path)) == ()
    monkeypatch.undo()
    forget_bookmarks(kept, settings(tmp_path))
    assert kept_bookmarks(kept, settings(tmp_path)) == ()


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{}", b'{"at": "x", "bookmarks": []}', b'{"at": 1}'])
def test_bookmarks_that_cannot_be_read_are_none(content: bytes, tmp_path: Path) -> None:
    """Whatever stands there."""
    kept = Cache(tmp_path)
    keep_bookmarks(kept, settings(tmp_path), ["a"])
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)

    assert kept_bookmarks(kept, settings(tmp_path)) == ()


def routed(store: Store, folder: Path) -> Settings:
    """The settings of the test server as of a cluster."""
    told = store.settings
    return Settings(told.uri.replace("bolt:", "neo4j:"), told.user, told.password, told.database, folder)


def test_whoever_pushed_reads_with_a_bookmark_of_it_later(store: Store, tmp_path: Path) -> None:
    """A machine of a cluster that has not got as far waits; who only read keeps none."""
    with open_store(routed(store, tmp_path)) as reading:
        reading.rows("RETURN 1")
    assert list(tmp_path.iterdir()) == []
    with open_store(routed(store, tmp_path)) as pushing:
        push(pushing, small(), "NL", "anna")

    kept = kept_bookmarks(Cache(tmp_path), routed(store, tmp_path))
    assert kept
    with open_store(routed(store, tmp_path)) as later:
        assert set(later._way.bookmarks.get_bookmarks()) == set(kept)
        assert stored_model(later, "NL") == small()


def test_bookmarks_of_a_server_that_was_set_up_anew_are_forgotten(store: Store, tmp_path: Path) -> None:
    """It has never heard of them, and answers all the same."""
    push(store, small(), "NL", "anna")
    asked = routed(store, tmp_path)
    keep_bookmarks(Cache(tmp_path), asked, ["FB:kcwQnothingofthissserver"])

    with open_store(asked) as opened:
        assert stored_model(opened, "NL") == small()
    assert kept_bookmarks(Cache(tmp_path), asked) == ()


# Models


def keeping(store: Store, folder: Path) -> Settings:
    """The settings of the test server, with a folder for what is read."""
    told = store.settings
    return Settings(told.uri, told.user, told.password, told.database, folder)


@pytest.fixture
def kept_file(store: Store, tmp_path: Path) -> Path:
    """The file in which the model NL is kept, which was read once."""
    push(store, small(), "NL", "anna")
    with open_store(keeping(store, tmp_path)) as own:
        stored_model(own, "NL")
    (file,) = tmp_path.iterdir()
    return file


def broken(content: bytes) -> list[bytes]:
    """A copy as it should not be."""
    head, _, body = content.partition(b"\n")
    other = json.dumps(json.loads(head) | {"key": "NL@another"}).encode()
    return [
        b"",
        b"\xff\xfe",
        head,
        content[:-1],
        content + b"\n",
        body,
        b"[]\n" + body,
        other + b"\n" + body,
        content.replace(b"police", b"POLICE", 1),
        b"\x80\x04." + content,
    ]


def test_a_copy_that_is_not_whole_is_read_again(store: Store, kept_file: Path) -> None:
    """Cut off, changed, of another version, of another program: the server is asked, and the copy is whole again."""
    whole = kept_file.read_bytes()
    for content in broken(whole):
        assert content != whole
        kept_file.write_bytes(content)
        with open_store(keeping(store, kept_file.parent)) as own:
            assert stored_model(own, "NL") == small()
        assert kept_file.read_bytes() == whole


def test_a_copy_is_of_one_version_and_gives_way_to_the_next(store: Store, kept_file: Path) -> None:
    """What was replaced is not kept: one file for each model."""
    push(store, small(note="another"), "NL", "anna")

    with open_store(keeping(store, kept_file.parent)) as own:
        assert stored_model(own, "NL") == small(note="another")
        assert stored_model(own, "NL").digest == small(note="another").digest
    assert list(kept_file.parent.iterdir()) == [kept_file]
