"""Data that would like to be more than text: two hundred payloads through every text field, and none of them runs."""

from collections import Counter
from pathlib import Path

import pytest

from loaders import load_model
from tests.browser.conftest import Open
from tests.browser.payloads import PAYLOADS
from tests.browser.poison import REFERENCES, poisoned
from tests.browser.visiting import VIEWS, Visit

# Whatever could load, run or embed something. Scripts and styles are the page's own and counted apart.
DANGEROUS = (
    *("base", "embed", "iframe", "frame", "object", "link", "img", "picture", "source", "video", "audio", "math"),
    *("form", "template", "plaintext", "portal", "applet", "animate", "set", "foreignObject", "meta[http-equiv]"),
)

_CENSUS = """(dangerous) => ({
  elements: Object.fromEntries([...dangerous, "script", "style"].map((name) =>
    [name, document.querySelectorAll(name).length])),
  handlers: [...document.querySelectorAll("*")].flatMap((node) =>
    [...node.attributes].filter(({ name }) => /^on|^style$|^srcdoc$|^formaction$/.test(name))
      .filter(({ name, value }) => !(name === "style" && node.closest("[data-placed], canvas, .vis-network")))
      .map(({ name, value }) => `${node.tagName} ${name}=${value.slice(0, 60)}`)),
  links: [...document.querySelectorAll("[href], [src], [xlink\\\\:href]")].map((node) =>
    (node.getAttribute("href") ?? node.getAttribute("src") ?? "").trim()).filter((link) => !link.startsWith("#")),
})"""


def census(seen: Visit) -> dict[str, dict[str, int] | list[str]]:
    """What stands in the page that could load or run something."""
    return seen.page.evaluate(_CENSUS, list(DANGEROUS))


def test_there_are_two_hundred_payloads_and_each_goes_through_every_text_field() -> None:
    """Counted field by field, and the loader takes them all."""
    _, gone_through = poisoned(load_model().model, PAYLOADS)

    assert len(set(PAYLOADS)) == 200
    assert len(gone_through) > 50
    assert {room: len(texts) for room, texts in gone_through.items() if len(texts) < 200} == {}


def test_what_is_no_text_is_listed_and_is_there() -> None:
    """A list of fields left alone that names one which is gone would hide nothing; one too many would."""
    kinds = Counter(kind for kind, _ in REFERENCES)

    assert all(count < 8 for count in kinds.values())


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without the policy"])
def test_no_payload_runs_and_nothing_is_asked_for(opened: Open, hostile_page: Path, policy: bool) -> None:
    """Every view is opened, everything in the lists is selected; escaping alone is enough, without the policy."""
    seen = opened(hostile_page, policy=policy)
    clean = opened("NL", policy=policy)
    expected = census(clean)

    for view in VIEWS:
        seen.show(view)
        seen.settle()
        found = census(seen)

        assert found["elements"]["script"] == expected["elements"]["script"]
        assert found["elements"]["style"] == expected["elements"]["style"]
        assert {name: n for name, n in found["elements"].items() if n > expected["elements"][name]} == {}
        assert found["handlers"] == []
        assert [link for link in found["links"] if not link.startswith(("http://", "https://"))] == []

    assert seen.ran == []
    assert seen.reports == []
    assert seen.requests == []
    assert seen.complaints == []
