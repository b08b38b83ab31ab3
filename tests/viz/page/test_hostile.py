"""Two hundred hostile texts through every text field of the data: each appears as text, and none as anything else.

What a browser makes of them is tested in tests/browser; here the page is read with another parser.
"""

from __future__ import annotations

import json
from functools import cache

import pytest

from tests.browser.payloads import PAYLOADS
from tests.browser.poison import poisoned
from tests.viz.page.made import book, bundled_model, html, small_model
from tests.viz.page.parsed import Node, parsed, unpacked
from viz.plain import plain

# What our own sections and the template are made of; a payload would bring others along.
TAGS = {
    *("", "a", "article", "aside", "b", "bdi", "body", "button", "caption", "code", "dd", "details", "div", "dl", "dt"),
    *("footer", "h1", "h2", "h3", "h4", "h5", "head", "header", "html", "li", "main", "meta", "nav", "noscript"),
    *("ol", "p", "q", "script", "section", "span", "strong", "style", "summary", "table", "tbody", "td"),
    *("th", "thead", "title", "tr", "ul"),
}

SHOWN = {
    *(("Actor", "name"), ("Actor", "note"), ("Actor", "mandate"), ("Actor", "native"), ("Actor", "roles")),
    *(("Barrier", "name"), ("Citation", "at"), ("Citation", "words"), ("Ceiling", "says"), ("Ceiling", "note")),
    *(("Country", "about"), ("Country", "name"), ("Coverage", "note"), ("Facilitation", "by"), ("GeneralTask", "does")),
    *(("Practice", "says"), ("Signal", "says"), ("Signal", "should_follow"), ("Source", "about"), ("Source", "title")),
    *(("Source", "address"), ("Source", "publisher"), ("Step", "name"), ("Step", "note"), ("Route", "name")),
    *(("Weakness", "says"), ("Weakness", "remedy"), ("Cooperation", "suspicion")),
}
"""Fields of which every text must be found in the page again."""


@cache
def hostile() -> tuple[str, dict[tuple[str, str], set[str]]]:
    model, gone_through = poisoned(bundled_model(), PAYLOADS)
    return html(book(model, ["NL", "RO", "DK"], ["five-barriers", "chain"])), gone_through


@cache
def page() -> Node:
    return parsed(hostile()[0])


def test_all_payloads_went_through_every_field() -> None:
    _, gone_through = hostile()

    assert len(PAYLOADS) >= 200
    assert {field for field, through in gone_through.items() if through != set(PAYLOADS)} == set()
    assert gone_through.keys() >= SHOWN


def test_no_element_is_there_that_we_did_not_write() -> None:
    assert {node.tag for node in page()} <= TAGS
    assert len(page().all("script")) == 5
    assert len(page().all("style")) == 1
    assert len(page().all("title")) == 1
    assert [node.attributes.get("http-equiv") for node in page().all("meta") if "http-equiv" in node.attributes] == [
        "Content-Security-Policy"
    ]


def test_no_element_has_an_attribute_that_could_run_or_load_something() -> None:
    names = {name for node in page() for name in node.attributes}

    assert {name for name in names if name.startswith("on")} == set()
    assert names & {"style", "src", "srcdoc", "action", "formaction", "background", "poster", "ping", "srcset"} == set()
    assert {link.attributes["href"][:1] for link in page() if "href" in link.attributes} == {"#"}


def test_the_scripts_are_those_of_a_page_of_harmless_data() -> None:
    usual = parsed(html(book(small_model())))

    def scripts(of: Node) -> list[str]:
        return [node.text for node in of.all("script") if "id" not in node.attributes]

    assert scripts(page()) == scripts(usual)
    assert page().one("style").text == usual.one("style").text


def test_every_text_appears_as_it_is() -> None:
    text = " ".join(page().text.split())
    _, gone_through = hostile()
    looked_for = {payload for field in SHOWN for payload in gone_through[field]}

    missing = [payload for payload in looked_for if " ".join(plain(payload).split()) not in text]

    assert missing == []


def test_the_data_are_json_and_hold_the_names_as_text() -> None:
    data = unpacked(json.loads(page().id("data").text))

    assert [view["key"] for view in data["views"]][:2] == ["nl-five-barriers", "ro-five-barriers"]
    assert any("<script>" in actor["name"] for view in data["views"] for actor in view["actors"])
    assert "<" not in page().id("data").text


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\u2028", "\u0000"])
def test_what_turns_a_line_around_is_nowhere(sign: str) -> None:
    assert sign not in hostile()[0]
