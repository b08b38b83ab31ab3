"""The catalogue: every sentence that the code asks for is in it, and none that nobody asks for."""

import ast
import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from enum import EnumMeta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages.pofile import read_po

import barriers.words
from barriers.messages import LOCALE, language, speaking
from barriers.model import ALL_KINDS, ONCE, SECTIONS, Model
from barriers.schema import fields_of, names_of
from barriers.ties import RATINGS
from cli.main import cli
from graph import QUESTIONS
from graph.questions.question import PARTS
from graph.store.contents import Compared, Difference, Remains, StoredModel, Verdict
from graph.store.versions import Version, VersionState
from loaders import dump_model, load_model
from tests.cli.running import DATA, THREE, run
from tests.test_house import ROOT, sources
from viz.render import Window, rendered
from viz.reports.status import status_document

ENUMERATIONS = [kind for kind in vars(barriers.words).values() if isinstance(kind, EnumMeta) and list(kind)]
SCRIPTS = sorted((ROOT / "viz/page/static").rglob("*.js"))
TEMPLATE = ROOT / "viz/page/static/page.html"


@cache
def keys() -> frozenset[str]:
    with (Path(LOCALE) / "en.po").open("rb") as file:
        told = [found.id for found in read_po(file, abort_invalid=True) if found.id]
    return frozenset(key if isinstance(key, str) else key[0] for key in told)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def pattern(node: ast.expr) -> Iterator[str]:
    """What a key written in the code is, as a regular expression; nothing for one that stands in a variable."""
    if isinstance(node, ast.IfExp):
        yield from (*pattern(node.body), *pattern(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values]
        yield "".join(parts)


def asked_for() -> Iterator[tuple[str, str]]:
    """Each key that the code gives to what finds words, as a regular expression, with the place."""
    for path in sources():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                if node.func.id in ("message", "text"):
                    yield from ((key, place) for key in pattern(node.args[0]))
                elif node.func.id == "problem" and len(node.args) > 1:
                    # A part that has no words of its own has those of the case above.
                    cases = (case.replace(r"\.", "(\\.") for case in pattern(node.args[1]))
                    yield from ((rf"problem\.{case}{')?' * case.count('(')}\.found", place) for case in cases)
                elif node.func.id == "separated":
                    yield from ((key, place) for argument in node.args[1:] for key in pattern(argument))


def commands(path: tuple[str, ...] = (), of: click.Command = cli) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    yield path, of
    if isinstance(of, click.Group):
        context = click.Context(of)
        for name in of.list_commands(context):
            found = of.get_command(context, name)
            assert found is not None
            yield from commands((*path, name), found)


def of_the_help() -> Iterator[str]:
    for path, command in commands():
        stem = ".".join(("help", *path))
        if path:
            yield f"{stem}.short"
        yield stem
        yield from (option.help for option in command.params if isinstance(option, click.Option) and option.help)


def test_every_sentence_that_the_code_asks_for_is_in_the_catalogue() -> None:
    told = "\n".join(keys())
    missing = [f"{place}: {key}" for key, place in asked_for() if not re.search(rf"^{key}$", told, re.MULTILINE)]

    assert missing == []
    assert sorted(set(of_the_help()) - keys()) == []


def written() -> Iterator[str]:
    """Every text in the code that a key may be, as a regular expression; what is in a variable stands for anything."""
    for path in sources():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                yield from pattern(node)
    for kind in ENUMERATIONS:
        area = re.sub("(?<!^)(?=[A-Z])", "-", kind.__name__).lower()
        yield from (re.escape(f"{area}.{word.value}") for word in kind)
    yield from map(re.escape, re.findall(r"\{(page\.[\w.-]+)\}", TEMPLATE.read_text(encoding="utf-8")))
    for path in SCRIPTS:
        for quoted in re.findall(r"[\"'`]([\w${}.-]+\.[\w${}.-]*)[\"'`]", path.read_text(encoding="utf-8")):
            yield ".+".join(map(re.escape, re.split(r"\$\{[^}]*\}", quoted)))


PRIVATE = re.compile(
    r"(?<!\{)\b(holds?|held|holders?|atoms?|worlds?|ceilings?|readings?|settl(?:es?|ed|ing)|papers?|seats?|seated|firm(?:ly)?)\b",
    re.IGNORECASE,
)
"""Words of ours for what a reader calls otherwise: they stand in the code, and never on a screen."""

QUOTED = re.compile(r"```[\s\S]*?```|`[^`]*`", re.MULTILINE)
"""What documents quote: fields, kinds of records, queries."""

NEVER = re.compile(r"\b(held|holders?|atoms?|worlds?|seats?|seated|firm(?:ly)?)\b", re.IGNORECASE)
"""Those of them that mean nothing else in a document either."""


def test_no_private_word_is_said() -> None:
    """Neither in a sentence of the catalogue nor in a document for readers."""
    with (Path(LOCALE) / "en.po").open("rb") as file:
        said = {str(found.id): PRIVATE.search(str(found.string)) for found in read_po(file)}
    for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        said[path.name] = NEVER.search(QUOTED.sub("", path.read_text(encoding="utf-8")))

    assert {key: found[0] for key, found in said.items() if found} == {}


def test_no_sentence_of_the_catalogue_is_left_over() -> None:
    used = {one for one in written() if re.match(r"[a-z]([a-z]|\\-)*(\\\.|$)", one)}
    # A question can have any words, but only so many are asked for.
    used = used - {r"question\..+\..+"} | {rf"question\..+\.{re.escape(part)}" for part in PARTS}
    cases = {rf"problem\.{one}\.(found|expected|remedy)" for one in used}
    known = re.compile("|".join(sorted({*used, *cases, *map(re.escape, of_the_help())})))

    assert not [key for key in sorted(keys()) if not known.fullmatch(key)]


# A made-up language


LETTERS = {chr(first + place): chr(0x3B1 + place % 25) for first in (65, 97) for place in range(26)}
OF_CLICK = {"try", "for", "help", "error", "invalid", "value", "is", "not", "one", "of", "no", "such", "option"}
IDS = re.compile(r"\S*\.yml\b|[a-z-]+-[0-9a-f]{12}|[\w.-]+(:[\w.+@-]+)+|nl\.[\w.-]+|(ro|dk)\.[\w.-]+")
TYPED = re.compile(
    r"""
    (?<![\w-]) (barriers|cypher-shell)
        ([ ][a-z0-9][\w.-]* | [ ][A-Z]{2,}[a-z]* | [ ]-{1,2}[\w-]+ | [ ]'[^']*' | [ ]"[^"]*" | [ ]/\S+)*
    | \[ (default:[ ][^]]*|required) \]
    | (?<!\w) --?[a-z][\w-]* ([ ][A-Z=]+\b)?
    | \[ [\w|\[\]=.]+ \] (\.\.\.)? | \b(COMMAND|COUNTRY|ID|NAME|WORDS)\b
    """,
    re.VERBOSE,
)
"""What one types: commands, options, their values; and what a help says of these in brackets."""


class Turned:
    """The English sentences with every letter turned by 13, but for what stands in braces."""

    def words(self, key: str, n: int | None) -> str | None:
        english = language("en").words(key, n)
        return english and re.sub(
            r"\{[^{}]*\}|[A-Za-z]+", lambda one: one[0] if one[0][0] == "{" else rot13(one[0]), english
        )


def rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


@cache
def words_of_the_language() -> frozenset[str]:
    with (Path(LOCALE) / "en.po").open("rb") as file:
        told = [found.string if isinstance(found.string, str) else " ".join(found.string) for found in read_po(file)]
    bare = re.sub(r"\{[^{}]*\}", " ", " ".join(told))
    return frozenset(rot13(word).lower() for word in re.findall(r"[A-Za-z]{2}[A-Za-z0-9]*", bare))


def in_greek(value: Any) -> Any:
    """A record with its free texts in Greek letters, so that each Latin one on a screen is the product's or an id's."""
    if isinstance(value, tuple):
        return tuple(map(in_greek, value))
    if isinstance(value, str):
        return value.translate(str.maketrans(LETTERS))
    closed = ("id", "code", "sha256", "rating")
    changed = {
        part.name: in_greek(getattr(value, part.name))
        for part in fields_of(type(value))
        if part.written and getattr(value, part.name) is not None
        if part.is_noun or (part.inner is str and not part.refers and part.name not in closed)
    }
    return replace(value, **changed)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The data of the tests of the command line in Greek."""
    folder = tmp_path_factory.mktemp("greek")
    for name, data in (("one", DATA), ("three", THREE)):
        model = load_model(data).model
        dump_model(Model(**{part: in_greek(getattr(model, part)) for part in names_of(Model)}), folder / name)
    return {"one": folder / "one", "three": folder / "three"}


@cache
def ids(data: Path) -> tuple[str, ...]:
    """Every id in data, the longest first."""
    words = {word for path in data.rglob("*.yml") for word in re.findall(r"[\w.-]+", path.read_text(encoding="utf-8"))}
    closed = {word.value for kind in ENUMERATIONS for word in kind}
    found = [word for word in words if re.fullmatch(r"[A-Za-z][\w.-]*", word) and word not in closed]
    return tuple(sorted(found, key=len, reverse=True))


def english_in(screen: str, data: Path | None) -> list[str]:
    """The words of a screen that are neither of the made-up language, nor typed, nor ids of the data."""
    screen = IDS.sub(" ", TYPED.sub(" ", screen))
    for id_ in ids(data) if data else ():
        screen = re.sub(rf"(?<![\w.-]){re.escape(id_)}(?![\w-])", " ", screen)
    return sorted(
        {word.lower() for word in re.findall(r"[A-Za-z]{2}[A-Za-z0-9]*", screen)} - words_of_the_language() - OF_CLICK
    )


def words_of_files() -> set[str]:
    """What one types in data files: kinds, sections, fields and closed words; and the ids of questions."""
    names = {name for kind in ALL_KINDS.values() for name in (kind.KIND, *names_of(kind))} | {*SECTIONS, *ONCE.values()}
    names |= {word.value for kind in ENUMERATIONS for word in kind}
    names |= {question.id for question in QUESTIONS}
    return {part for name in names for part in re.split(r"[_ -]", name)}


SHOWN = """
    one audit NL
    one audit NL --all
    three audit --script all --format md
    one audit NL --as-of 2020-01-01 --form labour --basis stated
    three compare --all
    three compare --script all
    three compare --format md
    one matrix NL
    one matrix NL --format md
    three backtest NL --all
    one show police
    one show nl.police --source small-swot
    one search chamber
    one search chamber --ids --all --format md
    one search nothing
    one list steps
    one list barriers
    one list routes
    one list groups
    one list scripts
    one list stakeholders
    one list facilitators
    one list networks
    one list sources
    one list countries --format md
    none list questions
    one audit NL --group girls,boys
    one questions
    one questions insufficient-cover
    one questions --format md
    none list fields
    one show NL
    one show employment.escort
    one show nl.police --format md
    one show shell.3
    one show insufficient-cover
    one show small-swot
    one show five-barriers
    one show minors
    one show nothing
    one stability NL --format md
    one audit XX
    one audit --script nothing
    one audit --group nobody
    one audit --draft a
    one audit --as-of soon
    one questions nothing
    three compare NL
    none list fields nothing
    none nothing
"""


NOT_SHOWN = {"export", "neo4j", "page"}
"""Commands that are not tried here: one is for other programs, one needs a server, the page has a test of its own."""


def words_in(folder: Path) -> set[str]:
    """The words of which paths below a folder are made; a narrow screen breaks a path, so it cannot be cut out."""
    return {word for path in folder.rglob("*") for word in re.split(r"\W", str(path.relative_to(folder)).lower())}


def names_of_commands() -> set[str]:
    return {name for words, _ in commands() for name in words}


@pytest.mark.parametrize("line", SHOWN.strip().splitlines(), ids=str.strip)
def test_nothing_on_a_screen_is_left_out_of_the_catalogue(line: str, foreign: dict[str, Path]) -> None:
    data, *words = line.split()
    where = foreign.get(data)
    with speaking(Turned()):
        result = run(*words, data=where, COLUMNS="160")

    typed = {*re.split(r"\W", line.lower())} | (words_in(where) if where else words_of_files() | names_of_commands())
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert [word for word in english_in(result.output.replace(str(where), ""), where) if word not in typed] == []


def test_every_command_is_tried_in_the_made_up_language() -> None:
    tried = {line.split()[1] for line in SHOWN.strip().splitlines()} | {"check"}

    assert {path[0] for path, _ in commands() if path} - tried == NOT_SHOWN


@pytest.mark.parametrize("path", [path for path, _ in commands()], ids=" ".join)
def test_nothing_in_a_help_is_left_out_of_the_catalogue(path: tuple[str, ...]) -> None:
    with speaking(Turned()):
        result = run(*path, "--help", data=None)

    assert [word for word in english_in(result.output, None) if word not in names_of_commands()] == []


def test_nothing_that_is_told_of_broken_data_is_left_out_of_the_catalogue() -> None:
    """But for the code of a problem, in brackets, and what stands in the files."""
    left = []
    for path in sorted((ROOT / "tests/fixtures").glob("*/*")):
        files = [path] if path.is_file() else list(path.rglob("*.yml"))
        there = " ".join(file.read_text(encoding="utf-8", errors="replace") for file in files).lower()
        with speaking(Turned()):
            told = re.sub(r" \[[a-z0-9-]+\]$", "", run("check", path, data=None).output, flags=re.MULTILINE)
        known = {"nl", "int"} | words_of_files() | set(re.split(r"\W", f"{path} {' '.join(RATINGS)}".lower()))
        left += [(path.name, word) for word in english_in(told, None) if word not in known and word not in there]

    # A byte that is no letter is told by its number.
    assert left == [("not-utf8.yml", "xe9")]


def test_nothing_that_is_told_of_a_server_is_left_out_of_the_catalogue() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    version = Version("1", "NL", by="1", begun=moment, since=moment)
    difference = Difference("1", added=("1", "2"), removed=("3",), changed=("4",))
    altered = [StoredModel(version, None, number) for number in (0, 1)]
    compared = [Compared(standing, verdict, (difference,)) for verdict in Verdict for standing in altered]
    remains = [
        Remains(replace(version, name=name, state=state, until=until), nodes)
        for name in ("NL", "")
        for state in VersionState
        for until in (None, moment)
        for nodes in (1, 2)
    ]
    screens = []
    with speaking(Turned()):
        for everything in (False, True):
            for form in ("table", "md"):
                document = status_document("1", compared, remains, everything=everything)
                screens.append(rendered(document, form, Window(200)).decode())

    assert english_in("\n".join(screens).replace("NL", ""), None) == []


class Told(HTMLParser):
    """What a person can read of a page: its text, and what is said of its elements; but not a source's own words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style", "code", "q")
        self.parts += [said for name, said in attrs if said and name in ("aria-label", "placeholder", "alt")]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style", "code", "q")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


@pytest.mark.parametrize("data", ["one", "three"])
def test_nothing_on_the_page_is_left_out_of_the_catalogue(data: str, foreign: dict[str, Path], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with speaking(Turned()):
        result = run("page", "--script", "all", "-o", page, data=foreign[data])

    assert result.exit_code == 0
    assert english_in("\n".join(Told(page.read_text(encoding="utf-8")).parts), foreign[data]) == []
