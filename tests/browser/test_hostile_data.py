"""Data that would like to be more than text: two hundred payloads through every text field, and none of them runs."""

from dataclasses import fields, is_dataclass
from math import ceil
from pathlib import Path

import pytest

from loaders import load_model
from tests.browser.conftest import Open
from tests.browser.payloads import PAYLOADS
from tests.browser.poison import WORDS, poisoned
from tests.browser.visiting import VIEWS, Visit
from tests.drawing import usual
from tests.viz.page.parsed import data_in
from viz.plain import plain

# Whatever could load, run or embed something. Scripts and styles are the page's own and counted apart.
DANGEROUS = (
    *("base", "embed", "iframe", "frame", "object", "link", "img", "picture", "source", "video", "audio", "math"),
    *("form", "template", "plaintext", "portal", "applet", "animate", "set", "foreignObject", "meta[http-equiv]"),
)

_CENSUS = """(dangerous) => ({
  elements: Object.fromEntries([...dangerous, "script", "style"].map((name) =>
    [name, document.querySelectorAll(name).length])),
  handlers: [...document.querySelectorAll("*")].flatMap((node) =>
    [...node.attributes]
      .filter(({ name, value }) =>
        name === "style" ? /url|@|expr/.test(value) : /^on|^srcdoc$|^formaction$/.test(name))
      .map(({ name, value }) => `${node.tagName} ${name}=${value.slice(0, 60)}`)),
  links: [...document.querySelectorAll("[href], [src]")].map((node) =>
    (node.getAttribute("href") ?? node.getAttribute("src")).trim()).filter((link) => !link.startsWith("#")),
})"""

# One selected after the other, as somebody does who goes through the lists; gives how many the panel told of.
_SELECT_ALL = """async ([view, ids]) => {
  const panel = document.getElementById("details");
  let shown = 0;
  for (const id of ids) {
    location.hash = `#${view}&sel=${encodeURIComponent(id)}`;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    shown += !panel.hidden && panel.textContent.length > 0;
  }
  return shown;
}"""


def some_ids(path: Path) -> list[str]:
    """Some ten ids out of each list of what the page shows first."""
    first = data_in(path.read_text(encoding="utf-8"))["views"][0]
    lists = (("nodes", "id"), ("findings", "id"), ("covers", "fact"), ("routes", "id"))
    return [record[name] for key, name in lists for record in first[key][:: ceil(len(first[key]) / 10)]]


def census(seen: Visit) -> dict[str, dict[str, int] | list[str]]:
    """What stands in the page that could load or run something."""
    return seen.page.evaluate(_CENSUS, list(DANGEROUS))


def unspaced(text: str) -> str:
    """A text as one line, with what a page prints for signs that turn the direction or end a line."""
    return " ".join(plain(text).split())


def test_there_are_two_hundred_payloads_and_each_goes_through_every_text_field() -> None:
    """Counted field by field; WORDS names no field that is gone."""
    model = load_model().model
    changed, gone_through = poisoned(model, PAYLOADS)

    assert len(set(PAYLOADS)) == 200
    assert len(gone_through) > 50
    assert {room: len(texts) for room, texts in gone_through.items() if len(texts) < 200} == {}
    assert WORDS - all_fields() == set()
    assert changed.digest != model.digest


def all_fields() -> set[tuple[str, str]]:
    """Every field of every kind of record in the bundled model."""
    found: set[tuple[str, str]] = set()
    waiting: list[object] = [load_model().model]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple | list | frozenset):
            waiting.extend(value)
        elif is_dataclass(value):
            found |= {(type(value).__name__, part.name) for part in fields(value)}
            waiting.extend(getattr(value, part.name) for part in fields(value) if part.init)
    return found


@pytest.mark.parametrize("policy", usual(False, deep=[True]), ids=lambda policy: f"policy {policy}")
def test_no_payload_runs_and_each_stands_in_the_page_as_text(opened: Open, hostile_page: Path, policy: bool) -> None:
    """Every view is opened and much is selected; what is escaped does not run, the policy or no policy.

    Nothing was left out to be on the safe side: a reader sees what the data says.
    """
    clean = opened("NL", policy=policy)
    expected = census(clean)["elements"]
    seen = opened(hostile_page, policy=policy)

    for view in VIEWS:
        seen.show(view)
        seen.settle()
        if view == ("graph" if policy else "matrix"):
            ids = some_ids(hostile_page)
            assert seen.page.evaluate(_SELECT_ALL, [view, ids]) == len(ids) > 20
            seen.page.keyboard.press("Escape")
        found = census(seen)
        assert {name: n for name, n in found["elements"].items() if n > expected[name]} == {}
        assert found["handlers"] == []
        assert [link for link in found["links"] if not link.startswith(("http://", "https://"))] == []

    text = unspaced(seen.page.evaluate("() => document.querySelector('main').textContent"))
    assert [payload[:60] for payload in PAYLOADS if unspaced(payload) not in text] == []
    assert seen.page.locator("#trouble").is_hidden()
    assert (seen.ran, seen.reports, seen.requests, seen.complaints) == ([], [], [], [])


@pytest.mark.deep
def test_the_pointer_over_cells_and_nodes_runs_nothing(opened: Open, hostile_page: Path) -> None:
    """Hints and captions are made of text as well."""
    seen = opened(hostile_page)
    seen.show("matrix")
    for cell in seen.page.locator("#view-matrix button.cover").all()[:20]:
        cell.hover()
    seen.show("graph")
    box = seen.page.locator("#picture").bounding_box()
    for part in range(20):
        seen.page.mouse.move(box["x"] + box["width"] * part / 20, box["y"] + 30 + 12 * part)

    assert (seen.ran, seen.reports, seen.requests, seen.complaints) == ([], [], [], [])
