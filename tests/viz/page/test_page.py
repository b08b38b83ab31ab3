"""The page as a whole: the same bytes each time and everywhere, and no larger than it may be."""

import os
import subprocess
import sys
from hashlib import sha256

from tests.cli.running import ROOT
from tests.viz.page.made import book, bundled_model, html, html_of_small, small_model
from tests.viz.page.parsed import parsed

VIEWS = ("summary", "graph", "matrix", "findings", "what-if", "facts", "sources")

WRITE = """
import sys
from graph import audit_graph, build_graph
from loaders import load_model
from viz.page import page_html
model = load_model().model
graphs = [build_graph(model, country, "five-barriers") for country in ("NL", "RO")]
page = page_html(model, graphs, [audit_graph(graph, model.digest) for graph in graphs])
sys.stdout.buffer.write(page.encode())
"""


def written(**environment: str) -> str:
    """The digest of a page that a fresh interpreter writes."""
    done = subprocess.run(
        [sys.executable, "-c", WRITE],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return sha256(done.stdout).hexdigest()


def test_the_same_model_gives_the_same_text() -> None:
    first, second = html(book(small_model())), html(book(small_model()))

    assert first == second


def test_the_page_is_the_same_whatever_the_order_of_sets_and_the_locale() -> None:
    first = written(PYTHONHASHSEED="0", LC_ALL="C.UTF-8")

    assert written(PYTHONHASHSEED="1", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii") == first


def test_the_page_of_the_netherlands_is_under_1_2_megabytes() -> None:
    assert len(html(book(bundled_model())).encode()) < 1_200_000


def test_the_style_sheet_has_the_border_of_each_status() -> None:
    """In whole pixels, two at most: 2 of 2.5, and 1 of 1.5."""
    page = html_of_small()

    assert '[data-status="covered"]{--border:2px solid}' in page
    assert '[data-status="insufficient"]{--border:3px dashed}' in page
    assert '[data-status="limited"]{--border:2px dashed}' in page
    assert '[data-status="inferred"]{--border:1px dashed}' in page


def test_every_view_is_a_section_with_a_heading() -> None:
    page = parsed(html_of_small())
    sections = [node for node in page.all("section") if "data-view" in node.attributes]

    assert [node.attributes["data-view"] for node in sections] == list(VIEWS)
    for node in sections:
        assert node.attributes["id"] == f"view-{node.attributes['data-view']}"
        assert page.id(node.attributes["aria-labelledby"]).tag == "h2"


def test_the_page_says_that_it_is_english_and_utf_8() -> None:
    page = parsed(html_of_small())

    assert html_of_small().startswith("<!doctype html>")
    assert page.one("html").attributes["lang"] == "en"
    assert page.all("meta")[0].attributes == {"charset": "utf-8"}


def test_each_colour_stands_in_the_page_by_itself_light_and_dark() -> None:
    """A script asks the style sheet for a colour to draw with, and an older browser knows no two in one."""
    light, dark = html_of_small().split("@media (prefers-color-scheme: dark)")

    assert "light-dark(" not in light + dark
    assert "--paper: #fbfaf8;" in light
    assert "--paper: #14171b;" in dark


def test_a_country_without_any_record_has_a_page() -> None:
    model = small_model()
    empty = type(model)(countries=model.countries, scripts=model.scripts, sources=model.sources, actors=model.actors)
    page = parsed(html(book(empty)))

    assert "9 of 9 steps" in page.id("view-summary").text
    assert page.id("facts-table").all("tr")[1:] == []
