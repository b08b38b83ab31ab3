"""The template filled: nothing ends before its end, and the policy allows what stands there and nothing else."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.viz.page.made import html_of_small
from tests.viz.page.parsed import parsed
from viz.markup import Html, safe
from viz.page.fill import CannotFill, fill, json_text

PARTS = {name: Html(f"<p>{name}</p>") for name in ("title", "header", "summary", "facts")}
TEMPLATE = "\n".join(f"<!-- {name} -->" for name in ("csp", "css", *PARTS, "data", "told", "scripts"))


def filled(*, scripts: tuple[str, ...] = (), styles: tuple[str, ...] = (), data: object = None) -> str:
    return fill(TEMPLATE, PARTS, data={"data": data, "told": None}, scripts=scripts, styles=styles)


def allowed(html: str) -> dict[str, list[str]]:
    """What the policy of a page allows."""
    policy = parsed(html).one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    words = [part.split() for part in policy.split("; ")]
    return {first: rest for first, *rest in words}


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_exactly_the_scripts_and_styles_that_stand_in_the_page() -> None:
    html = html_of_small()
    page = parsed(html)
    scripts = [node.text for node in page.all("script") if node.attributes.get("type") != "application/json"]
    styles = [node.text for node in page.all("style")]

    assert allowed(html) == {
        "default-src": ["'none'"],
        "script-src": [hashed(text) for text in scripts],
        "style-src": [hashed(text) for text in styles],
        "img-src": ["data:", "blob:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert len(scripts) == 3
    assert styles


def test_the_policy_comes_before_everything_that_it_is_to_govern() -> None:
    head = parsed(html_of_small()).one("head")

    assert [node.tag for node in head][1:3] == ["meta", "meta"]
    assert [node.attributes.get("charset") for node in head][1] == "utf-8"
    assert "http-equiv" in list(head)[2].attributes


def test_without_scripts_and_styles_none_is_allowed() -> None:
    found = allowed(filled())

    assert (found["script-src"], found["style-src"]) == (["'none'"], ["'none'"])


def test_no_element_has_a_style_or_a_listener_of_its_own() -> None:
    names = {name for node in parsed(html_of_small()) for name in node.attributes}

    assert [name for name in names if name == "style" or name.startswith("on")] == []


@pytest.mark.parametrize("end", ["</script>", "</SCRIPT >", "</script"])
def test_a_script_ends_at_its_own_end(end: str) -> None:
    html = filled(scripts=(f"let a = '{end}';",))

    assert f"let a = '<\\/{end[2:]}';" in html
    assert hashed(f"let a = '<\\/{end[2:]}';") in allowed(html)["script-src"]
    assert len(re.findall("</script>", html)) == 3


def test_what_would_begin_a_comment_in_a_script_is_refused() -> None:
    with pytest.raises(CannotFill, match="<!--"):
        filled(scripts=("let a = '<!--';",))


def test_what_would_end_a_style_is_refused() -> None:
    with pytest.raises(CannotFill, match="style"):
        filled(styles=("p { content: '</STYLE>' }",))


def test_line_ends_are_those_that_a_browser_hashes() -> None:
    html = filled(scripts=("one\r\ntwo\rthree",), styles=("a{}\r\n",))

    assert "\r" not in html
    assert hashed("one\ntwo\nthree") in allowed(html)["script-src"]
    assert hashed("a{}\n") in allowed(html)["style-src"]


def test_what_is_filled_in_can_hold_no_placeholder() -> None:
    parts = {**PARTS, "header": Html("<!-- facts -->"), "summary": safe("<!-- facts -->")}

    html = fill(TEMPLATE, parts, data={"data": "<!-- facts -->", "told": None}, scripts=["let a = 1;"], styles=[])

    assert html.count("<p>facts</p>") == 1
    assert html.count("<!-- facts -->") == 1


@pytest.mark.parametrize(
    "template", [TEMPLATE.replace("<!-- data -->", ""), f"{TEMPLATE}<!-- facts -->", f"{TEMPLATE}<!-- figures -->"]
)
def test_a_template_names_each_placeholder_once(template: str) -> None:
    with pytest.raises(CannotFill, match="each once"):
        fill(template, PARTS, data={"data": None, "told": None}, scripts=[], styles=[])


def test_the_template_says_its_sentences_in_the_words_of_the_catalogue() -> None:
    html = fill(
        f'<html lang="en">{TEMPLATE}{{page.skip}}',
        PARTS,
        data={"data": "{page.skip}", "told": 0},
        scripts=[],
        styles=[],
    )

    assert html.startswith('<html lang="en">')
    assert html.endswith("Skip to the content")
    assert html.count("{page.skip}") == 1


def test_data_come_back_as_they_went_in_and_hold_nothing_that_a_browser_reads_as_markup() -> None:
    data = {"</script><!--": ["&amp;", "\u2028\u2029", "'\"\\", "בית 🏠"], "n": [1, None, True]}
    text = json_text(data)

    assert json.loads(text) == data
    assert not re.search("[<>&\u2028\u2029]", text)
    assert " " not in text.replace("בית 🏠", "")
