"""On paper: a briefing on A4 with summary, findings, matrix and sources, in a few pages."""

import re

import pytest

from tests.browser.conftest import Open
from tests.drawing import usual

_SEEN = """(selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility()).length"""


@pytest.mark.parametrize("name", usual("all", deep=["NL"]))
def test_the_briefing_has_summary_findings_matrix_and_sources(opened: Open, name: str) -> None:
    """Whatever view is open on the screen."""
    seen = opened(name, anchor="#graph&sel=nl.police")
    seen.page.emulate_media(media="print")
    seen.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    seen.settle()

    for part in ("summary", "findings", "matrix", "sources"):
        assert seen.section(part).is_visible(), part
    for part in ("nav", "#details", "#search", "#view-what-if", "button:not(.link)"):
        assert seen.page.evaluate(_SEEN, part) == 0, part
    assert seen.page.evaluate(_SEEN, "#view-findings article.finding") > 0
    assert seen.page.evaluate(_SEEN, "#view-matrix table tr") > 30
    assert "SWOT analysis" in seen.section("sources").inner_text()


@pytest.mark.parametrize("dark", usual(True, deep=[False]))
def test_it_is_black_on_white(opened: Open, dark: bool) -> None:
    """Also for whoever has a dark screen."""
    seen = opened("NL", dark=dark)
    seen.page.emulate_media(media="print", color_scheme="dark" if dark else "light")
    ground, ink = seen.page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )

    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 150


def test_a_printer_gets_a_few_pages_of_a4(opened: Open) -> None:
    """Not a roll of paper: the findings are short, and the facts stay on the screen."""
    seen = opened("NL")
    paper = seen.page.pdf(format="A4", prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))
    boxes = {
        tuple(round(float(part)) for part in found.split()) for found in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", paper)
    }

    assert paper.startswith(b"%PDF")
    assert 3 <= pages <= 30
    assert all(sorted(box[2:]) in ([595, 842], [594, 842], [595, 841]) for box in boxes), boxes


@pytest.mark.parametrize("name", ["NL"])
def test_nothing_is_cut_off_at_the_edge_of_the_paper(opened: Open, name: str) -> None:
    """Tables fit the width of A4."""
    seen = opened(name, size=(700, 1000))
    seen.page.emulate_media(media="print")
    seen.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    seen.settle()
    cut = """() => [...document.querySelectorAll("table")].filter((node) => node.checkVisibility()
      && node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((node) => node.caption?.textContent ?? node.className)"""

    assert seen.page.evaluate(cut) == []


def test_of_several_countries_the_chosen_one_is_printed_and_paper_says_which(opened: Open) -> None:
    """The heading names all three, for the comparison has all three."""
    seen = opened("all", anchor="#graph&c=DK")
    seen.page.emulate_media(media="print")
    printed = seen.page.eval_on_selector_all(
        "[data-key]", "nodes => nodes.filter((node) => node.checkVisibility()).map((node) => node.dataset.key)"
    )

    assert set(printed) == {"dk-five-barriers"}
    assert "In print: Denmark, January 2014." in seen.page.locator("header.head").inner_text()
    assert seen.section("compare").is_visible()


def test_without_scripts_all_of_several_countries_is_printed(opened: Open) -> None:
    """So nothing says that only one is."""
    seen = opened("all", scripts=False)
    seen.page.emulate_media(media="print")

    assert seen.page.locator("#view-findings .of-view").all()
    assert all(part.is_visible() for part in seen.page.locator("#view-findings .of-view").all())
    assert "In print" not in seen.page.locator("header.head").inner_text()
