"""The server of the tests for a developer: `./run neo4j`."""

from __future__ import annotations

import shlex
import signal
import sys
import tempfile
from pathlib import Path

import click

from tests.store.server import NoServer, Server

PREFIX = "barriers-neo4j-"


@click.command()
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Keep the data in FOLDER, and find them there the next time. Else they go with the server.",
)
def serve(keep: Path | None) -> None:
    """Start a Neo4j server on a free port of this machine; Ctrl-C stops it."""
    # A terminal that is closed, or somebody's kill: the same as Ctrl-C.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    server = Server(keep.absolute() if keep else Path(tempfile.mkdtemp(prefix=PREFIX)), browser=True)
    try:
        click.echo("Starting Neo4j, which takes some seconds ...", err=True)
        server.start()
        for name, value in server.access.environment.items():
            click.echo(f"export {name}={shlex.quote(value)}")
        sys.stdout.flush()
        click.echo(f"Neo4j Browser: {server.browser} (connect to {server.access.uri}). Ctrl-C stops it.", err=True)
        ended = server.wait()
        raise NoServer(f"Neo4j ended by itself ({ended}). Its log:\n{server.log()}")
    except NoServer as missing:
        raise click.ClickException(str(missing)) from None
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    finally:
        if keep:
            server.stop()
        else:
            server.clear_away()


if __name__ == "__main__":
    serve(prog_name="./run neo4j")
