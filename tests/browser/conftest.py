"""One browser for all these tests, and each page written once: by the tool itself, as a user has it written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from loaders import dump_model, load_model
from tests.browser.payloads import PAYLOADS
from tests.browser.poison import poisoned
from tests.browser.visiting import Visit, visit

ROOT = Path(__file__).parents[2]

PAGES = {
    "NL": ("NL",),
    "RO": ("RO",),
    "DK": ("DK",),
    "all": ("NL", "RO", "DK"),
    "chain": ("NL", "--script", "chain"),
}
"""The pages by name, with what the command is asked for."""

Pages = Callable[[str], Path]
Open = Callable[..., Visit]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    if chromium is None:
        pytest.fail("Chromium is not there. `./run tests` installs it where it may; else install Debian's chromium.")
    with sync_playwright() as playwright:
        # Chromium refuses to run as root in its sandbox; these pages are our own.
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The file of a page by its name; written when it is first asked for."""
    folder = tmp_path_factory.mktemp("pages")
    written: dict[str, Path] = {}

    def written_page(name: str) -> Path:
        if name not in written:
            written[name] = folder / f"{name}.html"
            _write(PAGES[name], written[name])
        return written[name]

    return written_page


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a model of which every text is a payload."""
    folder = tmp_path_factory.mktemp("hostile")
    model, _ = poisoned(load_model().model, PAYLOADS)
    dump_model(model, folder / "data")
    _write(("NL", "RO", "--data", str(folder / "data")), folder / "hostile.html")
    return folder / "hostile.html"


def _write(arguments: tuple[str, ...], path: Path) -> None:
    command = [sys.executable, "-m", "cli", "page", *arguments, "-o", str(path)]
    # A shell without a locale of its own: the file is UTF-8 all the same.
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    done = subprocess.run(
        command, cwd=ROOT, env=plain | {"LC_ALL": "C", "PYTHONUTF8": "0"}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")


@pytest.fixture
def opened(browser: Browser, pages: Pages) -> Iterator[Open]:
    """Open a page by its name or its path, as `visit` does; closed again after the test."""
    visits: list[Visit] = []

    def open_page(page: str | Path, **how: Any) -> Visit:
        visits.append(visit(browser, pages(page) if isinstance(page, str) else page, **how))
        return visits[-1]

    yield open_page
    for seen in visits:
        seen.context.close()
