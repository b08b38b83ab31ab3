"""The page where scripts are switched off: one long document that holds every finding and every fact."""

import pytest

from tests.browser.conftest import Open, Pages
from tests.browser.visiting import WITHOUT_SCRIPTS
from tests.drawing import usual
from tests.viz.page.parsed import data_in


@pytest.mark.parametrize("name", usual("all", deep=["NL"]))
def test_facts_findings_summary_and_sources_can_be_read(opened: Open, name: str) -> None:
    """Each part that needs no script is there, and what needs one is not."""
    seen = opened(name, scripts=False)
    parts = [part for part in WITHOUT_SCRIPTS if name == "all" or part != "compare"]

    for part in parts:
        section = seen.section(part)
        assert section.is_visible()
        assert len(section.text_content()) > 200
    assert [node.is_visible() for node in seen.page.locator(".needs-script").all()].count(True) == 0
    assert seen.requests == []


@pytest.mark.parametrize("name", usual("all", deep=["NL"]))
def test_there_is_a_row_for_every_fact_of_the_graph(opened: Open, pages: Pages, name: str) -> None:
    """The rows of the table, counted in the browser, are the facts that the pictures are drawn from."""
    data = data_in(pages(name).read_text(encoding="utf-8"))
    drawn = {
        found["fact"]
        for view in data["views"]
        for kind in ("nodes", "edges")
        for found in view[kind]
        if found.get("fact")
    }
    seen = opened(name, scripts=False)
    rows = seen.page.eval_on_selector_all("[id^=fact-]", "nodes => nodes.map(n => n.id)")

    assert len(rows) == len(set(rows))
    assert drawn <= {row.removeprefix("fact-") for row in rows}
    assert len(drawn) > 100


@pytest.mark.parametrize("name", usual("all", deep=["NL"]))
def test_every_finding_of_the_data_has_its_words(opened: Open, pages: Pages, name: str) -> None:
    """What scripts filter and link is what stands in the document, in the same number."""
    data = data_in(pages(name).read_text(encoding="utf-8"))
    wanted = sorted(finding["id"] for view in data["views"] for finding in view["findings"])
    seen = opened(name, scripts=False)

    found = seen.page.eval_on_selector_all("[id^=finding-] > code", "nodes => nodes.map(n => n.textContent)")
    assert sorted(found) == wanted


@pytest.mark.parametrize("name", usual("all", deep=["NL"]))
def test_every_link_that_can_be_seen_leads_somewhere(opened: Open, name: str) -> None:
    """No link points at a place that is not there, and none leads to another file on this machine."""
    seen = opened(name, scripts=False)
    hrefs = "nodes => nodes.filter(n => n.checkVisibility()).map(n => n.getAttribute('href'))"
    targets = set(seen.page.eval_on_selector_all("a[href]", hrefs))
    ids = set(seen.page.eval_on_selector_all("[id]", "nodes => nodes.map(n => n.id)"))

    assert targets
    assert [to for to in targets if to.startswith("#") and to[1:].split("&")[0] not in ids] == []
    assert [to for to in targets if not to.startswith(("#", "https://", "http://"))] == []
