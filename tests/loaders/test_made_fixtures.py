"""What cannot lie in a repository: empty folders, links, pipes, very large and very deep files."""

import os
from collections.abc import Callable
from errno import EACCES
from pathlib import Path
from typing import Any

import pytest

from loaders import known_countries, load_model
from loaders.reading import MOST_BYTES
from tests.loaders.fixtures import SIX_NODES, placed, problems_of, write

SOUND = "schema: 2\nsources:\n- {id: letter, title: A letter, kind: report, about: adults}\n"


def test_an_empty_folder_is_told_at_the_folder(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path)

    assert str(problem) == (
        f"{tmp_path}:1:1: a folder without YAML files; expected a folder with files that end in .yml, or one such "
        "file; name the folder with sources.yml, scripts and the countries [no-data]"
    )


def test_a_folder_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "nowhere")

    assert (problem.code, str(problem.found)) == ("no-data", "no file and no folder of this name")
    assert problem.place.file == str(tmp_path / "nowhere")


def test_a_name_that_is_too_long_is_no_traceback(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / ("x" * 5000))

    assert problem.code == "no-data"


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND, "large.yml": ""})
    # Sparse: it takes no room on the disk.
    os.truncate(tmp_path / "large.yml", 100_000_000)

    (problem,) = problems_of(tmp_path)

    assert placed(problem, tmp_path) == "large.yml:1:1 [too-large]"
    assert (str(problem.found), str(problem.expected)) == ("a file of 100 MB", "at most 8 MB")
    assert str(problem.remedy) == "split it into several files in the same folder"


def test_a_file_of_just_the_size_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND + "#" * (MOST_BYTES - len(SOUND))})

    assert load_model(tmp_path).model.sources[0].id == "letter"


def test_a_link_to_a_file_outside_is_not_followed(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {"sources.yml": SOUND})
    write(tmp_path, {"secret.yml": "schema: 2\n"})
    (data / "linked.yml").symlink_to(tmp_path / "secret.yml")

    (problem,) = problems_of(data)

    assert placed(problem, data) == "linked.yml:1:1 [link-outside]"
    assert str(problem.found) == f"a link out of the data folder, to {tmp_path / 'secret.yml'}"
    assert str(problem.remedy) == "copy what it leads to into the folder"


def test_a_link_to_a_folder_outside_is_not_entered(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {"sources.yml": SOUND})
    write(tmp_path / "elsewhere", {"actors.yml": "not even YAML: :"})
    (data / "nl").symlink_to(tmp_path / "elsewhere")

    (problem,) = problems_of(data)

    assert placed(problem, data) == "nl:1:1 [link-outside]"


def test_a_link_that_climbs_out_by_dots_is_not_followed(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {"sources.yml": SOUND})
    write(tmp_path / "data-of-others", {"actors.yml": "schema: 2\n"})
    (data / "actors.yml").symlink_to(Path("..") / "data-of-others" / "actors.yml")

    (problem,) = problems_of(data)

    assert placed(problem, data) == "actors.yml:1:1 [link-outside]"


def test_a_link_to_a_folder_inside_is_told_because_its_files_would_be_read_twice(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND, "nl/actors.yml": "schema: 2\n"})
    (tmp_path / "be").symlink_to(tmp_path / "nl")

    (problem,) = problems_of(tmp_path)

    assert placed(problem, tmp_path) == "be:1:1 [link-folder]"


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND})
    (tmp_path / "round.yml").symlink_to(tmp_path / "round.yml")

    (problem,) = problems_of(tmp_path)

    assert placed(problem, tmp_path) == "round.yml:1:1 [link-circle]"
    assert str(problem.remedy) == "delete the link"


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND})
    (tmp_path / "lost.yml").symlink_to(tmp_path / "nowhere.yml")

    (problem,) = problems_of(tmp_path)

    assert placed(problem, tmp_path) == "lost.yml:1:1 [cannot-read]"
    assert str(problem.found) == "a file that cannot be read (No such file or directory)"


def test_a_link_to_another_file_inside_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {"kept/letters.txt": SOUND})
    (tmp_path / "sources.yml").symlink_to(tmp_path / "kept" / "letters.txt")

    assert load_model(tmp_path).model.sources[0].id == "letter"


def test_the_data_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(SIX_NODES)

    assert load_model(tmp_path / "data").model == load_model(SIX_NODES).model


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND})
    os.mkfifo(tmp_path / "pipe.yml")

    (problem,) = problems_of(tmp_path)

    assert placed(problem, tmp_path) == "pipe.yml:1:1 [cannot-read]"
    assert str(problem.found) == "a file that cannot be read (not a plain file)"


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"sources.yml": SOUND, "closed.yml": "schema: 2\n", "nl/actors.yml": "schema: 2\n"})
    # Root may read everything, so the refusal is played.
    for name, method in (("closed.yml", "read_bytes"), ("nl", "iterdir")):
        monkeypatch.setattr(Path, method, refusing(name, getattr(Path, method)))

    told = [placed(problem, tmp_path) for problem in problems_of(tmp_path)]

    assert told == ["closed.yml:1:1 [cannot-read]", "nl:1:1 [cannot-read]"]


def test_a_folder_that_may_not_be_read_has_no_countries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "iterdir", refusing(tmp_path.name, Path.iterdir))

    assert known_countries(tmp_path) == frozenset()
    assert [problem.code for problem in problems_of(tmp_path)] == ["cannot-read"]


def refusing(name: str, method: Callable[[Path], Any]) -> Callable[[Path], Any]:
    """The method, except that the system refuses it for files or folders of this name."""

    def refuse_or_do(path: Path) -> Any:
        if path.name == name:
            raise PermissionError(EACCES, "Permission denied")
        return method(path)

    return refuse_or_do


@pytest.mark.parametrize("nested", ["[", "{a: "])
def test_a_hundred_thousand_brackets_are_refused_in_their_line(nested: str, tmp_path: Path) -> None:
    """Which bracket is one too many is the parser's or ours, whoever counts first."""
    write(tmp_path, {"deep.yml": "schema: 2\nsources: " + nested * 100_000})

    (problem,) = problems_of(tmp_path)

    assert (problem.code, problem.place.line) == ("too-deep", 2)
    assert str(problem.remedy) == "take superfluous brackets away, and check the indentation"


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    write(tmp_path, {"sources.yml": SOUND})
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yml"))).write_bytes(b"")

    (problem,) = problems_of(tmp_path)

    assert problem.place.file.endswith("caf\N{REPLACEMENT CHARACTER}.yml")
    assert str(problem).encode()
