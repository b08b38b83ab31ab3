"""`barriers page`: where it writes, what it refuses, what it says."""

import os
import stat
import webbrowser
from pathlib import Path

import pytest
from click.testing import Result

from cli.commands.page import command as page_command
from tests.cli.running import DATA, THREE, run
from tests.viz.page.parsed import data_in


def page(*arguments: str | Path, data: Path | None = DATA, **environment: str | None) -> Result:
    return run("page", *arguments, data=data, **environment)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "nl.html"


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Where it writes


def test_the_page_is_written_and_its_size_is_said(target: Path) -> None:
    result = page("NL", "-o", target)
    size = target.stat().st_size

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Written: {target} ({size / 1000:.0f} kB)\n"
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert left_in(target.parent) == ["nl.html"]


def test_a_page_of_more_than_a_megabyte_is_measured_in_these(target: Path) -> None:
    result = page("NL", "RO", "DK", "--script", "all", "-o", target, data=None)

    assert result.stderr == f"Written: {target} ({target.stat().st_size / 1_000_000:.1f} MB)\n"


def test_a_minus_writes_the_same_bytes_to_stdout(target: Path) -> None:
    page("NL", "-o", target)
    result = page("NL", "-o", "-")

    assert result.stdout_bytes == target.read_bytes()
    assert result.stderr == ""


def test_a_pipe_of_an_old_code_page_gets_utf_8(target: Path) -> None:
    page("NL", "-o", target)

    assert page("NL", "-o", "-", PYTHONIOENCODING="ascii", LC_ALL="C").stdout_bytes == target.read_bytes()
    assert "בית" in target.read_text(encoding="utf-8")


def test_no_country_means_all_that_are_there(target: Path) -> None:
    page("-o", target, data=THREE)
    text = target.read_text(encoding="utf-8")

    assert [view["key"] for view in data_in(text)["views"]] == [f"{code}-five-barriers" for code in ("dk", "nl", "ro")]


def test_all_scripts_stand_on_one_page(target: Path) -> None:
    page("NL", "--script", "all", "-o", target)
    text = target.read_text(encoding="utf-8")

    assert [view["key"] for view in data_in(text)["views"]] == ["nl-five-barriers", "nl-chain"]


def test_filters_and_other_data_reach_the_page(target: Path, tmp_path: Path) -> None:
    extra = tmp_path / "extra.yml"
    extra.write_text(
        "schema: 2\nof: NL\nmemberships:\n"
        "- {actor: nl.shelter, network: nl.task-force, since: 2014-01-01,"
        " citations: [{source: small-swot, at: SWOT p. 99}]}\n",
        encoding="utf-8",
    )
    page("NL", "--form", "labour", "--as-of", "2014-02-15", "--add", extra, "-o", target)
    text = target.read_text(encoding="utf-8")

    assert "SWOT p. 99" in text
    assert "Looked at on 15 February 2014; the main source speaks for 31 January 2014." in text
    assert "Only steps for labour exploitation; the rest is left out." in text


# What it refuses


def test_a_file_that_is_there_is_not_written_over(target: Path) -> None:
    target.write_text("mine", encoding="utf-8")
    result = page("NL", "-o", target)

    assert result.exit_code == 2
    assert f"{target} is already there. --force writes over it, or choose another name with -o." in " ".join(
        result.stderr.split()
    )
    assert target.read_text(encoding="utf-8") == "mine"


def test_force_writes_over_it_and_keeps_who_may_read_it(target: Path) -> None:
    target.write_text("mine", encoding="utf-8")
    target.chmod(0o640)

    assert page("NL", "-o", target, "--force").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_without_a_file_it_says_what_is_missing() -> None:
    result = page("NL")

    assert result.exit_code == 2
    assert "Missing option '-o'" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("XX",), "There is no country 'XX'. There are: NL."),
        (("NL", "--script", "chains"), "Nearest: chain"),
        (("NL", "--group", "minor"), "Nearest: minors."),
    ],
)
def test_a_name_that_is_not_there_is_told_and_nothing_is_written(
    target: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = page(*arguments, "-o", target)

    assert result.exit_code == 2
    assert told in result.stderr
    assert left_in(target.parent) == []


def test_broken_data_give_no_page(target: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "one.yml").write_text("schema: 2\nsources: 3\n", encoding="utf-8")
    result = page("NL", "-o", target, data=broken)

    assert result.exit_code == 3
    assert result.stderr.rstrip().endswith("1 error in 1 file.")
    assert left_in(tmp_path) == ["broken"]


def test_broken_data_leave_the_old_page_as_it_was(target: Path, tmp_path: Path) -> None:
    target.write_text("old", encoding="utf-8")
    (tmp_path / "one.yml").write_text("schema: 2\nsources: 3\n", encoding="utf-8")

    assert page("NL", "-o", target, "--force", data=tmp_path / "one.yml").exit_code == 3
    assert target.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = page("NL", "-o", tmp_path / "none" / "nl.html")

    assert result.exit_code == 2
    assert "nl.html: cannot be written (No such file or directory)." in result.stderr


def test_a_disk_that_fills_up_leaves_the_old_page_and_no_half_one(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = page("NL", "-o", target, "--force")

    assert result.exit_code == 2
    assert "cannot be written (No space left on device)" in result.stderr
    assert target.read_text(encoding="utf-8") == "old"
    assert left_in(target.parent) == ["nl.html"]


@pytest.mark.skipif(os.name != "posix", reason="a device of its own kind")
def test_a_device_can_be_written_to_without_force() -> None:
    assert page("NL", "-o", "/dev/null").exit_code == 0


# The browser


def test_open_hands_the_file_to_the_browser(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: bool(opened.append(address)) or True)
    result = page("NL", "-o", target, "--open")

    assert opened == [target.resolve().as_uri()]
    assert result.stderr.startswith("Written: ")


def test_where_there_is_no_browser_it_says_so(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    result = page("NL", "-o", target, "--open")

    assert result.exit_code == 0
    assert f"There is no browser to open it with; open {target} yourself." in result.stderr


def test_what_goes_to_stdout_cannot_be_opened() -> None:
    result = page("NL", "-o", "-", "--open")

    assert result.exit_code == 2
    assert "--open needs a file to open; write -o FILE instead of -o -." in " ".join(result.stderr.split())


# Progress


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.output._is_terminal", lambda: True)


@pytest.mark.usefixtures("in_a_terminal")
def test_a_large_model_shows_what_is_being_done_on_one_line_that_goes_away(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.commands.page._MANY_FACTS", 1)
    lines = page("NL", "--script", "all", "-o", target).stderr.split("\r")

    assert [line.strip() for line in lines[1:4]] == ["audit 1 of 2 ...", "audit 2 of 2 ...", "page ..."]
    assert (lines[4].strip(), lines[5]) == ("", f"Written: {target} ({target.stat().st_size / 1000:.0f} kB)\n")


@pytest.mark.usefixtures("in_a_terminal")
def test_a_small_model_is_too_quick_for_that(target: Path) -> None:
    assert page("NL", "-o", target).stderr.startswith("Written: ")


def test_no_file_and_no_pipe_gets_progress(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.commands.page._MANY_FACTS", 1)

    assert page("NL", "-o", target).stderr.startswith("Written: ")


# Help


def test_the_help_names_what_an_analyst_wants_to_know() -> None:
    text = " ".join(run("page", "--help", data=None).stdout.split())

    assert page_command.name == "page"
    assert "[required]" in text
    for option in ("--force", "--open", "--script", "--as-of", "--form", "--group", "--basis", "--data", "--add"):
        assert option in text
