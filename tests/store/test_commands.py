"""`barriers neo4j`: what each command prints and where, what it refuses, and that no password is seen anywhere."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from barriers import StoreTrouble
from cli.main import cli
from cli.options import Asked
from graph.store.connection import Store
from graph.store.contents import examine
from graph.store.drawing import draw, load_drawing
from graph.store.pushing import push
from graph.store.reading import stored_model
from loaders import dump_model, load_model
from tests.cli.running import DATA, PLAIN, ROOT, THREE, is_golden
from tests.store.server import Access
from tests.store.stores import keys_there, neo4j, small, versions_there

HOURS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)? UTC")


def without_moments(text: str, access: Access) -> str:
    """A screen without what differs from run to run: the port, moments, the system's user."""
    moments = HOURS.sub(lambda found: f"2026-01-01 00:00{':00' if found[1] else ''} UTC", text)
    return moments.replace(access.uri.partition("://")[2], "localhost:7687")


def test_a_push_says_what_it_has_done_and_a_second_one_that_nothing_was_changed(
    store: Store, neo4j_access: Access
) -> None:
    """On stderr, for there is no answer; no bar where there is no terminal."""
    first = neo4j(neo4j_access, "push", "nl", "--by", "anna", data=DATA)
    again = neo4j(neo4j_access, "push", data=DATA)
    forced = neo4j(neo4j_access, "push", "NL", "--force", data=DATA)
    where = store.settings.where

    assert (first.exit_code, first.stdout) == (0, "")
    assert re.fullmatch(rf"NL: pushed to {where} \(\d+ facts, \d+ nodes, \d+ relations\)\.\n", first.stderr)
    assert again.stderr.startswith(f"NL: {where} has this model already (")
    assert forced.stderr.endswith("relations), in place of that of anna.\n")
    assert stored_model(store, "NL") == load_model(DATA, countries=["NL"]).model


def test_a_push_of_several_countries_stores_a_model_of_each(store: Store, neo4j_access: Access) -> None:
    """Each is what its own files and the common ones say."""
    assert neo4j(neo4j_access, "push", "NL", "RO", "DK", data=THREE).exit_code == 0

    for code in ("NL", "RO", "DK"):
        assert stored_model(store, code) == load_model(THREE, countries=[code]).model


