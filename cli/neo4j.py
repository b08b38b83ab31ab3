"""`barriers neo4j`: one model on a server that many share."""

from __future__ import annotations

import click

from cli.lazy import LazyGroup

_COMMANDS = {
    "push": "put the models of countries there",
    "pull": "write them back as files",
    "status": "what is there, by whom, and what differs",
    "wipe": "take one model away",
}

EPILOG = """\b
Connection, from the environment:
  NEO4J_URI        neo4j://localhost:7687 unless set; neo4j+s:// or bolt+s://
                   for a server on any other machine
  NEO4J_USER       neo4j unless set
  NEO4J_PASSWORD   asked for in a terminal unless set; never an argument
  NEO4J_DATABASE   the user's own unless set

\b
Example:
  barriers neo4j push NL RO DK
  barriers neo4j status
"""


@click.group(
    "neo4j",
    cls=LazyGroup,
    commands_about=_COMMANDS,
    modules="cli.neo4j_",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def command() -> None:
    """One model that a whole task force works on, on a Neo4j server.

    Each country is a model of its own there, and a draft may lie beside it. docs/neo4j.md says how to start a server.
    """
