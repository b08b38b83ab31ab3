"""The long sections stand in a `noscript`, written so that a script can cut a single row or finding out of the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape

import pytest

from tests.test_javascript import STATIC
from tests.viz.page.made import html_of_small
from tests.viz.page.parsed import Node, parsed
from tests.viz.page.test_hostile import hostile
from viz.markup import el
from viz.page.sections.parts import row, stored_section

STORED = ("findings", "facts")


@cache
def piece() -> re.Pattern[str]:
    """The script's own pattern of where a row or a finding begins and ends."""
    (found,) = re.findall(r"^const PIECE = /(.*)/g;$", (STATIC / "js/stored.js").read_text(encoding="utf-8"), re.M)
    return re.compile(found)


def text_of(html: str, view: str) -> str:
    """What a browser with scripts takes for the text of a section: up to the next end of a `noscript`."""
    return html.split(f"<noscript id=stored-{view}>")[1].split("</noscript", maxsplit=1)[0]


def pieces(text: str) -> dict[str, str]:
    """Each piece as the script cuts it out, by its id."""
    marks = list(piece().finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    cut = [(mark[1] or mark[2], text[mark.start() : end]) for mark, end in zip(marks, ends, strict=True)]
    return {unescape(name): markup for name, markup in cut if name}


def hostile_html() -> str:
    return hostile()[0]


def rows_and_findings(node: Node) -> dict[str, Node]:
    return {one.attributes["id"]: one for one in node if one.tag in ("tr", "article") and "id" in one.attributes}


@pytest.mark.parametrize("page", [html_of_small, hostile_html])
def test_a_noscript_ends_only_at_its_own_end(page: Callable[[], str]) -> None:
    """There are three: the note for readers without scripts, the findings, the facts."""
    assert re.findall(r"</?noscript\b[^>]*>", page(), re.IGNORECASE) == [
        *("<noscript>", "</noscript>"),
        *(part for view in STORED for part in (f"<noscript id=stored-{view}>", "</noscript>")),
    ]


@pytest.mark.parametrize("view", STORED)
@pytest.mark.parametrize("page", [html_of_small, hostile_html])
def test_each_row_and_finding_that_is_cut_out_is_the_one_that_stands_there(page: Callable[[], str], view: str) -> None:
    """Whatever the texts in it look like: every piece, and no other, with all that is in it."""
    text = text_of(page(), view)
    whole = rows_and_findings(parsed(text))
    cut = pieces(text)

    assert cut.keys() == whole.keys()
    assert whole
    for name, markup in cut.items():
        end = "</article>" if markup.startswith("<article") else "</tr>"
        assert parsed(f"{markup}{end}").children == [whole[name]]


@pytest.mark.parametrize("ident", ['"><tr id=fact-2 ', "</noscript>", "<tr id=fact-3>", "'&quot;", "</tbody>", "a b"])
def test_an_id_that_would_be_a_mark_is_none(ident: str) -> None:
    """Ids and texts are escaped in the same way, in attributes and between tags."""
    section = stored_section("facts", "Facts", el("table", el("tbody", row(ident, ident=ident, id=f"fact-{ident}"))))

    assert pieces(text_of(section.text, "facts")).keys() == {f"fact-{ident}"}
