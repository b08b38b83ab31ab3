"""Where an answer goes: a terminal, a pipe, a file."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from cli.options import Sink
from cli.output import answer
from tests.cli.running import DATA, run, shown
from tests.viz.render.drawn import document
from viz.document import Paragraph, Styled


def say(text: str, path: Path) -> None:
    answer(document(Paragraph(Styled(text, "strong"))), Sink("table", path))


# Files


def test_a_csv_file_begins_with_the_mark_that_excel_needs_and_stdout_does_not(tmp_path: Path) -> None:
    run("matrix", "NL", "-o", tmp_path / "out.csv")

    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfscript,barrier,")
    assert run("matrix", "NL", "--format", "csv").stdout_bytes.startswith(b"script,barrier,")


def test_nothing_but_talk_is_printed_when_a_file_is_written(tmp_path: Path) -> None:
    result = run("matrix", "NL", "-o", tmp_path / "out.json")

    assert result.stdout == ""
    assert result.stderr == f"Written: {tmp_path / 'out.json'}\n"


def test_a_file_is_replaced_as_a_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")
    path.chmod(0o640)

    say("after", path)

    assert path.read_text(encoding="utf-8") == "after\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target)

    say("after", link)

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "after\n"


def test_when_writing_fails_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match=r"cannot be written \(No space left on device\)"):
        say("after", path)

    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_can_be_written_to() -> None:
    assert run("matrix", "NL", "-o", os.devnull).exit_code == 0


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    result = run("matrix", "NL", "-o", tmp_path)

    assert result.exit_code == 2
    assert "is a directory" in result.stderr


def test_a_file_has_no_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    say("x", tmp_path / "out.txt")

    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "x\n"


def test_a_file_has_no_window(tmp_path: Path) -> None:
    run("audit", "NL", "-o", tmp_path / "out.txt", LINES="12")

    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == shown("audit", "NL")
    assert shown("audit", "NL", LINES="12") != shown("audit", "NL")


# What is never written over, and what cannot be written


def refused(*arguments: str | Path, data: Path | None = DATA) -> str:
    """What is said where a command ends as misuse."""
    result = run(*arguments, data=data)
    assert (result.exit_code, result.stdout) == (2, "")
    return " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("command", "name", "endings"),
    [
        (("audit", "NL"), "x.xlsm", ".csv, .htm, .html, .json, .md and .txt"),
        (("matrix", "NL"), "x.pdf", ".csv, .htm, .html, .json, .md and .txt"),
        (("page", "NL"), "x.txt", ".htm and .html"),
        (("export", "NL"), "x.sql", ".cypher"),
    ],
)
def test_an_ending_that_cannot_be_written_is_told_with_those_that_can(
    command: tuple[str, ...], name: str, endings: str, tmp_path: Path
) -> None:
    said = refused(*command, "-o", tmp_path / name)

    assert said.endswith(f"{name} cannot be written: this command writes files that end in {endings}.")
    assert list(tmp_path.iterdir()) == []


def test_an_ending_and_a_format_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    said = refused("audit", "NL", "--format", "md", "-o", tmp_path / "x.csv")

    assert said.endswith("x.csv ends in .csv, and --format asks for md. Change one of the two.")


@pytest.mark.parametrize(
    "command", [("audit", "NL"), ("matrix", "NL"), ("show", "nl.police"), ("questions",), ("list", "fields")]
)
def test_a_file_that_is_there_stays_unless_force_is_said(command: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine", encoding="utf-8")
    data = None if command[0] in ("questions", "list") else DATA

    assert "is already there. --force writes over it" in refused(*command, "-o", path, data=data)
    assert path.read_text(encoding="utf-8") == "mine"
    assert run(*command, "-o", path, "--force", data=data).exit_code in (0, 1)
    assert path.read_text(encoding="utf-8") != "mine"


def test_what_the_command_reads_is_never_written_over_by_whatever_name(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    (folder / "deep").mkdir(parents=True)
    own = folder / "deep" / "own.yml"
    own.write_text("schema: 2\n", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(own)
    (tmp_path / "same.md").hardlink_to(own)

    for name in ("link.md", "same.md"):
        for added in (folder, own):
            said = refused("audit", "NL", "--add", added, "-o", tmp_path / name, "--force")

            assert "is read by this command, so it is not written over, not even with --force." in said
    assert "this command writes files that end in" in refused("audit", "NL", "--add", own, "-o", own)
    assert own.read_text(encoding="utf-8") == "schema: 2\n"


@pytest.mark.parametrize(
    ("name", "force", "said"),
    [
        ("note.txt", (), "has something else than data, so it stays as it is."),
        ("note.txt", ("--force",), "has something else than data, so it stays as it is."),
        ("facts.yml", (), "already has data. --force replaces it, or choose another folder with -o."),
    ],
)
def test_a_folder_that_holds_something_is_refused_before_any_server_is_asked(
    name: str, force: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")

    assert said in refused("neo4j", "pull", "NL", "-o", tmp_path, *force, data=None)
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_text_in_which_citations_are_looked_up_is_not_written_over(tmp_path: Path) -> None:
    book = tmp_path / "guide.txt"
    book.write_text("words", encoding="utf-8")

    said = refused("check", "--text", f"guide={book}", "-o", book, "--force", data=None)

    assert "is read by this command" in said
    assert book.read_text(encoding="utf-8") == "words"


# Terminals and pipes


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"NO_COLOR": None}, {"TERM": "dumb", "NO_COLOR": None}])
def test_a_pipe_has_no_colour(environment: dict[str, str | None]) -> None:
    assert "\x1b" not in run("audit", "NL", **environment).stdout


def test_colour_can_be_forced_and_only_repeats_what_words_say() -> None:
    coloured = run("audit", "NL", NO_COLOR=None, FORCE_COLOR="1").stdout
    plain_text = run("audit", "NL").stdout

    assert "\x1b[33m" in coloured
    assert (
        "".join(part.partition("m")[2] if at else part for at, part in enumerate(coloured.split("\x1b["))) == plain_text
    )


def test_no_color_wins_over_forced_colour() -> None:
    assert "\x1b" not in run("audit", "NL", NO_COLOR="1", FORCE_COLOR="1").stdout


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("80", 80), ("500", 160), ("nonsense", 80)])
def test_columns_is_honoured_within_reason(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    answer(document(Paragraph("x " * 200)), Sink())

    # Between the letters stands a space, and none at the end of a line.
    assert len(capsys.readouterr().out.splitlines()[0]) == width - 1


def test_lines_do_not_end_in_spaces() -> None:
    for line in shown("audit", "NL", "--all").splitlines():
        assert line == line.rstrip()


def test_an_old_code_page_gets_something_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    old = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", old)

    answer(document(Paragraph("a · b… é")), Sink())

    old.seek(0)
    assert old.read() == "a - b... ?\n"
