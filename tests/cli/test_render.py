"""The formats, and writing to files."""

import os
import stat
from pathlib import Path

import pytest

from cli.options import Sink
from cli.render import Answer, Grid, Heading, csv_text, markdown, render
from tests.cli.running import run


def answer(text: str = "text") -> Answer:
    grid = Grid(("what",), [(text,)])
    return Answer(data=lambda: {"b": text, "a": 1}, grid=lambda: grid, paper=lambda: [grid], lines=lambda: [text])


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x", " =1", "\uff1d1"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert csv_text(Grid(("what",), [(cell,)])).splitlines()[1].lstrip('"').startswith("'")


def test_numbers_and_other_text_stay_as_they_are_in_csv() -> None:
    assert csv_text(Grid(("a", "b", "c"), [(-1, "a-b", None)])) == "a,b,c\n-1,a-b,\n"


def test_cells_with_commas_quotes_and_line_breaks_are_quoted() -> None:
    assert csv_text(Grid(("a",), [('x, "y"\nz',)])) == 'a\n"x, ""y""\nz"\n'


def test_pipes_and_markup_are_escaped_in_tables_of_a_paper() -> None:
    assert markdown([Grid(("a|b",), [("<b> [x](y) *z* `q`\nnext",)])]) == (
        "| a\\|b |\n| --- |\n| \\<b\\> \\[x\\](y) \\*z\\* \\`q\\` next |\n"
    )


def test_a_paragraph_never_becomes_a_heading_or_a_list() -> None:
    assert markdown([Heading("Title", 1), "# no heading", "- no list"]) == "# Title\n\n\\# no heading\n\n\\- no list\n"


def test_json_is_sorted_and_keeps_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "out.json"

    render(answer("Fryslân [x] \u202e"), Sink("json", path))

    assert path.read_text(encoding="utf-8") == '{\n  "a": 1,\n  "b": "Fryslân [x] \u202e"\n}\n'


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

    render(answer("after"), Sink("table", path))

    assert path.read_text(encoding="utf-8") == "after\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target)

    render(answer("after"), Sink("table", link))

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "after\n"


def test_when_writing_fails_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match=r"cannot be written \(No space left on device\)"):
        render(answer("after"), Sink("table", path))

    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_can_be_written_to() -> None:
    assert run("matrix", "NL", "-o", os.devnull).exit_code == 0


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    result = run("matrix", "NL", "-o", tmp_path)

    assert result.exit_code == 2
    assert "is a directory" in result.stderr
