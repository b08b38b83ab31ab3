"""What is common to all countries, changed and pushed with one of them: that push counts, and what differs is told."""

from __future__ import annotations

import json
import os
import pty
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from barriers import Model
from graph.store.connection import Store
from graph.store.merging import Unlike, merged
from graph.store.reading import stored_model
from loaders import load_model
from tests.cli.running import PLAIN, ROOT, THREE, run
from tests.store.server import Access
from tests.store.stores import neo4j

COUNTRIES = ("NL", "RO", "DK")


def models(**changes: Model) -> dict[str, Model]:
    """The three small models, the Dutch one first, some of them changed."""
    return {code: load_model(THREE, countries=[code]).model for code in COUNTRIES} | changes


# Without a server


def test_models_that_agree_are_one_model() -> None:
    """What is common stands in it once; nothing is told."""
    found = merged(models())

    assert (found.model, found.names, found.unlike) == (load_model(THREE).model, COUNTRIES, ())
    assert merged({}).model == Model()


def test_of_two_records_of_one_id_the_first_counts() -> None:
    """The kind, the id, and each model in which it is another."""
    there = models()
    first, *rest = there["NL"].sources
    there["NL"] = replace(there["NL"], sources=(replace(first, title="Second edition"), *rest))

    found = merged(there)

    assert found.model.source_by_id[first.id].title == "Second edition"
    assert found.names == COUNTRIES
    assert found.unlike == (Unlike("RO", "sources", (first.id,)), Unlike("DK", "sources", (first.id,)))


def test_what_was_taken_out_of_a_common_list_stays_out() -> None:
    """A practice that only the older model still has is no fact any more; a model without practices says nothing."""
    there = models()
    gone, *rest = there["NL"].practices
    there["NL"] = replace(there["NL"], practices=tuple(rest))
    there["DK"] = replace(there["DK"], practices=())

    found = merged(there)

    assert found.model.practices == tuple(rest)
    assert found.unlike == (Unlike("RO", "practices", (gone.id,)),)


def test_a_model_on_another_script_is_left_out() -> None:
    """Its facts stand at steps that may no longer be there; the steps that differ are named."""
    there = models()
    script, *others = there["NL"].scripts
    step, *steps = script.steps
    changed = replace(script, steps=(replace(step, name="Another name"), *steps))
    there["NL"] = replace(there["NL"], scripts=(changed, *others))

    found = merged(there)

    assert found.model == there["NL"]
    assert found.names == ("NL",)
    assert found.unlike == tuple(Unlike(code, "steps", (step.id,), left_out=True) for code in ("RO", "DK"))


