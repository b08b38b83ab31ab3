"""Long answers on a terminal: read page by page where there is somebody to turn them."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

import pytest

from tests.cli.running import DATA, ROOT

PAGED = "paged: "


def on_a_terminal(*arguments: str, lines: int = 24, **environment: str) -> tuple[str, int]:
    """What stands on a terminal of 80 letters a line after `barriers` with these arguments, and its exit code."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "PAGER", "BARRIERS_PAGER", "LESS")}
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "cli", *arguments, "--data", str(DATA)],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        env=kept | {"TERM": "xterm", "PAGER": f"sed 's/^/{PAGED}/'"} | environment,
    ) as process:
        os.close(slave)
        shown = b""
        try:
            while part := os.read(master, 65_536):
                shown += part
        except OSError:  # the other side is closed
            pass
    os.close(master)
    return shown.decode(), process.returncode


def test_a_long_answer_goes_through_the_pager_with_its_colours_and_keeps_its_exit_code() -> None:
    shown, code = on_a_terminal("audit", "NL", "--all")

    assert shown.startswith(PAGED)
    assert "\x1b[1m" in shown
    assert code == 1


def test_barriers_pager_wins_over_pager() -> None:
    assert on_a_terminal("audit", "NL", "--all", BARRIERS_PAGER="sed s/^/mine:/")[0].startswith("mine:")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--all", "--no-pager"), {}),
        (("--all",), {"BARRIERS_PAGER": ""}),
        (("--all",), {"PAGER": "cat"}),
        (("--all",), {"PAGER": "no-such-program"}),
        (("--all",), {"PAGER": "'unclosed"}),
        (("--all",), {"CI": "true"}),
        (("--all",), {"TERM": "dumb"}),
        ((), {}),
    ],
)
def test_otherwise_the_answer_is_printed(arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    shown, code = on_a_terminal("audit", "NL", *arguments, **environment)

    assert "NETHERLANDS" in shown
    assert PAGED not in shown
    assert code == 1


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    shown, code = on_a_terminal("audit", "NL", "--all", PAGER="head -n 1")

    assert shown.count("\n") == 1
    assert code == 1
