"""Whatever stands in the files, the loader ends with a model or with located problems, never with a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from barriers import BrokenData
from loaders import Loaded, load_model
from tests.drawing import tries
from tests.loaders.fixtures import SIX_NODES, write

FILES = {str(path.relative_to(SIX_NODES)): path.read_bytes() for path in sorted(SIX_NODES.rglob("*.yml"))}

# What a hand that slips, a wrong program or an attacker puts into a file.
INSERTED = st.one_of(
    st.binary(min_size=1, max_size=4),
    st.sampled_from(
        [
            *(sign.encode() for sign in "\t\0\x07\x1b \"'#&*!|>%@`,:-?[]{}<~=\\\r\n"),
            *(text.encode() for text in ("\u2028", "\u0085", "\ufeff", "\u00a0", "é", "\U0001f512")),
            b": ",
            b"- ",
            b"? ",
            b"--- ",
            b"...\n",
            b"<<: ",
            b"&a ",
            b"*a",
            b"!!binary ",
            b"!!python/name:os.system ",
            b"%YAML 9.9\n",
            b'"\\x1b[31m"',
            b"[" * 50,
            b"{" * 50,
            b"- " * 50,
            b"9" * 5000,
            b"2014-99-99",
            b"null",
            b"\xff\xfe",
        ]
    ),
)


@pytest.fixture(scope="module")
def six_nodes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the six nodes in which files may be replaced."""
    return write(tmp_path_factory.mktemp("six-nodes"), dict(FILES))


def load_with(six_nodes: Path, name: str, content: bytes) -> Loaded | BrokenData:
    """The six nodes with one file replaced, loaded."""
    path = six_nodes / name
    path.write_bytes(content)
    try:
        return load(six_nodes)
    finally:
        path.write_bytes(FILES[name])


def load(root: Path) -> Loaded | BrokenData:
    """The model or the problems; every other exception is a failure of the test."""
    try:
        return load_model(root)
    except BrokenData as broken:
        return broken


def assert_told_well(result: Loaded | BrokenData) -> None:
    """Each problem is one printable line with a place, and there is an error among them."""
    problems = result.warnings if isinstance(result, Loaded) else result.problems
    for problem in problems:
        assert str(problem).isprintable()
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert str(problem.remedy)
    assert isinstance(result, Loaded) or problems


def cut(content: bytes, draw: st.DrawFn) -> bytes:
    """Without its end, as a file that was copied in part."""
    return content[: draw(st.integers(0, len(content)))]


def without_lines(content: bytes, draw: st.DrawFn) -> bytes:
    lines = content.splitlines(keepends=True)
    gone = draw(st.sets(st.integers(0, len(lines) - 1), min_size=1, max_size=4))
    return b"".join(line for number, line in enumerate(lines) if number not in gone)


def with_line_twice(content: bytes, draw: st.DrawFn) -> bytes:
    lines = content.splitlines(keepends=True)
    at, line = draw(st.integers(0, len(lines))), draw(st.sampled_from(lines))
    return b"".join([*lines[:at], line, *lines[at:]])


def swapped(content: bytes, draw: st.DrawFn) -> bytes:
    at = draw(st.integers(0, len(content) - 2))
    return content[:at] + content[at + 1 : at + 2] + content[at : at + 1] + content[at + 2 :]


def inserted(content: bytes, draw: st.DrawFn) -> bytes:
    at = draw(st.integers(0, len(content)))
    return content[:at] + draw(INSERTED) + content[at:]


def replaced(content: bytes, draw: st.DrawFn) -> bytes:
    at = draw(st.integers(0, len(content) - 1))
    return content[:at] + draw(INSERTED) + content[at + 1 :]


def with_word_from_elsewhere(content: bytes, draw: st.DrawFn) -> bytes:
    words = content.split(b" ")
    words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(b" ".join(FILES.values()).split(b" ")))
    return b" ".join(words)


MUTATIONS: list[Callable[[bytes, st.DrawFn], bytes]] = [
    cut,
    without_lines,
    with_line_twice,
    swapped,
    inserted,
    replaced,
    with_word_from_elsewhere,
]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the files, changed once to three times."""
    name = draw(st.sampled_from(sorted(FILES)))
    content = FILES[name]
    for mutate in draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3)):
        if len(content) > 2:
            content = mutate(content, draw)
    return name, content


@tries(60)
@given(change=mutated())
def test_a_mutated_file_gives_a_model_or_located_problems(six_nodes: Path, change: tuple[str, bytes]) -> None:
    assert_told_well(load_with(six_nodes, *change))


@tries(60)
@given(content=st.binary(max_size=400))
@example(content=b"schema: 2\n? [a]\n: b\n")
@example(content=b"schema: 2\n? {a: b}\n")
@example(content=b"schema: [1]\n")
@example(content=b"schema:\n")
@example(content=b"schema: 2\nof: [NL]\nactors: [{id: nl.a, name: A, kind: state}]\n")
@example(content=b"schema: 2\nof: {NL: NL}\nweaknesses: [{says: a, touches: [b]}]\n")
@example(content=b"schema: 2\ncountry: NL\nscript: []\n")
@example(content=b"schema: 2\nactors: [{id: nl.a, name: A, kind: state, place: here, country: NL}]\n")
@example(content=b"--- \n--- \n... \n")
def test_any_bytes_give_a_model_or_located_problems(six_nodes: Path, content: bytes) -> None:
    for name in ("nl/coverage.yml", "scripts/two-doors.yml"):
        assert_told_well(load_with(six_nodes, name, content))


@tries(60)
@given(text=st.text(st.sampled_from("abc:-?[]{},&*!|>'\"%@#\n \t"), max_size=60))
def test_any_signs_of_yaml_give_a_model_or_located_problems(six_nodes: Path, text: str) -> None:
    assert_told_well(load_with(six_nodes, "nl/actors.yml", b"schema: 2\n" + text.encode()))


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: ", "[[a], ", "- - ? "])
def test_deep_nesting_is_refused_without_recursion(tmp_path: Path, opening: str) -> None:
    write(tmp_path, {"deep.yml": opening * 100_000})

    assert_told_well(load(tmp_path))
    assert isinstance(load(tmp_path), BrokenData)


@pytest.mark.parametrize("line", ["  - a\n", "a: b\n", "  - {id: a}\n", "  - 'a\n", "# a\n", "\n", "\t\n", "  - [\n"])
def test_a_line_many_times_over_comes_to_an_end(tmp_path: Path, line: str) -> None:
    write(tmp_path, {"long.yml": "schema: 2\nactors:\n" + line * 20_000})

    assert_told_well(load(tmp_path))
