"""`--store neo4j` says what the files say, byte for byte: who reads the JSON need not know where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from click.testing import Result

from graph.store.connection import Store
from graph.store.pushing import push
from loaders import load_model
from tests.cli.running import run
from tests.store.server import Access

COUNTRIES = ("NL", "RO", "DK")


@pytest.fixture(scope="module")
def pushed(asked_store: Store) -> Iterator[None]:
    """The three bundled models on the server."""
    for code in COUNTRIES:
        push(asked_store, load_model(countries=[code]).model, code, "a test")
    yield
    with asked_store.session() as session:
        session.run("MATCH (n) WHERE n:Stored OR n:Version OR n:Model DETACH DELETE n").consume()


@pytest.fixture
def asked(pushed: None, neo4j_access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server named in the environment, as a user would."""
    for name, value in neo4j_access.environment.items():
        monkeypatch.setenv(name, value)


def both(*words: str) -> tuple[Result, Result]:
    """The same command on the files and on the server."""
    return run(*words, data=None), run(*words, "--store", "neo4j", data=None)


COMMANDS = (
    "audit NL",
    "audit NL --script chain",
    "audit NL --script chain --group boys",
    "audit NL --as-of 2025-12-31",
    "audit NL --form labour --basis stated",
    "audit --script all",
    "matrix DK --script chain --as-of 2025-12-31",
    "compare --script all",
)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("command", "form"),
    [*((command, "json") for command in COMMANDS), *(("audit NL", form) for form in ("csv", "md"))],
)
def test_files_and_server_give_the_same_bytes(command: str, form: str) -> None:
    """Statuses, findings, words, citations, the digest of the model and the exit code."""
    files, server = both(*command.split(), "--format", form)

    assert server.stderr == ""
    assert server.stdout_bytes == files.stdout_bytes
    assert server.exit_code == files.exit_code


@pytest.mark.usefixtures("asked")
def test_the_screen_differs_only_in_where_the_next_command_looks() -> None:
    """What to do next is asked of the same server."""
    files, server = both("audit", "NL")

    told, told_next = server.stdout.split("Next:")
    assert told == files.stdout.split("Next:")[0]
    assert told_next.count("--store neo4j") == told_next.count("barriers ")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("name", ["employment.escort", "nl.police", "NL", "paper-cover:nl:employment.escort"])
def test_show_tells_the_same_but_for_the_places_in_files(name: str) -> None:
    """A record on a server stands in no file."""
    files, server = (json.loads(result.stdout) for result in both("show", name, "--format", "json"))

    assert without_places(server) == without_places(files)


def without_places(value: object) -> object:
    """A dossier without the places, and without the lines that tell of one."""
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
    assert missing.exit_code == 3
    assert "barriers neo4j push NL --draft spring" in missing.stderr


@pytest.mark.usefixtures("asked")
def test_questions_name_the_models_that_are_there() -> None:
    """A line of parameters for each model, ready to be pasted before the query."""
    text = run("questions", "no-lead", "--store", "neo4j", data=None).stdout

    for code in COUNTRIES:
        assert f":param asked => {{model: '{code}', country: '{code}'," in text


def test_a_server_and_files_are_not_read_at_once() -> None:
    """Nothing is guessed: --data and --store exclude each other, and a draft is on a server only."""
    for words in (("audit", "NL", "--store", "neo4j", "--data", "here"), ("audit", "NL", "--draft", "spring")):
        result = run(*words, data=None)

        assert result.exit_code == 2
        assert "--store" in result.stderr
