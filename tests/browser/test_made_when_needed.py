"""Findings and facts are data: elements are made of them when somebody looks at them, and say what the data say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open, Pages
from tests.browser.visiting import Visit
from tests.drawing import usual
from tests.viz.page.parsed import told_in

ROWS = {"findings": "article.finding", "facts": "#facts-table > tbody > tr"}


def made(seen: Visit) -> list[str]:
    """The views whose elements have been made."""
    return [view for view, rows in ROWS.items() if seen.page.locator(rows).count()]


def last_of(opened: Open, view: str) -> str:
    """The id of the last finding, or fact, of the Dutch page."""
    return str(opened("NL", anchor=f"#{view}").page.locator(ROWS[view]).last.get_attribute("data-id"))


def test_nothing_is_made_before_it_is_looked_at(opened: Open) -> None:
    """The panel needs none of it either."""
    seen = opened("NL", anchor="#graph&sel=nl.police")
    assert seen.page.locator("#details .fact").count() > 0
    assert made(seen) == []

    seen.show("findings")
    assert made(seen) == ["findings"]

    seen.show("facts")
    assert made(seen) == ["findings", "facts"]


def test_there_is_an_element_for_every_finding_and_every_fact(opened: Open, pages: Pages) -> None:
    """Each says what the data say."""
    told = told_in(pages("NL").read_text(encoding="utf-8"))
    unmarked = str.maketrans("", "", "\ufdd0\ufdd1")
    seen = opened("NL", anchor="#findings")
    titles = seen.page.eval_on_selector_all("article.finding h4", "nodes => nodes.map((node) => node.textContent)")
    assert sorted(titles) == sorted(one["says"].translate(unmarked) for one in told["findings"]["nl-five-barriers"])

    seen.show("facts")
    says = seen.page.eval_on_selector_all(f"{ROWS['facts']} > th", "nodes => nodes.map((node) => node.textContent)")
    assert says == [one["says"].translate(unmarked) for one in told["facts"]]


@pytest.mark.parametrize("view", usual("findings", deep=ROWS))
def test_what_is_selected_is_in_sight_where_a_view_is_opened_on_it(opened: Open, view: str) -> None:
    """The last finding, and the last fact: they lie far down."""
    last = last_of(opened, view)
    seen = opened("NL")
    seen.page.evaluate("([view, id]) => { location.hash = `${view}&sel=${encodeURIComponent(id)}`; }", [view, last])
    seen.settle()
    in_sight = "(node) => { const { top } = node.getBoundingClientRect(); return top > 0 && top < innerHeight; }"

    assert seen.page.locator(f'{ROWS[view]}[data-id="{last}"]').evaluate(in_sight)


def test_an_address_leads_to_a_finding_and_to_a_fact(opened: Open) -> None:
    """As the place of an element in the page, when the page is opened and later on, also past a filter."""
    last = f"fact-{last_of(opened, 'facts')}"
    seen = opened("NL", anchor=f"#{last}")
    assert seen.page.locator(f"#{last}").is_visible()
    assert made(seen) == ["facts"]

    seen.page.evaluate("() => { location.hash = 'finding-nl-five-barriers-2'; }")
    seen.page.locator("#finding-nl-five-barriers-2").wait_for()
    assert seen.page.evaluate("() => document.activeElement.id") == "finding-nl-five-barriers-2"

    seen.page.evaluate("() => { location.hash = 'facts&f.facts-text=nowhere'; }")
    seen.settle()
    assert seen.page.locator(f"#{last}").count() == 0
    seen.page.evaluate("(id) => { location.hash = id; }", last)
    seen.page.locator(f"#{last}").wait_for()


def test_the_search_finds_what_has_not_been_made(opened: Open) -> None:
    """Findings and facts."""
    seen = opened("NL")
    seen.page.locator("#search-field").fill("landlords")
    seen.page.locator("#search [role=option]").first.wait_for()

    assert "Facts" in seen.page.locator("#search-list").inner_text()
    assert made(seen) == []


def test_paper_has_the_findings_of_the_country_that_is_looked_at(opened: Open) -> None:
    """They are made while the browser waits to print."""
    seen = opened("all", anchor="#graph&c=DK")
    seen.page.emulate_media(media="print")
    seen.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    printed = seen.page.locator("#view-findings .of-view:visible")

    assert [part.get_attribute("data-key") for part in printed.all()] == ["dk-five-barriers"]
    assert printed.locator("article.finding").count() > 10


def test_the_hint_on_a_cell_has_the_words_of_its_fact(opened: Open) -> None:
    """And who says so."""
    seen = opened("NL", anchor="#matrix")
    seen.page.locator("#view-matrix button.cover").first.hover()
    said = seen.page.locator(".hint:visible")

    assert len(said.inner_text()) > 40
    assert said.locator("a.cite").count() > 0


@pytest.mark.deep
def test_no_text_of_a_hostile_page_runs_when_elements_are_made_of_it(opened: Open, hostile_page: Path) -> None:
    """With the policy out of the way."""
    seen = opened(hostile_page, policy=False, anchor="#matrix")
    usual = seen.page.evaluate("() => document.querySelectorAll('script, style, img, svg').length")
    seen.page.locator("#view-matrix button.cover").first.click()
    assert seen.page.locator("#details .fact").count() > 0
    assert seen.page.locator("#details .fact *:is(img, script, svg, iframe)").count() == 0
    seen.show("findings")
    seen.show("facts")
    seen.settle()

    assert made(seen) == ["findings", "facts"]
    assert seen.page.evaluate("() => document.querySelectorAll('script, style, img, svg').length") == usual
    assert (seen.ran, seen.requests, seen.complaints) == ([], [], [])