def test_a_push_names_the_user_of_the_server_and_of_the_system(
    store: Store, neo4j_access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that others know whom to ask; where the system does not tell, the server's user is enough."""
    monkeypatch.setattr("getpass.getuser", lambda: "anna")
    neo4j(neo4j_access, "push", "NL", data=DATA)
    first = examine(store, "NL").version.by

    def unknown() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", unknown)
    neo4j(neo4j_access, "push", "NL", "--force", data=DATA)

    assert (first, examine(store, "NL").version.by) == ("neo4j (anna)", "neo4j")


@pytest.mark.parametrize("draft", ["", "a/b", "a b", "-a", "a" * 41])
def test_a_draft_has_a_simple_name(neo4j_access: Access, draft: str) -> None:
    """One that stands in commands and messages without quotation marks."""
    result = neo4j(neo4j_access, "push", "NL", f"--draft={draft}")

    assert result.exit_code == 2
    assert "a draft's name has at most 40 letters, digits" in result.stderr


# Status


def prepared(store: Store) -> None:
    """A model that equals the files, one that differs from them, and one that somebody changed by hand."""
    models = {code: load_model(THREE, countries=[code]).model for code in ("NL", "RO", "DK")}
    changed = models["NL"]
    first, *rest = changed.actors
    push(store, replace(changed, actors=(replace(first, name="Another"), *rest[1:])), "NL", "anna")
    push(store, models["RO"], "RO", "bert")
    push(store, models["DK"], "DK", "carla")
    with store.session() as session:
        session.run("MATCH (n:Step {model: 'DK'}) SET n.name = 'By hand'").consume()
        session.run(
            "CREATE (:BarriersVersion {key: 'RO@killed', name: 'RO', state: 'loading', by: 'dora', begun: datetime()})"
        ).consume()
        load_drawing(store, "RO", "RO@killed", draw(models["RO"]))


@pytest.mark.parametrize("width", ["80", "160"])
def test_the_status_is_a_table_with_what_is_to_be_done(store: Store, neo4j_access: Access, width: str) -> None:
    """Exit 1, for something differs."""
    prepared(store)

    result = neo4j(neo4j_access, "status", "--all", data=THREE, COLUMNS=width)

    assert result.exit_code == 1
    assert is_golden(f"neo4j-status-{width}.txt", without_moments(result.stdout, neo4j_access))


def test_a_command_that_is_suggested_names_the_files_that_were_compared() -> None:
    """As they were given, so that it can be pasted; the bundled data need no word."""
    assert Asked().again() == ""
    assert Asked(Path("my data"), (Path("more"), Path("it's"))).again() == (
        """ --data 'my data' --add more --add 'it'"'"'s'"""
    )


def test_the_status_on_paper(store: Store, neo4j_access: Access) -> None:
    """The same as Markdown."""
    prepared(store)

    result = neo4j(neo4j_access, "status", "--format", "md", data=THREE)

    assert is_golden("neo4j-status.md", without_moments(result.stdout, neo4j_access))


def test_the_status_for_other_programs(store: Store, neo4j_access: Access) -> None:
    """As JSON with every id that differs, and as CSV with a row for each model."""
    prepared(store)

    told = json.loads(neo4j(neo4j_access, "status", "--format", "json", data=THREE).stdout)
    rows = neo4j(neo4j_access, "status", "--format", "csv", data=THREE).stdout.splitlines()
    by_name = {one["model"]: one for one in told["models"]}

    assert {name: one["files"] for name, one in by_name.items()} == {"NL": "differs", "RO": "equal", "DK": "differs"}
    assert {name: bool(one["altered"]) for name, one in by_name.items()} == {"NL": False, "RO": False, "DK": True}
    assert len(by_name["NL"]["differences"]["actors"]["changed"]) == 1
    assert [one["version"] for one in told["remains"]] == ["RO@killed"]
    assert rows[0] == "model,pushed by,since,facts,digest,files,altered,differences"
    assert len(rows) == 4


def test_a_status_of_what_equals_the_files_is_0_and_of_no_files_too(store: Store, neo4j_access: Access) -> None:
    """Somebody else's country is nobody's mistake here."""
    push(store, load_model(THREE, countries=["NL"]).model, "NL", "anna")
    push(store, load_model(THREE, countries=["NL"]).model, "SE", "anna")

    result = neo4j(neo4j_access, "status", data=THREE)

    assert result.exit_code == 0
    assert "no files here" in result.stdout
    assert neo4j(neo4j_access, "status", "NL", data=THREE).stdout.startswith("SERVER")


def test_a_status_of_an_empty_server_is_0(store: Store, neo4j_access: Access) -> None:
    """There is nothing, and nothing is wrong with it."""
    result = neo4j(neo4j_access, "status")

    assert (result.exit_code, result.stdout) == (0, f"SERVER · {store.settings.where} · no models\n")


def test_a_repair_takes_away_what_was_left(store: Store, neo4j_access: Access) -> None:
    """And says what there is afterwards."""
    prepared(store)

    before = neo4j(neo4j_access, "status", "RO", data=THREE)
    after = neo4j(neo4j_access, "status", "RO", "--repair", data=THREE)

    assert (before.exit_code, after.exit_code) == (1, 0)
    assert "left of a push by dora" in " ".join(before.stdout.split())
    assert "dora" not in after.stdout
    assert "RO@killed" not in keys_there(store)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (:Actor {version: $key})-[r:COVERS]->() WITH r LIMIT 1 DELETE r",
        "MATCH (c:Coverage {version: $key}) WITH c LIMIT 1 SET c.state = 'nonsense'",
        "MATCH (a:Actor {version: $key}) WITH a LIMIT 1 REMOVE a.name",
        "MATCH (a:Actor {version: $key}) WITH a LIMIT 1 CREATE (a)-[:LEADS_TO]->(a)",
        "MATCH (:Actor {version: $key})-[r:COVERS]->() WITH r LIMIT 1 SET r.weight = 7",
    ],
)
def test_whatever_a_hand_changes_on_the_server_is_noticed_and_can_be_put_back(
    store: Store, neo4j_access: Access, statement: str
) -> None:
    """A relation less or more, a word that means nothing, a name taken away, what only queries look at."""
    key = push(store, small(), "NL", "anna").version.key
    with store.session() as session:
        session.run(statement, key=key).consume()

    before = neo4j(neo4j_access, "status", data=DATA)
    neo4j(neo4j_access, "push", "NL", "--force", data=DATA)

    assert before.exit_code == 1
    assert "somebody changed it on the server" in " ".join(before.stdout.split())
    assert neo4j(neo4j_access, "status", data=DATA).exit_code == 0


