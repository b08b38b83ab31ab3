"""The command as a whole: what it loads, its help, how errors are told, how it ends."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import click
import pytest
from click.testing import CliRunner

from cli.main import cli
from tests.cli.running import DATA, ROOT, run

COMMANDS = ("audit", "compare", "matrix", "page", "show", "backtest", "questions", "check")
OF_THE_SERVER = ("neo4j", "neo4j push", "neo4j publish", "neo4j pull", "neo4j style", "neo4j status", "neo4j wipe")
"""Their examples need a server and are tried in tests/store."""


def python(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """The tool, or another program, in a process of its own."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        **options,
    )


def help_of(command: str) -> str:
    result = run(*command.split(), "--help", data=None)
    assert result.exit_code == 0
    return result.stdout


def examples() -> Iterator[tuple[str, str]]:
    """Every line under `Example:` in every help text."""
    for command in ("", *COMMANDS):
        after = help_of(command).split("Example:\n", 1)
        assert len(after) == 2, f"no example in the help of {command or 'barriers'}"
        for line in after[1].split("\n\n")[0].splitlines():
            yield command, line.strip()


# What it loads


@pytest.mark.parametrize("command", ["", *COMMANDS, "list", "list fields", "export", *OF_THE_SERVER])
def test_help_loads_the_catalogue_and_no_model_no_graph_and_no_tables(command: str) -> None:
    words = ["barriers", *command.split(), "--help"]
    code = f"import atexit, sys; atexit.register(lambda: print(*sorted(sys.modules))); sys.argv = {words}"
    out, err = python("-c", f"{code}; from cli.main import main; main()").communicate()
    loaded = out.decode().splitlines()[-1].split()
    ours = {name for name in loaded if name.partition(".")[0] in ("loaders", "graph", "barriers", "viz")}

    assert err == b""
    assert {name.partition(".")[0] for name in loaded}.isdisjoint({"babel", "neo4j", "networkx", "rich", "yaml"})
    assert ours <= {"barriers", "barriers.messages", "viz", "viz.render"}


def test_json_does_not_import_the_library_of_tables() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from cli.main import cli; "
        f"CliRunner().invoke(cli, ['audit', 'NL', '--format', 'json', '--data', {str(DATA)!r}]); "
        "print('graph' in sys.modules, 'rich' in sys.modules)"
    )
    out, _ = python("-c", code).communicate()

    assert out.split() == [b"True", b"False"]


# Help


