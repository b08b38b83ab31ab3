"""The server that the tests start: it answers, it keeps its data, it leaves nothing behind."""

from __future__ import annotations

import os
import shlex
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError

from tests.store.server import SECONDS_TO_START, SECONDS_TO_STOP, Access, NoServer, Server

ROOT = Path(__file__).parents[2]
VARIABLES = ("NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD")


def test_the_server_answers_a_query(strict_server: Server) -> None:
    """Whoever asks for the server finds it ready."""
    with strict_server.access.driver() as driver:
        records, _, _ = driver.execute_query("RETURN 1 AS one")

    assert [record["one"] for record in records] == [1]


def test_the_server_refuses_a_wrong_password(strict_server: Server) -> None:
    """The password is asked for, so that tests can see what happens when it is wrong."""
    with (
        Access(strict_server.access.uri, strict_server.access.user, "not the password").driver() as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


@pytest.mark.deep
def test_no_process_and_no_folder_is_left_when_the_server_is_stopped(tmp_path: Path) -> None:
    """Ctrl-C ends the command, the server and its folder, and the command says so with success."""
    with serve(tmp_path) as command:
        assert access_from(command).answers()
        assert len(servers_in(tmp_path)) == 1
        command.send_signal(signal.SIGINT)
        assert command.wait(SECONDS_TO_STOP) == 0

    assert servers_in(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_no_process_is_left_when_the_one_who_started_it_is_killed(tmp_path: Path) -> None:
    """A SIGKILL cannot be caught; the server ends with its parent all the same."""
    with serve(tmp_path) as command:
        deadline = time.monotonic() + SECONDS_TO_START
        while not servers_in(tmp_path) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert servers_in(tmp_path)
        command.kill()
        command.wait()

    deadline = time.monotonic() + SECONDS_TO_STOP
    while servers_in(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert servers_in(tmp_path) == []


def test_the_password_is_on_no_command_line_and_for_no_other_user_to_read(strict_server: Server) -> None:
    """Those who share the machine see its processes, and the files that all may read."""
    password = strict_server.access.password
    secret = [path for path in strict_server.folder.rglob("*") if path.is_file() and password in readable(path)]

    assert [line for line in command_lines() if password in line] == []
    assert [path.name for path in secret] == ["password"]
    assert stat.S_IMODE(secret[0].stat().st_mode) == 0o600


def test_a_start_that_fails_shows_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has to find out why reads it in the failure itself."""
    monkeypatch.setattr("tests.store.server.JVM", ("-XX:+NoSuchOption",))

    with pytest.raises(NoServer, match=r"(?s)ended while it started.*Unrecognized VM option 'NoSuchOption'"):
        Server(tmp_path).start()


def test_without_java_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence to act on, where there would be a traceback."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoServer, match=r"needs Java 17 or later .*apt install default-jre-headless maven"):
        Server(tmp_path / "server").start()


@contextmanager
def serve(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """`./run neo4j` with its temporary folders in this one; it does not outlive the test."""
    environment = os.environ | {"TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as command:
        try:
            yield command
        finally:
            command.kill()


def access_from(command: subprocess.Popen[str]) -> Access:
    """The server, from what the command prints for us to export when it is ready."""
    assert command.stdout is not None
    lines = [command.stdout.readline() for _ in VARIABLES]
    values = dict(line.removeprefix("export ").strip().split("=", 1) for line in lines)
    return Access(*(shlex.split(values[name])[0] for name in VARIABLES))


def servers_in(folder: Path) -> list[str]:
    return [line for line in command_lines() if f"--home-dir={folder}" in line]


def command_lines() -> list[str]:
    """Those of all processes, as every user of the machine sees them."""
    return subprocess.run(
        ["ps", "-A", "-ww", "-o", "args="], capture_output=True, check=True, text=True
    ).stdout.splitlines()


def readable(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
