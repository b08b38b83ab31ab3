"""`barriers neo4j`: one model on a server that many share; and what these commands have in common."""

from __future__ import annotations

from cli.helping import option, words_of_all
from cli.options import check_draft

draft_option = option("--draft", metavar="NAME", callback=check_draft, help="help.neo4j.draft")


@words_of_all(
    "neo4j",
    names=("push", "pull", "status", "wipe"),
    legend=("help.neo4j.connection",),
    examples=("barriers neo4j push NL RO DK", "barriers neo4j status"),
)
def command() -> None:
    """The commands of the server."""
