"""A long answer on a terminal, page by page, in the program that the environment names."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress


def show_paged(content: str, height: int) -> bool:
    """Show a text that is longer than the window in a pager; False where it is to be printed, as always in a pipe.

    BARRIERS_PAGER names the program, else PAGER, else it is less; an empty name, or `cat`, means none. No pager runs
    in CI or on a terminal that can only print.
    """
    command = _command()
    if not command or content.count("\n") < height or not sys.stdout.isatty():
        return False
    # Quit where all fits, keep colours, leave the text on the screen; what the user has set for less stays.
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the user's own choice
    except OSError:
        return False
    assert pager.stdin is not None  # noqa: S101 - for the type
    with suppress(BrokenPipeError), pager.stdin as pipe:  # the reader may have seen enough
        pipe.write(content.encode())
    while pager.poll() is None:
        with suppress(KeyboardInterrupt):  # Ctrl-C is the pager's to answer
            pager.wait()
    return True


def _command() -> list[str]:
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return []
    named = os.environ.get("BARRIERS_PAGER", os.environ.get("PAGER", "less"))
    try:
        command = shlex.split(named)
    except ValueError:
        return []
    return command if command and command != ["cat"] and shutil.which(command[0]) else []
