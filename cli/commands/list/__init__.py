"""`barriers list`: what there is to write and to ask for."""

from __future__ import annotations

from cli.helping import words_of_all


@words_of_all("list", names=("fields",))
def command() -> None:
    """The lists."""
