"""The house of the page's scripts: what they may not do, what their tests stand on, what the browser is given."""

import json
import re
from pathlib import Path

import pytest

from tests.test_house import ROOT
from viz.page import modules
from viz.page.bundle import bundled

STATIC = ROOT / "viz/page/static"
MODULES = sorted((STATIC / "js").rglob("*.js"))
PACKAGES = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
LOCK = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
LOCKED = {path: entry for path, entry in LOCK["packages"].items() if path}

FORBIDDEN = {
    "takes text for markup": r"\b(?:(?:inn|out)erHTML|insertAdjacentHTML|createContextualFragment|DOMParser)\b",
    "writes into the document": r"\bdocument\s*\.\s*write",
    "takes text for code": r"\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|set(?:Timeout|Interval)\s*\(\s*[\"'`]",
    "asks the network": r"\bfetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b",
    "keeps something in the browser": r"\b(?:localStorage|sessionStorage|indexedDB)\b|\bdocument\s*\.\s*cookie",
    "loads a module at run time": r"\bimport\s*\(",
    "sets a style as text": r"\bcssText\b|setAttribute\(\s*[\"']style",
}


def code(path: Path) -> str:
    """A module without its comments, roughly; a comment may name what the code may not do."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"(^|\s)//.*$", r"\1", text, flags=re.MULTILINE)


def test_there_are_modules() -> None:
    assert "main.js" in {path.name for path in MODULES}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_module(what: str) -> None:
    found = {f"{path.name}: {match[0]}" for path in MODULES for match in re.finditer(FORBIDDEN[what], code(path))}

    assert found == set()


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("takes text for markup", "node.innerHTML = name;"),
        ("writes into the document", "document.write(name)"),
        ("takes text for code", "setTimeout('go()', 1)"),
        ("asks the network", "fetch('https://example.org')"),
        ("keeps something in the browser", "localStorage.set(1)"),
        ("loads a module at run time", "await import(name)"),
        ("sets a style as text", 'node.setAttribute("style", name)'),
    ],
)
def test_a_module_that_does_so_would_be_found(what: str, line: str) -> None:
    assert re.search(FORBIDDEN[what], line)


def test_every_module_is_in_the_page() -> None:
    """What main.js does not reach, directly or not, is dead."""
    script = bundled(modules())

    assert [path for path in modules() if f"// {path}\n" not in script] == []
    assert len(modules()) == len(MODULES)


# What the tests stand on


def test_the_page_needs_nothing_of_npm_to_run() -> None:
    assert "dependencies" not in PACKAGES
    assert PACKAGES["private"] is True


def test_every_package_of_npm_is_asked_for_in_one_version() -> None:
    assert {name: version for name, version in PACKAGES["devDependencies"].items() if not version[0].isdigit()} == {}


def test_the_lock_of_npm_holds_what_is_asked_for() -> None:
    locked = {name: LOCKED[f"node_modules/{name}"]["version"] for name in PACKAGES["devDependencies"]}

    assert locked == PACKAGES["devDependencies"]
    assert LOCK["packages"][""]["devDependencies"] == PACKAGES["devDependencies"]


def test_the_lock_of_npm_has_a_digest_for_every_package_and_an_address_for_none() -> None:
    assert len(LOCKED) > 2
    assert [path for path, entry in LOCKED.items() if not entry.get("integrity", "").startswith("sha512-")] == []
    assert [path for path, entry in LOCKED.items() if "resolved" in entry] == []


@pytest.mark.parametrize("name", sorted(PACKAGES["devDependencies"]))
def test_a_decision_record_says_why_each_package_is_there(name: str) -> None:
    record = (ROOT / "docs/adr/0005-dependencies.md").read_text(encoding="utf-8")

    assert re.search(rf"^\| {re.escape(name.rpartition('/')[2])} \|", record, flags=re.MULTILINE)


# What the browser is given


def test_the_template_carries_no_style_and_no_code_in_attributes_and_names_no_address() -> None:
    text = (STATIC / "page.html").read_text(encoding="utf-8")

    assert re.findall(r"<[^>]*\s(?:style|on\w+)\s*=", text) == []
    assert re.findall(r"""(?:src|href|action|srcset)\s*=\s*["']?(?!#)[^"'\s>]+""", text) == []


def test_no_style_sheet_loads_anything() -> None:
    sheets = sorted(STATIC.glob("*.css"))
    found = [
        f"{path.name}: {match[0]}"
        for path in sheets
        for match in re.finditer(r"@import|@font-face|url\(\s*['\"]?(?!data:)", path.read_text(encoding="utf-8"))
    ]

    assert sheets
    assert found == []
