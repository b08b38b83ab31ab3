"""Text becomes markup that shows just this text, wherever it stands."""

import pytest

from tests.viz.page.parsed import Node, parsed
from viz.markup import between, el, marked, safe, together, unmarked


def read(markup: object) -> Node:
    (node,) = parsed(getattr(markup, "text")).children  # noqa: B009 - whatever has a text
    assert isinstance(node, Node)
    return node


@pytest.mark.parametrize("text", ["<script>x</script>", "</p><b>", "&lt;", "a & b", "'\"`", "<!-- csp -->", "<bdi>"])
def test_markup_in_a_text_is_shown_as_text(text: str) -> None:
    found = read(el("p", text))

    assert (found.tag, found.text, [node.tag for node in found]) == ("p", text, ["p"])


@pytest.mark.parametrize("text", ["\" onclick='x' x=\"", "' onclick=x '", "><script>", "&quot;", "a\nb"])
def test_a_text_cannot_leave_its_attribute(text: str) -> None:
    assert read(el("p", data_id=text)).attributes == {"data-id": text}


def test_an_attribute_that_is_no_stays_away_and_one_that_is_yes_stands_alone() -> None:
    made = el("td", cls="says", data_key=None, hidden=False, inert=True, tabindex=0)

    assert made.text == "<td class=says inert tabindex=0>"


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800"])
def test_what_would_disturb_a_screen_is_replaced_by_a_visible_sign(sign: str) -> None:
    assert safe(f"a{sign}b").text == "a\ufffdb"
    assert read(el("p", title=f"a{sign}b")).attributes["title"] == "a\ufffdb"


def test_every_character_can_be_written_as_utf_8() -> None:
    every = "".join(map(chr, range(0x11_0000)))

    for text in (safe(every).text, unmarked(every)):
        assert text.encode().decode() == text


def test_letters_of_any_script_and_emoji_stay_as_they_are() -> None:
    text = "Fryslân בית بيت 🏠 👩\u200d👧"

    assert safe(text).text == text


def test_a_name_within_a_sentence_has_its_own_direction() -> None:
    assert safe(f"{marked('בית <b>')} at {marked('Fryslân')}: detect").text == (
        "<bdi>בית &lt;b&gt;</bdi> at <bdi>Fryslân</bdi>: detect"
    )


def test_a_name_of_plain_latin_letters_runs_as_the_sentence_does() -> None:
    assert safe(marked("R&D")).text == "R&amp;D"


def test_no_attribute_and_no_data_show_where_a_name_was_marked() -> None:
    assert unmarked(f"{marked('A')} at B") == "A at B"
    assert el("p", title=marked("É")).text == '<p title="É"></p>'


@pytest.mark.parametrize("forged", ["\ufdd0", "\ufdd1", "\ufdd1x\ufdd0", "\ufdd0\ufdd0", "\ufdef", "\uffff"])
def test_data_cannot_mark_a_name_by_halves(forged: str) -> None:
    assert "\ufffd" in safe(forged).text
    assert "bdi" not in safe(forged).text
    assert safe(marked(f"a{forged}b")).text.startswith("<bdi>a\ufffd")


def test_a_string_among_elements_is_text() -> None:
    assert el("p", "<i>", el("b", "x"), None, ["<u>", el("br")]).text == "<p>&lt;i&gt;<b>x</b>&lt;u&gt;<br></p>"
    assert together("<", el("hr")).text == "&lt;<hr>"
    assert between([safe("a"), safe("b")], " & ").text == "a &amp; b"


@pytest.mark.parametrize("value", ["", " ", "a b", "a=b", "a'b", 'a"b', "a>b", "a`b", "a/", "é", "nl.kmar", "#fact-1"])
def test_an_attribute_comes_back_as_it_was(value: str) -> None:
    assert read(el("p", data_id=value)).attributes == {"data-id": value}


def test_cells_and_items_end_where_the_next_begins() -> None:
    made = el("table", el("tr", el("th", "a"), el("td", el("ul", el("li", "b"), el("li", "c"))), el("td", "d")))

    assert made.text == "<table><tr><th>a<td><ul><li>b<li>c</ul><td>d</table>"
    assert [cell.text for cell in read(made).all("td")] == ["bc", "d"]