# On a server


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The same data with another title of a source that all countries hold."""
    return edited(tmp_path / "retitled", "sources.yml", "A small guide made for tests", "A small guide, second edition")


def edited(folder: Path, name: str, before: str, after: str) -> Path:
    """A copy of the small data in which one text is another."""
    shutil.copytree(THREE, folder)
    told = (folder / name).read_text(encoding="utf-8")
    assert before in told
    (folder / name).write_text(told.replace(before, after, 1), encoding="utf-8")
    return folder


def push_all(access: Access, data: Path = THREE, *words: str) -> Result:
    """The three countries pushed, or those that are named."""
    return neo4j(access, "push", *(words or COUNTRIES), data=data)


def asked(access: Access, *words: str) -> Result:
    """A command on what stands on the server."""
    return run(*words, "--store", "neo4j", data=None, **(PLAIN | access.environment))


def differing(store: Store) -> str:
    """What is said of a title that is another in the models pushed before."""
    return (
        f"The models at {store.settings.where} have different common records."
        " Those of NL count, for it was pushed last:\n"
        "  sources small-swot: not the same in DK and RO\n"
        "To make them agree: barriers neo4j push DK RO\n"
    )


@pytest.mark.parametrize("command", ["audit", "compare"])
def test_a_changed_title_stops_no_command_of_all_countries(
    store: Store, neo4j_access: Access, changed: Path, command: str
) -> None:
    """The answer and the exit code are those of the changed files; what differs is told beside it."""
    push_all(neo4j_access)
    push_all(neo4j_access, changed, "NL")

    files = run(command, "--format", "json", data=changed)
    server = asked(neo4j_access, command, "--format", "json")

    assert server.exit_code == files.exit_code
    assert json.loads(server.stdout) == json.loads(files.stdout)
    assert server.stderr == differing(store)


def test_a_pull_writes_no_mixture_without_a_word(
    store: Store, neo4j_access: Access, changed: Path, tmp_path: Path
) -> None:
    """What was pushed last is written, as in the changed files."""
    push_all(neo4j_access)
    push_all(neo4j_access, changed, "NL")

    result = neo4j(neo4j_access, "pull", "-o", tmp_path / "all")

    assert result.exit_code == 0
    assert result.stderr.startswith(differing(store) + f"Written: {tmp_path / 'all'} (DK, NL, RO: ")
    assert load_model(tmp_path / "all").model == load_model(changed).model


def test_countries_on_another_script_are_left_out_also_where_they_were_asked_for(
    store: Store, neo4j_access: Access, tmp_path: Path
) -> None:
    """Their own steps are what they speak of; each can still be asked for by itself."""
    data = edited(tmp_path / "data", "scripts/chain.yml", "Safe house", "A safe house")
    push_all(neo4j_access)
    push_all(neo4j_access, data, "NL")

    both = asked(neo4j_access, "audit", "NL", "RO", "--format", "json")
    alone = asked(neo4j_access, "audit", "RO", "--format", "json")

    assert both.exit_code == run("audit", "NL", "--format", "json", data=data).exit_code
    assert "  steps shelter.safe-house: not the same in RO, which is left out\n" in both.stderr
    assert json.loads(both.stdout)["model"]["countries"] == ["NL"]
    assert (alone.exit_code, alone.stderr) == (0, "")


@pytest.mark.parametrize(("schema", "told"), [(1, "older release"), (9, "newer release")])
def test_a_model_of_another_release_hides_no_other(
    store: Store, neo4j_access: Access, tmp_path: Path, schema: int, told: str
) -> None:
    """It is named, with what to do; where it alone was asked for there is no answer."""
    push_all(neo4j_access)
    with store.session() as session:
        session.run("MATCH (v {name: 'RO'}) WHERE v.schema > 0 SET v.schema = $schema", schema=schema).consume()

    status = neo4j(neo4j_access, "status", data=THREE)
    audit = asked(neo4j_access, "audit", "--format", "json")
    pull = neo4j(neo4j_access, "pull", "-o", tmp_path / "all")
    alone = asked(neo4j_access, "audit", "RO")

    assert (status.exit_code, audit.exit_code, pull.exit_code, alone.exit_code) == (1, 1, 0, 3)
    assert [line.split()[-1] for line in status.stdout.splitlines()[2:5]] == ["equal", "equal", "release"]
    assert told in status.stdout
    release = told.replace(" release", " barriers")
    sentence = f"The model RO at {store.settings.where} was stored by {'an' if schema < 2 else 'a'} {release} (schema "
    assert all(result.stderr.startswith(sentence) for result in (audit, pull, alone))
    assert set(load_model(tmp_path / "all").model.country_by_code) == {"DK", "NL"}


# What a push says of the others


def test_a_push_names_the_models_that_hold_other_common_records(
    store: Store, neo4j_access: Access, changed: Path
) -> None:
    """Nobody is there to be asked: the command that renews them is printed, and once it is run nothing is said."""
    push_all(neo4j_access)
    result = push_all(neo4j_access, changed, "NL")
    command = f"push DK RO --data {changed}"
    renewed = neo4j(neo4j_access, *command.split())

    assert result.exit_code == 0
    assert result.stderr.splitlines()[1:] == [
        f"DK and RO at {store.settings.where} were pushed with other common records, such as sources and crime scripts,"
        " than NL.",
        f"To make them agree: barriers neo4j {command}",
    ]
    assert len(renewed.stderr.splitlines()) == 2
    assert asked(neo4j_access, "audit").stderr == ""


def test_a_push_renews_the_others_where_it_is_told_to(store: Store, neo4j_access: Access, changed: Path) -> None:
    """Those whose files are there, and none of another draft."""
    push_all(neo4j_access)
    neo4j(neo4j_access, "push", "RO", "--draft", "spring", data=THREE)
    before = stored_model(store, "RO/spring")

    result = neo4j(neo4j_access, "push", "NL", "--renew", data=changed)

    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.stderr.splitlines()[2:]] == ["DK", "RO"]
    for code in COUNTRIES:
        assert stored_model(store, code) == load_model(changed, countries=[code]).model
    assert stored_model(store, "RO/spring") == before


@pytest.mark.parametrize("answer", ["y", "n"])
def test_in_a_terminal_a_push_asks_whether_to_renew_the_others(
    store: Store, neo4j_access: Access, changed: Path, answer: str
) -> None:
    """No is no: then the command is told for later."""
    push_all(neo4j_access)

    shown = typed(neo4j_access, ["neo4j", "push", "NL", "--data", str(changed)], answer)

    assert "Push them from the same files? [y/N]: " in shown
    assert ("To make them agree: barriers neo4j push DK RO" in shown) is (answer == "n")
    assert (stored_model(store, "RO") == load_model(changed, countries=["RO"]).model) is (answer == "y")


def typed(access: Access, words: list[str], answer: str) -> str:
    """What a terminal shows of a command when a question is answered so."""
    told = {name: value for name, value in PLAIN.items() if value is not None}
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        environment = os.environ | told | access.environment
        os.execve(sys.executable, [sys.executable, "-m", "cli", *words], environment)  # noqa: S606 - as in a terminal
    shown, is_answered = "", False
    while True:
        try:
            shown += os.read(terminal, 4096).decode(errors="replace")
        except OSError:
            break
        if not is_answered and shown.endswith("[y/N]: "):
            os.write(terminal, f"{answer}\n".encode())
            is_answered = True
    os.waitpid(pid, 0)
    return shown