def test_what_can_no_longer_be_read_is_told_where_it_is_wanted(store: Store, neo4j_access: Access) -> None:
    """With the command that puts it back."""
    key = push(store, small(), "NL/spring", "anna").version.key
    with store.session() as session:
        session.run("MATCH (a:Actor {version: $key}) REMOVE a.name", key=key).consume()

    with pytest.raises(StoreTrouble, match="`barriers neo4j push NL --draft spring --force`"):
        stored_model(store, "NL/spring")


# Pull


def test_nothing_is_pulled_into_a_folder_that_holds_something(neo4j_access: Access, tmp_path: Path) -> None:
    """What is there stays, and the server is not even asked."""
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")

    result = neo4j(neo4j_access, "pull", "NL", "-o", tmp_path)

    assert result.exit_code == 2
    assert "has something else than data, so it stays as it is" in " ".join(result.stderr.split())
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_data_in_the_folder_are_replaced_only_with_force(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """What was there is gone then, for it may not fit what is pulled."""
    push(store, small(), "NL", "anna")
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "old.yml").write_text("schema: [", encoding="utf-8")

    refused = neo4j(neo4j_access, "pull", "NL", "-o", tmp_path)
    forced = neo4j(neo4j_access, "pull", "NL", "-o", tmp_path, "--force")

    assert refused.exit_code == 2
    assert "already has data. --force replaces it" in " ".join(refused.stderr.split())
    assert forced.exit_code == 0
    assert load_model(tmp_path).model == small()
    assert [path.name for path in tmp_path.parent.iterdir() if ".before" in path.name] == []


