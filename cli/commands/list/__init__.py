"""`barriers list`: what there is to write and to ask for."""

from __future__ import annotations

from cli.helping import group


@group("list", names=("fields",))
def command() -> None:
    """The lists."""