@pytest.mark.parametrize(("command", "example"), list(examples()))
def test_every_example_of_the_help_runs(
    command: str, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    copytree(DATA, "models")  # one of them names this folder
    first, *words = shlex.split(example)

    result = CliRunner().invoke(cli, words, prog_name="barriers")

    assert first == "barriers"
    assert result.exit_code in ((0, 1) if command in ("", "audit") else (0, 3) if "--strict" in words else (0,))


@pytest.mark.parametrize("command", ["", *COMMANDS, *OF_THE_SERVER])
def test_no_word_of_the_help_is_cut_off(command: str) -> None:
    text = help_of(command)

    assert "..." not in text.replace("[COUNTRY]...", "").replace("[ARGS]...", "").replace("WORDS...", "")
    assert max(map(len, text.splitlines())) <= 80


def test_the_help_names_every_command_and_exit_code() -> None:
    text = help_of("")

    assert all(re.search(rf"^  {command} ", text, flags=re.MULTILINE) for command in COMMANDS)
    assert all(re.search(rf"^  {code}  ", text, flags=re.MULTILINE) for code in (0, 1, 2, 3))
    assert "_BARRIERS_COMPLETE=bash_source" in text


def test_the_version_is_said() -> None:
    assert run("--version", data=None).stdout.startswith("barriers ")


# Errors


def test_an_unknown_command_gets_the_nearest() -> None:
    result = run("audti", data=None)

    assert result.exit_code == 2
    assert "There is no command 'audti'. Nearest: audit." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("audit", "DK"), 2, "There is no country 'DK'. There are: NL."),
        (("audit", "--script", "five-bariers"), 2, "Nearest: five-barriers."),
        (("audit", "--group", "minor"), 2, "Nearest: minors."),
        (("audit", "--as-of", "2014-02-30"), 2, "2014-02-30: there is no such day"),
        (
            ("audit", "--as-of", "01/2014"),
            2,
            "write a day (2014-01-31 or 31-01-2014), a month (2014-01) or a year (2014)",
        ),
        (("audit", "--form", "both"), 2, "is not one of 'sexual', 'labour'"),
        (("audit", "-o", "no-such-folder/audit.json"), 2, "no-such-folder/audit.json: cannot be written"),
        (("audit", "--add", "no-such-folder"), 3, "no-such-folder:1:1: "),
    ],
)
def test_a_mistake_is_one_message_and_no_traceback(arguments: tuple[str, ...], code: int, told: str) -> None:
    result = run(*arguments)

    assert result.exit_code == code
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_broken_data_are_told_with_every_problem_and_a_closing_sentence(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text("schema: 2\nsources: 3\n", encoding="utf-8")
    (tmp_path / "two.yml").write_text("schema: 2\nnonsense: 3\n", encoding="utf-8")

    result = run("audit", data=tmp_path)

    assert result.exit_code == 3
    assert f"{tmp_path / 'one.yml'}:2:10: " in result.stderr
    assert f"{tmp_path / 'two.yml'}:2:1: " in result.stderr
    assert result.stderr.rstrip().endswith("2 errors in 2 files.")


def test_data_without_a_country_are_told(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "five-barriers.yml").write_bytes((DATA / "scripts/five-barriers.yml").read_bytes())
    (tmp_path / "sources.yml").write_bytes((DATA / "sources.yml").read_bytes())

    result = run("audit", data=tmp_path)

    assert (result.exit_code, result.stderr) == (
        2,
        "There is no country in this data; a country is a folder such as nl with a country.yml.\n",
    )


def test_warnings_are_one_line_of_talk(tmp_path: Path) -> None:
    (tmp_path / "extra.yml").write_text(
        "schema: 2\nof: NL\nmemberships:\n- {actor: nl.shelter, network: nl.task-force, since: 2014-01-01}\n",
        encoding="utf-8",
    )

    result = run("audit", "NL", "--add", tmp_path)

    assert result.stderr == "1 warning in the data: barriers check data\n"


def test_a_fault_of_the_tool_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("of [no] use")

    monkeypatch.setattr("graph.audit_graph", fail)
    result = run("audit")

    assert result.exit_code == 70
    assert result.stderr.startswith("barriers has a fault of its own (ZeroDivisionError: of [no] use).")


def test_debug_lets_an_error_through() -> None:
    result = run("audit", "DK", "--debug")

    assert type(result.exception).__name__ == "UnknownName"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_debugged(command: str) -> None:
    assert "--debug" in help_of(command)


# How it ends


def test_a_reader_that_goes_away_is_no_error() -> None:
    # A buffer of one byte makes the tool find out while it writes, not when it ends.
    process = python("-u", "-m", "cli", "show", "small-swot", "--data", str(DATA))
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait() == 141
    process.stderr.close()


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.audit_graph", interrupt)
    result = run("audit")

    assert (result.exit_code, result.output) == (130, "")


def test_an_interrupted_process_says_nothing() -> None:
    code = "import os, signal, loaders; loaders.load_model = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)"
    process = python("-c", f"{code}; import sys; sys.argv = ['barriers', 'audit']; from cli.main import main; main()")
    out, err = process.communicate(timeout=60)

    assert signal.SIGINT == 2
    assert (process.returncode, out, err) == (130, b"", b"")


def test_the_module_runs_as_a_program() -> None:
    out, err = python("-m", "cli", "audit", "NL", "--data", str(DATA), "--format", "json").communicate()

    assert err == b""
    assert out == run("audit", "NL", "--format", "json").stdout_bytes


def test_every_command_is_a_click_command_with_its_own_name() -> None:
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)

        assert command is not None
        assert command.name == name
    assert cli.get_command(context, "nothing") is None
