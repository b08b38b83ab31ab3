"""Blocks as HTML."""

from dataclasses import replace

from barriers.words import Status
from tests.viz.page.parsed import Node, parsed
from tests.viz.render.drawn import document
from viz.document import (
    Block,
    Column,
    Either,
    Gap,
    Heading,
    Item,
    Items,
    Legend,
    Lines,
    Link,
    Masthead,
    Next,
    Pairs,
    Paragraph,
    Styled,
    Table,
)
from viz.markup import marked
from viz.render import Window, rendered
from viz.render.html import markup


def whole(*blocks: Block) -> Node:
    """The blocks as a file, read back."""
    return parsed(rendered(document(*blocks), "html", Window()).decode())


def test_a_file_says_its_language_and_lets_nothing_run_or_load() -> None:
    page = whole(Masthead("Netherlands", ("January 2014", Styled("public", "strong"))))

    assert page.one("html").attributes == {"lang": "en"}
    assert page.one("title").text == page.one("h1").text == "Netherlands"
    assert page.one("p").text == "January 2014 · public"
    assert page.one("meta", http_equiv="Content-Security-Policy").attributes["content"].startswith("default-src 'none'")
    assert page.all("script") == []


def test_text_is_never_markup_and_a_name_stands_in_its_own_direction() -> None:
    assert markup([Paragraph("<b> & 'c'")]).text == "<p>&lt;b&gt; &amp; &#x27;c&#x27;</p>"
    assert markup([Paragraph(f"at {marked('בנק')}")]).text == "<p>at <bdi>בנק</bdi></p>"


def test_headings_go_down_with_the_document_that_they_stand_in() -> None:
    assert markup([Heading("One", 2, beside="two")], level=1).text == "<h3>One<span> · two</span></h3>"
    assert markup([Heading("One", 6)], level=2).text == "<h6>One</h6>"


def test_a_table_has_its_title_its_headers_and_the_places_of_its_rows() -> None:
    columns = (Column("a"), Column("b", right=True))
    table = Table(columns, [("x", 1), ("y", None)], name="t", anchors=["x-1", "y-1"], title=Heading("Both"))
    drawn = parsed(markup([table]).text)

    assert drawn.one("table").attributes == {"id": "t"}
    assert drawn.one("div").attributes == {
        "class": "scroll",
        "tabindex": "0",
        "role": "group",
        "aria-labelledby": drawn.one("caption").attributes["id"],
    }
    assert drawn.one("caption").text == "Both"
    assert [cell.text for cell in drawn.one("thead").all("th")] == ["a", "b"]
    assert [row.attributes["id"] for row in drawn.one("tbody").all("tr")] == ["x-1", "y-1"]
    assert [cell.text for cell in drawn.all("td")] == ["1", ""]


def test_a_table_without_headers_has_no_head() -> None:
    assert parsed(markup([Table((Column(),), [("x",)])]).text).all("thead") == []


def test_a_thing_has_its_number_its_lines_and_its_place() -> None:
    item = Item("One.", more=("of two",), pairs=(("source", Link("p. 1", "s")),), id="one", number=3, anchor="at-one")
    (drawn,) = parsed(markup([Items((item, Item("Two.")))]).text).one("ol").all("li")[:1]

    assert drawn.attributes == {"id": "at-one", "value": "3"}
    assert drawn.text == "One.of twosourcep. 1 one"
    assert drawn.one("a").attributes["href"] == "#s"
    assert markup([Items((Item("Two."),))]).text == "<ul><li>Two.</ul>"
    assert markup([Items(())]).text == ""


def test_a_link_of_a_file_leads_to_what_is_in_it_and_is_plain_text_else() -> None:
    page = whole(
        Items((Item("One.", anchor="one"),)), Pairs((("see", Lines((Link("one", "one"), Link("two", "two")))),))
    )

    assert [link.attributes["href"] for link in page.all("a")] == ["#one"]
    assert page.one("dd").text == "one; two"


def test_everything_is_told_in_full_and_what_is_for_a_terminal_is_left_out() -> None:
    blocks = (Paragraph(Either("a", "b")), Gap(), Legend(("? unknown",)), Next(("audit NL",)))

    assert markup(blocks).text == "<p>b</p>"
    assert markup([Paragraph(Either("a", "b", ""))]).text == ""


def test_a_status_is_its_mark_which_is_not_read_aloud_and_its_word() -> None:
    drawn = parsed(markup([Paragraph(Link(Status.UNKNOWN, "step"))]).text).one("a")

    assert drawn.attributes == {"href": "#step"}
    assert drawn.one("span").attributes == {"class": "status", "data-status": "unknown"}
    assert drawn.one("b").attributes == {"class": "mark", "aria-hidden": "true"}
    assert drawn.text == "? unknown"


def test_a_list_and_what_is_in_it_have_their_roles() -> None:
    items = Items((Item("1 of 9 steps", status=Status.DETECTED, role="first"),), role="counts")

    assert markup([items]).text.startswith("<ul class=counts><li class=first><span class=status data-status=detected>")
    assert parsed(markup([items]).text).text == "o detected 1 of 9 steps"
    assert markup([Pairs((("a", "b"),), role="legend")]).text == "<dl class=legend><dt>a<dd>b</dl>"
    assert "class=steps" in markup([Table((Column(),), [("x",)], role="steps")]).text


def test_labelled_lines_stand_in_a_cell_folded_away_where_they_are_to_be() -> None:
    pairs = Pairs((("a", "b"), (Styled("c", "strong"), "d")))
    lines = "<dl><dt>a<dd>b<dt><span class=strong>c</span><dd>d</dl>"

    assert lines in markup([Table((Column(), Column()), [("x", pairs)])]).text
    folded = replace(pairs, folded="more")
    assert f"<details><summary>more</summary>{lines}</details>" in markup([folded]).text