def test_a_pull_that_cannot_be_written_leaves_nothing(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """Neither beside the folder nor in it."""
    push(store, small(), "NL", "anna")
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = neo4j(neo4j_access, "pull", "NL", "-o", tmp_path / "file" / "folder")

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_draft_is_pulled_by_its_name_into_an_empty_folder(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """The model beside it is another."""
    push(store, small(), "NL", "anna")
    push(store, small(note="a draft"), "NL/spring", "anna")

    result = neo4j(neo4j_access, "pull", "--draft", "spring", "-o", tmp_path)

    assert result.exit_code == 0
    assert result.stderr.startswith(f"Written: {tmp_path} (NL/spring: ")
    assert load_model(tmp_path).model == small(note="a draft")


def test_where_there_is_nothing_to_pull_it_is_said(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """With the command that puts something there."""
    result = neo4j(neo4j_access, "pull", "-o", tmp_path / "new")

    assert result.exit_code == 3
    assert "There is no model at" in result.stderr
    assert not (tmp_path / "new").exists()


# Wipe


def test_a_wipe_asks_first_and_without_a_terminal_does_nothing(store: Store, neo4j_access: Access) -> None:
    """Unless --yes says so."""
    push(store, small(), "NL", "anna")

    refused = neo4j(neo4j_access, "wipe", "NL")
    kept = set(versions_there(store).values())
    done = neo4j(neo4j_access, "wipe", "NL", "--yes")

    assert (refused.exit_code, kept) == (2, {"whole"})
    assert "--yes takes the model away without asking" in refused.stderr
    assert done.exit_code == 0
    assert re.fullmatch(r"NL: taken away from \S+ \(\d+ facts, \d+ nodes, pushed by anna\)\.\n", done.stderr)
    assert versions_there(store) == {}


# Help


@pytest.mark.deep
def test_the_examples_of_the_help_run(
    store: Store, neo4j_access: Access, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order in which somebody would try them, with what they ask to be there."""
    monkeypatch.chdir(tmp_path)
    dump_model(small(), tmp_path / "my-data")
    lines = [
        line.strip()
        for command in ("push", "publish", "status", "pull", "style", "wipe")
        for line in neo4j(neo4j_access, command, "--help").stdout.split("Example:\n")[1].splitlines()
        if line.strip()
    ]
    assert len(lines) == 12

    for example in lines:
        # Nobody is there to be asked.
        line = f"{example} --yes" if " wipe" in example and "--yes" not in example else example
        environment = PLAIN | neo4j_access.environment
        result = CliRunner().invoke(cli, shlex.split(line)[1:], prog_name="barriers", env=environment)
        # A draft of the small data is not what the bundled files say.
        assert result.exit_code in ((0, 1) if " status" in line else (0,)), (line, result.stderr)


# The password


def test_a_password_is_seen_nowhere(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """Not in what is printed, in a traceback, on the command line that all users see, or on the server."""
    secret = neo4j_access.password
    environment = os.environ | PLAIN_TEXT | neo4j_access.environment
    with subprocess.Popen(
        [sys.executable, "-X", "dev", "-m", "cli", "neo4j", "push", "NL", "--debug", "--data", str(DATA)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as client:
        line = Path(f"/proc/{client.pid}/cmdline")
        seen = line.read_bytes() if line.exists() else b""
        out, _ = client.communicate()
    with store.session() as session:
        there = [record.values() for record in session.run("MATCH (n) RETURN properties(n)")]
    wrong = [
        neo4j(neo4j_access, "status", "--debug", NEO4J_URI=uri)
        for uri in (f"bolt://anna:{secret}@localhost", "bolt://no-such-machine.invalid")
    ]

    assert client.returncode == 0
    assert secret.encode() not in seen + out
    assert secret not in repr(there)
    assert all(secret not in result.output and secret not in repr(result.exception) for result in wrong)


PLAIN_TEXT = {name: value for name, value in PLAIN.items() if value is not None}


def test_in_a_terminal_the_password_is_asked_for_without_showing_it(store: Store, neo4j_access: Access) -> None:
    """The prompt names the user and the server; what is typed is not echoed; a bar shows how far it is."""
    environment = os.environ | PLAIN_TEXT | neo4j_access.environment
    del environment["NEO4J_PASSWORD"]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execve(  # noqa: S606 - a terminal wants a process of its own
            sys.executable, [sys.executable, "-m", "cli", "neo4j", "push", "NL", "--data", str(DATA)], environment
        )
    shown = ""
    asked = False
    while True:
        try:
            shown += os.read(terminal, 4096).decode(errors="replace")
        except OSError:
            # The other side of a terminal ends with an error where a pipe would just end.
            break
        if not asked and "Password of neo4j at" in shown and shown.endswith(": "):
            os.write(terminal, neo4j_access.password.encode() + b"\n")
            asked = True
    _, status = os.waitpid(pid, 0)

    assert asked
    assert os.waitstatus_to_exitcode(status) == 0
    assert neo4j_access.password not in shown
    assert "NL [##############################] 100 %" in shown
    assert examine(store, "NL").altered == 0
