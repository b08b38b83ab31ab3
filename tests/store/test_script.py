"""What `barriers export --format cypher` writes is run by Neo4j's own cypher-shell, and is the same model."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from barriers import Model
from graph.store.connection import Store
from graph.store.reading import stored_model
from graph.store.script import columns_of, cypher_script, literal
from loaders import load_model
from tests.cli.running import run
from tests.graph.made import said, town
from tests.store.server import JARS, QUICK_TO_START, Access, find_java

STRANGE = "a \\ b 'c' \"d\" `e` \\u0027 \\\\u0027 }) DETACH DELETE n // $rows ; :exit \n\r\t \u202e \U0001f6a7 \u0000"


def run_script(path: Path, access: Access) -> None:
    """Run a script as a user would; the password stands in the environment."""
    # The shell refuses two names for one address.
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_URI"}
    environment |= {"NEO4J_ADDRESS": access.uri, "NEO4J_USERNAME": access.user, "NEO4J_PASSWORD": access.password}
    shell = [
        find_java(),
        *QUICK_TO_START,
        "-cp",
        f"{JARS}/*",
        "org.neo4j.shell.Main",
        "--non-interactive",
        "--file",
        str(path),
    ]
    done = subprocess.run(shell, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def written(model: Model, name: str, folder: Path) -> Path:
    """The script of a model as a file."""
    path = folder / "model.cypher"
    path.write_text("\n".join(cypher_script(model, name)), encoding="utf-8")
    return path


@pytest.mark.parametrize("value", [STRANGE, "", 0, -1.5, 24.43, True, False, date(1, 1, 1), ["a", "b'"], [], {"a": 1}])
def test_a_value_is_written_so_that_the_server_reads_the_same(value: object, asked_store: Store) -> None:
    """Every kind of property, and text with everything in it that could end a text."""
    with asked_store.session() as session:
        (found,) = session.run(f"RETURN {literal(value)} AS found").single(strict=True)

    assert (found.to_native() if hasattr(found, "to_native") else found) == value


@pytest.mark.parametrize(
    "column",
    [
        [STRANGE, "", "a|b"],
        ["a", "", None],
        ["a|b", None, "c\td"],
        ["|\t", "\x1e\x1d"],
        [["a", "b"], [], ["c|d"]],
        [["a"], None],
        [["a"], None, []],
        [["a"], [""], ["b", "c"]],
        [[1, 2], [3]],
        [1, None, -2],
        [0.5, 1e-9],
        [1, 2.5],
        [True, False, None],
        [date(1, 1, 1), None],
        [None, None],
        ["a", "a"],
        [["a"], "a"],
    ],
)
def test_a_column_is_written_so_that_the_server_reads_the_same(column: list[object], asked_store: Store) -> None:
    """As one text where that can be, and value by value where it cannot."""
    lines = columns_of([[value, {"told": value}] for value in column])
    with asked_store.session() as session:
        found = session.run(" ".join([*lines, "RETURN row[0] AS one, row[1].told AS other"])).values()

    assert [[getattr(value, "to_native", lambda value=value: value)() for value in row] for row in found] == [
        [value, value] for value in column
    ]


@pytest.mark.deep
@pytest.mark.parametrize("code", ["NL", "RO", "DK"])
def test_a_bundled_model_arrives_whole(code: str, store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """Exported on the command line, and read back."""
    result = run("export", code, "--format", "cypher", "-o", str(tmp_path / "model.cypher"), data=None)
    assert result.exit_code == 0, result.stderr

    run_script(tmp_path / "model.cypher", neo4j_access)

    assert stored_model(store, code) == load_model(countries=[code]).model


def test_text_that_looks_like_cypher_is_text(store: Store, neo4j_access: Access, tmp_path: Path) -> None:
    """Quotes, backslashes, escapes, the end of a statement and a command of the shell, in a statement's own words."""
    model = town(said("nobody", note=STRANGE.replace("\u0000", "")))
    run_script(written(model, "BE", tmp_path), neo4j_access)

    assert stored_model(store, "BE") == model


def test_the_same_model_gives_the_same_script() -> None:
    """No clock and no chance in it."""
    model = load_model(countries=["DK"]).model

    assert list(cypher_script(model, "DK")) == list(cypher_script(load_model(countries=["DK"]).model, "DK"))
