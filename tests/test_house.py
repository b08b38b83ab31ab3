"""The house itself: its packages, its doors, the size of its rooms, what it takes along when it is moved."""

import ast
import gettext
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from barriers.model import FACTS
from barriers.schema import referring
from benchmarks.models import COUNTRY, make_model
from graph import build_graph

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
PACKAGES = sorted(name.strip() for layer in LAYERS for name in layer.split("|"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50


def sources() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def in_the_repository() -> list[Path]:
    """What git routes or would route."""
    # A clone may belong to another user than the one who tests it.
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def run_python(*arguments: str, **environment: str) -> str:
    """What a fresh interpreter prints, started outside the checkout's folder."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT.parent,
        env={"PATH": "", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# The packages and their doors


def test_every_top_level_package_is_a_layer() -> None:
    folders = sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))

    assert [name for name in folders if name not in ("tests", "benchmarks")] == PACKAGES


def test_every_package_is_in_the_contracts_in_the_type_check_and_in_the_wheel() -> None:
    tools = PROJECT["tool"]
    wheel = tools["hatch"]["build"]["targets"]["wheel"]["packages"]

    assert sorted(tools["importlinter"]["root_packages"]) == PACKAGES
    assert set(PACKAGES) <= set(tools["mypy"]["files"])
    assert sorted(wheel) == sorted([*PACKAGES, "data", "locale"])


@pytest.mark.parametrize("name", PACKAGES)
def test_what_a_package_exports_is_what_is_public_there(name: str) -> None:
    package = importlib.import_module(name)
    public = {
        public_name
        for public_name, value in vars(package).items()
        if not public_name.startswith("_") and not isinstance(value, ModuleType) and public_name != "annotations"
    }

    exported = getattr(package, "__all__", [])

    assert sorted(public - set(exported)) == []
    # Some are loaded when they are first asked for.
    assert [public_name for public_name in exported if not hasattr(package, public_name)] == []


# The size of the rooms


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_and_no_function_is_longer_than_one_can_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}

    assert len(text.splitlines()) <= MOST_LINES_OF_A_FILE
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION} == {}


# One name for one thing


SHARED_NAMES = {
    "command": "each module of a command holds one",
    "render": "each format holds one",
}


def test_a_public_name_stands_in_one_place() -> None:
    homes: dict[str, set[Path]] = {}
    for path in sources():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, set()).add(path)

    assert {name for name, found in homes.items() if len(found) > 1} == SHARED_NAMES.keys()


# What it weighs


def test_the_command_line_starts_without_heavy_libraries() -> None:
    heavy = ("babel", "neo4j", "networkx", "rich", "yaml")

    loaded = run_python("-c", "import sys, cli.main; print(*sorted({name.partition('.')[0] for name in sys.modules}))")

    assert [name for name in heavy if name in loaded.split()] == []


def test_an_audit_from_files_loads_no_driver_of_a_server() -> None:
    code = (
        "import atexit, sys; atexit.register(lambda: print('neo4j' in sys.modules)); "
        "sys.argv = ['barriers', 'audit', 'NL', '--fail-on', 'never', '--format', 'json']; "
        "from cli.main import main; main()"
    )

    assert run_python("-c", code).splitlines()[-1] == "False"


def test_an_audit_looks_up_relations_and_loads_no_networkx() -> None:
    code = (
        "import sys; from graph import audit; from loaders import load_model; "
        "audit(load_model(countries=['NL']).model, 'NL'); print('networkx' in sys.modules)"
    )

    assert run_python("-c", code).split() == ["False"]


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_only_tables_load_the_library_for_tables(form: str) -> None:
    code = (
        "import atexit, sys; atexit.register(lambda: print('rich' in sys.modules)); "
        f"sys.argv = ['barriers', 'audit', 'NL', '--fail-on', 'never', '--format', '{form}']; "
        "from cli.main import main; main()"
    )

    assert run_python("-c", code).splitlines()[-1] == "False"


# What it may not say


NOT_HERE = {
    # Put together here, so that this file does not say them.
    "the host of a package registry": re.compile(
        "|".join(
            [
                re.escape(".".join(parts))
                for parts in (
                    ("pypi", "org"),
                    ("pythonhosted", "org"),
                    ("npmjs", "org"),
                    ("crates", "io"),
                    ("proxy", "golang", "org"),
                    ("deb", "debian", "org"),
                    ("repo1", "maven", "org"),
                    ("repo", "maven", "apache", "org"),
                )
            ]
        )
    ),
    "a path of somebody's machine": re.compile(r"(?<![\w.~/-])/(?:work|home|root|Users|mnt)/[\w.]"),
}


@pytest.mark.parametrize("what", NOT_HERE)
def test_no_file_names(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in in_the_repository()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if NOT_HERE[what].search(line)
    ]

    assert found == []


# What it says of itself


def test_the_page_on_the_graph_names_what_is_in_the_graph() -> None:
    shape = build_graph(make_model(1_000), COUNTRY, "five-barriers").shape
    nodes, relations = (
        {found for row in re.findall(r"^\| ([^|]+) \|", part, flags=re.MULTILINE) for found in row.split(", ")}
        for part in (ROOT / "docs/graph.md").read_text(encoding="utf-8").split("\n## ")[1:3]
    )

    assert {kind for _, kind in shape.nodes(data="kind")} == nodes - {"kind"}
    assert {kind for _, _, kind in shape.edges(data="kind")} == relations - {"kind"}


def test_the_page_on_the_graph_tells_each_relation_of_a_fact_as_it_is_declared() -> None:
    text = (ROOT / "docs/graph.md").read_text(encoding="utf-8")
    rows = {
        row[0]: row[1:] for row in re.findall(r"^\| ([A-Z_]+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$", text, re.MULTILINE)
    }
    asked = [(kind, relation) for kind in FACTS.values() if kind.DRAWN.asked for relation in kind.DRAWN.relations]

    for kind, relation in asked:
        begin, end, value = rows[relation]
        refers = dict(referring(kind))
        ends = {
            to for name in kind.DRAWN.relations[relation] for to in (refers[name].to if name in refers else (name,))
        }
        assert begin == ("actor" if kind.DRAWN.begin else kind.KIND)
        assert set(end.replace("actor (a network)", "network").split(", ")) == ends
        assert f"`{kind.__name__}`" in value


def test_every_decision_is_in_the_list_of_decisions() -> None:
    records = {path.name for path in (ROOT / "docs/adr").glob("[0-9]*.md")}
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (ROOT / "docs/adr/README.md").read_text(encoding="utf-8"))

    assert sorted(listed) == sorted(records)


def test_links_between_the_documents_lead_somewhere() -> None:
    dead = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in in_the_repository()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
        if "://" not in target and not (path.parent / target).exists()
    ]

    assert dead == []


# What it stands on


@pytest.mark.parametrize("requirement", RUNTIME, ids=str)
def test_a_decision_record_says_why_each_library_is_there(requirement: Requirement) -> None:
    record = (ROOT / "docs/adr/0005-dependencies.md").read_text(encoding="utf-8")

    assert re.search(rf"^\| {re.escape(requirement.name)} \|", record, flags=re.MULTILINE)


def pins(name: str) -> dict[str, tuple[str, bool]]:
    """Library, version and whether it has digests, as a lock has them."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    # A requirement is one line with those that its backslashes continue.
    lines = text.replace("\\\n", " ").splitlines()
    found = (re.match(r"([\w.-]+)==([\w.]+)", line) for line in lines)
    hashed = {match[1]: (match[2], "--hash=sha256:" in match.string) for match in found if match}
    assert hashed, f"nothing is pinned in {name}"
    return hashed


def test_the_locks_satisfy_the_project() -> None:
    groups = PROJECT["dependency-groups"]
    build = [Requirement(text) for text in groups["build"]]
    tests = [Requirement(text) for text in groups["tests"]]

    for name, asked in (("run.txt", RUNTIME + build), ("tests.txt", RUNTIME + build + tests)):
        locked = pins(name)
        for requirement in asked:
            version, _ = locked[requirement.name.lower()]
            assert requirement.specifier.contains(version), f"{name}: {requirement}"


def test_every_locked_file_has_a_digest() -> None:
    for name in ("run.txt", "tests.txt"):
        assert [library for library, (_, hashed) in pins(name).items() if not hashed] == []


def test_the_tests_run_on_what_users_run() -> None:
    locked = pins("tests.txt")

    assert {library: locked.get(library) for library in pins("run.txt")} == pins("run.txt")


def test_the_changelog_knows_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## [{PROJECT['project']['version']}]" in changelog


# What it takes along


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline with the locked build tool, and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def names_below(folder: Path, *, of: Path, ending: str) -> Iterator[str]:
    return (str(path.relative_to(of)) for path in sorted((of / folder).rglob(f"*{ending}")))


def test_the_wheel_holds_the_packages_and_the_data(unpacked: Path) -> None:
    top = sorted(path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info"))

    assert top == sorted([*PACKAGES, "data", "locale"])
    for package in PACKAGES:
        expected = list(names_below(Path(package), of=ROOT, ending=".py"))
        assert list(names_below(Path(package), of=unpacked, ending=".py")) == expected
        others = [str(path.relative_to(ROOT)) for path in in_the_repository() if path.is_relative_to(ROOT / package)]
        assert [name for name in others if not (unpacked / name).is_file()] == []
    data = list(names_below(Path("data"), of=unpacked, ending=".yml"))
    assert data == list(names_below(Path("data"), of=ROOT, ending=".yml"))
    assert any(name.startswith("data/scripts/") for name in data)


def test_the_wheel_holds_each_catalogue_compiled(unpacked: Path) -> None:
    written = sorted(path.stem for path in (ROOT / "locale").glob("*.po"))
    compiled = sorted((unpacked / "locale").iterdir())

    assert [path.name for path in compiled] == [f"{language}.mo" for language in written]
    with (unpacked / "locale" / "en.mo").open("rb") as file:
        english = gettext.GNUTranslations(file)
    assert [english.ngettext("count.step", "count.step", number) for number in (0, 1, 2)] == [
        "{n} steps",
        "{n} step",
        "{n} steps",
    ]


def test_the_wheel_audits_without_the_checkout(unpacked: Path) -> None:
    code = (
        "from pathlib import Path; import graph, loaders; "
        "print(Path(graph.__file__).parent.parent, loaders.BUNDLED.parent, "
        "len(graph.audit(loaders.load_model(countries=['NL']).model, 'NL').steps) >= 30, sep='\\n')"
    )

    printed = run_python("-c", code, PYTHONPATH=str(unpacked)).splitlines()

    assert printed == [str(unpacked.resolve()), str(unpacked.resolve()), "True"]


def test_the_wheel_writes_a_page_without_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    page = tmp_path / "nl.html"

    run_python("-m", "cli", "page", "NL", "-o", str(page), PYTHONPATH=str(unpacked))

    text = page.read_text(encoding="utf-8")
    assert "Content-Security-Policy" in text
    assert '<section id="view-graph"' in text
