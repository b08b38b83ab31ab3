"""`--store neo4j` says what the files say, byte for byte: who reads the JSON need not know where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from click.testing import Result

from graph.store.clearing import wipe
from graph.store.connection import Store
from graph.store.pushing import push
from loaders import load_model
from tests.cli.running import run
from tests.drawing import usual
from tests.store.server import Access

COUNTRIES = ("NL", "RO", "DK")


@pytest.fixture(scope="module")
def pushed(asked_store: Store) -> Iterator[None]:
    """The three bundled models on the server."""
    for code in COUNTRIES:
        push(asked_store, load_model(countries=[code]).model, code, "a test")
    yield
    with asked_store.session() as session:
        session.run("MATCH (n:BarriersNode|BarriersVersion|BarriersModel) DETACH DELETE n").consume()


@pytest.fixture
def asked(pushed: None, neo4j_access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server named in the environment, as a user would."""
    for name, value in neo4j_access.environment.items():
        monkeypatch.setenv(name, value)


def both(*words: str) -> tuple[Result, Result]:
    """The same command on the files and on the server."""
    return run(*words, data=None), run(*words, "--store", "neo4j", data=None)


FILTERS = ("", "--as-of 2025-12-31", "--form labour --basis stated", "--group boys")
COMMANDS = (
    "audit NL --form labour --basis stated",
    "matrix DK --script chain --as-of 2025-12-31 --group boys",
    "compare NL RO --form sexual",
    "list stakeholders --country romania",
    *usual(deep=(f"audit {code} --script all {filters}" for code in COUNTRIES for filters in FILTERS)),
    *usual(deep=["audit", "audit nederland", "search marechaussee"]),
    *usual(deep=["audit --script all", "matrix NL --script all", "compare --script all"]),
)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("command", "form"),
    [
        *((command, "json") for command in COMMANDS),
        ("audit NL RO", "md"),
        *usual(deep=[("compare NL RO", "csv"), ("matrix NL", "table")]),
    ],
)
def test_files_and_server_give_the_same_bytes(command: str, form: str) -> None:
    """Statuses, findings, words, citations, the digest of the model, what is said beside them, and the exit code.

    Only a command to type next says which model it looks at.
    """
    files, server = both(*command.split(), "--format", form)

    assert server.exit_code in (0, 1)
    assert server.stderr == files.stderr
    assert server.stdout_bytes.replace(b" --store neo4j", b"") == files.stdout_bytes
    assert server.exit_code == files.exit_code


@pytest.mark.usefixtures("asked")
def test_the_screen_differs_only_in_where_the_next_command_looks() -> None:
    """What to do next is asked of the same server."""
    files, server = both("audit", "NL")

    told, told_next = server.stdout.split("Next:")
    assert told == files.stdout.split("Next:")[0]
    assert told_next.count("--store neo4j") == told_next.count("barriers ")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    "name", usual("nl.police", "NL", deep=["employment.escort", "insufficient-cover:nl:employment.escort"])
)
def test_show_tells_the_same_but_for_the_places_in_files(name: str) -> None:
    """A record on a server stands in no file."""
    files, server = (json.loads(result.stdout) for result in both("show", name, "--format", "json"))

    assert without_places(server) == without_places(files)


def without_places(value: object) -> object:
    """A profile without the places, and without the lines that tell of one."""
    if isinstance(value, dict):
        return {key: without_places(part) for key, part in value.items() if key != "place"}
    if isinstance(value, list):
        return [without_places(part) for part in value if not (isinstance(part, list) and part[:1] == ["in"])]
    return value


@pytest.mark.usefixtures("asked")
def test_a_draft_lies_beside_the_model_and_is_asked_for_by_name(asked_store: Store) -> None:
    """The Danish draft has the Danish answers; the Netherlands have none of that name."""
    push(asked_store, load_model(countries=["DK"]).model, "DK/spring", "a test")

    draft = run("audit", "DK", "--store", "neo4j", "--draft", "spring", "--format", "json", data=None)
    assert draft.stdout == run("audit", "DK", "--format", "json", data=None).stdout
    missing = run("audit", "NL", "--store", "neo4j", "--draft", "spring", data=None)
    assert missing.exit_code == 2
    assert "barriers neo4j push NL --draft spring" in missing.stderr
    # The others find the three models and no more.
    wipe(asked_store, "DK/spring")


@pytest.mark.usefixtures("asked")
def test_a_name_that_the_model_does_not_know_is_told_as_with_files() -> None:
    """A script, with those that there are; a country is looked for among the models on the server."""
    files, server = both("audit", "NL", "--script", "chian")
    assert (server.exit_code, server.stderr) == (files.exit_code, files.stderr)

    files, server = both("audit", "SE")
    assert (server.exit_code, files.exit_code) == (2, 2)
    assert files.stderr == "There is no country 'SE'. There are: DK, NL, RO.\n"
    assert server.stderr.startswith("There is no country 'SE'. There are: DK, NL, RO. `barriers neo4j push SE` puts ")


@pytest.mark.usefixtures("asked")
def test_a_model_that_somebody_broke_on_the_server_is_told_as_such(asked_store: Store) -> None:
    """With the command that puts it back; it is no answer, and no fault of ours."""
    key = push(asked_store, load_model(countries=["DK"]).model, "DK/broken", "a test").version.key
    with asked_store.session() as session:
        session.run("MATCH (a:Actor {version: $key}) REMOVE a.name", key=key).consume()

    result = run("audit", "DK", "--store", "neo4j", "--draft", "broken", data=None)

    assert (result.exit_code, result.stdout) == (3, "")
    assert "`barriers neo4j push DK --draft broken --force`" in result.stderr


def test_a_server_and_files_are_not_read_at_once() -> None:
    """Nothing is guessed: --data and --store exclude each other, and a draft is on a server only."""
    for words in (("audit", "NL", "--store", "neo4j", "--data", "here"), ("audit", "NL", "--draft", "spring")):
        result = run(*words, data=None)

        assert result.exit_code == 2
        assert "--store" in result.stderr
