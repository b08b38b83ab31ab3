"""A page so large that its findings and facts stay text until they are needed says what any other page says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Open, Pages
from tests.browser.visiting import Visit
from viz.page.fill import digest

LIMIT = re.compile(r"const MOST_AT_ONCE = [\d_]+;")

Large = Callable[[str], Path]


@pytest.fixture
def large(pages: Pages, tmp_path: Path) -> Large:
    """A bundled page that takes itself for a large one: its script is another, and its policy allows that one."""

    def write(name: str) -> Path:
        text = pages(name).read_text(encoding="utf-8")
        (script,) = (one for one in re.findall(r"<script>(.*?)</script>", text, re.DOTALL) if LIMIT.search(one))
        changed = LIMIT.sub("const MOST_AT_ONCE = 0;", script)
        path = tmp_path / f"{name}.html"
        old, new = (digest(one).strip("'") for one in (script, changed))
        path.write_text(text.replace(script, changed).replace(old, new), encoding="utf-8")
        return path

    return write


def stored(seen: Visit) -> list[str]:
    """The sections that are still text."""
    return seen.page.eval_on_selector_all("noscript[id]", "nodes => nodes.map(({ id }) => id.replace('stored-', ''))")


def same(one: Visit, other: Visit, selector: str) -> bool:
    """Whether a part of two pages is the same, element by element."""
    script = "(selector) => document.querySelector(selector).innerHTML"
    return one.page.evaluate(script, selector) == other.page.evaluate(script, selector)


def finding_and_fact(seen: Visit) -> list[str]:
    """The ids of a finding and of a fact of the page."""
    finding = seen.page.locator("article.finding").first.get_attribute("data-id")
    return [finding, seen.page.locator("#facts-table > tbody > tr").last.get_attribute("data-id")]


def test_a_small_page_is_made_whole_at_once(opened: Open) -> None:
    """For the bundled models nothing is text when the page has been opened."""
    assert stored(opened("all")) == []


def test_the_panel_says_the_same_of_everything_while_the_sections_stay_text(opened: Open, large: Large) -> None:
    """Only the rows and findings that it shows are cut out of the text."""
    whole, seen = opened("NL", anchor="#graph"), opened(large("NL"), anchor="#graph")
    for ident in ("nl.police", "entry", "entry.online-grooming", "shell.2", *finding_and_fact(whole)):
        for page in (whole.page, seen.page):
            page.evaluate("(id) => { location.hash = `graph&sel=${encodeURIComponent(id)}`; }", ident)
        whole.settle()
        seen.settle()
        assert same(whole, seen, "#details"), ident
        assert len(seen.page.locator("#details").inner_text()) > 100

    assert stored(seen) == ["findings", "facts"]
    assert (seen.reports, seen.complaints) == ([], [])


@pytest.mark.parametrize("view", ["findings", "facts"])
def test_a_view_is_made_when_it_is_opened_and_looks_as_it_always_does(opened: Open, large: Large, view: str) -> None:
    """With its filters, of the country that is looked at, and with what is selected in sight."""
    address = f"#{view}&c=RO"
    whole, seen = opened("all", anchor=address), opened(large("all"), anchor="#matrix&c=RO")
    assert stored(seen) == ["findings", "facts"]
    seen.show(view)
    seen.settle()

    assert view not in stored(seen)
    assert whole.section(view).inner_text() == seen.section(view).inner_text()
    opened_at_once = opened(large("all"), anchor=address)
    assert same(whole, opened_at_once, f"#view-{view}")


def test_what_is_selected_is_in_sight_where_a_view_is_opened_on_it(opened: Open, large: Large) -> None:
    """The last finding, and the last fact: they lie far down."""
    seen = opened(large("NL"))
    in_sight = "(node) => { const { top } = node.getBoundingClientRect(); return top > 0 && top < innerHeight; }"
    for view, rows in (("findings", "article.finding"), ("facts", "#facts-table > tbody > tr")):
        last = opened("NL").page.locator(rows).last.get_attribute("data-id")
        seen.page.evaluate("([view, id]) => { location.hash = `${view}&sel=${encodeURIComponent(id)}`; }", [view, last])
        seen.settle()
        assert seen.page.locator(f'{rows}[data-id="{last}"]').evaluate(in_sight), view


def test_an_address_leads_to_a_finding_and_to_a_fact(opened: Open, large: Large) -> None:
    """As the place of an element in the page, when the page is opened and later on."""
    last = opened("NL").page.locator("#facts-table > tbody > tr").last.get_attribute("id")
    seen = opened(large("NL"), anchor=f"#{last}")
    assert seen.page.locator(f"#{last}").is_visible()
    assert stored(seen) == ["findings"]

    seen.page.evaluate("() => { location.hash = 'finding-nl-five-barriers-2'; }")
    seen.page.locator("#finding-nl-five-barriers-2").wait_for()

    assert seen.page.evaluate("() => document.activeElement.id") == "finding-nl-five-barriers-2"
    assert stored(seen) == []


def test_the_search_finds_what_is_still_text(opened: Open, large: Large) -> None:
    """Findings and facts, as many as elsewhere."""
    found = []
    for page in ("NL", large("NL")):
        seen = opened(page)
        seen.page.locator("#search-field").fill("landlords")
        seen.page.locator("#search [role=option]").first.wait_for()
        found.append(seen.page.locator("#search-list").inner_text())

    assert found[0] == found[1]
    assert "Facts" in found[0]


def test_paper_has_the_findings_of_the_country_that_is_looked_at(opened: Open, large: Large) -> None:
    """They are made while the browser waits to print."""
    seen = opened(large("all"), anchor="#graph&c=DK")
    seen.page.emulate_media(media="print")
    seen.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    printed = seen.page.locator("#view-findings .of-view:visible")

    assert [part.get_attribute("data-key") for part in printed.all()] == ["dk-five-barriers"]
    assert printed.locator("article.finding").count() > 10


def test_the_hint_on_a_cell_has_the_words_of_its_fact(opened: Open, large: Large) -> None:
    """A single row is cut out for it."""
    said = []
    for page in ("NL", large("NL")):
        seen = opened(page, anchor="#matrix")
        seen.page.locator("#view-matrix button.cover").first.hover()
        said.append(seen.page.locator(".hint:visible").inner_text())

    assert said[0] == said[1]
    assert len(said[0]) > 40


def test_no_text_of_a_hostile_page_runs_when_it_is_cut_out_or_made(opened: Open, hostile_page: Path) -> None:
    """It is large by itself: with all its facts as text, then some of them, then all."""
    seen = opened(hostile_page, policy=False, anchor="#matrix")
    assert stored(seen) == ["facts"]
    usual = seen.page.evaluate("() => document.querySelectorAll('script, style, img, svg').length")
    seen.page.locator("#view-matrix button.cover").first.click()
    assert seen.page.locator("#details .fact").count() > 0
    assert seen.page.locator("#details .fact *:is(img, script, svg, iframe)").count() == 0
    seen.show("findings")
    seen.show("facts")
    seen.settle()

    assert stored(seen) == []
    assert seen.page.evaluate("() => document.querySelectorAll('script, style, img, svg').length") == usual
    assert (seen.ran, seen.requests, seen.complaints) == ([], [], [])
